// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/cleanplan.h"

#include "models/base/text.h"
#include "models/ingest/columnevidence.h"
#include "models/ingest/contenthash.h"
#include "models/ingest/figure.h"

#include <algorithm>
#include <charconv>

namespace meitrace::cleaning {

namespace {

constexpr Day kEarliestBirthSerial = 10000;  // 1927: shorter numbers are more likely years
constexpr std::int64_t kOldestAge = 120;
constexpr std::int64_t kFirstBirthYear = 1900;

Translations foldedKeys(const std::map<std::string, std::string>& values)
{
    Translations translations;
    for (const auto& [from, to] : values) {
        translations[folded(from)] = to;
    }
    return translations;
}

class Maker {
public:
    Maker(Plan& plan, const Mapping& mapping, const Sample& evidence, TimeFormat format)
        : m_plan(plan)
        , m_mapping(mapping)
        , m_evidence(evidence)
        , m_format(format)
    {
    }

    void make(const std::vector<std::string>& header)
    {
        for (const Mapping::Column& column : m_mapping.columns) {
            add(column.field, sourceColumn(header, column.header));
        }
        for (const auto& [field, value] : m_mapping.constants) {
            PlanColumn* column = find(field);
            column = column == nullptr ? &add(fieldIndex(*m_plan.kind, field), -1) : column;
            column->constant = value;
        }
        addStandIns();
        for (const auto& [field, values] : m_mapping.values) {
            if (PlanColumn* column = find(field)) {
                column->translations = foldedKeys(values);
            }
        }
        std::sort(m_plan.columns.begin(), m_plan.columns.end(),
                  [](const PlanColumn& a, const PlanColumn& b) { return a.field < b.field; });
        for (const Mapping::SkipRule& rule : m_mapping.skip) {
            m_plan.skips.push_back({sourceColumn(header, rule.column), rule});
        }
        connect();
    }

private:
    PlanColumn* find(std::string_view name)
    {
        const auto found = std::find_if(m_plan.columns.begin(), m_plan.columns.end(),
                                        [&](const PlanColumn& column) { return column.spec->name == name; });
        return found == m_plan.columns.end() ? nullptr : &*found;
    }

    PlanColumn& add(int field, int source)
    {
        PlanColumn column;
        column.field = field;
        column.spec = &m_plan.kind->fields[static_cast<std::size_t>(field)];
        column.source = source;
        column.inContent = column.spec->use != FieldUse::Helper;
        column.seed = contenthash::seedOf(column.spec->name);
        column.minor = m_mapping.amountInMinor;
        column.numbers.money = column.spec->type == FieldType::Money;
        column.withoutZeros = column.spec->name == "coupon_code";
        column.spans = column.spec->name == "stat_date";
        readEvidence(column);
        if (column.spec->name == "age") {
            column.least = 0;
            column.most = kOldestAge;
        } else if (column.spec->name == "birth_year") {
            column.least = kFirstBirthYear;
            column.most = civilFromDay(m_plan.today).year;
        }
        m_plan.columns.push_back(std::move(column));
        return m_plan.columns.back();
    }

    void readEvidence(PlanColumn& column)
    {
        column.time.format = m_format;
        column.time.today = m_plan.today;
        column.time.earliestSerial
            = column.spec->type == FieldType::Date ? kEarliestBirthSerial : column.time.earliestSerial;
        if (column.source < 0) {
            return;
        }
        const auto cells = filledCells(m_evidence, static_cast<std::size_t>(column.source));
        if (cells.empty()) {
            return;
        }
        const ColumnEvidence evidence = evidenceOf(cells);
        column.time.dayFirst = evidence.dayFirst;
        column.time.monthFirst = evidence.monthFirst;
        column.time.epochDigits = evidence.epochDigits;
        column.numbers.decimalComma = evidence.decimalComma && isNumeric(column.spec->type);
        column.percents = column.spec->type == FieldType::Ratio && arePercents(cells);
        column.numbers.currency = column.numbers.money ? currencyOf(cells) : std::string_view();
    }

    /// Fields that another column may stand in for.
    void addStandIns()
    {
        struct StandIn {
            std::string_view field;
            std::string_view source;
            bool urlPath;
        };
        for (const StandIn& standIn :
             {StandIn {"channel", "utm_source", false}, StandIn {"campaign", "utm_campaign", false},
              StandIn {"page_path", "page_url", true}}) {
            const PlanColumn* source = find(standIn.source);
            const int field = fieldIndex(*m_plan.kind, standIn.field);
            if (source == nullptr || field < 0 || find(standIn.field) != nullptr) {
                continue;
            }
            const std::string constant = source->constant;
            PlanColumn& column = add(field, source->source);
            column.urlPath = standIn.urlPath;
            column.constant = constant;
        }
        addIfAny("paid_amount", {"unit_price"});
        if (mustHave("pay_time")) {
            addIfAny("pay_time", {"order_time"});
        }
        addIfAny("booking_time", {"booking_date"});
        addIfAny("followup_plan_at", {"followup_done_at"});
        addIfAny("phone_tail", {"remark_name"});
        addIfAny("name", {"first_name", "last_name"});
        addIfAny("remaining_qty", {"remaining_both"});
        addIfAny("remaining_amount", {"remaining_both"});
        if (const int snapshot = fieldIndex(*m_plan.kind, "snapshot_at");
            snapshot >= 0 && find("snapshot_at") == nullptr) {
            add(snapshot, -1);
        }
        if (const int days = fieldIndex(*m_plan.kind, "day_span"); days >= 0) {
            if (find("stat_date") == nullptr) {
                add(fieldIndex(*m_plan.kind, "stat_date"), -1);
            }
            if (find("day_span") == nullptr) {
                add(days, -1).inContent = false;  // it stands in the key
            }
        }
        addIfAny("consent_status", {"withdraw_time", "dnc"});
        addIfAny("channel", {"dnc"});
        if (fieldIndex(*m_plan.kind, "event_name") >= 0) {
            addIfAny("event_name", {m_plan.kind->mainTime});
        }
        if (addIfAny("birth_year", {"age"})) {
            m_plan.columns.back().inContent = false;  // depends on the year of the import
        }
    }

    bool addIfAny(std::string_view name, std::initializer_list<std::string_view> sources)
    {
        const int field = fieldIndex(*m_plan.kind, name);
        const bool wanted = field >= 0 && find(name) == nullptr
            && std::any_of(sources.begin(), sources.end(),
                           [&](std::string_view source) { return find(source) != nullptr; });
        if (wanted) {
            add(field, -1);
        }
        return wanted;
    }

    bool mustHave(std::string_view name) const
    {
        const auto& names = m_plan.kind->mustHave;
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    int position(std::string_view name)
    {
        const PlanColumn* column = find(name);
        return column == nullptr ? -1 : static_cast<int>(column - m_plan.columns.data());
    }

    void connect()
    {
        Companions& with = m_plan.with;
        with.bookingDate = position("booking_date");
        with.bookingTime = with.bookingDate < 0 ? -1 : position("booking_time");
        with.halfDay = position("half_day");
        with.paid = position("paid_amount");
        const bool computed
            = with.paid >= 0 && m_plan.columns[static_cast<std::size_t>(with.paid)].source < 0;
        with.unitPrice = computed ? position("unit_price") : -1;
        with.quantity = position("qty");
        with.orderTime = position("order_time");
        // An order of a shop that has no time of payment was not paid.
        with.payTime = mustHave("pay_time") ? position("pay_time") : -1;
        with.eventName = position("event_name");
        with.age = position("age");
        with.birthDate = position("birth_date");
        with.birthYear = position("birth_year");
        with.consentState = position("consent_status");
        with.consentChannel = with.consentState < 0 ? -1 : position("channel");
        with.withdrawTime = position("withdraw_time");
        with.doNotContact = position("dnc");
        connectDerived();
        if (with.bookingTime >= 0) {
            m_plan.columns[static_cast<std::size_t>(with.bookingTime)].clockOnly = true;
        }
        if (with.unitPrice >= 0) {
            m_plan.columns[static_cast<std::size_t>(with.unitPrice)].exactPrice = true;
        }
        m_plan.mainTime = position(m_plan.kind->mainTime);
        for (const std::string_view name : m_plan.kind->mustHave) {
            m_plan.mustHave.push_back(position(name));
        }
        for (std::size_t i = 0; i < m_plan.columns.size(); ++i) {
            const FieldSpec& spec = *m_plan.columns[i].spec;
            const bool name = spec.use == FieldUse::Evidence && spec.key == KeyType::Name;
            if (spec.use == FieldUse::Person || name) {
                m_plan.persons.push_back(static_cast<int>(i));
            }
            if (spec.type == FieldType::Time) {
                m_plan.times.push_back(static_cast<int>(i));
            }
            if (m_plan.kind->target == KindTarget::Documents && m_plan.columns[i].source >= 0
                && addsUp(spec)) {
                m_plan.figures.push_back(static_cast<int>(i));
            }
        }
    }

    void connectDerived()
    {
        Companions& with = m_plan.with;
        with.remark = position("remark_name");
        with.remarkTail = with.remark < 0 ? -1 : position("phone_tail");
        with.phone = position("phone");
        with.firstName = position("first_name");
        with.lastName = position("last_name");
        with.fullName = with.firstName < 0 && with.lastName < 0 ? -1 : position("name");
        with.snapshot = position("snapshot_at");
        with.remainingBoth = position("remaining_both");
        with.remainingQuantity = position("remaining_qty");
        with.remainingAmount = position("remaining_amount");
        with.planned = position("followup_plan_at");
        with.done = position("followup_done_at");
        with.windowStart = position("stat_date");
        with.windowEnd = position("stat_until");
        with.windowDays = position("day_span");
    }

    Plan& m_plan;
    const Mapping& m_mapping;
    const Sample& m_evidence;
    TimeFormat m_format;
};

class PlannedCleaning final : public CleaningPlan {
public:
    PlannedCleaning(Mapping mapping, Plan plan)
        : m_mapping(std::move(mapping))
        , m_plan(std::move(plan))
    {
    }

    [[nodiscard]] const Mapping& mapping() const override { return m_mapping; }
    [[nodiscard]] const Recipe& recipe() const override { return m_plan.recipe; }
    [[nodiscard]] CleanBlock clean(RowBlock rows) const override
    {
        if (!rows.isCooked) {
            Recipe::Memory memory;
            m_plan.recipe.apply(rows, memory);
        }
        return cleanRows(m_plan, std::move(rows));
    }

private:
    Mapping m_mapping;
    Plan m_plan;
};

Error badMapping(const std::string& file, const char* key, const std::string& value)
{
    return {.code = ErrorCode::BadMapping, .subject = file, .value = shortened(value), .detail = key};
}

}  // namespace

int sourceColumn(const std::vector<std::string>& header, std::string_view name)
{
    const std::string_view wanted = trimmed(name);
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (trimmed(header[i]) == wanted) {
            return static_cast<int>(i);
        }
    }
    int number = 0;
    const char* end = wanted.data() + wanted.size();
    if (wanted.size() > 1 && wanted[0] == '#' && std::from_chars(wanted.data() + 1, end, number).ptr == end) {
        return number >= 1 && number <= static_cast<int>(header.size()) ? number - 1 : -1;
    }
    const std::string foldedName = folded(wanted);
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (!foldedName.empty() && folded(header[i]) == foldedName) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

Result<Plan> makePlan(const Mapping& mapping, const std::vector<std::string>& header, const Sample& evidence,
                      const Zone& workspaceZone, Millis now, const std::string& file)
{
    const Status checked = checkMapping(mapping, header, file);
    if (!checked) {
        return checked.error();
    }
    const std::optional<TimeFormat> format = timeFormatByName(mapping.timeFormat);
    if (!format) {
        return badMapping(file, "time_format", mapping.timeFormat);
    }
    const Result<Zone> zone
        = mapping.timeZone.empty() ? Result<Zone>(workspaceZone) : Zone::find(mapping.timeZone);
    if (!zone) {
        return badMapping(file, "time_zone", mapping.timeZone);
    }
    Plan plan(*zone);
    plan.kind = mapping.kind;
    plan.width = header.size();
    plan.today = plan.zone.dayOf(now);
    plan.latest = now + kDayMillis;
    plan.snapshotDay = dayInFileName(file).value_or(plan.today);
    for (const std::string& name : header) {
        plan.header.emplace_back(mapping.header ? trimmed(name) : std::string_view());
    }
    plan.eventTypes = foldedKeys(mapping.eventTypes);
    for (auto& [from, to] : plan.eventTypes) {
        to = codeFrom(to);
    }
    std::vector<int> sources(plan.kind->fields.size(), -1);
    for (const Mapping::Column& column : mapping.columns) {
        sources[static_cast<std::size_t>(column.field)] = sourceColumn(header, column.header);
    }
    plan.recipe = Recipe(mapping.recipe, std::move(sources), plan.header);
    Maker(plan, mapping, evidence, *format).make(header);
    if (plan.with.windowDays >= 0) {
        const PlanColumn& start = plan.columns[static_cast<std::size_t>(plan.with.windowStart)];
        plan.fileDays = start.source < 0 && start.constant.empty() ? daysInFileName(file) : std::nullopt;
        if (start.source < 0 && start.constant.empty() && !plan.fileDays) {
            return Error {.code = ErrorCode::MissingField,
                          .subject = std::string(plan.kind->code),
                          .value = std::string(start.spec->name),
                          .detail = "days of the file"};
        }
    }
    return plan;
}

}  // namespace meitrace::cleaning

namespace meitrace {

Result<std::shared_ptr<const CleaningPlan>>
CleaningPlan::make(const Mapping& mapping, const std::vector<std::string>& header, const Sample& evidence,
                   const Zone& workspaceZone, Millis now, const std::string& file)
{
    Result<cleaning::Plan> plan = cleaning::makePlan(mapping, header, evidence, workspaceZone, now, file);
    if (!plan) {
        return plan.error();
    }
    return std::shared_ptr<const CleaningPlan>(
        std::make_shared<cleaning::PlannedCleaning>(mapping, *std::move(plan)));
}

}  // namespace meitrace

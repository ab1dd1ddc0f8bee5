// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/kpi.h"

#include "analytics/customer/kpitally.h"
#include "models/base/badoption.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <optional>

namespace meitrace {

namespace {

constexpr Index kChunk = 8'192;  // whole words of a Bitset
constexpr Day kNever = std::numeric_limits<Day>::max();
constexpr Day kAlways = std::numeric_limits<Day>::min();

std::span<const KpiDefinition> definitions()
{
    return kpiDefinitions();
}

/// First and last day on which something happened, to anybody.
struct Days {
    Day first = kNever;
    Day last = kAlways;

    void add(Day day) { add({day, day}); }
    void add(const Days& other)
    {
        first = std::min(first, other.first);
        last = std::max(last, other.last);
    }
};
using RoleDays = std::array<Days, kKpiRoles>;

struct Both {
    explicit Both(std::size_t groups)
        : now(groups)
        , before(groups)
    {
    }
    KpiSums now;
    KpiSums before;
    RoleDays days {};
};

template <typename Row>
std::span<const Row> rowsOf(const std::vector<Row>& rows, Index customer)
{
    const auto [begin, end]
        = std::equal_range(rows.begin(), rows.end(), Row {.customer = customer},
                           [](const Row& a, const Row& b) { return a.customer < b.customer; });
    return {begin, end};
}

class Work {
public:
    Work(const Snapshot& snapshot, const KpiInputs& inputs, const KpiOptions& options, KpiResult& result)
        : m_snapshot(snapshot)
        , m_inputs(inputs)
        , m_options(options)
        , m_result(result)
    {
    }

    Status run(Job& job)
    {
        if (Status status = load(job); !status) {
            return status;
        }
        const KpiGroups groups(m_snapshot, m_inputs, m_options.by, m_source);
        const KpiPlan now = planOf(groups, m_result.period);
        const KpiPlan before = planOf(groups, m_result.before);
        std::vector<Bitset> members(kKpiTerms);
        for (std::size_t t = 0; t < kKpiTerms; ++t) {
            if (countsCustomers(static_cast<KpiTerm>(t))) {
                members[t] = Bitset(m_snapshot.customers());
            }
        }
        Result<Both> sums = addAll(now, before, members, job);
        if (!sums) {
            return sums.error();
        }
        addSpend(groups, m_result.period, sums->now);
        addSpend(groups, m_result.before, sums->before);
        m_days = sums->days;
        report(groups, *sums);
        for (const KpiDefinition& definition : definitions()) {
            const bool lists = countsCustomers(definition.value) && definition.over == KpiTerm::None;
            m_result.members.push_back(lists ? members[static_cast<std::size_t>(definition.value)]
                                             : Bitset());
        }
        return Done {};
    }

private:
    Status load(Job& job)
    {
        std::vector<EventField> fields = KpiFacts::needed();
        fields.push_back(EventField::Channel);
        fields.push_back(EventField::Item);
        fields.push_back(fieldOf(m_options.by));
        if (Status status = m_snapshot.load(fields, job); !status) {
            return status;
        }
        if (m_options.by == KpiBy::Channel) {
            const auto source = m_snapshot.attribute("source", job);
            if (!source && source.error().code != ErrorCode::NotFound) {
                return source.error();
            }
            m_source = source ? *source : nullptr;
        }
        return Done {};
    }

    [[nodiscard]] KpiPlan planOf(const KpiGroups& groups, KpiPeriod period) const
    {
        KpiPlan plan {.snapshot = m_snapshot,
                      .inputs = m_inputs,
                      .groups = groups,
                      .period = period,
                      .roiDays = m_options.roiDays,
                      .paidChannels = {},
                      .channels = m_snapshot.codes(EventField::Channel),
                      .items = m_snapshot.codes(EventField::Item)};
        const Dictionary& channels = m_snapshot.dictionary(EventField::Channel);
        plan.paidChannels.resize(channels.size());
        for (const KpiInputs::Spend& spend : m_inputs.spend) {
            if (spend.amount > 0 && spend.day >= period.from && spend.day <= period.to) {
                const std::uint32_t code = channels.find(m_inputs.labels.text(spend.channel));
                plan.paidChannels[code] = code != 0;
            }
        }
        return plan;
    }

    [[nodiscard]] Result<Both> addAll(const KpiPlan& now, const KpiPlan& before, std::vector<Bitset>& members,
                                      Job& job) const
    {
        const Index n = m_snapshot.customers();
        const std::size_t groups = now.groups.names().size();
        std::vector<std::optional<Both>> parts(static_cast<std::size_t>(chunkCount(n, kChunk)));
        std::atomic<Index> finished {0};
        const bool done = forChunks(n, kChunk, job, [&](Index chunk, Index begin, Index end) {
            Both& part = parts[static_cast<std::size_t>(chunk)].emplace(groups);
            KpiFacts facts(m_snapshot, m_result.asOf);
            KpiTally tallyNow(now, part.now, &members);
            KpiTally tallyBefore(before, part.before, nullptr);
            for (Index c = begin; c < end; ++c) {
                facts.read(c);
                for (const KpiFact& fact : facts.facts()) {
                    part.days[static_cast<std::size_t>(fact.role)].add(fact.day);
                }
                if (m_options.population.test(c)) {
                    const KpiPerson person {c, facts, rowsOf(m_inputs.bookings, c),
                                            rowsOf(m_inputs.prepaidUses, c), rowsOf(m_inputs.owed, c)};
                    tallyNow.add(person);
                    tallyBefore.add(person);
                }
            }
            const Index share = finished.fetch_add(end - begin, std::memory_order_relaxed) + end - begin;
            job.progress(static_cast<double>(share) / static_cast<double>(n));
        });
        if (!done) {
            return Error {ErrorCode::Cancelled};
        }
        Both sums(groups);
        for (const std::optional<Both>& part : parts) {
            sums.now.add(part->now);
            sums.before.add(part->before);
            for (std::size_t role = 0; role < kKpiRoles; ++role) {
                sums.days[role].add(part->days[role]);
            }
        }
        return sums;
    }

    void addSpend(const KpiGroups& groups, KpiPeriod period, KpiSums& sums) const
    {
        constexpr auto kPlace = static_cast<std::size_t>(KpiTerm::Spend);
        for (const KpiInputs::Spend& spend : m_inputs.spend) {
            if (spend.day >= period.from && spend.day <= period.to) {
                sums.total[kPlace] += spend.amount;
                if (m_options.by == KpiBy::Channel) {
                    sums.groups[groups.ofLabel(spend.channel)][kPlace] += spend.amount;
                }
            }
        }
    }

    /// The days a kind of file tells of; kNever: there is none
    [[nodiscard]] Days daysOf(std::string_view kind) const
    {
        const auto of = [this](KpiRole role) { return m_days[static_cast<std::size_t>(role)]; };
        if (kind == "his_billing") {
            Days days = of(KpiRole::Bill);
            days.add(of(KpiRole::Refund));
            days.add(of(KpiRole::Prepaid));
            return days;
        }
        if (kind == "his_consumption") {
            return of(KpiRole::Treat);
        }
        if (kind == "his_visit") {
            return of(KpiRole::Arrive);
        }
        if (kind == "his_consult") {
            return of(KpiRole::Lead);
        }
        Days days;
        if (kind == "his_booking") {
            for (const KpiInputs::Booking& booking : m_inputs.bookings) {
                days.add(m_snapshot.dayOf(booking.slot));
            }
        } else if (kind == "his_package" && m_inputs.owedOn != kMissingDay) {
            days.add(m_inputs.owedOn);
        } else if (kind == "ad_spend") {
            for (const KpiInputs::Spend& spend : m_inputs.spend) {
                days.add(spend.day);
            }
        } else if (kind == "his_customer" && m_inputs.referred.size() != 0) {
            days = {kAlways, m_result.asOf};
        }
        days.last = std::min(days.last, m_result.asOf);
        return days;
    }

    /// Kinds the definitions need, with their days, each once.
    [[nodiscard]] std::vector<KpiSource> sources() const
    {
        std::vector<KpiSource> list;
        for (const KpiDefinition& definition : definitions()) {
            for (const std::string& kind : definition.needs) {
                const bool isNew = std::none_of(list.begin(), list.end(),
                                                [&](const KpiSource& s) { return s.kind == kind; });
                if (isNew) {
                    const Days days = daysOf(kind);
                    list.push_back({kind, days.first, days.last});
                }
            }
        }
        return list;
    }

    struct Needs {
        std::vector<std::string> missing;
        Day first = kAlways;  ///< from here on all kinds tell
        bool spend = false;
    };

    [[nodiscard]] KpiValue valueOf(const KpiDefinition& definition, const Needs& needs, const KpiTerms& terms,
                                   KpiPeriod period, bool isGroup) const
    {
        const auto term = [&terms](KpiTerm t) { return terms[static_cast<std::size_t>(t)]; };
        KpiValue value {.n = term(definition.n)};
        if (!needs.missing.empty()) {
            return {.n = 0, .gap = KpiGap::NoFile};
        }
        if (period.to < needs.first) {
            return {.n = 0, .gap = KpiGap::BeforeData};
        }
        if (needs.spend && isGroup && m_options.by != KpiBy::Channel) {
            return {.n = 0, .gap = KpiGap::NotSplit};
        }
        if (needs.spend && m_options.chosenPeople) {
            return {.n = 0, .gap = KpiGap::ChosenOnly};
        }
        value.value = static_cast<double>(term(definition.value));
        if (definition.over != KpiTerm::None) {
            const std::int64_t over = term(definition.over);
            value.hits = term(definition.value);
            value.gap = over == 0 ? KpiGap::NothingToDivide : KpiGap::None;
            value.value = over == 0 ? std::numeric_limits<double>::quiet_NaN()
                                    : value.value / static_cast<double>(over);
        }
        return value;
    }

    void report(const KpiGroups& groups, const Both& sums)
    {
        const std::vector<KpiSource> all = sources();
        std::vector<Needs> needs;
        for (const KpiDefinition& definition : definitions()) {
            Needs& need = needs.emplace_back();
            need.spend = definition.needsKind("ad_spend");
            for (const std::string& kind : definition.needs) {
                const Day first = std::find_if(all.begin(), all.end(), [&](const KpiSource& s) {
                                      return s.kind == kind;
                                  })->first;
                need.first = std::max(need.first, first);
                if (first == kNever) {
                    need.missing.push_back(kind);
                }
            }
        }
        const auto figures = [&](const KpiTerms& now, const KpiTerms& before, bool isGroup) {
            std::vector<KpiReading> list;
            for (std::size_t d = 0; d < needs.size(); ++d) {
                const KpiDefinition& definition = definitions()[d];
                list.push_back({.now = valueOf(definition, needs[d], now, m_result.period, isGroup),
                                .before = valueOf(definition, needs[d], before, m_result.before, isGroup),
                                .missing = needs[d].missing});
            }
            return list;
        };
        std::copy_if(all.begin(), all.end(), std::back_inserter(m_result.sources),
                     [](const KpiSource& s) { return s.first != kNever; });
        m_result.figures = figures(sums.now.total, sums.before.total, false);
        if (m_options.by == KpiBy::None) {
            return;
        }
        const KpiTerms nothing {};
        for (std::size_t g = 0; g < groups.names().size(); ++g) {
            if (sums.now.groups[g] != nothing || sums.before.groups[g] != nothing) {
                m_result.groups.push_back(
                    {groups.names()[g], figures(sums.now.groups[g], sums.before.groups[g], true)});
            }
        }
        std::sort(m_result.groups.begin(), m_result.groups.end(),
                  [](const KpiGroup& a, const KpiGroup& b) { return a.name < b.name; });
    }

    const Snapshot& m_snapshot;
    const KpiInputs& m_inputs;
    const KpiOptions& m_options;
    KpiResult& m_result;
    std::shared_ptr<const Attribute> m_source;
    RoleDays m_days {};
};

}  // namespace

Day kpiMonth(const Snapshot& snapshot, Day lastDay)
{
    const Day month = monthStart(lastDay);
    const bool isOver = month < monthStart(snapshot.frame().asOf);
    return isOver && month >= monthStart(snapshot.frame().firstDay) ? month : kMissingDay;
}

KpiPeriod kpiPeriod(Day month, Day asOf)
{
    const Day from = monthStart(month);
    return {from, std::min(monthStart(month, 1) - 1, asOf)};
}

KpiPeriod kpiPeriodBefore(KpiPeriod period, KpiCompare compare)
{
    const int months = compare == KpiCompare::Year ? -12 : -1;
    const bool whole = period.to == monthStart(period.from, 1) - 1;
    return {monthStart(period.from, months),
            whole ? monthStart(period.from, months + 1) - 1 : addMonths(period.to, months)};
}

Result<KpiResult> kpis(const Snapshot& snapshot, const KpiInputs& inputs, const KpiOptions& options, Job& job)
{
    KpiResult result;
    result.asOf = options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf;
    const Day month = options.month == kMissingDay ? result.asOf : options.month;
    if (monthStart(month) > result.asOf) {
        return Error {.code = ErrorCode::BadOption,
                      .subject = "month",
                      .value = isoDate(month).substr(0, 7),
                      .detail = "not after " + isoDate(result.asOf)};
    }
    if (options.roiDays < 1 || options.roiDays > 730) {
        return badOption("roi-days", options.roiDays, "1 to 730");
    }
    result.period = kpiPeriod(month, result.asOf);
    result.before = kpiPeriodBefore(result.period, options.compare);
    const Day days = monthStart(month, 1) - monthStart(month);
    result.elapsed = static_cast<double>(result.period.to - result.period.from + 1) / days;
    result.mature = result.period.to + options.roiDays <= result.asOf;
    KpiOptions used = options;
    if (used.population.size() == 0) {
        used.population = options.includeAnonymous ? Bitset(snapshot.customers(), true) : snapshot.known();
    }
    result.used = used.population.count();
    result.internalLines
        = std::count_if(inputs.internalLines.begin(), inputs.internalLines.end(), [&](Millis t) {
              const Day day = snapshot.dayOf(t);
              return day >= result.period.from && day <= result.period.to;
          });
    if (Status status = Work(snapshot, inputs, used, result).run(job); !status) {
        return status.error();
    }
    return result;
}

}  // namespace meitrace

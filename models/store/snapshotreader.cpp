// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/snapshotreader.h"

#include "models/base/parallel.h"
#include "models/domain/attribute.h"
#include "models/store/dictionaries.h"
#include "models/store/rows.h"
#include "models/store/snapshotplan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

AttributeType typeOf(AttributeKind kind)
{
    switch (kind) {
    case AttributeKind::Category:
        return AttributeType::Category;
    case AttributeKind::Number:
        return AttributeType::Number;
    case AttributeKind::Money:
        return AttributeType::Money;
    case AttributeKind::Date:
    case AttributeKind::Instant:
        return AttributeType::Date;
    }
    return AttributeType::Category;
}

/// Reads columns out of the file. The open read transaction keeps the state of the moment it began.
class StoreSource final : public ColumnSource {
public:
    StoreSource(Database database, SnapshotPlan plan, const SnapshotFrame& frame)
        : m_database(std::move(database))
        , m_plan(std::move(plan))
        , m_zone(frame.zone)
        , m_dayStart(frame.dayStart)
    {
        std::transform(frame.dictionaries.begin(), frame.dictionaries.end(), m_codes.begin(),
                       [](const Dictionary& dictionary) { return dictionary.size(); });
    }

    Status loadEvents(EventField field, EventColumns& into, Job& job) override
    {
        const int stored = static_cast<int>(field);
        switch (widthOf(field)) {
        case ColumnWidth::Byte:
            return load(stored, into.precision, job);
        case ColumnWidth::Number:
            return load(stored, field == EventField::Time ? into.time : into.amount, job);
        case ColumnWidth::Narrow:
            return loadCodes(field, into.narrow[EventColumns::narrowIndex(field)], job);
        case ColumnWidth::Wide:
            return loadCodes(field, into.wide[EventColumns::wideIndex(field)], job);
        }
        return Done {};
    }

    Result<std::shared_ptr<const Attribute>> loadAttribute(std::string_view name, Job& job) override;
    Status loadConsents(std::vector<ConsentRecord>& records, Column<std::int64_t>& offsets,
                        Job& job) override;

private:
    /// Whoever reads a code may trust that it has a place in the dictionary.
    template <typename T>
    Status loadCodes(EventField field, Column<T>& column, Job& job)
    {
        Status status = load(static_cast<int>(field), column, job);
        if (status && hasDictionary(field) && column.size() > 0
            && column.maxCoeff() >= m_codes[static_cast<std::size_t>(field)]) {
            return Error {
                .code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "a code without its text"};
        }
        return status;
    }

    template <typename T>
    Status load(int storedField, Column<T>& column, Job& job)
    {
        column.resize(m_plan.offset.back());
        const bool direct = m_plan.stretches.size() == 1 && m_plan.parts.size() == 1;
        if (direct) {
            return readColumn(m_database, m_plan.parts.front(), storedField, column.data(), job);
        }
        std::vector<std::vector<T>> whole(m_plan.parts.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            whole[i].resize(static_cast<std::size_t>(m_plan.parts[i].rows));
            if (Status status = readColumn(m_database, m_plan.parts[i], storedField, whole[i].data(), job);
                !status) {
                return status;
            }
        }
        const auto stretches = static_cast<Index>(m_plan.stretches.size());
        const bool finished = forChunks(stretches, 1 << 14, job, [&](Index, Index begin, Index end) {
            for (Index i = begin; i < end; ++i) {
                const EventStretch& stretch = m_plan.stretches[static_cast<std::size_t>(i)];
                const T* from = whole[stretch.part].data() + stretch.begin;
                std::copy(from, from + stretch.count,
                          column.data() + m_plan.stretchAt[static_cast<std::size_t>(i)]);
            }
        });
        return finished ? Status(Done {}) : Status(Error {.code = ErrorCode::Cancelled});
    }

    [[nodiscard]] Index rowOf(std::int64_t ident) const
    {
        return ident >= 0 && ident < static_cast<std::int64_t>(m_plan.rowOfIdent.size())
            ? m_plan.rowOfIdent[static_cast<std::size_t>(ident)]
            : -1;
    }

    Database m_database;
    SnapshotPlan m_plan;
    Zone m_zone;
    Millis m_dayStart;
    std::array<std::uint32_t, kEventFieldCount> m_codes {};
};

/// The best statement about a customer so far: a later batch wins, then the later observation, then the
/// smaller text.
struct Best {
    std::int64_t batch = -1;
    std::int64_t observed = 0;
};

Result<std::shared_ptr<const Attribute>> StoreSource::loadAttribute(std::string_view name, Job& job)
{
    static_cast<void>(job);
    const AttributeSpec* spec = attributeByName(name);
    if (spec == nullptr) {
        return Error {.code = ErrorCode::NotFound, .subject = std::string(name)};
    }
    auto attribute = std::make_shared<Attribute>();
    attribute->name = name;
    attribute->type = typeOf(spec->kind);
    const auto customers = static_cast<Index>(m_plan.customers.size());
    const bool category = attribute->type == AttributeType::Category;
    if (category) {
        attribute->code.setZero(customers);
    } else {
        attribute->number.setConstant(customers, std::numeric_limits<double>::quiet_NaN());
    }
    Result<Statement> query
        = m_database.prepare("SELECT ident_id, batch_id, number, text, coalesce(observed_ms, 0) FROM "
                             "ident_attribute WHERE attribute = ? ORDER BY text, number");
    if (!query) {
        return query.error();
    }
    query->bind(1, std::int64_t {spec->id});
    std::vector<Best> best(static_cast<std::size_t>(customers));
    const Status status = forEachRow(*query, [&](const Statement& row) {
        const Index customer = rowOf(row.integer(0));
        if (customer < 0) {
            return;
        }
        Best& mine = best[static_cast<std::size_t>(customer)];
        const Best other {row.integer(1), row.integer(4)};
        if (std::pair(other.batch, other.observed) <= std::pair(mine.batch, mine.observed)) {
            return;
        }
        mine = other;
        if (category) {
            attribute->code[customer] = attribute->texts.add(row.text(3));
        } else {
            const auto number = spec->kind == AttributeKind::Instant
                ? m_zone.dayOf(row.integer(2), m_dayStart)
                : row.integer(2);
            attribute->number[customer] = static_cast<double>(number);
        }
    });
    if (!status) {
        return status.error();
    }
    return std::shared_ptr<const Attribute>(std::move(attribute));
}

Status StoreSource::loadConsents(std::vector<ConsentRecord>& records, Column<std::int64_t>& offsets, Job& job)
{
    static_cast<void>(job);
    std::vector<std::pair<Index, ConsentRecord>> found;
    Result<Statement> query = m_database.prepare(
        "SELECT ident, coalesce(consent_scope, 2), coalesce(channel, 1), coalesce(consent_status, 0), "
        "CASE WHEN withdraw_time IS NOT NULL THEN withdraw_time ELSE consent_time END, expire_time, "
        "coalesce(dnc, 0) "
        "FROM consent_record WHERE current = 1 ORDER BY doc_id");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) {
        const Index customer = rowOf(row.integer(0));
        ConsentRecord record {.scope = static_cast<ConsentScope>(row.integer(1)),
                              .channel = static_cast<ConsentChannel>(row.integer(2)),
                              .state = static_cast<ConsentState>(row.integer(3)),
                              .at = row.number(4),
                              .expires = row.number(5)};
        if (customer >= 0 && row.integer(6) == 1) {
            found.emplace_back(customer,
                               ConsentRecord {.scope = ConsentScope::Marketing,
                                              .state = ConsentState::Denied,
                                              .at = record.at});
        }
        if (customer >= 0 && row.integer(3) != 0) {
            found.emplace_back(customer, record);
        }
    });
    if (!status) {
        return status.error();
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    offsets.setZero(static_cast<Index>(m_plan.customers.size()) + 1);
    for (const auto& [customer, record] : found) {
        records.push_back(record);
        ++offsets[customer + 1];
    }
    for (Index c = 0; c + 1 < offsets.size(); ++c) {
        offsets[c + 1] += offsets[c];
    }
    return Done {};
}

Status fillKnown(Database& database, const SnapshotPlan& plan, Bitset& known)
{
    // What only a device, a masked number or the tail of one tells of is nobody yet (12, 13, 14: KeyType),
    // unless she asked for something.
    Result<Statement> query
        = database.prepare("SELECT DISTINCT ident_id FROM ident_key WHERE key_type NOT IN (12, 13, 14) "
                           "UNION ALL SELECT ident FROM lead WHERE current = 1 "
                           "UNION ALL SELECT ident FROM ad_lead WHERE current = 1");
    if (!query) {
        return query.error();
    }
    return forEachRow(*query, [&](const Statement& row) {
        const auto ident = static_cast<std::size_t>(row.integer(0));
        if (ident < plan.rowOfIdent.size() && plan.rowOfIdent[ident] >= 0) {
            known.set(plan.rowOfIdent[ident]);
        }
    });
}

Status fillNumbers(Database& database, SnapshotFrame& frame, const SnapshotPlan& plan)
{
    Result<Statement> query = database.prepare("SELECT name, number FROM setting WHERE number IS NOT NULL");
    if (!query) {
        return query.error();
    }
    frame.dataVersion = plan.dataVersion;
    Millis last = kMissing;
    Millis first = kMissing;
    Millis any = kMissing;
    const Status status = forEachRow(*query, [&](const Statement& row) {
        const std::string_view name = row.text(0);
        if (name == "map_version") {
            frame.mapVersion = row.integer(1);
        } else if (name == "last_fact_ms") {
            last = row.integer(1);
        }
    });
    if (!status) {
        return status.error();
    }
    for (const EventPart& part : plan.parts) {
        first = first == kMissing ? part.firstTime : std::min(first, part.firstTime);
        any = std::max(any, part.lastTime);
        if (!part.projection) {
            last = std::max(last, part.lastTime);
        }
    }
    last = last == kMissing ? any : last;
    frame.asOf = last == kMissing ? 0 : frame.zone.dayOf(last, frame.dayStart);
    frame.firstDay = first == kMissing ? 0 : frame.zone.dayOf(first, frame.dayStart);
    return Done {};
}

/// The last list that says something of an item counts, and of one list its last row.
Status fillMargins(Database& database, SnapshotFrame& frame)
{
    constexpr std::int64_t kWhole = 1'000'000;
    const Dictionary& items = frame.dictionaries[static_cast<std::size_t>(EventField::Item)];
    return forEachRow(
        database.prepare(
            "SELECT coalesce(item_code, ''), coalesce(item_name, ''), margin_rate FROM item_list "
            "WHERE current = 1 AND margin_rate IS NOT NULL ORDER BY snapshot_at, doc_id"),
        [&](const Statement& row) {
            if (frame.itemMargin.size() == 0) {
                frame.itemMargin.setConstant(items.size(), SnapshotFrame::kNoMargin);
            }
            const std::int64_t margin = row.integer(2);
            for (const int name : {0, 1}) {
                // More than the price cannot be left; a loss can be of any size.
                if (const std::uint32_t code = items.find(row.text(name)); code != 0 && margin <= kWhole) {
                    frame.itemMargin[code]
                        = static_cast<std::int32_t>(std::max<std::int64_t>(margin, -1000 * kWhole));
                }
            }
        });
}

}  // namespace

Result<SnapshotPtr> readSnapshot(Workspace& workspace, Job& job)
{
    Result<Database> reader = workspace.reader();
    if (!reader) {
        return reader.error();
    }
    if (Status status = reader->execute("BEGIN"); !status) {
        return status.error();
    }
    Result<SnapshotPlan> plan = planSnapshot(*reader, job);
    if (!plan) {
        return plan.error();
    }
    SnapshotFrame frame;
    frame.zone = workspace.zone();
    frame.dayStart = static_cast<Millis>(workspace.settings().dayStartMinutes) * 60'000;
    frame.currency = workspace.settings().currency;
    const auto customers = static_cast<Index>(plan->customers.size());
    frame.offset = Eigen::Map<const Column<std::int64_t>>(plan->offset.data(), customers + 1);
    frame.code = Eigen::Map<const Column<std::uint32_t>>(plan->customers.data(), customers);
    frame.known = Bitset(customers);
    if (Status status = fillKnown(*reader, *plan, frame.known); !status) {
        return status.error();
    }
    if (Status status = fillNumbers(*reader, frame, *plan); !status) {
        return status.error();
    }
    Dictionaries dictionaries(*reader);
    if (Status status = dictionaries.load(); !status) {
        return status.error();
    }
    frame.dictionaries = std::move(dictionaries.all());
    if (Status status = fillMargins(*reader, frame); !status) {
        return status.error();
    }
    for (const AttributeSpec& attribute : attributes()) {
        frame.attributeNames.emplace_back(attribute.name);
    }
    auto source = std::make_unique<StoreSource>(std::move(*reader), std::move(*plan), frame);
    return {std::make_shared<const Snapshot>(std::move(frame), std::move(source))};
}

}  // namespace meitrace

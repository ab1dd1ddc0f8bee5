// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/qualityreader.h"

#include "models/store/batches.h"
#include "models/store/batchspans.h"
#include "models/store/documents.h"
#include "models/store/jobwatch.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

template <typename List, typename Value>
bool holds(const List& list, const Value& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::string concerned(const KindSpec& kind, const QualityPart& part)
{
    return " FROM " + std::string(kind.table) + " d WHERE d.current = 1 AND (" + std::string(part.where)
        + ")";
}

std::string timeOf(const KindSpec& kind)
{
    const std::string_view column = timeColumn(kind);
    return column.empty() ? std::string("NULL") : "d." + std::string(column);
}

/// row: batch, row, customer, time, then the part's fields
QualityRow rowOf(const Statement& row, const KindSpec& kind, const QualityPart& part)
{
    QualityRow made;
    made.batch = row.integer(0);
    made.row = row.integer(1);
    made.customer = static_cast<std::uint32_t>(row.integer(2));
    made.kind = kind.id;
    made.time = row.number(3);
    int column = 4;
    for (const std::string_view name : part.fields) {
        const int field = fieldIndex(kind, name);
        const bool numeric = isNumeric(kind.fields[static_cast<std::size_t>(field)].type);
        if (!row.isNull(column)) {
            made.values.push_back({.field = field,
                                   .number = numeric ? row.number(column) : kMissing,
                                   .text = numeric ? std::string() : std::string(row.text(column))});
        }
        ++column;
    }
    return made;
}

}  // namespace

QualityReader::QualityReader(Workspace& workspace)
    : m_workspace(workspace)
{
}

Status QualityReader::loadBatches()
{
    if (!m_batches.empty()) {
        return Done {};
    }
    return forEachRow(
        m_workspace.database().prepare("SELECT batch_id, kind, imported_ms FROM import_batch"),
        [this](const Statement& row) {
            m_batches[row.integer(0)] = {static_cast<std::uint8_t>(row.integer(1)), row.integer(2)};
        });
}

Day QualityReader::dayOf(Millis time) const
{
    return clinicDay(m_workspace, time);
}

void QualityReader::count(QualityTally& tally, std::int64_t batch, Millis time, std::int64_t n) const
{
    const auto loaded = m_batches.find(batch);
    if (time == kMissing) {
        tally.undated += n;
        time = loaded == m_batches.end() ? kMissing : loaded->second.imported;
    }
    tally.count += n;
    tally.byBatch[batch] += n;
    if (time != kMissing) {
        tally.byMonth[monthStart(dayOf(time))] += n;
    }
}

Status QualityReader::countAside(const QualityRule& rule, QualityTally& tally)
{
    const auto entries = Batches(m_workspace.database()).quarantine(0, true);
    if (!entries) {
        return entries.error();
    }
    std::pair<std::int64_t, std::int64_t> last {-1, -1};  // a row counts once, whatever it lacks
    for (const QuarantineEntry& entry : *entries) {
        const std::pair place(entry.batch, entry.row);
        if (place != last && holds(rule.asideRules, entry.rule)
            && (rule.asideFields.empty() || holds(rule.asideFields, std::string_view(entry.field)))) {
            last = place;
            count(tally, entry.batch, kMissing, 1);
        }
    }
    return Done {};
}

Result<QualityTally> QualityReader::tally(const QualityRule& rule, Job& job)
{
    Database& database = m_workspace.database();
    const JobWatch watch(database, job);
    QualityTally tally;
    if (Status status = loadBatches(); !status) {
        return status.error();
    }
    for (const QualityPart& part : rule.parts) {
        const KindSpec& kind = *kindByCode(part.kind);
        const Status status
            = forEachRow(database.prepare("SELECT d.batch_id, " + timeOf(kind) + concerned(kind, part)),
                         [&](const Statement& row) { count(tally, row.integer(0), row.number(1), 1); });
        if (!status) {
            return status.error();
        }
    }
    if (!rule.asideRules.empty()) {
        if (Status status = countAside(rule, tally); !status) {
            return status.error();
        }
    }
    if (!rule.cellRules.empty()) {
        const Status status = forEachRow(database.prepare("SELECT batch_id, field, rule, cells FROM repair"),
                                         [&](const Statement& row) {
                                             if (holds(rule.cellRules, static_cast<RowRule>(row.integer(2)))
                                                 && holds(rule.asideFields, row.text(1))) {
                                                 count(tally, row.integer(0), kMissing, row.integer(3));
                                             }
                                         });
        if (!status) {
            return status.error();
        }
    }
    return tally;
}

Result<std::vector<QualityRow>> QualityReader::rows(const QualityRule& rule, std::int64_t limit, Job& job)
{
    Database& database = m_workspace.database();
    const JobWatch watch(database, job);
    std::vector<QualityRow> found;
    for (const QualityPart& part : rule.parts) {
        const KindSpec& kind = *kindByCode(part.kind);
        std::string sql = "SELECT d.batch_id, d.row_no, coalesce((SELECT c.customer FROM ident_customer c "
                          "WHERE c.ident_id = d.ident), 0), "
            + timeOf(kind);
        for (const std::string_view field : part.fields) {
            sql += ", d." + std::string(field);
        }
        Result<Statement> query
            = database.prepare(sql + concerned(kind, part) + " ORDER BY d.doc_id LIMIT ?1");
        if (!query) {
            return query.error();
        }
        query->bind(1, limit - static_cast<std::int64_t>(found.size()));
        const Status status
            = forEachRow(*query, [&](const Statement& row) { found.push_back(rowOf(row, kind, part)); });
        if (!status) {
            return status.error();
        }
    }
    return found;
}

Status QualityReader::eachKey(const std::function<void(std::uint32_t, KeyType)>& read, Job& job)
{
    const JobWatch watch(m_workspace.database(), job);
    return forEachRow(
        m_workspace.database().prepare("SELECT c.customer, k.key_type FROM ident_key k JOIN ident_customer c "
                                       "ON c.ident_id = k.ident_id"),
        [&](const Statement& row) {
            read(static_cast<std::uint32_t>(row.integer(0)), static_cast<KeyType>(row.integer(1)));
        });
}

}  // namespace meitrace

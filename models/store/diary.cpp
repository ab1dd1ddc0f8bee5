// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/diary.h"

#include "models/base/saturation.h"
#include "models/store/documents.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr const char* kRows = "rows";

std::vector<std::string_view> moneyFields(const KindSpec& kind)
{
    std::vector<std::string_view> names;
    for (const FieldSpec& field : kind.fields) {
        if (field.use == FieldUse::Stored && field.type == FieldType::Money && addsUp(field)) {
            names.push_back(field.name);
        }
    }
    return names;
}

/// Files are written month by month: most rows are of the month of the row before.
class MonthOf {
public:
    explicit MonthOf(const Zone& zone)
        : m_zone(zone)
    {
    }

    Day operator()(Millis time)
    {
        const Day day = m_zone.dayOf(time);
        if (day < m_month || day >= m_next) {
            m_month = monthStart(day);
            m_next = monthStart(day, 1);
        }
        return m_month;
    }

private:
    const Zone& m_zone;
    Day m_month = 0;
    Day m_next = 0;
};

}  // namespace

std::vector<DiaryFigure> movedFigures(const MonthFigures& before, const MonthFigures& after)
{
    std::vector<DiaryFigure> moved;
    for (const auto& [place, old] : before) {
        const auto found = after.find(place);
        const std::int64_t now = found == after.end() ? 0 : found->second;
        if (now != old) {
            moved.push_back({.month = place.first, .figure = place.second, .before = old, .after = now});
        }
    }
    return moved;
}

Result<std::int64_t> Diary::add(const DiaryEntry& entry)
{
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO diary_entry(written_ms, action, batch_id, file_name, kind, rows_read, rows_new, "
        "rows_changed, rows_again, rows_aside, rows_vanished, first_day, last_day, customers_before, "
        "customers_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Result<Statement> figure = m_database.prepare(
        "INSERT INTO diary_figure(entry_id, month, figure, before, after) VALUES (?, ?, ?, ?, ?)");
    if (!insert || !figure) {
        return insert ? figure.error() : insert.error();
    }
    const auto day = [](Day d) { return d == kMissingDay ? kMissing : std::int64_t {d}; };
    const Status status = insert->bind(1, entry.written)
                              .bind(2, static_cast<std::int64_t>(entry.action))
                              .bind(3, entry.batch)
                              .bind(4, entry.fileName)
                              .bind(5, std::int64_t {entry.kind})
                              .bind(6, entry.rowsRead)
                              .bind(7, entry.fresh)
                              .bind(8, entry.changed)
                              .bind(9, entry.again)
                              .bind(10, entry.aside)
                              .bind(11, entry.vanished)
                              .bindNumber(12, day(entry.first))
                              .bindNumber(13, day(entry.last))
                              .bindNumber(14, entry.customersBefore)
                              .bindNumber(15, entry.customersAfter)
                              .run();
    if (!status) {
        return status.error();
    }
    const std::int64_t number = m_database.lastInsertId();
    for (const DiaryFigure& moved : entry.figures) {
        const Status written = figure->bind(1, number)
                                   .bind(2, std::int64_t {moved.month})
                                   .bind(3, moved.figure)
                                   .bind(4, moved.before)
                                   .bind(5, moved.after)
                                   .run();
        if (!written) {
            return written.error();
        }
    }
    return number;
}

Status Diary::setCustomers(std::int64_t entry, std::int64_t before, std::int64_t after)
{
    Result<Statement> update = m_database.prepare(
        "UPDATE diary_entry SET customers_before = ?, customers_after = ? WHERE entry_id = ?");
    return update ? update->bind(1, before).bind(2, after).bind(3, entry).run() : Status(update.error());
}

Result<std::vector<DiaryEntry>> Diary::entries(std::int64_t limit)
{
    Result<Statement> query = m_database.prepare(
        "SELECT entry_id, written_ms, action, batch_id, file_name, kind, rows_read, rows_new, rows_changed, "
        "rows_again, rows_aside, rows_vanished, first_day, last_day, customers_before, customers_after "
        "FROM diary_entry ORDER BY entry_id DESC LIMIT ?");
    if (!query) {
        return query.error();
    }
    query->bind(1, limit);
    const auto day = [](const Statement& row, int column) {
        return row.isNull(column) ? kMissingDay : static_cast<Day>(row.integer(column));
    };
    Result<std::vector<DiaryEntry>> entries = readRows(*query, [&](const Statement& row) {
        return DiaryEntry {.id = row.integer(0),
                           .written = row.integer(1),
                           .action = static_cast<DiaryAction>(row.integer(2)),
                           .batch = row.integer(3),
                           .fileName = std::string(row.text(4)),
                           .kind = static_cast<std::uint8_t>(row.integer(5)),
                           .rowsRead = row.integer(6),
                           .fresh = row.integer(7),
                           .changed = row.integer(8),
                           .again = row.integer(9),
                           .aside = row.integer(10),
                           .vanished = row.integer(11),
                           .first = day(row, 12),
                           .last = day(row, 13),
                           .customersBefore = row.number(14),
                           .customersAfter = row.number(15),
                           .figures = {}};
    });
    if (!entries) {
        return entries;
    }
    const Status status = readFigures(*entries);
    return status ? std::move(entries) : Result<std::vector<DiaryEntry>>(status.error());
}

Status Diary::readFigures(std::vector<DiaryEntry>& entries)
{
    Result<Statement> query = m_database.prepare(
        "SELECT month, figure, before, after FROM diary_figure WHERE entry_id = ? ORDER BY month, figure");
    if (!query) {
        return query.error();
    }
    for (DiaryEntry& entry : entries) {
        query->bind(1, entry.id);
        Status status = forEachRow(*query, [&](const Statement& row) {
            entry.figures.push_back({.month = static_cast<Day>(row.integer(0)),
                                     .figure = std::string(row.text(1)),
                                     .before = row.integer(2),
                                     .after = row.integer(3)});
        });
        if (!status) {
            return status;
        }
    }
    return Done {};
}

Result<MonthFigures> Diary::months(const KindSpec& kind, const Zone& zone)
{
    MonthFigures figures;
    const std::string_view time = timeColumn(kind);
    if (kind.target != KindTarget::Documents || time.empty()) {
        return figures;
    }
    const std::vector<std::string_view> money = moneyFields(kind);
    std::string sql = "SELECT " + std::string(time);
    for (const std::string_view name : money) {
        sql += ", " + std::string(name);
    }
    struct Month {
        std::int64_t rows = 0;
        std::vector<std::int64_t> sums;
    };
    std::map<Day, Month> months;
    MonthOf monthOf(zone);
    const Status status
        = forEachRow(m_database.prepare(sql + " FROM " + std::string(kind.table) + " WHERE current = 1"),
                     [&](const Statement& row) {
                         if (row.isNull(0)) {
                             return;
                         }
                         Month& month = months[monthOf(row.integer(0))];
                         ++month.rows;
                         month.sums.resize(money.size());
                         for (std::size_t i = 0; i < money.size(); ++i) {
                             const int column = static_cast<int>(i) + 1;
                             month.sums[i]
                                 = saturatedSum(month.sums[i], row.isNull(column) ? 0 : row.integer(column));
                         }
                     });
    if (!status) {
        return status.error();
    }
    for (const auto& [day, month] : months) {
        figures[{day, kRows}] = month.rows;
        for (std::size_t i = 0; i < money.size(); ++i) {
            figures[{day, std::string(money[i])}] = month.sums[i];
        }
    }
    return figures;
}

Result<std::int64_t> Diary::rowsBetween(const KindSpec& kind, const std::vector<std::int64_t>& batches,
                                        Millis first, Millis last)
{
    const std::string_view time = timeColumn(kind);
    if (kind.target != KindTarget::Documents || time.empty() || first == kMissing) {
        return 0;
    }
    Result<Statement> query
        = m_database.prepare("SELECT count(*) FROM " + std::string(kind.table) + " WHERE current = 1 AND "
                             + std::string(time) + " BETWEEN ? AND ? AND doc_id >= ? AND doc_id < ?");
    if (!query) {
        return query.error();
    }
    std::int64_t rows = 0;
    for (const std::int64_t batch : batches) {
        query->bind(1, first)
            .bind(2, last)
            .bind(3, documentNumber(batch, 0))
            .bind(4, documentNumber(batch + 1, 0));
        const Status status = forEachRow(*query, [&](const Statement& row) { rows += row.integer(0); });
        if (!status) {
            return status.error();
        }
    }
    return rows;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/reconciliation.h"

#include "models/store/rows.h"

namespace meitrace {

Status Reconciliation::save(std::int64_t batch, const std::vector<FileTotal>& totals)
{
    if (totals.empty()) {
        return Done {};
    }
    Result<Statement> insert
        = m_database.prepare("INSERT INTO file_total(batch_id, total_no, line, label, field, whole, stated, "
                             "taken, left_out, unread, again) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert) {
        return insert.error();
    }
    std::int64_t number = 0;
    for (const FileTotal& total : totals) {
        Status status = insert->bind(1, batch)
                            .bind(2, number++)
                            .bind(3, total.line)
                            .bind(4, total.label)
                            .bind(5, total.field)
                            .bind(6, std::int64_t {total.whole ? 1 : 0})
                            .bind(7, total.stated)
                            .bind(8, total.rows.taken)
                            .bind(9, total.rows.left)
                            .bind(10, total.rows.unread)
                            .bind(11, total.rows.again)
                            .run();
        if (!status) {
            return status;
        }
    }
    return Done {};
}

Result<std::vector<FileTotal>> Reconciliation::totals(std::int64_t batch)
{
    Result<Statement> query
        = m_database.prepare("SELECT line, label, field, whole, stated, taken, left_out, unread, "
                             "again "
                             "FROM file_total WHERE batch_id = ? ORDER BY total_no");
    if (!query) {
        return query.error();
    }
    query->bind(1, batch);
    return readRows(*query, [](const Statement& row) {
        return FileTotal {.line = row.integer(0),
                          .label = std::string(row.text(1)),
                          .field = std::string(row.text(2)),
                          .whole = row.integer(3) != 0,
                          .stated = row.integer(4),
                          .rows = {.taken = row.integer(5),
                                   .left = row.integer(6),
                                   .unread = row.integer(7),
                                   .again = row.integer(8)}};
    });
}

Result<CardCheck> Reconciliation::cards()
{
    CardCheck check;
    Result<Statement> query = m_database.prepare(
        "SELECT d.batch_id, d.row_no, coalesce((SELECT c.customer FROM ident_customer c "
        "WHERE c.ident_id = d.ident), 0), coalesce(d.card_no, ''), coalesce(d.item_name, d.card_name, ''), "
        "d.bought_qty, coalesce(d.gift_qty, 0), d.used_qty, d.remaining_qty FROM package_balance d "
        "WHERE d.current = 1 ORDER BY d.doc_id");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) {
        ++check.cards;
        if (row.isNull(5) || row.isNull(7) || row.isNull(8)) {
            return;
        }
        ++check.checked;
        CardDifference card {.batch = row.integer(0),
                             .row = row.integer(1),
                             .customer = static_cast<std::uint32_t>(row.integer(2)),
                             .card = std::string(row.text(3)),
                             .item = std::string(row.text(4)),
                             .bought = row.integer(5),
                             .gift = row.integer(6),
                             .used = row.integer(7),
                             .remaining = row.integer(8)};
        if (card.difference() != 0) {
            check.differences.push_back(std::move(card));
        }
    });
    if (!status) {
        return status.error();
    }
    return check;
}

}  // namespace meitrace

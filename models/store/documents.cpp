// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documents.h"

namespace meitrace {

Documents::Documents(Database& database, const KindSpec& kind)
    : m_database(database)
    , m_kind(kind)
{
    // Names come from the table of kinds, never from data.
    std::string names;
    std::string marks;
    int parameter = 6;
    for (const FieldSpec& field : kind.fields) {
        const bool stored = field.use == FieldUse::Stored;
        m_parameter.push_back(stored ? ++parameter : 0);
        if (stored) {
            names += ", " + std::string(field.name);
            marks += ", ?";
        }
    }
    m_insertSql = "INSERT INTO " + std::string(kind.table)
        + "(ident, row_key, content, current, batch_id, row_no, precision" + names
        + ") VALUES (?, ?, ?, 1, ?, ?, ?" + marks + ")";
}

Status Documents::load()
{
    m_inForce.clear();
    Result<Statement> query = m_database.prepare("SELECT row_key, content, doc_id, batch_id, row_no FROM "
                                                 + std::string(m_kind.table) + " WHERE current = 1");
    if (!query) {
        return query.error();
    }
    while (true) {
        const Result<bool> row = query->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            break;
        }
        m_inForce[static_cast<std::uint64_t>(query->integer(0))]
            = {.content = static_cast<std::uint64_t>(query->integer(1)),
               .doc = query->integer(2),
               .batch = query->integer(3),
               .row = query->integer(4)};
    }
    Result<Statement> insert = m_database.prepare(m_insertSql);
    Result<Statement> retire
        = m_database.prepare("UPDATE " + std::string(m_kind.table) + " SET current = 0 WHERE doc_id = ?");
    if (!insert || !retire) {
        return insert ? retire.error() : insert.error();
    }
    m_insert = std::move(*insert);
    m_retire = std::move(*retire);
    return Done {};
}

Result<Documents::Put> Documents::put(const Row& row)
{
    Put put;
    const auto known = m_inForce.find(row.key);
    if (known != m_inForce.end()) {
        if (known->second.content == row.content) {
            put.outcome = Outcome::Duplicate;
            return put;
        }
        put = {.outcome = Outcome::Superseding,
               .otherBatch = known->second.batch,
               .otherRow = known->second.row};
        if (Status status = m_retire.bind(1, known->second.doc).run(); !status) {
            return status.error();
        }
    }
    m_insert.bind(1, std::int64_t {row.ident})
        .bind(2, static_cast<std::int64_t>(row.key))
        .bind(3, static_cast<std::int64_t>(row.content))
        .bind(4, row.batch)
        .bind(5, row.row)
        .bind(6, static_cast<std::int64_t>(row.precision));
    for (const int parameter : m_parameter) {
        if (parameter > 0) {
            m_insert.bindNull(parameter);
        }
    }
    for (const Value& value : row.values) {
        const int parameter = m_parameter[static_cast<std::size_t>(value.field)];
        if (parameter > 0) {
            if (isNumeric(m_kind.fields[static_cast<std::size_t>(value.field)].type)) {
                m_insert.bindNumber(parameter, value.number);
            } else {
                m_insert.bindText(parameter, value.text);
            }
        }
    }
    if (Status status = m_insert.run(); !status) {
        return status.error();
    }
    m_inForce[row.key]
        = {.content = row.content, .doc = m_database.lastInsertId(), .batch = row.batch, .row = row.row};
    return put;
}

Status Documents::removeBatch(std::int64_t batch,
                              std::vector<std::pair<std::int64_t, std::int64_t>>& restored)
{
    const std::string table(m_kind.table);
    // Keys whose version in force goes and that have an older version left.
    Result<Statement> find
        = m_database.prepare("SELECT max(o.doc_id), o.batch_id, o.row_no FROM " + table + " o JOIN " + table
                             + " n ON n.row_key = o.row_key AND n.batch_id = ?1 AND n.current = 1 WHERE "
                               "o.batch_id <> ?1 GROUP BY o.row_key");
    Result<Statement> restore = m_database.prepare("UPDATE " + table + " SET current = 1 WHERE doc_id = ?");
    Result<Statement> remove = m_database.prepare("DELETE FROM " + table + " WHERE batch_id = ?");
    if (!find || !restore || !remove) {
        return !find ? find.error() : (!restore ? restore.error() : remove.error());
    }
    // Without an index on row_key SQLite builds one for this statement where it is needed.
    find->bind(1, batch);
    std::vector<std::int64_t> docs;
    while (true) {
        const Result<bool> row = find->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            break;
        }
        docs.push_back(find->integer(0));
        restored.emplace_back(find->integer(1), find->integer(2));
    }
    find->reset();
    if (Status status = remove->bind(1, batch).run(); !status) {
        return status;
    }
    for (const std::int64_t doc : docs) {
        if (Status status = restore->bind(1, doc).run(); !status) {
            return status;
        }
    }
    return Done {};
}

Result<Statement> Documents::read(const std::vector<std::string_view>& fields, std::string_view order)
{
    std::string sql = "SELECT ident, batch_id, row_no, precision, doc_id";
    for (const std::string_view field : fields) {
        sql += ", " + std::string(field);
    }
    sql += " FROM " + std::string(m_kind.table) + " WHERE current = 1";
    if (!order.empty()) {
        sql += " ORDER BY " + std::string(order);
    }
    return m_database.prepare(sql);
}

Result<std::int64_t> Documents::count()
{
    const auto count
        = m_database.queryInteger("SELECT count(*) FROM " + std::string(m_kind.table) + " WHERE current = 1");
    return count ? Result<std::int64_t>(count->value_or(0)) : Result<std::int64_t>(count.error());
}

}  // namespace meitrace

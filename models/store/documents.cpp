// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documents.h"

#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kFirstValue = 9;  // parameter of the first stored field in the insert statement

}  // namespace

std::string_view timeColumn(const KindSpec& kind)
{
    const int field = fieldIndex(kind, kind.mainTime);
    return field >= 0 && kind.fields[static_cast<std::size_t>(field)].use == FieldUse::Stored
        ? kind.mainTime
        : std::string_view();
}

/// One version of a key; `last` of all versions of a key in order decides.
struct Documents::Version {
    std::uint64_t key = 0;
    std::uint64_t content = 0;
    std::int64_t doc = 0;
    bool wasCurrent = false;
    State state = State::Superseded;
};

Documents::Documents(Database& database, const KindSpec& kind)
    : m_database(database)
    , m_kind(kind)
{
    // Names come from the table of kinds, never from data.
    std::string names;
    std::string marks;
    int parameter = kFirstValue - 1;
    for (const FieldSpec& field : kind.fields) {
        const bool stored = field.use == FieldUse::Stored;
        m_parameter.push_back(stored ? ++parameter : 0);
        if (stored) {
            names += ", " + std::string(field.name);
            marks += ", ?";
        }
    }
    m_insertSql = "INSERT INTO " + std::string(kind.table)
        + "(doc_id, ident, row_key, content, current, batch_id, row_no, precision" + names
        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?" + marks + ") ON CONFLICT(doc_id) DO NOTHING";
}

Status Documents::load()
{
    m_inForce.clear();
    Result<Statement> query = m_database.prepare("SELECT row_key, content, doc_id FROM "
                                                 + std::string(m_kind.table) + " WHERE current = 1");
    Result<Statement> retire
        = m_database.prepare("UPDATE " + std::string(m_kind.table) + " SET current = 0 WHERE doc_id = ?");
    if (!query || !retire) {
        return query ? retire.error() : query.error();
    }
    const Status status = forEachRow(*query, [&](const Statement& row) {
        m_inForce[static_cast<std::uint64_t>(row.integer(0))]
            = {.content = static_cast<std::uint64_t>(row.integer(1)), .doc = row.integer(2)};
    });
    if (!status) {
        return status.error();
    }
    m_retire = std::move(*retire);
    return prepareInsert();
}

Status Documents::prepareInsert()
{
    if (m_insert.isPrepared()) {
        return Done {};
    }
    Result<Statement> insert = m_database.prepare(m_insertSql);
    if (!insert) {
        return insert.error();
    }
    m_insert = std::move(*insert);
    return Done {};
}

Result<Documents::Put> Documents::put(const Row& row)
{
    Put put;
    const auto known = m_inForce.find(row.key);
    if (known != m_inForce.end()) {
        if (known->second.content == row.content) {
            return Put {.outcome = Outcome::Duplicate,
                        .otherBatch = known->second.doc >> 32U,
                        .otherRow = known->second.doc & 0xFFFF'FFFF};
        }
        put = {.outcome = Outcome::Superseding,
               .otherBatch = known->second.doc >> 32U,
               .otherRow = known->second.doc & 0xFFFF'FFFF};
        if (Status status = m_retire.bind(1, known->second.doc).run(); !status) {
            return status.error();
        }
    }
    if (Status status = insert(row, true); !status) {
        return status.error();
    }
    m_inForce[row.key] = {.content = row.content, .doc = documentNumber(row.batch, row.row)};
    return put;
}

Status Documents::insert(const Row& row, bool current)
{
    m_insert.bind(1, documentNumber(row.batch, row.row))
        .bind(2, std::int64_t {row.ident})
        .bind(3, static_cast<std::int64_t>(row.key))
        .bind(4, static_cast<std::int64_t>(row.content))
        .bind(5, std::int64_t {current ? 1 : 0})
        .bind(6, row.batch)
        .bind(7, row.row)
        .bind(8, static_cast<std::int64_t>(row.precision));
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
    return m_insert.run();
}

Result<std::vector<std::uint64_t>> Documents::removeBatch(std::int64_t batch)
{
    const std::string table(m_kind.table);
    Result<Statement> find
        = m_database.prepare("SELECT row_key FROM " + table + " WHERE doc_id >= ? AND doc_id < ?");
    Result<Statement> remove
        = m_database.prepare("DELETE FROM " + table + " WHERE doc_id >= ? AND doc_id < ?");
    if (!find || !remove) {
        return find ? remove.error() : find.error();
    }
    find->bind(1, documentNumber(batch, 0)).bind(2, documentNumber(batch + 1, 0));
    Result<std::vector<std::uint64_t>> keys
        = readRows(*find, [](const Statement& row) { return static_cast<std::uint64_t>(row.integer(0)); });
    if (!keys) {
        return keys;
    }
    std::sort(keys->begin(), keys->end());
    keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
    const Status status
        = remove->bind(1, documentNumber(batch, 0)).bind(2, documentNumber(batch + 1, 0)).run();
    return status ? std::move(keys) : Result<std::vector<std::uint64_t>>(status.error());
}

Status Documents::addAside(const Row& row)
{
    if (Status status = prepareInsert(); !status) {
        return status;
    }
    return insert(row, false);
}

Result<std::vector<Documents::Version>> Documents::versionsOf(const std::vector<std::uint64_t>& keys)
{
    std::vector<Version> versions;
    Result<Statement> query = m_database.prepare("SELECT row_key, content, doc_id, current FROM "
                                                 + std::string(m_kind.table) + " ORDER BY doc_id");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) {
        const auto key = static_cast<std::uint64_t>(row.integer(0));
        if (std::binary_search(keys.begin(), keys.end(), key)) {
            versions.push_back({.key = key,
                                .content = static_cast<std::uint64_t>(row.integer(1)),
                                .doc = row.integer(2),
                                .wasCurrent = row.integer(3) != 0});
        }
    });
    if (!status) {
        return status.error();
    }
    return versions;
}

/// Of versions that follow each other with the same content the first stays; of what is left the last is in
/// force.
void Documents::judge(std::vector<Version>& versions)
{
    std::unordered_map<std::uint64_t, Version*> inForce;
    for (Version& version : versions) {
        Version*& last = inForce[version.key];
        if (last != nullptr && last->content == version.content) {
            version.state = State::Duplicate;
        } else {
            last = &version;
        }
    }
    for (const auto& [key, version] : inForce) {
        version->state = State::InForce;
    }
}

Result<std::vector<Documents::Settled>> Documents::settle(const std::vector<std::uint64_t>& keys,
                                                          std::int64_t afterBatch)
{
    std::vector<Settled> settled;
    if (keys.empty()) {
        return settled;
    }
    Result<std::vector<Version>> versions = versionsOf(keys);
    Result<Statement> update
        = m_database.prepare("UPDATE " + std::string(m_kind.table) + " SET current = ? WHERE doc_id = ?");
    if (!versions || !update) {
        return versions ? update.error() : versions.error();
    }
    judge(*versions);
    for (const Version& version : *versions) {
        const bool current = version.state == State::InForce;
        if (current != version.wasCurrent) {
            if (Status status = update->bind(1, std::int64_t {current ? 1 : 0}).bind(2, version.doc).run();
                !status) {
                return status.error();
            }
        }
        if (version.doc >= documentNumber(afterBatch + 1, 0) || current != version.wasCurrent) {
            settled.push_back(
                {.batch = version.doc >> 32U, .row = version.doc & 0xFFFF'FFFF, .state = version.state});
        }
    }
    return settled;
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

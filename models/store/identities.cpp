// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/identities.h"

#include "models/base/hash.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr const char* kInsertIdent = "INSERT INTO ident(ident_id, native) VALUES";
constexpr const char* kInsertKey
    = "INSERT INTO ident_key(ident_id, key_type, value, batch_id, first_ms, last_ms) VALUES";
constexpr const char* kWidenKey
    = "ON CONFLICT DO UPDATE SET first_ms = coalesce(min(first_ms, excluded.first_ms), first_ms, "
      "excluded.first_ms), "
      "last_ms = coalesce(max(last_ms, excluded.last_ms), last_ms, excluded.last_ms)";
constexpr const char* kInsertFact = "INSERT INTO ident_attribute(ident_id, attribute, batch_id, number, "
                                    "text, observed_ms) VALUES (?, ?, ?, ?, ?, ?) "
                                    "ON CONFLICT DO UPDATE SET number = excluded.number, text = "
                                    "excluded.text, observed_ms = excluded.observed_ms "
                                    "WHERE coalesce(excluded.observed_ms, 0) >= coalesce(observed_ms, 0)";

Status prepareOnce(Database& database, Statement& statement, const char* sql)
{
    if (!statement.isPrepared()) {
        Result<Statement> made = database.prepare(sql);
        if (!made) {
            return made.error();
        }
        statement = std::move(*made);
    }
    return Done {};
}

Result<std::vector<Identities::Key>> readKeys(Statement& query)
{
    return readRows(query, [&](const Statement& row) {
        return Identities::Key {.ident = static_cast<std::uint32_t>(row.integer(0)),
                                .type = static_cast<KeyType>(row.integer(1)),
                                .value = std::string(row.text(2)),
                                .first = row.number(3),
                                .last = row.number(4),
                                .batch = row.integer(5)};
    });
}

}  // namespace

Identities::Identities(Database& database)
    : m_database(database)
    , m_insertIdent(database, kInsertIdent, 2)
    , m_insertKey(database, kInsertKey, 6, kWidenKey)
{
}

Status Identities::load()
{
    m_byNative = FlatMap(1024);
    const auto next = m_database.queryInteger("SELECT number FROM setting WHERE name = 'next_ident'");
    if (!next) {
        return next.error();
    }
    m_next = static_cast<std::uint32_t>(next->value_or(1));
    return forEachRow(m_database.prepare("SELECT ident_id, native FROM ident"), [&](const Statement& row) {
        m_byNative.findOrAdd(hash64(row.text(1)), static_cast<std::uint32_t>(row.integer(0)));
    });
}

Result<std::uint32_t> Identities::handle(std::string_view native)
{
    const std::uint32_t ident = m_byNative.findOrAdd(hash64(native), m_next);
    if (ident == m_next) {
        ++m_next;
        const std::string& kept = m_waiting.emplace_back(native);
        if (Status status = m_insertIdent.add({std::int64_t {ident}, std::string_view(kept)}); !status) {
            return status.error();
        }
        if (m_waiting.size() > 4096) {
            if (Status status = m_insertIdent.flush(); !status) {
                return status.error();
            }
            m_waiting.clear();
        }
    }
    return ident;
}

Status Identities::finish()
{
    for (Status status : {m_insertIdent.flush(), m_insertKey.flush()}) {
        if (!status) {
            return status;
        }
    }
    m_waiting.clear();
    Result<Statement> update = m_database.prepare("UPDATE setting SET number = ? WHERE name = 'next_ident'");
    return update ? update->bind(1, std::int64_t {m_next}).run() : Status(update.error());
}

Status Identities::addKey(std::uint32_t ident, KeyType type, std::string_view value, std::int64_t batch,
                          std::pair<Millis, Millis> seen)
{
    // A key refers to its handle, which has to be there first.
    if (!m_waiting.empty()) {
        if (Status status = m_insertIdent.flush(); !status) {
            return status;
        }
        m_waiting.clear();
    }
    return m_insertKey.add(
        {std::int64_t {ident}, static_cast<std::int64_t>(type), value, batch, seen.first, seen.second});
}

Status Identities::addFact(const Fact& fact, std::int64_t batch)
{
    if (Status status = prepareOnce(m_database, m_insertFact, kInsertFact); !status) {
        return status;
    }
    return m_insertFact.bind(1, std::int64_t {fact.ident})
        .bind(2, std::int64_t {fact.attribute})
        .bind(3, batch)
        .bindNumber(4, fact.number)
        .bindText(5, fact.text)
        .bindNumber(6, fact.observed)
        .run();
}

Result<std::vector<Identities::Key>> Identities::allKeys()
{
    // In the order of the table's key: the same key of several batches stands together.
    Result<Statement> query
        = m_database.prepare("SELECT ident_id, key_type, value, first_ms, last_ms, batch_id FROM ident_key "
                             "ORDER BY ident_id, key_type, value, batch_id");
    Result<std::vector<Key>> keys = query ? readKeys(*query) : Result<std::vector<Key>>(query.error());
    if (!keys || keys->empty()) {
        return keys;
    }
    std::size_t kept = 0;
    for (std::size_t i = 1; i < keys->size(); ++i) {
        Key& last = (*keys)[kept];
        Key& key = (*keys)[i];
        if (key.ident != last.ident || key.type != last.type || key.value != last.value) {
            if (++kept != i) {
                (*keys)[kept] = std::move(key);
            }
            continue;
        }
        last.first = last.first == kMissing || (key.first != kMissing && key.first < last.first) ? key.first
                                                                                                 : last.first;
        last.last = std::max(last.last, key.last);
        last.batch = std::max(last.batch, key.batch);
    }
    keys->resize(kept + 1);
    return keys;
}

Result<std::vector<Identities::Key>> Identities::keysOf(const std::vector<std::uint32_t>& idents)
{
    Result<Statement> query = m_database.prepare(
        "SELECT ident_id, key_type, value, min(first_ms), max(last_ms), max(batch_id) FROM "
        "ident_key WHERE ident_id = ? GROUP BY key_type, value");
    if (!query) {
        return query.error();
    }
    std::vector<Key> keys;
    for (const std::uint32_t ident : idents) {
        query->reset();
        query->bind(1, std::int64_t {ident});
        Result<std::vector<Key>> some = readKeys(*query);
        if (!some) {
            return some;
        }
        keys.insert(keys.end(), some->begin(), some->end());
    }
    return keys;
}

Result<std::string> Identities::nativeName(std::uint32_t ident)
{
    Result<Statement> query = m_database.prepare("SELECT native FROM ident WHERE ident_id = ?");
    if (!query) {
        return query.error();
    }
    const Result<bool> row = query->bind(1, std::int64_t {ident}).step();
    if (!row) {
        return row.error();
    }
    return *row ? std::string(query->text(0)) : std::string();
}

Result<std::uint32_t> Identities::find(std::string_view text)
{
    for (const char* sql :
         {"SELECT ident_id FROM ident WHERE native = ?",
          "SELECT ident_id FROM ident_key WHERE value = ? AND key_type <> 15 AND key_type <> 16 LIMIT 1"}) {
        Result<Statement> query = m_database.prepare(sql);
        if (!query) {
            return query.error();
        }
        const Result<bool> row = query->bind(1, text).step();
        if (!row) {
            return row.error();
        }
        if (*row) {
            return static_cast<std::uint32_t>(query->integer(0));
        }
    }
    return std::uint32_t {0};
}

Status Identities::removeBatch(std::int64_t batch)
{
    Status status = removeKeys(batch);
    return status ? removeForgotten() : status;
}

Status Identities::removeKeys(std::int64_t batch)
{
    for (const char* sql :
         {"DELETE FROM ident_key WHERE batch_id = ?", "DELETE FROM ident_attribute WHERE batch_id = ?"}) {
        Result<Statement> remove = m_database.prepare(sql);
        if (!remove) {
            return remove.error();
        }
        if (Status status = remove->bind(1, batch).run(); !status) {
            return status;
        }
    }
    return Done {};
}

Status Identities::removeForgotten()
{
    // A handle that somebody decided on keeps its name and number, so that the decision holds when the file
    // comes again.
    for (const char* sql :
         {"DELETE FROM ident_attribute WHERE ident_id NOT IN (SELECT ident_id FROM ident_key)",
          "DELETE FROM ident_customer WHERE ident_id NOT IN (SELECT ident_id FROM ident_key)",
          "DELETE FROM ident_past WHERE ident_id NOT IN (SELECT ident_id FROM ident_key)",
          "DELETE FROM ident WHERE ident_id NOT IN (SELECT ident_id FROM ident_key) AND ident_id NOT IN "
          "(SELECT a_ident FROM identity_decision UNION SELECT b_ident FROM identity_decision)"}) {
        if (Status status = m_database.execute(sql); !status) {
            return status;
        }
    }
    return Done {};
}

Result<std::int64_t> Identities::count()
{
    const auto count = m_database.queryInteger(
        "SELECT count(*) FROM ident WHERE ident_id IN (SELECT ident_id FROM ident_key)");
    return count ? Result<std::int64_t>(count->value_or(0)) : Result<std::int64_t>(count.error());
}

}  // namespace meitrace

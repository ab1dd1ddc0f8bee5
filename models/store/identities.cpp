// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/identities.h"

#include "models/base/hash.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr const char* kInsertKey
    = "INSERT INTO ident_key(ident_id, key_type, value, batch_id, first_ms, last_ms) VALUES (?, ?, ?, ?, ?, "
      "?) "
      "ON CONFLICT DO UPDATE SET first_ms = coalesce(min(first_ms, excluded.first_ms), first_ms, "
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
    std::vector<Identities::Key> keys;
    while (true) {
        const Result<bool> row = query.step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return keys;
        }
        keys.push_back({.ident = static_cast<std::uint32_t>(query.integer(0)),
                        .type = static_cast<KeyType>(query.integer(1)),
                        .value = std::string(query.text(2)),
                        .first = query.number(3),
                        .last = query.number(4),
                        .batch = query.integer(5)});
    }
}

}  // namespace

Status Identities::load()
{
    m_byNative.clear();
    const auto next = m_database.queryInteger("SELECT number FROM setting WHERE name = 'next_ident'");
    if (!next) {
        return next.error();
    }
    m_next = static_cast<std::uint32_t>(next->value_or(1));
    Result<Statement> query = m_database.prepare("SELECT ident_id, native FROM ident");
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
        m_byNative.emplace(hash64(query->text(1)), static_cast<std::uint32_t>(query->integer(0)));
    }
    return prepareOnce(m_database, m_insertIdent, "INSERT INTO ident(ident_id, native) VALUES (?, ?)");
}

Result<std::uint32_t> Identities::handle(std::string_view native)
{
    const auto [place, isNew] = m_byNative.emplace(hash64(native), m_next);
    if (isNew) {
        if (Status status = m_insertIdent.bind(1, std::int64_t {m_next}).bind(2, native).run(); !status) {
            m_byNative.erase(place);
            return status.error();
        }
        ++m_next;
    }
    return place->second;
}

Status Identities::saveCounter()
{
    Result<Statement> update = m_database.prepare("UPDATE setting SET number = ? WHERE name = 'next_ident'");
    return update ? update->bind(1, std::int64_t {m_next}).run() : Status(update.error());
}

Status Identities::addKey(std::uint32_t ident, KeyType type, std::string_view value, std::int64_t batch,
                          std::pair<Millis, Millis> seen)
{
    if (Status status = prepareOnce(m_database, m_insertKey, kInsertKey); !status) {
        return status;
    }
    return m_insertKey.bind(1, std::int64_t {ident})
        .bind(2, static_cast<std::int64_t>(type))
        .bind(3, value)
        .bind(4, batch)
        .bindNumber(5, seen.first)
        .bindNumber(6, seen.second)
        .run();
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
    Result<Statement> query = m_database.prepare(
        "SELECT ident_id, key_type, value, min(first_ms), max(last_ms), max(batch_id) FROM ident_key "
        "GROUP BY ident_id, key_type, value");
    return query ? readKeys(*query) : Result<std::vector<Key>>(query.error());
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
    for (const char* sql :
         {"DELETE FROM ident_attribute WHERE ident_id NOT IN (SELECT ident_id FROM ident_key)",
          "DELETE FROM ident_customer WHERE ident_id NOT IN (SELECT ident_id FROM ident_key)",
          "DELETE FROM ident WHERE ident_id NOT IN (SELECT ident_id FROM ident_key)"}) {
        if (Status status = m_database.execute(sql); !status) {
            return status;
        }
    }
    return Done {};
}

Result<std::int64_t> Identities::count()
{
    const auto count = m_database.queryInteger("SELECT count(*) FROM ident");
    return count ? Result<std::int64_t>(count->value_or(0)) : Result<std::int64_t>(count.error());
}

}  // namespace meitrace

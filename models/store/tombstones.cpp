// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/tombstones.h"

#include "models/base/hash.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

/// Numbers and addresses can be shared or given to somebody else; ids cannot.
bool changesHands(KeyType type)
{
    return type == KeyType::Phone || type == KeyType::Email || type == KeyType::WechatId;
}

}  // namespace

Status Tombstones::load()
{
    m_hashes.clear();
    Result<std::string> secret
        = m_workspace.database().queryText("SELECT text FROM setting WHERE name = 'erasure_secret'");
    Result<Statement> query = m_workspace.database().prepare("SELECT key_hash FROM erased_key");
    if (!secret || !query) {
        return secret ? query.error() : secret.error();
    }
    m_secret = std::move(*secret);
    return forEachRow(*query, [&](const Statement& row) { m_hashes.emplace(row.text(0)); });
}

bool Tombstones::covers(const Person& person) const
{
    if (isEmpty()) {
        return false;
    }
    if (!person.native.empty() && m_hashes.contains(hashOfNative(person.native))) {
        return true;
    }
    const auto isName = [](const auto& key) { return key.first == KeyType::Name; };
    const bool named = std::any_of(person.keys.begin(), person.keys.end(), isName);
    const bool byHerName = std::any_of(person.keys.begin(), person.keys.end(), [&](const auto& key) {
        return isName(key) && has(KeyType::Name, key.second);
    });
    return std::any_of(person.keys.begin(), person.keys.end(), [&](const auto& key) {
        return keyStrength(key.first) >= kLinkingStrength && (!changesHands(key.first) || !named || byHerName)
            && has(key.first, key.second);
    });
}

bool Tombstones::has(KeyType type, std::string_view value) const
{
    return m_hashes.contains(hashOf(type, value));
}

std::string Tombstones::hashOf(KeyType type, std::string_view value) const
{
    return keyedHashHex(std::string(keyTypeCode(type)) + "\n" + std::string(value), m_secret);
}

std::string Tombstones::hashOfNative(std::string_view native) const
{
    return keyedHashHex("native\n" + std::string(native), m_secret);
}

Status Tombstones::makeSecret()
{
    if (!m_secret.empty()) {
        return Done {};
    }
    m_secret = randomKeyHex();
    Result<Statement> insert = m_workspace.database().prepare(
        "INSERT INTO setting(name, number, text) VALUES ('erasure_secret', NULL, ?)");
    return insert ? insert->bind(1, m_secret).run() : Status(insert.error());
}

Result<std::int64_t> Tombstones::add(std::int64_t customer, std::int64_t rows,
                                     const std::vector<std::string>& natives,
                                     const std::vector<std::pair<KeyType, std::string>>& keys)
{
    if (Status status = load(); !status) {
        return status.error();
    }
    if (Status status = makeSecret(); !status) {
        return status.error();
    }
    Database& database = m_workspace.database();
    Result<Statement> erasure
        = database.prepare("INSERT INTO erasure(customer, erased_ms, rows) VALUES (?, ?, ?)");
    Result<Statement> insert
        = database.prepare("INSERT OR IGNORE INTO erased_key(key_hash, erasure_id) VALUES (?, ?)");
    if (!erasure || !insert) {
        return erasure ? insert.error() : erasure.error();
    }
    if (Status status = erasure->bind(1, customer).bind(2, platform::now()).bind(3, rows).run(); !status) {
        return status.error();
    }
    const std::int64_t number = database.lastInsertId();
    std::vector<std::string> hashes;
    hashes.reserve(natives.size() + keys.size());
    for (const std::string& native : natives) {
        hashes.push_back(hashOfNative(native));
    }
    for (const auto& [type, value] : keys) {
        hashes.push_back(hashOf(type, value));
    }
    for (const std::string& hash : hashes) {
        if (Status status = insert->bind(1, hash).bind(2, number).run(); !status) {
            return status.error();
        }
        m_hashes.insert(hash);
    }
    return number;
}

Result<bool> Tombstones::adopt(Workspace& other)
{
    constexpr std::string_view kSecret = "SELECT text FROM setting WHERE name = 'erasure_secret'";
    Database& ours = m_workspace.database();
    Database& theirs = other.database();
    Result<std::string> secret = theirs.queryText(kSecret);
    const Result<std::string> own = ours.queryText(kSecret);
    if (!secret || !own) {
        return secret ? own.error() : secret.error();
    }
    if (!own->empty() && *own != *secret) {
        return secret->empty();
    }
    Result<Statement> number = ours.prepare("INSERT OR IGNORE INTO setting(name, text) VALUES (?, ?)");
    Result<Statement> erasure = ours.prepare(
        "INSERT OR IGNORE INTO erasure(erasure_id, customer, erased_ms, rows) VALUES (?, ?, ?, ?)");
    Result<Statement> key
        = ours.prepare("INSERT OR IGNORE INTO erased_key(key_hash, erasure_id) VALUES (?, ?)");
    if (!number || !erasure || !key) {
        return !number ? number.error() : (!erasure ? erasure.error() : key.error());
    }
    Status status = secret->empty()
        ? Status(Done {})
        : number->bind(1, std::string_view("erasure_secret")).bind(2, std::string_view(*secret)).run();
    if (status) {
        status = forEachRow(theirs.prepare("SELECT erasure_id, customer, erased_ms, rows FROM erasure"),
                            [&](const Statement& row) {
                                return erasure->bind(1, row.integer(0))
                                    .bind(2, row.integer(1))
                                    .bind(3, row.integer(2))
                                    .bind(4, row.integer(3))
                                    .run();
                            });
    }
    if (status) {
        status = forEachRow(
            theirs.prepare("SELECT key_hash, erasure_id FROM erased_key"),
            [&](const Statement& row) { return key->bind(1, row.text(0)).bind(2, row.integer(1)).run(); });
    }
    return status ? Result<bool>(true) : Result<bool>(status.error());
}

Result<bool> isSameOrigin(Workspace& a, Workspace& b)
{
    const auto loaded = [](Database& database) {
        return readRows(database.prepare("SELECT content_hash || imported_ms FROM import_batch ORDER BY 1"),
                        [](const Statement& row) { return std::string(row.text(0)); });
    };
    const Result<std::vector<std::string>> ours = loaded(a.database());
    const Result<std::vector<std::string>> theirs = loaded(b.database());
    if (!ours || !theirs) {
        return ours ? theirs.error() : ours.error();
    }
    return std::any_of(ours->begin(), ours->end(), [&](const std::string& file) {
        return std::binary_search(theirs->begin(), theirs->end(), file);
    });
}

}  // namespace meitrace

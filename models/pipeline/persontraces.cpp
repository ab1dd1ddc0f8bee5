// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// By what a person is recognised in the text of files.
#include "models/identity/names.h"
#include "models/pipeline/erasure.h"
#include "models/store/identities.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::size_t kLongKey = 10;  ///< shorter ones stand in too many cells by chance

/// The value without the system it belongs to.
std::string plainValue(const std::string& value)
{
    const std::size_t colon = value.find(':');
    return colon == std::string::npos ? value : value.substr(colon + 1);
}

/// Which of her keys and names others have as well.
Status sortKeys(Workspace& workspace, const std::vector<std::uint32_t>& idents,
                const std::vector<Identities::Key>& keys, PersonTraces& traces)
{
    for (const Identities::Key& key : keys) {
        if (key.type == KeyType::Name) {
            traces.names.insert(key.value);
            traces.own.insert(keyText(key.type, key.value));
        } else if (keyStrength(key.type) >= kLinkingStrength) {
            traces.own.insert(keyText(key.type, key.value));
        }
    }
    Result<Statement> query = workspace.database().prepare("SELECT ident_id, key_type, value FROM ident_key");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) {
        if (!std::binary_search(idents.begin(), idents.end(), static_cast<std::uint32_t>(row.integer(0)))) {
            const std::string text = keyText(static_cast<KeyType>(row.integer(1)), row.text(2));
            if (traces.own.erase(text) != 0) {
                traces.shared.insert(text);
            }
        }
    });
    if (!status) {
        return status.error();
    }
    traces.nameIsHersAlone = !traces.names.empty();
    for (const std::string& name : traces.names) {
        traces.nameIsHersAlone
            = traces.nameIsHersAlone && isFullName(name) && traces.own.contains(keyText(KeyType::Name, name));
        traces.own.erase(keyText(KeyType::Name, name));
        traces.shared.erase(keyText(KeyType::Name, name));
    }
    for (const Identities::Key& key : keys) {
        const std::string plain = plainValue(key.value);
        if (traces.own.contains(keyText(key.type, key.value)) && plain.size() >= kLongKey) {
            traces.longKeys.push_back(plain);
        }
    }
    std::sort(traces.longKeys.begin(), traces.longKeys.end());
    traces.longKeys.erase(std::unique(traces.longKeys.begin(), traces.longKeys.end()), traces.longKeys.end());
    return Done {};
}

}  // namespace

std::string keyText(KeyType type, std::string_view value)
{
    return std::string(keyTypeCode(type)) + "\n" + std::string(value);
}

Result<std::vector<std::uint32_t>> handlesOf(Workspace& workspace, std::uint32_t customer)
{
    Result<Statement> query = workspace.database().prepare(
        "SELECT ident_id FROM ident_customer WHERE customer = ? ORDER BY ident_id");
    if (!query) {
        return query.error();
    }
    query->bind(1, std::int64_t {customer});
    Result<std::vector<std::uint32_t>> idents
        = readRows(*query, [](const Statement& row) { return static_cast<std::uint32_t>(row.integer(0)); });
    if (idents && idents->empty()) {
        return Error {.code = ErrorCode::NotFound, .subject = "customer"};
    }
    return idents;
}

Result<PersonTraces> tracesOf(Workspace& workspace, const std::vector<std::uint32_t>& idents)
{
    Identities identities(workspace.database());
    const Result<std::vector<Identities::Key>> keys = identities.keysOf(idents);
    if (!keys) {
        return keys.error();
    }
    PersonTraces traces;
    for (const std::uint32_t ident : idents) {
        Result<std::string> native = identities.nativeName(ident);
        if (!native) {
            return native.error();
        }
        traces.natives.insert(std::move(*native));
    }
    const Status status = sortKeys(workspace, idents, *keys, traces);
    return status ? Result<PersonTraces>(std::move(traces)) : Result<PersonTraces>(status.error());
}

}  // namespace meitrace

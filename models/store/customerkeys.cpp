// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/identities.h"
#include "models/store/rows.h"

#include <algorithm>
#include <set>

namespace meitrace {

Result<std::vector<Identities::CustomerKey>> Identities::keyOfEachCustomer(KeyType type)
{
    Result<Statement> blockedQuery = m_database.prepare("SELECT value FROM blocked_key WHERE key_type = ?");
    Result<Statement> query = m_database.prepare(
        "SELECT c.customer, k.value, k.last_ms FROM ident_key k JOIN ident_customer c USING (ident_id) "
        "WHERE k.key_type = ?");
    if (!blockedQuery || !query) {
        return blockedQuery ? query.error() : blockedQuery.error();
    }
    std::set<std::string, std::less<>> blocked;
    blockedQuery->bind(1, static_cast<std::int64_t>(type));
    Status status = forEachRow(*blockedQuery, [&](const Statement& row) { blocked.emplace(row.text(0)); });
    std::vector<CustomerKey> keys;
    if (status) {
        query->bind(1, static_cast<std::int64_t>(type));
        status = forEachRow(*query, [&](const Statement& row) {
            if (blocked.find(row.text(1)) == blocked.end()) {
                keys.push_back({.customer = static_cast<std::uint32_t>(row.integer(0)),
                                .value = std::string(row.text(1)),
                                .last = row.number(2)});
            }
        });
    }
    if (!status) {
        return status.error();
    }
    // kMissing is the lowest number: a value seen at no known time stands behind all others.
    std::sort(keys.begin(), keys.end(), [](const CustomerKey& a, const CustomerKey& b) {
        if (a.customer != b.customer) {
            return a.customer < b.customer;
        }
        return a.last != b.last ? a.last > b.last : a.value < b.value;
    });
    keys.erase(
        std::unique(keys.begin(), keys.end(),
                    [](const CustomerKey& a, const CustomerKey& b) { return a.customer == b.customer; }),
        keys.end());
    return keys;
}

}  // namespace meitrace

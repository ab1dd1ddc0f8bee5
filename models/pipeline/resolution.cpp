// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/resolution.h"

#include "models/identity/resolver.h"
#include "models/pipeline/pastnumbers.h"
#include "models/store/identities.h"
#include "models/store/rowinserter.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

Status readDecisions(Database& database, std::vector<IdentDecision>& decisions)
{
    return forEachRow(
        database.prepare(
            "SELECT what, a_ident, b_ident FROM identity_decision WHERE undone = 0 ORDER BY decision_id"),
        [&](const Statement& row) {
            decisions.push_back({.what = static_cast<IdentDecision::What>(row.integer(0)),
                                 .a = static_cast<std::uint32_t>(row.integer(1)),
                                 .b = static_cast<std::uint32_t>(row.integer(2))});
        });
}

struct OldLink {
    std::uint32_t ident = 0;
    std::uint32_t customer = 0;
    KeyType method {};
    bool manual = false;
    double score = 0;
};

Result<std::vector<OldLink>> readLinks(Database& database)
{
    return readRows(
        database.prepare(
            "SELECT ident_id, customer, method, manual, score FROM ident_customer ORDER BY ident_id"),
        [&](const Statement& row) {
            return OldLink {.ident = static_cast<std::uint32_t>(row.integer(0)),
                            .customer = static_cast<std::uint32_t>(row.integer(1)),
                            .method = static_cast<KeyType>(row.integer(2)),
                            .manual = row.integer(3) != 0,
                            .score = row.real(4)};
        });
}

bool isSame(const OldLink& old, const IdentLink& link)
{
    return old.customer == link.customer && old.method == link.method && old.manual == link.manual
        && old.score == link.score;
}

/// The old link of an ident, nullptr when it has none; `at` moves along with ascending idents.
const OldLink* oldLinkOf(std::uint32_t ident, const std::vector<OldLink>& old, std::size_t& at)
{
    while (at < old.size() && old[at].ident < ident) {
        ++at;
    }
    return at < old.size() && old[at].ident == ident ? &old[at] : nullptr;
}

/// Writes only what changed; both lists ascend by ident. Returns whether somebody's customer changed.
Result<bool> writeLinks(Database& database, const std::vector<OldLink>& old,
                        const std::vector<IdentLink>& links, std::int64_t mapVersion)
{
    PastNumbers past(database);
    RowInserter put(
        database, "INSERT INTO ident_customer(ident_id, customer, method, manual, score) VALUES", 5,
        "ON CONFLICT(ident_id) DO UPDATE SET customer = excluded.customer, method = excluded.method, "
        "manual = excluded.manual, score = excluded.score");
    bool moved = false;
    std::size_t at = 0;
    for (const IdentLink& link : links) {
        const OldLink* known = oldLinkOf(link.ident, old, at);
        if (known != nullptr && isSame(*known, link)) {
            continue;
        }
        const bool stays = known != nullptr && known->customer == link.customer;
        if (known != nullptr && !stays) {
            if (Status status = past.add(link.ident, known->customer, mapVersion + 1); !status) {
                return status.error();
            }
        }
        moved = moved || !stays;
        if (Status status = put.add({std::int64_t {link.ident}, std::int64_t {link.customer},
                                     static_cast<std::int64_t>(link.method),
                                     std::int64_t {link.manual ? 1 : 0}, link.score});
            !status) {
            return status.error();
        }
    }
    if (Status status = put.flush(); !status) {
        return status.error();
    }
    return moved;
}

/// Customers with at least one handle that is known by more than a device. Both lists ascend by ident.
std::int64_t knownCustomers(const std::vector<IdentKey>& keys, const Resolution& resolution)
{
    std::vector<bool> known(resolution.nextCustomer);
    std::int64_t count = 0;
    std::size_t at = 0;
    for (const IdentLink& link : resolution.links) {
        while (at < keys.size() && keys[at].ident < link.ident) {
            ++at;
        }
        for (; at < keys.size() && keys[at].ident == link.ident; ++at) {
            if (makesKnown(keys[at].type)) {
                count += known[link.customer] ? 0 : 1;
                known[link.customer] = true;
                break;
            }
        }
    }
    return count;
}

Status writeFindings(Database& database, const Resolution& resolution)
{
    if (Status status = database.execute("DELETE FROM identity_review; DELETE FROM blocked_key"); !status) {
        return status;
    }
    Result<Statement> review = database.prepare("INSERT OR IGNORE INTO identity_review(a_ident, b_ident, "
                                                "key_type, score, reason) VALUES (?, ?, ?, ?, ?)");
    Result<Statement> blocked
        = database.prepare("INSERT INTO blocked_key(key_type, value, idents, names) VALUES (?, ?, ?, ?)");
    if (!review || !blocked) {
        return review ? blocked.error() : review.error();
    }
    for (const ReviewPair& pair : resolution.review) {
        if (Status status = review->bind(1, std::int64_t {pair.a})
                                .bind(2, std::int64_t {pair.b})
                                .bind(3, static_cast<std::int64_t>(pair.key))
                                .bind(4, pair.score)
                                .bind(5, static_cast<std::int64_t>(pair.reason))
                                .run();
            !status) {
            return status;
        }
    }
    for (const BlockedKey& key : resolution.blocked) {
        if (Status status = blocked->bind(1, static_cast<std::int64_t>(key.type))
                                .bind(2, key.value)
                                .bind(3, std::int64_t {key.idents})
                                .bind(4, std::int64_t {key.names})
                                .run();
            !status) {
            return status;
        }
    }
    return Done {};
}

/// The model of the probable rules, so that a pair can be explained later without learning it anew.
Status writeModel(Database& database, const std::string& model)
{
    if (model.empty()) {
        return database.execute("DELETE FROM setting WHERE name = 'link_model'");
    }
    Result<Statement> put = database.prepare("INSERT INTO setting(name, text) VALUES ('link_model', ?) "
                                             "ON CONFLICT(name) DO UPDATE SET text = excluded.text");
    return put ? put->bind(1, model).run() : Status(put.error());
}

/// What resolutionState() reads, without asking the database.
ResolutionReport reportOf(const Resolution& resolution, std::int64_t known)
{
    ResolutionReport report;
    report.known = known;
    std::vector<bool> seen(resolution.nextCustomer);
    for (const IdentLink& link : resolution.links) {
        report.customers += seen[link.customer] ? 0 : 1;
        seen[link.customer] = true;
    }
    report.anonymous = report.customers - known;
    report.idents = static_cast<std::int64_t>(resolution.links.size());
    report.autoMerges = report.idents - report.customers;
    report.review = static_cast<std::int64_t>(resolution.review.size());
    report.blockedKeys = static_cast<std::int64_t>(resolution.blocked.size());
    report.refused = resolution.refused;
    return report;
}

/// The keys ascend by ident.
void addKeys(const std::vector<Identities::Key>& keys, IdentityInput& input)
{
    input.keys.reserve(keys.size());
    input.idents.reserve(keys.size());
    for (const Identities::Key& key : keys) {
        if (input.idents.empty() || input.idents.back() != key.ident) {
            input.idents.push_back(key.ident);
        }
        input.keys.push_back(
            {.ident = key.ident, .type = key.type, .value = key.value, .first = key.first, .last = key.last});
    }
}

/// The links, what is to be reviewed, the figures and the model. Returns how many customers are known.
Result<std::int64_t> writeResolution(Workspace& workspace, const std::vector<OldLink>& old,
                                     std::int64_t mapVersion, const std::vector<IdentKey>& keys,
                                     const Resolution& resolution)
{
    Database& database = workspace.database();
    const Result<bool> moved = writeLinks(database, old, resolution.links, mapVersion);
    if (!moved) {
        return moved.error();
    }
    const std::int64_t known = knownCustomers(keys, resolution);
    Status status = writeFindings(database, resolution);
    status = status ? workspace.setNumber("next_customer", resolution.nextCustomer) : status;
    status = status ? workspace.setNumber("refused_merges", resolution.refused) : status;
    status = status ? workspace.setNumber("known_customers", known) : status;
    status = status ? writeModel(database, resolution.model) : status;
    if (status && (*moved || old.size() != resolution.links.size())) {
        const Result<std::int64_t> version = workspace.increment("map_version");
        status = version ? status : Status(version.error());
    }
    return status ? Result<std::int64_t>(known) : Result<std::int64_t>(status.error());
}

}  // namespace

Result<ResolutionReport> resolveWorkspace(Workspace& workspace, Job& job)
{
    Database& database = workspace.database();
    IdentityInput input;
    const Result<std::vector<Identities::Key>> keys = Identities(database).allKeys();
    const Result<std::vector<OldLink>> old = readLinks(database);
    const Result<std::int64_t> next = workspace.number("next_customer");
    const Result<std::int64_t> mapVersion = workspace.number("map_version");
    if (!keys || !old || !next || !mapVersion) {
        return !keys ? keys.error() : (!old ? old.error() : (!next ? next.error() : mapVersion.error()));
    }
    if (Status status = readDecisions(database, input.decisions); !status) {
        return status.error();
    }
    input.nextCustomer = static_cast<std::uint32_t>(*next);
    addKeys(*keys, input);
    for (const OldLink& link : *old) {
        input.previous.emplace_back(link.ident, link.customer);
    }
    Result<Resolution> resolution = resolveIdentities(input, job);
    if (!resolution) {
        return resolution.error();
    }
    if (Status status = PastNumbers(database).giveBack(input, *resolution); !status) {
        return status.error();
    }
    const Result<std::int64_t> known = writeResolution(workspace, *old, *mapVersion, input.keys, *resolution);
    if (!known) {
        return known.error();
    }
    return reportOf(*resolution, *known);
}

Result<ResolutionReport> resolutionState(Workspace& workspace)
{
    Database& database = workspace.database();
    ResolutionReport report;
    for (const auto& [sql, out] :
         {std::pair<const char*, std::int64_t*> {"SELECT count(*) FROM ident_customer", &report.idents},
          {"SELECT count(DISTINCT customer) FROM ident_customer", &report.customers},
          {"SELECT count(*) FROM identity_review", &report.review},
          {"SELECT count(*) FROM blocked_key", &report.blockedKeys},
          {"SELECT number FROM setting WHERE name = 'known_customers'", &report.known},
          {"SELECT number FROM setting WHERE name = 'refused_merges'", &report.refused}}) {
        const auto number = database.queryInteger(sql);
        if (!number) {
            return number.error();
        }
        *out = number->value_or(0);
    }
    report.autoMerges = report.idents - report.customers;
    report.anonymous = report.customers - report.known;
    return report;
}

}  // namespace meitrace

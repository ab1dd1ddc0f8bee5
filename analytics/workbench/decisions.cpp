// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/decisions.h"

#include "models/base/badoption.h"
#include "models/domain/person.h"
#include "models/store/identities.h"
#include "models/store/rows.h"

#include <algorithm>
#include <cstdlib>

namespace meitrace {

std::string codeOfCustomer(std::uint32_t number)
{
    std::string digits = std::to_string(number);
    constexpr std::size_t kDigits = 7;
    return "C" + std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

namespace {

Error noCustomer(const std::string& code)
{
    return {.code = ErrorCode::NotFound, .subject = "customer", .value = code};
}

Result<std::vector<std::uint32_t>> identsOf(Database& database, const std::string& code)
{
    const std::int64_t number
        = code.size() > 1 && code[0] == 'C' ? std::strtoll(code.c_str() + 1, nullptr, 10) : 0;
    Result<Statement> query
        = database.prepare("SELECT ident_id FROM ident_customer WHERE customer = ? ORDER BY ident_id");
    if (!query) {
        return query.error();
    }
    query->bind(1, number);
    Result<std::vector<std::uint32_t>> idents
        = readRows(*query, [](const Statement& row) { return static_cast<std::uint32_t>(row.integer(0)); });
    if (idents && idents->empty()) {
        return noCustomer(code);
    }
    return idents;
}

struct Pair {
    std::int64_t what = 1;  // 1 merge, 2 split
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// Writes the pairs as one decision and works the map out anew, inside the caller's transaction.
Result<Decision> writeDecision(Workspace& workspace, const std::vector<Pair>& pairs, Job& job)
{
    Database& database = workspace.database();
    const Result<std::int64_t> group = workspace.increment("decision_group");
    Result<Statement> insert = database.prepare(
        "INSERT INTO identity_decision(what, a_ident, b_ident, group_no, decided_ms) VALUES (?, ?, ?, ?, ?)");
    if (!group || !insert) {
        return group ? insert.error() : group.error();
    }
    for (const Pair& pair : pairs) {
        if (Status status = insert->bind(1, pair.what)
                                .bind(2, std::int64_t {pair.a})
                                .bind(3, std::int64_t {pair.b})
                                .bind(4, *group)
                                .bind(5, platform::now())
                                .run();
            !status) {
            return status.error();
        }
    }
    const Result<ResolutionReport> report = resolveWorkspace(workspace, job);
    return report ? Result<Decision>(Decision {.number = *group, .report = *report})
                  : Result<Decision>(report.error());
}

/// The decision with its line in the audit log, all in one transaction.
Result<Decision> decide(Workspace& workspace, const std::vector<Pair>& pairs, const char* action, Job& job)
{
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    Result<Decision> decision = writeDecision(workspace, pairs, job);
    if (!decision) {
        return decision;
    }
    if (Status status = workspace.audit(action, "decision " + std::to_string(decision->number),
                                        std::to_string(pairs.size()) + " pairs");
        !status) {
        return status.error();
    }
    const Status status = transaction->commit();
    return status ? std::move(decision) : Result<Decision>(status.error());
}

Result<ResolutionReport> reportOf(const Result<Decision>& decision)
{
    return decision ? Result<ResolutionReport>(decision->report) : Result<ResolutionReport>(decision.error());
}

/// One handle of each of two different customers
Result<Pair> pairOf(Database& database, const std::string& a, const std::string& b)
{
    const auto first = identsOf(database, a);
    const auto second = identsOf(database, b);
    if (!first || !second) {
        return first ? second.error() : first.error();
    }
    if (a == b) {
        return badOption("merge", b);
    }
    return Pair {1, first->front(), second->front()};
}

Result<std::string> customerOf(Database& database, std::uint32_t ident)
{
    Result<Statement> query = database.prepare("SELECT customer FROM ident_customer WHERE ident_id = ?");
    if (!query) {
        return query.error();
    }
    const Result<bool> row = query->bind(1, std::int64_t {ident}).step();
    if (!row || !*row) {
        return row ? Error {.code = ErrorCode::NotFound, .subject = "ident", .value = std::to_string(ident)}
                   : row.error();
    }
    return codeOfCustomer(static_cast<std::uint32_t>(query->integer(0)));
}

}  // namespace

Result<std::vector<WaitingPair>> waitingPairs(Workspace& workspace)
{
    return readRows(workspace.database().prepare("SELECT a_ident, b_ident, key_type, score, reason FROM "
                                                 "identity_review ORDER BY score DESC, a_ident, b_ident"),
                    [&](const Statement& row) {
                        return WaitingPair {.a = static_cast<std::uint32_t>(row.integer(0)),
                                            .b = static_cast<std::uint32_t>(row.integer(1)),
                                            .key
                                            = std::string(keyTypeCode(static_cast<KeyType>(row.integer(2)))),
                                            .score = row.real(3),
                                            .reason = row.integer(4)};
                    });
}

Result<std::vector<JournalEntry>> journal(Workspace& workspace)
{
    Identities identities(workspace.database());
    std::vector<JournalEntry> entries;
    Result<Statement> query
        = workspace.database().prepare("SELECT group_no, what, a_ident, b_ident, undone, decided_ms FROM "
                                       "identity_decision ORDER BY group_no, decision_id");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) -> Status {
        if (entries.empty() || entries.back().number != row.integer(0)) {
            entries.push_back({.number = row.integer(0),
                               .merge = row.integer(1) == 1,
                               .idents = {},
                               .undone = row.integer(4) != 0,
                               .decidedAt = row.integer(5)});
        }
        for (const int column : {2, 3}) {
            const Result<std::string> name
                = identities.nativeName(static_cast<std::uint32_t>(row.integer(column)));
            if (!name) {
                return name.error();
            }
            auto& names = entries.back().idents;
            if (std::find(names.begin(), names.end(), *name) == names.end()) {
                names.push_back(*name);
            }
        }
        return Done {};
    });
    if (!status) {
        return status.error();
    }
    return entries;
}

Result<ResolutionReport> mergeCustomers(Workspace& workspace, const std::string& a, const std::string& b,
                                        Job& job)
{
    const Result<Pair> pair = pairOf(workspace.database(), a, b);
    return pair ? reportOf(decide(workspace, {*pair}, "merge", job)) : Result<ResolutionReport>(pair.error());
}

Result<Decision> answerPair(Workspace& workspace, std::uint32_t a, std::uint32_t b, ReviewAnswer answer,
                            Job& job)
{
    for (const std::uint32_t ident : {a, b}) {
        if (const Result<std::string> known = customerOf(workspace.database(), ident); !known) {
            return known.error();
        }
    }
    const bool same = answer == ReviewAnswer::Same;
    return decide(workspace, {{same ? 1 : 2, a, b}}, same ? "merge" : "split", job);
}

Result<Decision> splitCustomer(Workspace& workspace, const std::string& customer,
                               const std::vector<std::uint32_t>& idents, Job& job)
{
    const auto all = identsOf(workspace.database(), customer);
    if (!all) {
        return all.error();
    }
    std::vector<Pair> pairs;
    for (const std::uint32_t ident : idents) {
        if (std::find(all->begin(), all->end(), ident) == all->end()) {
            return Error {.code = ErrorCode::NotFound, .subject = "ident", .value = std::to_string(ident)};
        }
        for (const std::uint32_t other : *all) {
            if (std::find(idents.begin(), idents.end(), other) == idents.end()) {
                pairs.push_back({2, ident, other});
            }
        }
    }
    if (pairs.empty()) {
        return badOption("split", customer);
    }
    return decide(workspace, pairs, "split", job);
}

Result<ResolutionReport> undoDecision(Workspace& workspace, std::int64_t number, Job& job)
{
    Database& database = workspace.database();
    Result<Transaction> transaction = Transaction::begin(database);
    Result<Statement> update
        = database.prepare("UPDATE identity_decision SET undone = 1 WHERE group_no = ? AND undone = 0");
    if (!transaction || !update) {
        return transaction ? update.error() : transaction.error();
    }
    if (Status status = update->bind(1, number).run(); !status) {
        return status.error();
    }
    if (database.changes() == 0) {
        return Error {.code = ErrorCode::NotFound, .subject = "decision", .value = std::to_string(number)};
    }
    Result<ResolutionReport> report = resolveWorkspace(workspace, job);
    if (!report) {
        return report;
    }
    if (Status status = workspace.audit("undo-decision", "decision " + std::to_string(number), ""); !status) {
        return status.error();
    }
    const Status status = transaction->commit();
    return status ? std::move(report) : Result<ResolutionReport>(status.error());
}

}  // namespace meitrace

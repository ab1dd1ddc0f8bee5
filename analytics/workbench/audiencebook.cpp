// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/audiencebook.h"

#include "analytics/campaign/exportgate.h"
#include "analytics/campaign/ruleparser.h"
#include "analytics/workbench/analysisbook.h"
#include "models/base/badoption.h"
#include "models/base/text.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::int64_t kLongestName = 80;

Error notFound(const std::string& name)
{
    return {.code = ErrorCode::NotFound, .subject = "audience", .value = shortened(name)};
}

Result<SavedAudience> savedAudience(Clinic& clinic, const std::string& name, Job& job)
{
    Result<std::vector<SavedAudience>> all = savedAudiences(clinic, job);
    if (!all) {
        return all.error();
    }
    const auto found = std::find_if(all->begin(), all->end(),
                                    [&](const SavedAudience& audience) { return audience.name == name; });
    return found == all->end() ? Result<SavedAudience>(notFound(name)) : Result<SavedAudience>(*found);
}

Result<std::vector<std::uint32_t>> frozenNumbers(Clinic& clinic, const std::string& name)
{
    Result<Statement> query = clinic.workspace().database().prepare(
        "SELECT customer FROM audience_member WHERE name = ? ORDER BY customer");
    if (query) {
        query->bind(1, std::string_view(name));
    }
    return readRows(std::move(query),
                    [](const Statement& row) { return static_cast<std::uint32_t>(row.integer(0)); });
}

Status renameInRules(Clinic& clinic, const std::vector<SavedAudience>& all, const std::string& from,
                     const std::string& to)
{
    Result<Statement> put
        = clinic.workspace().database().prepare("UPDATE audience SET rule = ? WHERE name = ?");
    if (!put) {
        return put.error();
    }
    for (const SavedAudience& audience : all) {
        Result<RuleNode> rule = parseRule(audience.rule, ruleWords());
        if (!rule || !renameAudienceInRule(*rule, from, to)) {
            continue;
        }
        const std::string text = printRule(*rule, ruleWords());
        if (Status status
            = put->bind(1, std::string_view(text)).bind(2, std::string_view(audience.name)).run();
            !status) {
            return status;
        }
    }
    return Done {};
}

Status changeName(Clinic& clinic, const std::string& from, const std::string& to)
{
    Database& database = clinic.workspace().database();
    // Members hang on the name: first the new name, then the members, then the old name goes.
    for (const char* sql : {"INSERT INTO audience(name, rule, version, saved_ms, frozen, as_of, origin) "
                            "SELECT ?2, rule, version, "
                            "saved_ms, frozen, as_of, origin FROM audience WHERE name = ?1",
                            "UPDATE audience_member SET name = ?2 WHERE name = ?1",
                            "DELETE FROM audience WHERE name = ?1 AND ?2 <> ?1"}) {
        Result<Statement> statement = database.prepare(sql);
        if (!statement) {
            return statement.error();
        }
        if (Status status = statement->bind(1, std::string_view(from)).bind(2, std::string_view(to)).run();
            !status) {
            return status;
        }
    }
    return Done {};
}

/// The customers a frozen audience was saved with, as far as they are still there.
Status takeFrozen(Clinic& clinic, const Snapshot& snapshot, AudienceMembers& answer)
{
    const Result<std::vector<std::uint32_t>> numbers = frozenNumbers(clinic, answer.saved.name);
    if (!numbers) {
        return numbers.error();
    }
    answer.members = Bitset(snapshot.customers());
    const auto* begin = snapshot.frame().code.data();
    const auto* end = begin + snapshot.customers();
    for (const std::uint32_t number : *numbers) {
        const auto* place = std::lower_bound(begin, end, number);
        if (place != end && *place == number) {
            answer.members.set(place - begin);
        } else {
            ++answer.gone;
        }
    }
    return Done {};
}

Status takeLive(Clinic& clinic, const Snapshot& snapshot, Day asOf, AudienceMembers& answer, Job& job)
{
    const Result<ReadyRule> ready = readyRule(clinic, {answer.saved.rule, asOf, false}, job);
    if (!ready) {
        return ready.error();
    }
    Result<Audience> audience = evaluateAudience(snapshot, ready->rule, ready->options, job);
    if (!audience) {
        return audience.error();
    }
    answer.unknown = audience->unknown.count();
    answer.members = std::move(audience->members);
    return Done {};
}

/// Another audience whose rule names this one; nullptr: none.
const SavedAudience* whoNeeds(const std::string& name, const std::vector<SavedAudience>& all)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const SavedAudience& audience) {
        const Result<RuleNode> rule = parseRule(audience.rule, ruleWords());
        const std::vector<std::string> needed = rule ? requiredAudiences(*rule) : std::vector<std::string>();
        return audience.name != name && std::find(needed.begin(), needed.end(), name) != needed.end();
    });
    return found == all.end() ? nullptr : &*found;
}

Status dropAudience(Clinic& clinic, const std::string& name)
{
    Database& database = clinic.workspace().database();
    Result<Transaction> transaction = Transaction::begin(database);
    Result<Statement> clear = database.prepare("DELETE FROM audience_member WHERE name = ?");
    Result<Statement> drop = database.prepare("DELETE FROM audience WHERE name = ?");
    if (!transaction || !clear || !drop) {
        return !transaction ? transaction.error() : (clear ? drop.error() : clear.error());
    }
    Status status = clear->bind(1, std::string_view(name)).run();
    status = status ? drop->bind(1, std::string_view(name)).run() : status;
    status = status ? clinic.workspace().audit("audience", "audience", "deleted") : status;
    return status ? transaction->commit() : status;
}

}  // namespace

std::string ruleOfAudience(const std::string& name)
{
    return printRule({.kind = RuleNode::Kind::Member, .clause = MemberClause {.audience = name}},
                     ruleWords());
}

std::optional<std::string> audienceOfRule(std::string_view rule)
{
    const Result<RuleNode> node = parseRule(rule, ruleWords());
    const auto* member = node ? std::get_if<MemberClause>(&node->clause) : nullptr;
    return member != nullptr ? std::optional(member->audience) : std::nullopt;
}

bool renameAudienceInRule(RuleNode& rule, const std::string& from, const std::string& to)
{
    bool changed = false;
    if (auto* member = std::get_if<MemberClause>(&rule.clause);
        member != nullptr && member->audience == from) {
        member->audience = to;
        changed = true;
    }
    for (RuleNode& child : rule.children) {
        changed = renameAudienceInRule(child, from, to) || changed;
    }
    return changed;
}

bool isAudienceName(std::string_view name)
{
    return !trimmed(name).empty() && name.find_first_of("\"\r\n\t") == std::string_view::npos
        && characterCount(name) <= kLongestName;
}

Result<std::string> freeAudienceName(Clinic& clinic, const std::string& wanted, Job& job)
{
    const Result<std::vector<SavedAudience>> all = savedAudiences(clinic, job);
    if (!all) {
        return all.error();
    }
    std::string name = wanted;
    const auto isTaken = [&](const SavedAudience& audience) { return audience.name == name; };
    for (int number = 2; std::any_of(all->begin(), all->end(), isTaken); ++number) {
        name = wanted + " (" + std::to_string(number) + ")";
    }
    return name;
}

Result<AudienceMembers> membersOfAudience(Clinic& clinic, const std::string& name, Day asOf, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    Result<SavedAudience> saved = savedAudience(clinic, name, job);
    if (!snapshot || !saved) {
        return snapshot ? saved.error() : snapshot.error();
    }
    AudienceMembers answer;
    answer.saved = std::move(*saved);
    const bool frozen = answer.saved.frozen;
    answer.asOf = frozen ? answer.saved.asOf : (asOf == kMissingDay ? (*snapshot)->frame().asOf : asOf);
    const Status status
        = frozen ? takeFrozen(clinic, **snapshot, answer) : takeLive(clinic, **snapshot, asOf, answer, job);
    return status ? Result<AudienceMembers>(std::move(answer)) : Result<AudienceMembers>(status.error());
}

Result<ReachCounts> reachCounts(const Snapshot& snapshot, const Bitset& members, Day asOf, Job& job)
{
    const Result<Millis> moment = consentMoment(snapshot, asOf, platform::now(), job);
    if (!moment) {
        return moment.error();
    }
    ReachCounts counts {};
    for (std::size_t channel = 0; channel < kReachChannels.size(); ++channel) {
        Result<ReachSets> sets = reachSets(snapshot, kReachChannels[channel], *moment, job);
        if (!sets) {
            return sets.error();
        }
        sets->allowed &= members;
        counts[channel] = sets->allowed.count();
    }
    return counts;
}

Result<std::vector<AudienceEntry>> audienceBook(Clinic& clinic, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    const Result<std::vector<SavedAudience>> saved = savedAudiences(clinic, job);
    if (!snapshot || !saved) {
        return snapshot ? saved.error() : snapshot.error();
    }
    std::vector<AudienceEntry> book;
    for (const SavedAudience& audience : *saved) {
        AudienceEntry entry;
        entry.saved = audience;
        const Result<AudienceMembers> members = membersOfAudience(clinic, audience.name, kMissingDay, job);
        if (!members) {
            if (members.error().code != ErrorCode::BadRule) {
                return members.error();
            }
            entry.failure = members.error();
            book.push_back(std::move(entry));
            continue;
        }
        const Result<ReachCounts> reach = reachCounts(**snapshot, members->members, kMissingDay, job);
        if (!reach) {
            return reach.error();
        }
        entry.customers = members->size();
        entry.unknown = members->unknown;
        entry.reachable = *reach;
        book.push_back(std::move(entry));
    }
    return book;
}

Status saveRule(Clinic& clinic, const SavedAudience& audience, const std::string& before, Job& job)
{
    if (!isAudienceName(audience.name)) {
        return badOption("name", shortened(audience.name));
    }
    if (audience.name != before && savedAudience(clinic, audience.name, job)) {
        return Error {.code = ErrorCode::Exists, .subject = audience.name};
    }
    const Result<Bitset> members
        = populationOf(clinic, {audience.rule, audience.frozen ? audience.asOf : kMissingDay, false}, job);
    if (!members) {
        return members.error();
    }
    if (!before.empty() && before != audience.name) {
        if (Status status = renameAudience(clinic, before, audience.name, job); !status) {
            return status;
        }
    }
    return saveAudience(clinic, audience, *members, job);
}

Status renameAudience(Clinic& clinic, const std::string& from, const std::string& to, Job& job)
{
    if (!isAudienceName(to)) {
        return badOption("name", shortened(to));
    }
    const Result<std::vector<SavedAudience>> all = savedAudiences(clinic, job);
    if (!all) {
        return all.error();
    }
    const auto isNamed = [&](const std::string& name) {
        return std::any_of(all->begin(), all->end(),
                           [&](const SavedAudience& audience) { return audience.name == name; });
    };
    if (!isNamed(from)) {
        return notFound(from);
    }
    if (from == to) {
        return Done {};
    }
    if (isNamed(to)) {
        return Error {.code = ErrorCode::Exists, .subject = to};
    }
    Result<Transaction> transaction = Transaction::begin(clinic.workspace().database());
    if (!transaction) {
        return transaction.error();
    }
    Status status = changeName(clinic, from, to);
    status = status ? renameInRules(clinic, *all, from, to) : status;
    status = status ? renameAudienceInAnalyses(clinic, from, to) : status;
    status = status ? clinic.workspace().audit("audience", "audience", "renamed") : status;
    return status ? transaction->commit() : status;
}

Result<DeletedAudience> deleteAudience(Clinic& clinic, const std::string& name, Job& job)
{
    const Result<std::vector<SavedAudience>> all = savedAudiences(clinic, job);
    const Result<SavedAudience> saved = savedAudience(clinic, name, job);
    Result<std::vector<std::uint32_t>> numbers = frozenNumbers(clinic, name);
    if (!all || !saved || !numbers) {
        return !all ? all.error() : (saved ? numbers.error() : saved.error());
    }
    if (const SavedAudience* other = whoNeeds(name, *all); other != nullptr) {
        return badOption("audience", shortened(other->name), "another audience needs it");
    }
    const Status status = dropAudience(clinic, name);
    return status ? Result<DeletedAudience>(DeletedAudience {*saved, std::move(*numbers)})
                  : Result<DeletedAudience>(status.error());
}

Status restoreAudience(Clinic& clinic, const DeletedAudience& audience, Job& job)
{
    if (savedAudience(clinic, audience.saved.name, job)) {
        return Error {.code = ErrorCode::Exists, .subject = audience.saved.name};
    }
    Database& database = clinic.workspace().database();
    Result<Transaction> transaction = Transaction::begin(database);
    Result<Statement> put
        = database.prepare("INSERT INTO audience(name, rule, version, saved_ms, frozen, as_of, origin) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)");
    Result<Statement> add = database.prepare("INSERT INTO audience_member(name, customer) VALUES (?, ?)");
    if (!transaction || !put || !add) {
        return !transaction ? transaction.error() : (put ? add.error() : put.error());
    }
    const SavedAudience& saved = audience.saved;
    Status status = put->bind(1, std::string_view(saved.name))
                        .bind(2, std::string_view(saved.rule))
                        .bind(3, saved.version)
                        .bind(4, saved.savedAt)
                        .bind(5, std::int64_t {saved.frozen ? 1 : 0})
                        .bind(6, std::int64_t {saved.asOf})
                        .bind(7, std::string_view(saved.origin))
                        .run();
    for (const std::uint32_t number : audience.members) {
        status = status ? add->bind(1, std::string_view(saved.name)).bind(2, std::int64_t {number}).run()
                        : status;
    }
    status = status ? clinic.workspace().audit("audience", "audience", "put back") : status;
    return status ? transaction->commit() : status;
}

}  // namespace meitrace

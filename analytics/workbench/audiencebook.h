// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/audiences.h"
#include "models/domain/person.h"

#include <array>
#include <string>
#include <vector>

namespace meitrace {

/// Channels an audience can be reached on, in the order they are shown.
inline constexpr std::array<ConsentChannel, 5> kReachChannels {ConsentChannel::Wechat, ConsentChannel::Sms,
                                                               ConsentChannel::Call, ConsentChannel::Email,
                                                               ConsentChannel::Ads};
using ReachCounts = std::array<Index, kReachChannels.size()>;

/// Who is in a saved audience now.
struct AudienceMembers {
    SavedAudience saved;
    Day asOf = 0;
    Bitset members;     ///< rows of the clinic's snapshot
    Index gone = 0;     ///< of a frozen one: numbers that no customer has any more
    Index unknown = 0;  ///< of a live one: customers its rule cannot tell
    [[nodiscard]] Index size() const { return members.count() + gone; }
};

/// The rule that holds for the members of a saved audience.
std::string ruleOfAudience(const std::string& name);
/// The audience that a rule asks for and for nothing else; nothing for other rules.
std::optional<std::string> audienceOfRule(std::string_view rule);

/// asOf: of a live audience; kMissingDay = the snapshot's.
/// Errors  NotFound(audience), those of its rule
Result<AudienceMembers> membersOfAudience(Clinic& clinic, const std::string& name, Day asOf, Job& job);

/// How many of a group the gate of exports lets be reached on each channel by consent.
Result<ReachCounts> reachCounts(const Snapshot& snapshot, const Bitset& members, Day asOf, Job& job);

/// A line of the book of audiences. An audience whose rule no longer works stands there with the error.
struct AudienceEntry {
    SavedAudience saved;
    Index customers = 0;
    Index unknown = 0;
    ReachCounts reachable {};
    std::optional<Error> failure;
};

/// All saved audiences with how many they reach, by name.
Result<std::vector<AudienceEntry>> audienceBook(Clinic& clinic, Job& job);

/// Saves a rule, live or with the customers it holds for now. before: the name of the audience that is
/// changed, which gets the new name; empty = a new one.
/// Errors  Exists(name), BadOption(name), those of the rule
Status saveRule(Clinic& clinic, const SavedAudience& audience, const std::string& before, Job& job);

/// Gives an audience another name; rules of live audiences and questions of saved
/// analyses that name it follow.
/// Errors  NotFound(audience), Exists(name), BadOption(name): empty or with a quote
Status renameAudience(Clinic& clinic, const std::string& from, const std::string& to, Job& job);

/// What was deleted, so that it can be put back as it was.
struct DeletedAudience {
    SavedAudience saved;
    std::vector<std::uint32_t> members;  ///< One-ID numbers of a frozen one
};

/// Errors  NotFound(audience); Exists(audience, value: who names it): a live audience needs it
Result<DeletedAudience> deleteAudience(Clinic& clinic, const std::string& name, Job& job);
/// Errors  Exists(name)
Status restoreAudience(Clinic& clinic, const DeletedAudience& audience, Job& job);

/// The name itself, or with a number behind it where it is taken.
Result<std::string> freeAudienceName(Clinic& clinic, const std::string& wanted, Job& job);

/// Puts a new name where a rule names the old one; true when it did.
bool renameAudienceInRule(RuleNode& rule, const std::string& from, const std::string& to);

/// A name an audience may have: not empty, no double quote or line break, at most 80 characters.
bool isAudienceName(std::string_view name);

}  // namespace meitrace

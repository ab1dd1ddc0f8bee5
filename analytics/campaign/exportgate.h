// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/clinic/consent.h"
#include "models/frame/snapshot.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

/// Why a member of an audience does not go into a file, strongest first: a customer has the first that holds.
enum class ExportReason : std::uint8_t {
    Gone,           ///< of a frozen list: merged into another customer, erased, or taken out with a file
    TestPerson,     ///< is_test
    Internal,       ///< bought or was treated as one of the clinic's own people
    Minor,          ///< under 18 on the as-of day
    Refused,        ///< the newest record that decides says no, or the consent was withdrawn
    NoConsent,      ///< nobody asked, or what was granted has run out
    NoIdentifier,   ///< nothing is known by which this channel reaches the person
    SameIdentifier  ///< somebody before in the file is reached by the same
};
inline constexpr int kExportReasons = 8;
inline constexpr std::array<std::string_view, kExportReasons> kExportReasonCodes {
    "no_longer_there", "test_person", "internal_person", "minor",
    "refused",         "no_consent",  "no_identifier",   "same_identifier"};

/// The customers of an audience in the order of the snapshot, and how many each reason holds back.
/// kept + sum of removed = members.
struct ExportSelection {
    std::vector<Index> kept;
    std::array<Index, kExportReasons> removed {};

    [[nodiscard]] Index removedCount() const;
};

struct ExportGateOptions {
    ConsentChannel channel = ConsentChannel::Wechat;  ///< Any is refused
    Day asOf = kMissingDay;                           ///< for ages; default: the snapshot's
    Millis moment = 0;                                ///< when the file is written: consent is judged then
    Bitset internal {};                               ///< the clinic's own people; size 0 = none known
    /// What reaches customer i, empty where nothing does; one entry per customer.
    const std::vector<std::string_view>* identifiers = nullptr;
};

/// Who may be written to. Whoever is in neither set was never asked, or what was granted has run out.
struct ReachSets {
    Bitset allowed;
    Bitset refused;  ///< a record says no
};

/// Who may be written to on a channel at a moment. Advertising platforms are other companies: they need a
/// consent of their own (third-party ads), and no refusal of marketing beside it. All other channels need
/// consent to marketing; without a record the answer is no. Loads the consents.
///
/// Errors  BadOption(channel), Cancelled, those of loading
Result<ReachSets> reachSets(const Snapshot& snapshot, ConsentChannel channel, Millis moment, Job& job);

/// The moment at which consent is judged: now, and not before anything the data know was decided, so that a
/// withdrawal always counts, whatever the as-of day.
/// Errors  Cancelled, those of loading
Result<Millis> consentMoment(const Snapshot& snapshot, Day asOf, Millis now, Job& job);

/// Leaves out of an audience whoever must not be in a file for a channel. This cannot be switched off.
///
/// Order   customers of one identifier: the first of the snapshot's order that nothing else holds back stays.
/// Cost    O(customers + consents)
/// Errors  BadOption(channel | identifiers | internal | members), Cancelled, those of loading
/// Source  semantics C17; domain: product behaviour that follows; docs/methods/export.md
Result<ExportSelection> selectForExport(const Snapshot& snapshot, const Bitset& members,
                                        const ExportGateOptions& options, Job& job);

}  // namespace meitrace

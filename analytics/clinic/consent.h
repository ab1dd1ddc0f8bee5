// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

#include <cstdint>
#include <span>

namespace meitrace {

/// What a customer's records say to a question.
enum class ConsentAnswer : std::uint8_t { Unknown = 0, Granted = 1, Denied = 2 };

/// May this scope be served on this channel? Channel Any asks for decisions that name no channel.
struct ConsentQuestion {
    ConsentScope scope = ConsentScope::Marketing;
    ConsentChannel channel = ConsentChannel::Any;
};

struct ConsentDecision {
    ConsentAnswer answer = ConsentAnswer::Unknown;
    const ConsentRecord* record = nullptr;  ///< the record that decides; none where a default does
};

/// The state just before `until` (for a day: Snapshot::endOfDay).
///
/// Looked at   records of the scope, for the channel or for Any, not dated at or after `until`.
/// Strength    dated beats undated; then later beats earlier; then a refusal beats a grant; of equal grants
///             the one that expires first. The order of the records does not matter.
/// Refusal     Denied and Withdrawn; a refusal never expires.
/// Expiry      a grant holds while until <= expires. A grant that ran out is no decision, and does not bring
///             back an older one: the answer is then the default.
/// No contact  a marketing decision Denied for Any is a do-not-contact mark: it beats grants of single
///             channels whatever their date, and only a stronger decision for Any lifts it.
/// Default     Marketing: Denied. Other scopes: Unknown.
/// Source      semantics C17; strengths in C0.
ConsentDecision decideConsent(std::span<const ConsentRecord> records, ConsentQuestion question, Millis until);

/// A customer who is in neither set has no decision (Unknown).
struct ConsentSets {
    Bitset granted;
    Bitset denied;
};

/// The state of every customer at the end of the as-of day. Loads the consents.
///
/// Cost    O(records).
/// Errors  Cancelled, DiskError, StoreDamaged.
Result<ConsentSets> consentSets(const Snapshot& snapshot, ConsentQuestion question, Day asOf, Job& job);

/// The records of one customer; consents must be loaded.
inline std::span<const ConsentRecord> consentsOf(const Snapshot& snapshot, Index customer)
{
    return {snapshot.consentBegin(customer), snapshot.consentEnd(customer)};
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/duration.h"
#include "analytics/features/eventpredicate.h"
#include "analytics/features/unitsplit.h"
#include "models/frame/bitset.h"

#include <string>
#include <vector>

namespace meitrace {

struct SessionOptions {
    UnitKind unit = UnitKind::Session;         ///< or Visit
    EventPredicate events = webEvents();       ///< only these make a session and stand in it
    EventField label = EventField::Type;       ///< what events are named by; a field with a dictionary
    int top = 20;                              ///< names with a row of their own, most events first; 1 to 200
    Duration gap {30, DurationUnit::Minutes};  ///< of sessions without an id; exact, above 0
    bool cutAtCampaign = false;
    Day from = kMissingDay;  ///< first civil day on which a session may begin
    Day to = kMissingDay;    ///< last one
    Day asOf = kMissingDay;
    Bitset population {};
    bool includeAnonymous = false;

    /// What people do on the web, in the app and in the mini program
    static EventPredicate webEvents();
};

/// What happened at one page, function or item.
struct SessionRow {
    std::string name {};  ///< empty: events without one
    bool isOther = false;
    Index events = 0;
    Index customers = 0;
    Index entries = 0;       ///< sessions that began here
    Index exits = 0;         ///< sessions that ended here
    Index bounces = 0;       ///< sessions of this one event
    Index timed = 0;         ///< events with another one behind them in their session
    double medianDwell = 0;  ///< milliseconds until that one, at most 6 % off; NaN without any
    int next = -1;           ///< row that most of those went on to, itself included; -1 = none
    Index nextEvents = 0;
};

struct SessionResult {
    std::vector<SessionRow> rows {};  ///< most events first, the others last
    Index sessions = 0;
    Index customers = 0;  ///< with a session
    Index events = 0;
    Index bounces = 0;          ///< sessions of one event
    double medianEvents = 0;    ///< of a session; NaN without any
    double medianDuration = 0;  ///< milliseconds from first to last event, of sessions with two or more; NaN
    Day from = 0;
    Day to = 0;
    Day asOf = 0;
    Index notSelected = 0;
    Index anonymous = 0;
};

/// Sessions, or visits to the clinic, and what happened in them. How long the last event of a session took is
/// not known and counts nowhere. Exit rate of a row: exits / events; bounce rate: bounces / sessions.
/// Cost    two passes over the events of the population; bit-equal for any number of threads
/// Errors  BadOption(unit | label | top | gap | from | population), BadRule, EmptyInput(event), Cancelled,
///         those of loading columns
/// Source  semantics C7
Result<SessionResult> sessions(const Snapshot& snapshot, const SessionOptions& options, Job& job);

enum class SessionPlace : std::uint8_t { Seen, Entered, Left, Bounced };

/// The customers behind a number of a row; row -1: of all sessions.
Result<Bitset> sessionMembers(const Snapshot& snapshot, const SessionOptions& options,
                              const SessionResult& result, int row, SessionPlace place, Job& job);

/// A word people searched for.
struct SearchRow {
    std::string term;
    Index searches = 0;
    Index customers = 0;
    Index left = 0;    ///< searches that ended their session
    Index booked = 0;  ///< customers who booked within bookingDays of their first such search
};

inline constexpr int kSearchBookingDays = 30;

/// Words by how often they were searched for. options: events and label are not used.
/// Errors  those of sessions()
Result<std::vector<SearchRow>> searches(const Snapshot& snapshot, const SessionOptions& options, Job& job);

}  // namespace meitrace

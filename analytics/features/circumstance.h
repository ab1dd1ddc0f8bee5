// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/dictionary.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace meitrace {

/// What surrounds an event and stands in no column of any file.
enum class CircumstanceKind : std::uint8_t {
    HourBlock,    ///< four hours of the clinic's day: "00-04" … "20-24"
    Opening,      ///< "inside", "outside" the opening hours
    Weekday,      ///< "1" Monday … "7" Sunday
    FirstReply,   ///< of a lead: until the staff answered; "5m", "30m", "2h", "24h" at most, "later", "none"
    BookedAhead,  ///< of a booking: civil days to what became of it; "0-3", "4-10", "11+"
    FirstVisit    ///< "first": not on an earlier day had she arrived or been treated; "return"
};

/// A kind with its settings. As text: "hour_block", "opening" (10 to 20 o'clock) or "opening:9-21",
/// "weekday", "first_reply", "booked_ahead", "first_visit".
struct Circumstance {
    CircumstanceKind kind = CircumstanceKind::HourBlock;
    int opens = 10;   ///< Opening: the first hour inside, 0 to 23
    int closes = 20;  ///< the first hour outside again, above opens, at most 24

    bool operator==(const Circumstance&) const = default;
    /// Known of leads or of bookings only, whatever else a chain is made of
    [[nodiscard]] bool isOfOneType() const
    {
        return kind == CircumstanceKind::FirstReply || kind == CircumstanceKind::BookedAhead;
    }
};

/// Nothing where the text names no circumstance.
std::optional<Circumstance> parseCircumstance(std::string_view text);
std::string printed(const Circumstance& circumstance);

/// The values in the order they are shown; the first has code 1.
std::span<const std::string_view> circumstanceValues(CircumstanceKind kind);
Dictionary circumstanceTexts(CircumstanceKind kind);

/// Reads the circumstance of single events. Immutable, shared by all threads.
class CircumstanceReader {
public:
    /// The columns a reader needs.
    static Status load(const Snapshot& snapshot, Job& job);

    /// The columns must be loaded. end: first instant that is not seen.
    CircumstanceReader(const Snapshot& snapshot, const Circumstance& circumstance, Millis end);

    /// Code of the value for an event of the customer; 0 where it cannot be known: the hour of an event known
    /// by its day only, an answer without an hour on the same day, a booking of which nothing came yet.
    /// Cost  O(1), or O(events of the customer) where other events are looked at
    [[nodiscard]] std::uint32_t code(Index customer, Index row) const;

private:
    [[nodiscard]] bool isWholeDay(Index row) const;
    [[nodiscard]] int hourOf(Index row) const;
    [[nodiscard]] std::uint32_t reply(Index customer, Index row) const;
    [[nodiscard]] std::uint32_t ahead(Index customer, Index row) const;
    [[nodiscard]] std::uint32_t visit(Index customer, Index row) const;

    const Snapshot* m_snapshot;
    Circumstance m_circumstance;
    Millis m_end;
    const Millis* m_time;
    const std::uint8_t* m_precision;
    const std::uint16_t* m_type;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"
#include "analytics/features/periods.h"
#include "models/base/job.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// Which events open a row of the table.
enum class RetentionEntry : std::uint8_t {
    FirstEver,     ///< a customer's first one of all, where its day is asked for
    FirstInRange,  ///< the first one on the days asked for
    Every          ///< each one: entries are counted, not customers
};
enum class RetentionAlignment : std::uint8_t {
    Calendar,  ///< column k is the k-th calendar period after that of the entry
    Rolling    ///< column k begins k periods after the entry itself
};
enum class RetentionCriterion : std::uint8_t {
    On,          ///< came in the period
    OnOrAfter,   ///< came in it or later
    OnOrBefore,  ///< came in one of the periods 1 to k
    Streak       ///< came in each of the periods 1 to k
};

/// Days since the entry, both ends in it.
struct DayBracket {
    int from = 0;
    int to = 0;
    bool operator==(const DayBracket&) const = default;
};

struct RetentionOptions {
    EventPredicate entry {};
    EventPredicate comeBack {};
    std::optional<EventPredicate> money {};  ///< events whose amounts are added up per cell
    RetentionEntry entryRule = RetentionEntry::FirstEver;
    RetentionAlignment alignment = RetentionAlignment::Calendar;
    RetentionCriterion criterion = RetentionCriterion::On;
    PeriodUnit unit = PeriodUnit::Months;
    int cycleDays = 0;  ///< rolling only: columns of so many days (a treatment's cycle); 0: units
    std::vector<DayBracket> brackets {};  ///< not empty: these are the columns, criterion On; ascending
    int columns = 12;                     ///< behind period 0; 1 to kMostColumns
    Day from = kMissingDay;               ///< of the entries; missing: the first day of the data
    Day to = kMissingDay;                 ///< missing: the as-of day
    Day asOf = kMissingDay;
    std::optional<EventField> splitBy {};  ///< a coded field of the entry event
    int splitTop = 6;                      ///< groups named, 1 to 20; the others are one
    Bitset population {};
    bool includeAnonymous = false;

    static constexpr int kMostColumns = 60;
};

struct RetentionCell {
    Index returned = 0;        ///< so far
    Index mature = 0;          ///< entries whose cell has fully elapsed
    Index matureReturned = 0;  ///< of those
    Index maturePrevious = 0;  ///< of those, returned in the column before (in column 1 and brackets: all)
    Fen money = 0;             ///< so far

    void add(const RetentionCell& other)
    {
        returned += other.returned;
        mature += other.mature;
        matureReturned += other.matureReturned;
        maturePrevious += other.maturePrevious;
        money += other.money;
    }
    bool operator==(const RetentionCell&) const = default;
};

struct RetentionRow {
    Day start = 0;  ///< first day of the period of the entries
    Index size = 0;
    std::vector<RetentionCell> cells;  ///< periods 0 … columns, or one per bracket
};

struct RetentionGroup {
    std::string value;  ///< of the split; empty: all, or events without one
    bool isOther = false;
    std::vector<RetentionRow>
        rows;            ///< ascending, without gaps from the first to the last entry of all groups
    RetentionRow total;  ///< weighted by the mature entries of each row
};

/// Days until the first return and until the end of what is known, counted: for survival curves.
struct ReturnTimes {
    std::vector<Index> returned;  ///< by civil days since the entry
    std::vector<Index> unseen;    ///< never returned until so many days after the entry
};

struct RetentionResult {
    std::vector<RetentionGroup> groups;  ///< most entries first; one without a split
    std::vector<ReturnTimes> times;      ///< beside groups
    Day asOf = 0;
    Index entries = 0;
    Index customers = 0;  ///< with an entry
    Index notSelected = 0;
    Index anonymous = 0;
    Index noEntry = 0;
};

/// One cell, to find its customers again. column: as in RetentionRow::cells; row -1: all rows.
struct RetentionPlace {
    int group = 0;
    int row = -1;
    int column = -1;  ///< -1: everybody who entered
    bool returned = true;
};

/// Who of those that entered came back, period by period.
///
/// Period 0  The entry itself is no return; another event of the same period is one of period 0.
/// Maturity  A cell has elapsed when its last day is not behind the as-of day. Rates are to be taken over
/// mature
///           entries only; `returned` counts what is known so far.
/// Order     Returns stand behind the entry in the total order of the snapshot.
/// Cost      one pass over the types of the events, then over those of the customers who entered.
/// Errors    BadOption(columns | brackets | cycle | split | from | population), BadRule of the predicates,
///           EmptyInput(entry), Cancelled, those of loading columns
/// Source    semantics C3; docs/methods/retention.md
Result<RetentionResult> retention(const Snapshot& snapshot, const RetentionOptions& options, Job& job);

/// The customers of a cell of the result that these options gave.
Result<Bitset> retentionMembers(const Snapshot& snapshot, const RetentionOptions& options,
                                const RetentionResult& result, const RetentionPlace& place, Job& job);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/clinic/kpidefinition.h"
#include "models/frame/snapshot.h"

#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

enum class KpiCompare : std::uint8_t { Previous, Year };
enum class KpiBy : std::uint8_t { None, Store, Staff, Channel };
// As the command line and saved questions write them, in the order of the enumerators.
inline constexpr std::array<std::string_view, 2> kKpiCompareNames {"previous", "year"};
inline constexpr std::array<std::string_view, 4> kKpiByNames {"none", "store", "staff", "channel"};

/// What the documents say and the events do not. Texts are codes of `labels`.
struct KpiInputs {
    struct Booking {
        Index customer = 0;
        Millis slot = 0;
        std::uint32_t store = 0;
        std::uint32_t staff = 0;
        bool kept = false;  ///< the file itself says that she came
    };
    /// Stored value and bonus money that paid for a bill; negative where a refund gave it back.
    struct PrepaidUse {
        Index customer = 0;
        Millis time = 0;  ///< of the sale
        Fen amount = 0;
        std::uint32_t store = 0;
        std::uint32_t staff = 0;
    };
    struct Spend {
        Day day = 0;
        Fen amount = 0;
        std::uint32_t channel = 0;
    };

    /// What the clinic owes: sessions of a card that are paid for, or stored value.
    struct Owed {
        Index customer = 0;
        Fen amount = 0;
        std::uint32_t store = 0;
    };

    Dictionary labels;
    std::vector<Booking> bookings;        ///< ascending by customer
    std::vector<PrepaidUse> prepaidUses;  ///< ascending by customer
    std::vector<Owed> owed;               ///< ascending by customer
    Day owedOn = kMissingDay;             ///< as of which day; missing: no file says
    std::vector<Spend> spend;             ///< each yuan once, whatever the levels of its reports
    Bitset referred;                      ///< the referrer is filled in; no rows: no file says
    std::vector<Millis> internalLines;    ///< bill lines that stand for staff and transfers, left out
};

struct KpiOptions {
    Day month = kMissingDay;  ///< any day of it; missing: that of the as-of day
    Day asOf = kMissingDay;   ///< missing: the snapshot's
    KpiCompare compare = KpiCompare::Previous;
    KpiBy by = KpiBy::None;
    int roiDays = 30;               ///< 1 to 730
    Bitset population {};           ///< rows; no rows at all = known customers
    bool includeAnonymous = false;  ///< no rows at all = everybody
    bool chosenPeople = false;      ///< the population is a choice: what was spent on it is not known
};

/// Inclusive days.
struct KpiPeriod {
    Day from = 0;
    Day to = 0;
};

/// Why a value is not known.
enum class KpiGap : std::uint8_t {
    None,
    NoFile,      ///< no file of a kind the figure needs is loaded
    BeforeData,  ///< a kind it needs begins after the period
    NotSplit,    ///< spend is known by channel only
    ChosenOnly,  ///< spend is known for the whole clinic only
    NothingToDivide
};

struct KpiValue {
    double value = std::numeric_limits<double>::quiet_NaN();  ///< money in fen
    std::int64_t n = 0;
    std::int64_t hits = 0;  ///< of a rate: hits of n
    KpiGap gap = KpiGap::None;

    [[nodiscard]] bool isKnown() const { return gap == KpiGap::None; }
};

struct KpiReading {
    KpiValue now;
    KpiValue before;
    std::vector<std::string> missing;  ///< kinds of files that would give it, of those it needs
};

/// From when to when the files of a kind tell something, up to the as-of day.
struct KpiSource {
    std::string kind;
    Day first = 0;
    Day last = 0;
};

/// A store, a member of staff or a channel; the empty name gathers what has none.
struct KpiGroup {
    std::string name;
    std::vector<KpiReading> figures;  ///< in the order of kpiDefinitions()
};

struct KpiResult {
    Day asOf = 0;
    KpiPeriod period;                 ///< the month up to its last day or the as-of day
    KpiPeriod before;                 ///< of the month or the year before: the whole month, or the same days
    double elapsed = 0;               ///< days of the period by days of the month
    bool mature = false;              ///< ROI: all its days have passed for every lead
    std::vector<KpiReading> figures;  ///< in the order of kpiDefinitions()
    std::vector<KpiGroup> groups;     ///< by name; those with nothing in either period are left out
    std::vector<Bitset> members;      ///< per figure the customers it counts; no rows where it counts none
    std::vector<KpiSource> sources;   ///< kinds of files that tell anything, in the order of the definitions
    Index used = 0;                   ///< customers looked at
    Index internalLines = 0;          ///< of the period, left out
};

/// The figures of a clinic's month against the month or the year before, from the definitions of
/// resources/text/kpis.csv. Money is net of refunds, restated on the day of sale.
///
/// Groups  what customers did stands under the store or staff of the event; by channel everything a customer
///         did stands under the channel of her first lead, else her source. Sums add up to the whole; counts
///         of customers do so by channel only.
/// Cost    one pass over the types of the events; bit-equal for any number of threads.
/// Errors  BadOption(month | roi-days), Cancelled, those of loading columns
Result<KpiResult> kpis(const Snapshot& snapshot, const KpiInputs& inputs, const KpiOptions& options,
                       Job& job);

/// The month of the last day somebody looks at; missing, for that of the as-of day, where it is not over by
/// then or the data begin after it.
Day kpiMonth(const Snapshot& snapshot, Day lastDay);
/// The days a month is looked at, up to the as-of day.
KpiPeriod kpiPeriod(Day month, Day asOf);
/// What the period is compared with: the whole month where the period is one, else the same days.
KpiPeriod kpiPeriodBefore(KpiPeriod period, KpiCompare compare);

}  // namespace meitrace

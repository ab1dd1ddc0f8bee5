// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/stats/quantile.h"
#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/bitset.h"
#include "models/frame/column.h"
#include "models/frame/snapshot.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

enum class RfmMethod : std::uint8_t {
    Auto,      ///< quantile for R and M, fixed for F
    Quantile,  ///< equal-count bins; never switches by itself
    Fixed,
    Breaks  ///< natural breaks; of log(1 + x) for F and M
};
enum class RfmFrequency : std::uint8_t {
    Visits,     ///< civil days with a bill or a treatment
    Orders,     ///< bills
    Treatments  ///< treatments
};
enum class RfmValue : std::uint8_t {
    Cash,       ///< received, prepaid included, refunds deducted
    Delivered,  ///< value of treatments
    Margin      ///< of the treatments, by the margins of their items; refused where no list of them is loaded
};
enum class RfmThreshold : std::uint8_t { Median, Mean, Fixed };
enum class RfmGrid : std::uint8_t { Eight, Eleven };
/// Second axis of the eleven: F, or the mean of the F and M scores, halves up
enum class RfmAxis : std::uint8_t { Frequency, FrequencyAndMoney };

/// Upper ends of all classes but the last, ascending: class = number of cuts strictly below the value.
struct RfmFixedCuts {
    std::vector<std::int64_t> recency {60, 120, 240, 365};               ///< days
    std::vector<std::int64_t> frequency {};                              ///< empty: 1, 2, 4, 7, 11, 16 …
    std::vector<Fen> monetary {100'000, 300'000, 1'000'000, 3'000'000};  ///< minor units
};

struct RfmThresholds {
    double recency = 0;    ///< days; at most this is good
    double frequency = 0;  ///< at least this is good
    double monetary = 0;   ///< minor units; at least this is good
};

struct RfmOptions {
    Day asOf = kMissingDay;  ///< missing: the snapshot's
    int windowMonths = 24;   ///< calendar months that end with the as-of day, 1 to 1200; 0 = all
    RfmMethod method = RfmMethod::Auto;
    RfmFrequency frequency = RfmFrequency::Visits;
    RfmValue value = RfmValue::Cash;
    int bins = 5;               ///< scores run 1 (worst) to bins (best); 2 to 10; 5 or 10 for the eleven
    RfmFixedCuts fixedCuts {};  ///< bins - 1 of each, where the method uses them
    RfmGrid grid = RfmGrid::Eight;
    RfmAxis axis = RfmAxis::Frequency;                  ///< of the eleven
    RfmThreshold threshold = RfmThreshold::Median;      ///< of the eight, over all scored customers
    RfmThresholds fixedThresholds {365, 2, 1'000'000};  ///< for RfmThreshold::Fixed
    Bitset population {};                               ///< rows of the snapshot; no rows at all = everybody
    bool includeAnonymous = false;
};

struct RfmCell {
    int r = 0;
    int f = 0;
    Index customers = 0;
    Fen spend = 0;
};

struct RfmSegment {
    std::string_view code;  ///< of rfmgrids.h
    Index customers = 0;
    double share = 0;  ///< of the scored customers
    Fen spend = 0;
};

/// How one of R, F and M was cut.
struct RfmCuts {
    RfmMethod method = RfmMethod::Quantile;
    std::vector<WholeQuantile> at;  ///< fewer than bins - 1 only where there are fewer different values
};

/// Row i of the columns is customer i of the snapshot. A customer without a qualifying event in the window
/// stands outside the grid: recency -1, all else 0, segment kNoSegment.
struct RfmResult {
    static constexpr std::uint8_t kNoSegment = 255;

    Column<std::int32_t> recency;    ///< days from the last qualifying day to the as-of day
    Column<std::int32_t> frequency;  ///< count, in the window
    Column<Fen> monetary;            ///< in the window; may be negative
    Column<std::uint8_t> r;          ///< 1 (longest ago) to bins; 0 = not scored
    Column<std::uint8_t> f;
    Column<std::uint8_t> m;
    Column<std::uint8_t> segment;      ///< index into segments
    std::vector<RfmCell> cells;        ///< bins x bins, R from the best down, F from 1 up
    std::vector<RfmSegment> segments;  ///< in the order of the grid's table, empty ones too
    RfmCuts recencyCuts;
    RfmCuts frequencyCuts;
    RfmCuts monetaryCuts;
    RfmThresholds thresholds;  ///< of the eight, whichever the grid
    Day asOf = 0;
    Day from = 0;  ///< first day of the window
    int bins = 0;
    Index scored = 0;
    Index notPositive = 0;  ///< scored customers with M <= 0: their M score is 1
    // why customers are not scored; each counts once, by the first reason that holds
    Index notSelected = 0;   ///< outside the population
    Index anonymous = 0;     ///< only device cookies
    Index noEvent = 0;       ///< no qualifying event up to the as-of day
    Index beforeWindow = 0;  ///< the last one lies before the window
    Index noMargin = 0;      ///< had a treatment of an item whose margin nobody knows
};

/// Scores customers on recency, frequency and money, and names the cell each falls into.
///
/// Events  A bill counts unless its kind is gift; money going out (negative amount, kinds refund,
/// deposit_back,
///         topup_refund) lowers M but is no purchase day; other days of no value are. A deposit or top-up
///         that is on a bill of the same instant and amount counts once.
/// Margin  A customer with a treatment of some value whose item has no margin has no sum: nothing is guessed.
/// Ties    Equal values get equal scores: 1 + number of cuts strictly below; recency reversed.
/// Cost    O(events of the population + customers); Breaks also O(bins u log u) for u different values.
/// Errors  BadOption(window | bins | value | cuts | thresholds | population), EmptyInput(bill | treat),
///         Cancelled, and those of loading columns
/// Source  Hughes 1994, Strategic Database Marketing; definition in docs/methods/rfm.md
Result<RfmResult> rfm(const Snapshot& snapshot, const RfmOptions& options, Job& job);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/attribution.h"
#include "analytics/journey/funnel.h"
#include "analytics/journey/funneltrend.h"
#include "analytics/journey/painpoints.h"
#include "analytics/journey/paths.h"
#include "analytics/journey/stagesequences.h"
#include "analytics/workbench/overview.h"
#include "analytics/workbench/rfmclasses.h"
#include "ui/viewmodels/rfmview.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// Civil days from … to - 1.
struct ReportPeriod {
    Day from = kMissingDay;
    Day to = kMissingDay;

    [[nodiscard]] Day days() const { return to - from; }
    bool operator==(const ReportPeriod&) const = default;
};

enum class ReportCompare : std::uint8_t {
    None,
    Previous,  ///< as many months (or days) right before
    Year       ///< the same a year earlier
};

struct JourneyRequest {
    ReportPeriod period {};  ///< nothing set: lastWholeMonth()
    ReportCompare compare = ReportCompare::Previous;
    Day asOf = kMissingDay;  ///< last civil day that is seen; missing = the snapshot's
    Bitset population {};    ///< size 0 = all
    std::string filter {};   ///< what the population was chosen by, in words for the reader
    RfmClasses classes {};   ///< how the clinic cuts R, F and M
};

/// The numbers of a period that are compared.
struct JourneyFigures {
    ReportPeriod period;
    Day asOf = 0;           ///< what happened later is not seen
    FunnelOptions options;  ///< of the funnel; no steps where the data know fewer than two
    FunnelResult funnel;    ///< empty without steps
    StageSequences sequences;
    Fen paid = 0;  ///< net, by the customers of the sequences
};

/// Customers lost in the funnel whom it makes sense to write to.
struct Recoverable {
    static constexpr Day kRecentDays = 180;

    Index lost = 0;            ///< at any step, whenever they entered
    Index recent = 0;          ///< of them, with a sign of life in the last kRecentDays
    Index reachable = 0;       ///< of those, who may be contacted for marketing
    std::vector<Index> steps;  ///< the reachable by the step they were lost at; [0] = 0
};

/// An analysis with what it was asked; no result where the data have nothing for it.
template <typename Options, typename Answer>
struct Asked {
    Options options {};
    std::optional<Answer> result {};
};

/// Everything the journey report says, as numbers.
struct JourneyData {
    JourneyRequest request;  ///< as used: period and as-of day filled in
    JourneyFigures now;
    std::optional<JourneyFigures> before;                 ///< seen equally long after its end
    JourneyFigures year;                                  ///< the twelve months that end with the period
    std::vector<FunnelTrendPoint> months;                 ///< of those; lead to sale
    Asked<PathOptions, PathResult> paths;                 ///< of the year, from its leads on
    Asked<PainOptions, PainResult> pain;                  ///< of the year
    Asked<AttributionOptions, AttributionResult> credit;  ///< of the year
    Recoverable recoverable;
    std::optional<RfmHistory> rfm;  ///< at the period's end, no months; nothing where nobody bought
    Overview overview;
    Index known = 0;
    Index anonymous = 0;
    Index leftOut = 0;  ///< known, but outside the population
    std::string run;    ///< names this report: same data, same question, same run
};

/// The last calendar month that is over at the day.
ReportPeriod lastWholeMonth(Day asOf);
/// nothing for None
std::optional<ReportPeriod> comparedPeriod(const ReportPeriod& period, ReportCompare compare);

/// Errors  BadOption(period), those of the analyses
Result<JourneyData> journeyData(const SnapshotPtr& snapshot, const Overview& overview,
                                const JourneyRequest& request, Job& job);

}  // namespace meitrace

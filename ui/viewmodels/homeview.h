// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/kpi.h"
#include "analytics/customer/kpitrend.h"
#include "analytics/journey/monitor.h"
#include "analytics/journey/painpoints.h"
#include "analytics/workbench/analysisoutcome.h"
#include "analytics/workbench/clinic.h"
#include "ui/charts/linechart.h"
#include "ui/theme/cellroles.h"

#include <QString>

#include <vector>

namespace meitrace {

/// What the user chose on the page of the clinic's figures.
struct HomeQuestion {
    Day month = kMissingDay;  ///< missing: that of the as-of day
    KpiCompare compare = KpiCompare::Previous;
    KpiSpan span = KpiSpan::Month;  ///< of the trend
    bool chosenPeople = false;      ///< the population is a choice of customers
};

/// Everything the page shows, worked out off the window's thread.
struct HomeState {
    HomeQuestion question;
    int roiDays = 30;
    KpiResult kpis;
    KpiTrend trend;
    AnalysisOutcome outcome;  ///< of kpis, as it can be saved
    std::int64_t pairsToReview = 0;
};

/// snapshot, population: of the session; the workspace must still be as it was when it was taken.
/// Errors  Cancelled: also where the workspace has changed since; those of loading
Result<HomeState> homeState(Clinic& clinic, const Snapshot& snapshot, const Bitset& population,
                            const HomeQuestion& question, Job& job);

/// One figure as its card shows it.
struct HomeCard {
    int definition = 0;  ///< index in kpiDefinitions()
    QString label;
    QString value;
    QString change;  ///< with an arrow and the month it is compared with
    QString n;
    QString help;
    Tone tone = Tone::Neutral;
    bool opensCustomers = false;
};

/// Figures of the page whose files are there.
std::vector<HomeCard> homeCards(const HomeState& state);
/// Figures of the page that cannot be shown, each with the file that would give it; empty when there is none
QString homeGaps(const HomeState& state);
/// "Jun 1 to Jun 30, 2026, against May 1 to May 31, 2026 …"
QString homeCaption(const HomeState& state);
QString homeMembersTitle(const HomeState& state, int definition);

LineData homeVisits(const HomeState& state);
LineData homeMoney(const HomeState& state);

/// Something that stands out, found by a fixed rule.
struct HomeFinding {
    Tone tone = Tone::Neutral;
    QString sentence;
    QString rule;
    int definition = -1;  ///< index in kpiDefinitions(); -1: it is about something else
    QString page {};      ///< that shows more of it; empty: none
};

/// Files that end early first, then the rate and the count that changed most. Empty: nothing stands out.
std::vector<HomeFinding> homeFindings(const HomeState& state);

/// Where customers were lost on the way from lead to deal in the twelve months up to the last day shown.
PainOptions homeLeakOptions(const FunnelOptions& usual, const Bitset& population, Day last);
/// The two that cost most; empty: no group is lost surely more often than the others.
std::vector<HomeFinding> leakFindings(const PainResult& result, const PainOptions& options);

inline constexpr int kHomeAlarmDays = 14;
/// The two latest days or weeks that were out of the ordinary, of the last kHomeAlarmDays.
std::vector<HomeFinding> alarmFindings(const MonitorResult& result);

}  // namespace meitrace

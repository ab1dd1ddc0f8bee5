// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "analytics/journey/funnelwhatif.h"
#include "ui/charts/funnelchart.h"

#include <QString>

namespace meitrace {

/// A funnel as the page shows it.

/// "Lead", or the predicate as written where it is no plain event.
QString funnelStepName(const EventPredicate& step);
/// Bars and words of the chart; with splits one group per value.
FunnelData funnelChartOf(const FunnelResult& result, const FunnelOptions& options);
/// Draws the rates of another period beside those of the chart; both have the same steps.
void addComparison(FunnelData& data, const FunnelResult& now, const FunnelResult& before);
/// "45 % instead of 38 %: 34 more a month (28 to 41), about ¥ 210,000": what another rate would bring.
/// months: how long the funnel was looked at; spend: net paid by a customer of the last step, in fen
QString whatIfSentence(const FunnelWhatIf& change, const FunnelResult& result, const FunnelOptions& options,
                       double months, double spend);
/// Row of the step that loses the largest share of those before it; 0 where nobody is lost.
int worstFunnelStep(const FunnelResult& result);
/// "90-day window, in order, unique customers; 1,204 never entered": what is counted and what was left out.
QString funnelCaption(const FunnelResult& result, const FunnelOptions& options);
/// The main figures as a sentence, for screen readers.
QString funnelSummary(const FunnelResult& result, const FunnelOptions& options);
/// "Booked → arrived, lost"
QString funnelPartTitle(const FunnelOptions& options, int step, FunnelClass part);

}  // namespace meitrace

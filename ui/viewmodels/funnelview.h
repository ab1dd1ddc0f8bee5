// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "ui/charts/funnelchart.h"

#include <QString>

namespace meitrace {

/// A funnel as the page shows it.

/// "Lead", or the predicate as written where it is no plain event.
QString funnelStepName(const EventPredicate& step);
/// Bars and words of the chart; with splits one group per value.
FunnelData funnelChartOf(const FunnelResult& result, const FunnelOptions& options);
/// Row of the step that loses the largest share of those before it; 0 where nobody is lost.
int worstFunnelStep(const FunnelResult& result);
/// "90-day window, in order, unique customers; 1,204 never entered": what is counted and what was left out.
QString funnelCaption(const FunnelResult& result, const FunnelOptions& options);
/// The main figures as a sentence, for screen readers.
QString funnelSummary(const FunnelResult& result, const FunnelOptions& options);
/// "Booked → arrived, lost"
QString funnelPartTitle(const FunnelOptions& options, int step, FunnelClass part);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/occurrences.h"
#include "ui/charts/barchart.h"
#include "ui/charts/heatgrid.h"

#include <QString>

namespace meitrace {

/// How often, how long between, and when in the week, as the page shows it.

BarData distributionBars(const DistributionResult& result, DistributionOf of);
QString distributionTitle(const DistributionOptions& options);
QString distributionCaption(const DistributionResult& result);
QStringList distributionFindings(const DistributionResult& result, DistributionOf of);
/// number -1: those who never did it
QString distributionPlaceTitle(const DistributionResult& result, const DistributionOptions& options,
                               int number);

BarData intervalBars(const IntervalResult& result);
QString intervalTitle(const IntervalOptions& options);
QString intervalCaption(const IntervalResult& result);
QStringList intervalFindings(const IntervalResult& result);
/// number -1: those who have not gone on yet
QString intervalPlaceTitle(const IntervalResult& result, const IntervalOptions& options, int number);

/// Rows: days of the week; columns: hours of the clinic's clock.
HeatData weekHourHeat(const WeekHourResult& result);
QString weekHourTitle(const WeekHourOptions& options);
QString weekHourCaption(const WeekHourResult& result);
QStringList weekHourFindings(const WeekHourResult& result);
QString weekHourPlaceTitle(const WeekHourOptions& options, int cell);

}  // namespace meitrace

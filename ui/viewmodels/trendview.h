// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/trend.h"
#include "ui/charts/linechart.h"

#include <QString>

namespace meitrace {

/// Trends as the page shows them.

/// "customers", "amounts added up"
QString trendMeasureName(TrendMeasure measure, int percent);
/// One line a series; with a comparison the line of the days before beside the one line.
LineData trendLines(const TrendResult& result, const TrendOptions& options);
/// What a point of trendLines() is.
TrendPlace trendPlace(const TrendResult& result, const RegionId& point);
QString trendTitle(const TrendOptions& options);
QString trendCaption(const TrendResult& result, const TrendOptions& options);
/// "Lead, October 2025"
QString trendPlaceTitle(const TrendResult& result, const TrendOptions& options, const TrendPlace& place);
/// What the lines say: the last whole period against the one before and against what is compared with, the
/// highest one, the largest series.
QStringList trendFindings(const TrendResult& result, const TrendOptions& options);

}  // namespace meitrace

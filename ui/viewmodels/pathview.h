// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/paths.h"
#include "ui/charts/sankey.h"

#include <QString>

#include <vector>

namespace meitrace {

/// Paths as the page shows them.

/// "Booked", "Lead: Douyin": an activity as ActivityScan names it.
QString activityName(std::string_view label, const ActivityOptions& options);
QString pathNodeName(const PathNode& node, const ActivityOptions& options);
/// Bars, bands and the table. The six most frequent names have a colour of their own.
SankeyData pathChartOf(const PathResult& result, const PathOptions& options);
/// "From lead to deal", "What happens after lead"
QString pathTitle(const PathOptions& options);
/// What is counted, and who was left out why.
QString pathCaption(const PathResult& result, const PathOptions& options);
/// What the paths say, as sentences: where most go next, how many arrive, where it takes longest.
QStringList pathFindings(const PathResult& result, const PathOptions& options);
/// "Lead → Booked → (nothing more)": nodes by column.
QString routeText(const PathResult& result, const PathOptions& options, std::vector<int> nodes);

}  // namespace meitrace

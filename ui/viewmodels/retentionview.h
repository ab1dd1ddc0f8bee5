// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/retention.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/linechart.h"

#include <QString>

namespace meitrace {

/// Retention as the page shows it.

/// "Month 3", "0–30 days"
QString retentionColumnName(const RetentionOptions& options, int column);
/// "October 2025"
QString retentionRowName(const RetentionOptions& options, Day start);
/// The rows of one group: share of those whose time is over; the column of the entry itself is framed.
HeatData retentionHeat(const RetentionResult& result, const RetentionOptions& options, int group);
/// The average of all rows for each group, with its interval where there is one group.
LineData retentionLines(const RetentionResult& result, const RetentionOptions& options);
/// "After “Deal”: who came back with “Arrived”"
QString retentionTitle(const RetentionOptions& options);
/// What is counted, and who was left out why.
QString retentionCaption(const RetentionResult& result, const RetentionOptions& options);
/// What the table says, as sentences; withheld below 30 entries.
QStringList retentionFindings(const RetentionResult& result, const RetentionOptions& options);
/// "October 2025, month 3: came back"
QString retentionPlaceTitle(const RetentionResult& result, const RetentionOptions& options,
                            const RetentionPlace& place);
/// "Douyin"; "All" where there is no split
QString retentionGroupName(const RetentionGroup& group, const RetentionOptions& options);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"
#include "ui/charts/barchart.h"
#include "ui/charts/heatgrid.h"

#include <QString>
#include <QVector>

#include <vector>

namespace meitrace {

/// Who was in which segment at one day.
struct RfmMonth {
    Day asOf = 0;
    Column<std::uint8_t> segment;  ///< as in RfmResult
    std::vector<RfmSegment> segments;
};

/// What the page of segments shows: the segments now and at the last month ends, oldest first.
struct RfmHistory {
    RfmOptions options;
    RfmResult now;
    std::vector<RfmMonth> months;
};

/// The last `count` month ends not after the day, oldest first.
std::vector<Day> monthEnds(Day day, int count);

/// Months in which nobody bought are left out. Cost  that of rfm for every month more.
/// Errors  those of rfm
Result<RfmHistory> rfmHistory(const Snapshot& snapshot, const RfmOptions& options, int months, Job& job);

/// Rows R best … R1, columns F1 … F best; a cell has its customers and their average spend, which colours it.
HeatData rfmHeat(const RfmResult& result);
/// The fullest and the dearest cell, for screen readers.
QString rfmHeatSummary(const RfmResult& result);
/// Customers of cells as rfmHeat() numbers them.
Bitset rfmMembers(const RfmResult& result, const QVector<RegionId>& cells);
/// "R5 F1", "3 cells of the grid"
QString rfmCellsTitle(const RfmResult& result, const QVector<RegionId>& cells);

/// Segments that have a bar part of their own; all others are one part "Other" behind them.
std::vector<std::string_view> keySegments(RfmGrid grid);
/// One bar per month end, stacked; the parts of a bar sum to the customers of that month.
BarData rfmBars(const RfmHistory& history);
/// Customers behind a part of a bar.
Bitset rfmBarMembers(const RfmHistory& history, const RegionId& part);
QString rfmBarTitle(const RfmHistory& history, const RegionId& part);

/// Customers of segments, by their numbers in RfmResult::segments.
Bitset segmentMembers(const Column<std::uint8_t>& segment, const std::vector<int>& numbers);

/// Why there are no segments, and what helps; hint: empty where no file and no choice would.
struct NoSegments {
    QString sentence;
    QString hint;
};
NoSegments noSegments(const Error& error);

/// What the segments say, as one or two sentences; withheld below 30 customers.
QString rfmConclusion(const RfmHistory& history);
/// What is counted, from when to when, and who was left out why.
QString rfmCaption(const RfmHistory& history);

}  // namespace meitrace

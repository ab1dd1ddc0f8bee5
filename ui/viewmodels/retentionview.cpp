// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/retentionview.h"

#include "analytics/stats/proportion.h"
#include "analytics/stats/survival.h"
#include "models/base/calendar.h"
#include "ui/text/fieldtext.h"
#include "ui/text/figures.h"
#include "ui/text/periodtext.h"
#include "ui/viewmodels/funnelview.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace meitrace {

namespace {

struct RetentionView {
    Q_DECLARE_TR_FUNCTIONS(RetentionView)
};

constexpr Index kFew = 30;

QString unitColumn(PeriodUnit unit, int column)
{
    switch (unit) {
    case PeriodUnit::Days:
        return RetentionView::tr("Day %1").arg(column);
    case PeriodUnit::Weeks:
        return RetentionView::tr("Week %1").arg(column);
    case PeriodUnit::Months:
        break;
    case PeriodUnit::Quarters:
        return RetentionView::tr("Quarter %1").arg(column);
    case PeriodUnit::Years:
        return RetentionView::tr("Year %1").arg(column);
    }
    return RetentionView::tr("Month %1").arg(column);
}

QString cellDetail(const RetentionCell& cell, Index size)
{
    if (cell.mature == size) {
        return RetentionView::tr("%1 of %2").arg(countText(cell.matureReturned), customersText(size));
    }
    return RetentionView::tr("%1 of %2 whose time is over; %3 so far of all")
        .arg(countText(cell.matureReturned), countText(cell.mature), countText(cell.returned));
}

HeatCell heatCell(const RetentionCell& cell, Index size, bool isEntry)
{
    HeatCell heat;
    if (cell.mature == 0) {
        return heat;
    }
    heat.value = proportion(cell.matureReturned, cell.mature);
    heat.text = percentText(heat.value);
    heat.detail = cellDetail(cell, size);
    heat.framed = isEntry;
    return heat;
}

const RetentionRow& totalOf(const RetentionResult& result)
{
    return result.groups.front().total;
}

/// Column behind which the average falls most, from the first one on; -1 where there are not two.
int steepestAfter(const RetentionRow& total, int first)
{
    int steepest = -1;
    double most = 0;
    for (int column = first; column + 1 < static_cast<int>(total.cells.size()); ++column) {
        const RetentionCell& here = total.cells[static_cast<std::size_t>(column)];
        const RetentionCell& next = total.cells[static_cast<std::size_t>(column) + 1];
        if (here.mature < kFew || next.mature < kFew) {
            break;
        }
        const double fall
            = proportion(here.matureReturned, here.mature) - proportion(next.matureReturned, next.mature);
        if (fall > most) {
            most = fall;
            steepest = column;
        }
    }
    return steepest;
}

int firstColumn(const RetentionOptions& options)
{
    return options.brackets.empty() ? 1 : 0;
}

}  // namespace

QString retentionColumnName(const RetentionOptions& options, int column)
{
    if (!options.brackets.empty()) {
        const DayBracket& bracket = options.brackets[static_cast<std::size_t>(column)];
        return RetentionView::tr("%1–%2 days").arg(bracket.from).arg(bracket.to);
    }
    return options.cycleDays > 0 ? RetentionView::tr("Cycle %1").arg(column)
                                 : unitColumn(options.unit, column);
}

QString retentionRowName(const RetentionOptions& options, Day start)
{
    return periodText(options.unit, start);
}

HeatData retentionHeat(const RetentionResult& result, const RetentionOptions& options, int group)
{
    const RetentionGroup& shown = result.groups[static_cast<std::size_t>(group)];
    HeatData heat;
    const auto columns = static_cast<int>(shown.total.cells.size());
    for (int column = 0; column < columns; ++column) {
        heat.columnNames << retentionColumnName(options, column);
    }
    double high = 0;
    const auto addRow = [&](const RetentionRow& row, const QString& name) {
        heat.rowNames << name;
        heat.rowNotes << customersText(row.size);
        for (int column = 0; column < columns; ++column) {
            const bool isEntry = column < firstColumn(options);
            heat.cells.append(heatCell(row.cells[static_cast<std::size_t>(column)], row.size, isEntry));
            if (!isEntry && !std::isnan(heat.cells.back().value)) {
                high = std::max(high, heat.cells.back().value);
            }
        }
    };
    for (const RetentionRow& row : shown.rows) {
        addRow(row, retentionRowName(options, row.start));
    }
    addRow(shown.total, RetentionView::tr("All rows"));
    heat.rowTitle = RetentionView::tr("Entered");
    heat.valueName = RetentionView::tr("came back");
    heat.low = 0;
    heat.high = high > 0 ? high : 1;
    heat.format = [](double share) { return percentText(share); };
    return heat;
}

LineData retentionLines(const RetentionResult& result, const RetentionOptions& options)
{
    LineData lines;
    lines.kind = NumberKind::Percent;
    const int first = firstColumn(options);
    const auto columns = static_cast<int>(totalOf(result).cells.size());
    for (int column = first; column < columns; ++column) {
        lines.xLabels << retentionColumnName(options, column);
    }
    for (const RetentionGroup& group : result.groups) {
        LineSeries series;
        series.name = retentionGroupName(group, options);
        for (int column = first; column < columns; ++column) {
            const RetentionCell& cell = group.total.cells[static_cast<std::size_t>(column)];
            if (cell.mature == 0) {
                break;
            }
            const double x = column - first;
            series.points.append({x, proportion(cell.matureReturned, cell.mature)});
            if (result.groups.size() == 1) {
                const Interval range = wilson(cell.matureReturned, cell.mature);
                series.low.append({x, range.low});
                series.high.append({x, range.high});
            }
        }
        if (!series.points.isEmpty() && lines.series.size() < 6) {
            lines.series.append(series);
        }
    }
    return lines;
}

QString retentionTitle(const RetentionOptions& options)
{
    return RetentionView::tr("After “%1”: who came back with “%2”")
        .arg(funnelStepName(options.entry), funnelStepName(options.comeBack));
}

QString retentionCaption(const RetentionResult& result, const RetentionOptions& options)
{
    QStringList parts;
    switch (options.entryRule) {
    case RetentionEntry::FirstEver:
        parts << RetentionView::tr("%1, each by the first such event ever")
                     .arg(customersText(result.customers));
        break;
    case RetentionEntry::FirstInRange:
        parts << RetentionView::tr("%1, each by the first such event on these days")
                     .arg(customersText(result.customers));
        break;
    case RetentionEntry::Every:
        parts << RetentionView::tr("%1 events of %2, each counted by itself")
                     .arg(countText(result.entries), customersText(result.customers));
        break;
    }
    parts << (options.alignment == RetentionAlignment::Rolling
                  ? RetentionView::tr("periods begin with the event")
                  : RetentionView::tr("periods of the calendar"));
    parts << RetentionView::tr("data up to %1").arg(dayText(result.asOf));
    parts << RetentionView::tr("empty cells are not over yet and count as nothing");
    if (result.noEntry > 0) {
        parts << RetentionView::tr("%1 never had it").arg(countText(result.noEntry));
    }
    return parts.join(RetentionView::tr("; ", "between parts of a caption"));
}

QStringList retentionFindings(const RetentionResult& result, const RetentionOptions& options)
{
    if (result.entries < kFew) {
        return {RetentionView::tr("Fewer than 30 customers; treat with care.")};
    }
    QStringList sentences;
    const RetentionRow& total = totalOf(result);
    const int first = firstColumn(options);
    if (static_cast<int>(total.cells.size()) > first) {
        const RetentionCell& cell = total.cells[static_cast<std::size_t>(first)];
        if (cell.mature > 0) {
            const Interval range = wilson(cell.matureReturned, cell.mature);
            sentences << RetentionView::tr("%1: %2 came back (95 % certain: %3 to %4).")
                             .arg(retentionColumnName(options, first),
                                  percentText(proportion(cell.matureReturned, cell.mature)),
                                  percentText(range.low), percentText(range.high));
        }
    }
    if (const int column = steepestAfter(total, first); column >= 0) {
        sentences << RetentionView::tr("The sharpest fall is from “%1” to “%2”: reach out before it.")
                         .arg(retentionColumnName(options, column), retentionColumnName(options, column + 1));
    }
    const ReturnTimes& times = result.times.front();
    const int median = survivalQuantile(kaplanMeier({times.returned, times.unseen}));
    sentences << (median < 0 ? RetentionView::tr("Fewer than half have come back at all.")
                             : RetentionView::tr("Half of them came back within %n day(s).", "", median));
    return sentences;
}

QString retentionGroupName(const RetentionGroup& group, const RetentionOptions& options)
{
    if (!options.splitBy) {
        return RetentionView::tr("All");
    }
    if (group.isOther) {
        return RetentionView::tr("Other");
    }
    if (group.value.empty()) {
        return RetentionView::tr("Not known");
    }
    return fieldValueText(*options.splitBy, group.value);
}

QString retentionPlaceTitle(const RetentionResult& result, const RetentionOptions& options,
                            const RetentionPlace& place)
{
    const RetentionGroup& group = result.groups[static_cast<std::size_t>(place.group)];
    QString who = place.row < 0
        ? RetentionView::tr("All rows")
        : retentionRowName(options, group.rows[static_cast<std::size_t>(place.row)].start);
    if (options.splitBy) {
        who = RetentionView::tr("%1, %2", "group, row").arg(retentionGroupName(group, options), who);
    }
    if (place.column < 0) {
        return who;
    }
    return (place.returned ? RetentionView::tr("%1, %2: came back")
                           : RetentionView::tr("%1, %2: did not come back"))
        .arg(who, retentionColumnName(options, place.column));
}

}  // namespace meitrace

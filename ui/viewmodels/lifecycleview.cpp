// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/lifecycleview.h"

#include "analytics/stats/proportion.h"
#include "ui/text/figures.h"
#include "ui/text/periodtext.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/funnelview.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace meitrace {

namespace {

struct LifecycleView {
    Q_DECLARE_TR_FUNCTIONS(LifecycleView)
};

constexpr Index kFew = 30;
constexpr int kMostBars = 12;
constexpr std::array<LifeState, 3> kActive {LifeState::Returning, LifeState::Resurrected, LifeState::New};

QString periodName(const LifecycleResult& result, const LifecycleOptions& options, int period)
{
    return periodText(options.unit, result.periods[static_cast<std::size_t>(period)].start);
}

/// First of the periods that have room in the chart
int firstBar(const LifecycleResult& result)
{
    return std::max(0, static_cast<int>(result.periods.size()) - kMostBars);
}

}  // namespace

QString lifeStateName(LifeState state)
{
    switch (state) {
    case LifeState::New:
        return LifecycleView::tr("New");
    case LifeState::Returning:
        return LifecycleView::tr("Stayed");
    case LifeState::Resurrected:
        return LifecycleView::tr("Came back");
    case LifeState::Dormant:
        return LifecycleView::tr("Stayed away");
    case LifeState::Away:
        return LifecycleView::tr("Away for longer");
    case LifeState::Lost:
        return LifecycleView::tr("Lost");
    }
    return {};
}

QString lifeStateHint(LifeState state, int lostAfter)
{
    switch (state) {
    case LifeState::New:
        return LifecycleView::tr("Active for the first time ever");
    case LifeState::Returning:
        return LifecycleView::tr("Active in this period and in the one before");
    case LifeState::Resurrected:
        return LifecycleView::tr("Active again after at least one period without");
    case LifeState::Dormant:
        return LifecycleView::tr("Active in the period before, not in this one");
    case LifeState::Away:
        return LifecycleView::tr("Not active for more than one period");
    case LifeState::Lost:
        return LifecycleView::tr("Not active for %1 periods or more").arg(countText(lostAfter));
    }
    return {};
}

BarData lifecycleBars(const LifecycleResult& result, const LifecycleOptions& options)
{
    BarData bars;
    bars.stacked = true;
    bars.valueTitle = LifecycleView::tr("Active customers");
    bars.categoryHeader = LifecycleView::tr("Period");
    for (const LifeState state : kActive) {
        bars.series << BarSeries {.name = lifeStateName(state), .values = {}};
    }
    for (int period = firstBar(result); period < static_cast<int>(result.periods.size()); ++period) {
        const LifecyclePeriod& counted = result.periods[static_cast<std::size_t>(period)];
        if (!counted.mature) {
            bars.immature << static_cast<int>(bars.categories.size());
        }
        bars.categories << periodName(result, options, period);
        for (std::size_t series = 0; series < kActive.size(); ++series) {
            bars.series[static_cast<qsizetype>(series)].values
                << static_cast<double>(counted.of(kActive[series]));
        }
    }
    return bars;
}

LifeState lifecycleBarState(int series)
{
    return kActive[static_cast<std::size_t>(series)];
}

QString lifecycleCaption(const LifecycleResult& result, const LifecycleOptions& options)
{
    return LifecycleView::tr("Active: “%1”. %2 ever, %3 never.")
        .arg(funnelStepName(options.activity), customersText(result.customers),
             countText(result.neverActive));
}

QString lifecyclePlaceTitle(const LifecycleResult& result, const LifecycleOptions& options, int period,
                            LifeState state)
{
    return LifecycleView::tr("%1, %2").arg(lifeStateName(state), periodName(result, options, period));
}

QStringList lifecycleFindings(const LifecycleResult& result, const LifecycleOptions& options)
{
    int last = static_cast<int>(result.periods.size()) - 1;
    while (last >= 0 && !result.periods[static_cast<std::size_t>(last)].mature) {
        --last;
    }
    if (last < 1 || result.customers < kFew) {
        return {LifecycleView::tr("Too few whole periods or customers for a comparison.")};
    }
    const LifecyclePeriod& now = result.periods[static_cast<std::size_t>(last)];
    const LifecyclePeriod& before = result.periods[static_cast<std::size_t>(last) - 1];
    QStringList sentences {LifecycleView::tr("In %1 %2 were active: %3 stayed, %4 came back, %5 are new.")
                               .arg(periodName(result, options, last), customersText(now.active()),
                                    countText(now.of(LifeState::Returning)),
                                    countText(now.of(LifeState::Resurrected)),
                                    countText(now.of(LifeState::New)))};
    if (before.active() > 0) {
        const Interval range = wilson(now.of(LifeState::Returning), before.active());
        sentences << LifecycleView::tr("Of the %1 of %2, %3 stayed (95 % range %4 to %5).")
                         .arg(customersText(before.active()), periodName(result, options, last - 1),
                              percentText(proportion(now.of(LifeState::Returning), before.active())),
                              percentText(range.low), percentText(range.high));
    }
    const Index gained = now.of(LifeState::New) + now.of(LifeState::Resurrected);
    const Index left = now.of(LifeState::Dormant);
    sentences << (gained >= left ? LifecycleView::tr("%1 came and %2 stayed away: the circle grows.")
                                 : LifecycleView::tr("%1 came and %2 stayed away: the circle shrinks."))
                     .arg(countText(gained), countText(left));
    if (now.newlyLost > 0) {
        sentences << LifecycleView::tr("%1 count as lost since then.").arg(countText(now.newlyLost));
    }
    return sentences;
}

LifecycleTable::LifecycleTable(QObject* parent)
    : ReadOnlyTable(static_cast<int>(kLifeStates) + 2, parent)
{
}

void LifecycleTable::setResult(const LifecycleResult& result, const LifecycleOptions& options)
{
    beginResetModel();
    m_result = result;
    m_options = options;
    m_options.population = {};
    endResetModel();
}

int LifecycleTable::periodAt(int row) const
{
    return static_cast<int>(m_result.periods.size()) - 1 - row;
}

std::optional<LifeState> LifecycleTable::stateAt(int column)
{
    return column >= 1 && column <= static_cast<int>(kLifeStates)
        ? std::optional(static_cast<LifeState>(column - 1))
        : std::nullopt;
}

int LifecycleTable::count() const
{
    return static_cast<int>(m_result.periods.size());
}

QString LifecycleTable::title(int column) const
{
    const std::optional<LifeState> state = stateAt(column);
    return state      ? lifeStateName(*state)
        : column == 0 ? LifecycleView::tr("Period")
                      : LifecycleView::tr("Active");
}

QString LifecycleTable::text(int row, int column) const
{
    const int period = periodAt(row);
    const LifecyclePeriod& counted = m_result.periods[static_cast<std::size_t>(period)];
    if (const std::optional<LifeState> state = stateAt(column)) {
        return countText(counted.of(*state));
    }
    if (column != 0) {
        return countText(counted.active());
    }
    const QString name = periodName(m_result, m_options, period);
    return counted.mature ? name : LifecycleView::tr("%1, not over").arg(name);
}

QVariant LifecycleTable::mark(int row, int column, int role) const
{
    const std::optional<LifeState> state = stateAt(column);
    if (role == Qt::ToolTipRole && state) {
        return lifeStateHint(*state, m_options.lostAfter);
    }
    const bool quiet = !m_result.periods[static_cast<std::size_t>(periodAt(row))].mature;
    return role == QuietRole && quiet ? QVariant(true) : QVariant();
}

}  // namespace meitrace

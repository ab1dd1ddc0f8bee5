// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/funnelview.h"

#include "ui/text/casekeytext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct FunnelView {
    Q_DECLARE_TR_FUNCTIONS(FunnelView)
};

FunnelWords words()
{
    return {.entered = FunnelView::tr("Entered"),
            .ofFirst = FunnelView::tr("%1 of first step"),
            .lost = FunnelView::tr("%1 lost"),
            .open = FunnelView::tr("%1 still open"),
            .time = FunnelView::tr("median %1"),
            .reachedName = FunnelView::tr("Reached"),
            .lostName = FunnelView::tr("Lost"),
            .openName = FunnelView::tr("Still open"),
            .compareName = FunnelView::tr("Previous period"),
            .stepHeader = FunnelView::tr("Step"),
            .groupHeader = FunnelView::tr("Group"),
            .shareHeader = FunnelView::tr("Of first"),
            .rateHeader = FunnelView::tr("Of previous"),
            .timeHeader = FunnelView::tr("Median time")};
}

QVector<FunnelBar> barsOf(const std::vector<FunnelStep>& steps, const FunnelOptions& options)
{
    QVector<FunnelBar> bars;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        bars.push_back(
            {.name = funnelStepName(options.steps[i]),
             .reached = steps[i].reached,
             .lost = i == 0 ? 0 : steps[i].lost,
             .open = i == 0 ? 0 : steps[i].open,
             .time = i == 0 || steps[i].wait.n == 0 ? QString() : shortDurationText(steps[i].wait.median)});
    }
    return bars;
}

QString groupName(const FunnelSplit& split, const FunnelOptions& options)
{
    switch (split.kind) {
    case SplitKind::Other:
        return FunnelView::tr("Other");
    case SplitKind::Missing:
        return FunnelView::tr("Not known");
    case SplitKind::Value:
        break;
    }
    return capitalised(caseValueText(options.split, split.value));
}

}  // namespace

QString funnelStepName(const EventPredicate& step)
{
    const bool plain = step.clauses.size() == 1 && step.clauses.front().filters.empty();
    return plain ? capitalised(eventName(step.clauses.front().type)) : fromUtf8(printed(step));
}

FunnelData funnelChartOf(const FunnelResult& result, const FunnelOptions& options)
{
    FunnelData data;
    data.words = words();
    if (result.splits.empty()) {
        data.groups.push_back({.name = {}, .steps = barsOf(result.steps, options)});
        return data;
    }
    for (const FunnelSplit& split : result.splits) {
        data.groups.push_back({.name = groupName(split, options), .steps = barsOf(split.steps, options)});
    }
    return data;
}

void addComparison(FunnelData& data, const FunnelResult& now, const FunnelResult& before)
{
    if (data.groups.size() != 1 || before.steps.front().reached == 0) {
        return;
    }
    QVector<FunnelBar>& bars = data.groups.front().steps;
    for (int i = 1; i < bars.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double then = before.steps[at].ofFirst.rate;
        const double points = (now.steps[at].ofFirst.rate - then) * 100;
        bars[i].compareShare = then;
        bars[i].compareText
            = FunnelView::tr("%1 points")
                  .arg((points < 0 ? QString() : QStringLiteral("+")) + QLocale().toString(points, 'f', 1));
    }
}

QString whatIfSentence(const FunnelWhatIf& change, const FunnelResult& result, const FunnelOptions& options,
                       double months, double spend)
{
    const auto at = static_cast<std::size_t>(change.step);
    const double now = result.steps[at].ofPrevious.rate;
    const auto rounded = [months](double units) {
        return countText(static_cast<std::int64_t>(std::llround(units / std::max(months, 1.0 / 30))));
    };
    const QString head = FunnelView::tr("If %1 → %2 were %3 instead of %4")
                             .arg(funnelStepName(options.steps[at - 1]), funnelStepName(options.steps[at]),
                                  percentText(change.rate), percentText(now));
    const QString more
        = FunnelView::tr("%1 at “%2” a month (%3 to %4)")
              .arg((change.extra > 0 ? QStringLiteral("+") : QString()) + rounded(change.extra),
                   funnelStepName(options.steps.back()), rounded(change.range.low),
                   rounded(change.range.high));
    const double money = change.extra / std::max(months, 1.0 / 30) * spend;
    return money == 0 ? FunnelView::tr("%1: %2").arg(head, more)
                      : FunnelView::tr("%1: %2, about %3").arg(head, more, roundMoneyText(money));
}

int worstFunnelStep(const FunnelResult& result)
{
    int worst = 0;
    double share = 0;
    for (std::size_t i = 1; i < result.steps.size(); ++i) {
        const FunnelStep& step = result.steps[i];
        const double lost
            = step.previous > 0 ? static_cast<double>(step.lost) / static_cast<double>(step.previous) : 0;
        if (lost > share) {
            share = lost;
            worst = static_cast<int>(i);
        }
    }
    return worst;
}

QString funnelCaption(const FunnelResult& result, const FunnelOptions& options)
{
    QStringList parts;
    if (options.window) {
        parts << FunnelView::tr("Conversion window %1").arg(spanText(*options.window));
    } else {
        parts << FunnelView::tr("No window");
    }
    switch (options.mode) {
    case FunnelMode::Ordered:
        parts << FunnelView::tr("in order");
        break;
    case FunnelMode::Strict:
        parts << FunnelView::tr("nothing in between");
        break;
    case FunnelMode::Any:
        parts << FunnelView::tr("in any order");
        break;
    case FunnelMode::Anchored:
        parts << FunnelView::tr("first step first, then in any order");
        break;
    }
    parts << (options.unit == UnitKind::Customer    ? FunnelView::tr("unique customers")
                  : options.unit == UnitKind::Visit ? FunnelView::tr("visits")
                                                    : FunnelView::tr("sessions"));
    parts << FunnelView::tr("as of %1").arg(dayText(result.asOf));
    if (result.withoutEntry > 0) {
        parts << FunnelView::tr("%1 never entered").arg(countText(result.withoutEntry));
    }
    if (result.outsidePopulation > 0) {
        parts << FunnelView::tr("%1 not looked at (visitors not recognised, test persons)")
                     .arg(countText(result.outsidePopulation));
    }
    if (result.dropped > 0) {
        parts << FunnelView::tr("%1 left out by an excluding event").arg(countText(result.dropped));
    }
    return parts.join(FunnelView::tr(", "));
}

QString funnelSummary(const FunnelResult& result, const FunnelOptions& options)
{
    QStringList parts;
    for (std::size_t i = 0; i < result.steps.size(); ++i) {
        parts << FunnelView::tr("%1: %2 (%3 of first)")
                     .arg(funnelStepName(options.steps[i]), countText(result.steps[i].reached),
                          percentText(result.steps[i].ofFirst.rate));
    }
    return parts.join(FunnelView::tr("; "));
}

QString funnelPartTitle(const FunnelOptions& options, int step, FunnelClass part)
{
    const QString name = funnelStepName(options.steps[static_cast<std::size_t>(step)]);
    if (step == 0) {
        return FunnelView::tr("%1: entered").arg(name);
    }
    const QString before = funnelStepName(options.steps[static_cast<std::size_t>(step - 1)]);
    switch (part) {
    case FunnelClass::Reached:
        return FunnelView::tr("%1 → %2, reached").arg(before, name);
    case FunnelClass::Lost:
        return FunnelView::tr("%1 → %2, lost").arg(before, name);
    case FunnelClass::Open:
        break;
    }
    return FunnelView::tr("%1 → %2, still open").arg(before, name);
}

}  // namespace meitrace

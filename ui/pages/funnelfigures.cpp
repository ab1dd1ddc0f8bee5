// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/funnelfigures.h"

#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/funnelview.h"
#include "ui/widgets/kpicard.h"

#include <QGridLayout>

#include <cmath>

namespace meitrace {

namespace {

constexpr Index kFew = 30;
constexpr int kCards = 4;

}  // namespace

FunnelFigures::FunnelFigures(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_rate(new KpiCard)
    , m_worst(new KpiCard)
    , m_time(new KpiCard)
    , m_recoverable(new KpiCard)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(size::kCardGap);
    arrange(kCards);
    for (KpiCard* card : {m_worst, m_recoverable}) {
        connect(card, &KpiCard::activated, this, &FunnelFigures::lostRequested);
    }
}

void FunnelFigures::arrange(int columns)
{
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    int at = 0;
    for (KpiCard* card : {m_rate, m_worst, m_time, m_recoverable}) {
        m_grid->removeWidget(card);
        m_grid->addWidget(card, at / columns, at % columns);
        ++at;
    }
    for (int column = 0; column < kCards; ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
}

void FunnelFigures::setFigures(const FunnelResult& result, const FunnelOptions& options, Index recoverable)
{
    const std::vector<FunnelStep>& steps = result.steps;
    const FunnelStep& last = steps.back();
    const QString few
        = steps.front().reached < kFew ? tr("Fewer than 30 customers; treat with care") : QString();
    m_rate->setFigure(
        {.label
         = tr("%1 to %2").arg(funnelStepName(options.steps.front()), funnelStepName(options.steps.back())),
         .value = percentText(last.ofFirst.rate),
         .change = !few.isEmpty() || last.ofFirst.of == 0
             ? few
             : tr("95 % certain: %1 to %2")
                   .arg(percentText(last.ofFirst.interval.low), percentText(last.ofFirst.interval.high))});
    const int worst = worstFunnelStep(result);
    const FunnelStep& step = steps[static_cast<std::size_t>(worst)];
    m_worst->setFigure(
        {.label = tr("Largest loss"),
         .value = worst == 0
             ? QStringLiteral("—")
             : tr("%1 → %2").arg(funnelStepName(options.steps[static_cast<std::size_t>(worst - 1)]),
                                 funnelStepName(options.steps[static_cast<std::size_t>(worst)])),
         .change = worst == 0 ? tr("Nobody is lost")
                              : tr("%1 lost").arg(percentText(static_cast<double>(step.lost)
                                                              / static_cast<double>(step.previous))),
         .tone = worst == 0 ? Tone::Neutral : Tone::Bad,
         .opensCustomers = worst > 0});
    m_time->setFigure(
        {.label = tr("Median time from first to last step"),
         .value = shortDurationText(last.sinceFirst.n > 0 ? last.sinceFirst.median : std::nan("")),
         .change = last.sinceFirst.n > 0
             ? tr("half of them: %1 to %2")
                   .arg(shortDurationText(last.sinceFirst.p25), shortDurationText(last.sinceFirst.p75))
             : QString()});
    m_recoverable->setFigure({.label = tr("Lost there and may be contacted"),
                              .value = worst == 0 ? QStringLiteral("—") : countText(recoverable),
                              .change = worst == 0 ? QString() : tr("of %1 lost").arg(countText(step.lost)),
                              .opensCustomers = worst > 0});
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/homeview.h"

#include "analytics/workbench/decisions.h"
#include "analytics/workbench/kpis.h"
#include "ui/text/figures.h"
#include "ui/text/kpitext.h"
#include "ui/viewmodels/moneyaxis.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

namespace meitrace {

namespace {

struct HomeView {
    Q_DECLARE_TR_FUNCTIONS(HomeView)
};

constexpr int kMonths = 13;
constexpr int kWeeks = 26;

QDate dateOf(Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

QString shortMonth(const HomeState& state)
{
    const QDate before = dateOf(state.kpis.before.from);
    const bool otherYear = before.year() != dateOf(state.kpis.period.from).year();
    return QLocale().toString(before,
                              otherYear ? HomeView::tr("MMM yyyy", "the month compared with")
                                        : HomeView::tr("MMM", "the month compared with"));
}

/// "↑ 12.0 % on May"
QString changeText(const HomeState& state, const KpiDefinition& definition, const KpiReading& reading)
{
    QString change = kpiChangeText(definition, reading);
    if (change.isEmpty()) {
        return HomeView::tr("no figure for %1").arg(shortMonth(state));
    }
    if (reading.now.value == reading.before.value) {
        return HomeView::tr("as in %1").arg(shortMonth(state));
    }
    if (change[0] == u'+' || change[0] == u'−') {
        change.remove(0, 1);
    }
    const QString arrow
        = reading.now.value > reading.before.value ? QStringLiteral("↑") : QStringLiteral("↓");
    return HomeView::tr("%1 %2 on %3", "arrow, how much, month").arg(arrow, change, shortMonth(state));
}

LineData lines(const HomeState& state, const QString& name)
{
    LineData data;
    LineSeries series;
    series.name = name;
    const bool monthly = state.question.span == KpiSpan::Month;
    data.xHeader = monthly ? HomeView::tr("Month") : HomeView::tr("Week from");
    for (const KpiTrend::Point& point : state.trend.points) {
        data.xLabels << QLocale().toString(dateOf(point.start),
                                           monthly ? HomeView::tr("MMM yy", "month on an axis")
                                                   : HomeView::tr("MMM d", "first day of a week on an axis"));
    }
    if (state.trend.lastIsOpen) {
        series.immatureFrom = static_cast<int>(state.trend.points.size()) - 1;
    }
    data.series << series;
    return data;
}

}  // namespace

Result<HomeState> homeState(Clinic& clinic, const Snapshot& snapshot, const Bitset& population,
                            const HomeQuestion& question, Job& job)
{
    const Result<SnapshotPtr> present = clinic.snapshot(job);
    if (!present) {
        return present.error();
    }
    const SnapshotFrame& frame = (*present)->frame();
    if (frame.dataVersion != snapshot.frame().dataVersion
        || frame.mapVersion != snapshot.frame().mapVersion) {
        return Error {ErrorCode::Cancelled};
    }
    HomeState state {.question = question, .kpis = {}, .trend = {}, .outcome = {}};
    const Result<KpiInputs> inputs = kpiInputs(clinic.workspace(), snapshot, job);
    const Result<std::vector<WaitingPair>> pairs = waitingPairs(clinic.workspace());
    if (!inputs || !pairs) {
        return inputs ? pairs.error() : inputs.error();
    }
    Result<KpiResult> figures = kpis(snapshot, *inputs,
                                     {.month = question.month,
                                      .compare = question.compare,
                                      .roiDays = state.roiDays,
                                      .population = population,
                                      .chosenPeople = question.chosenPeople},
                                     job);
    if (!figures) {
        return figures.error();
    }
    Result<KpiTrend> trend = kpiTrend(snapshot,
                                      {.span = question.span,
                                       .count = question.span == KpiSpan::Month ? kMonths : kWeeks,
                                       .asOf = figures->period.to,
                                       .population = population},
                                      job);
    if (!trend) {
        return trend.error();
    }
    state.outcome = outcomeOf(snapshot, *figures);
    state.kpis = *std::move(figures);
    state.trend = *std::move(trend);
    state.pairsToReview = static_cast<std::int64_t>(pairs->size());
    return state;
}

std::vector<HomeCard> homeCards(const HomeState& state)
{
    std::vector<HomeCard> cards;
    for (std::size_t i = 0; i < state.kpis.figures.size(); ++i) {
        const KpiDefinition& definition = kpiDefinitions()[i];
        const KpiReading& reading = state.kpis.figures[i];
        if (!definition.onHome || reading.now.gap == KpiGap::NoFile) {
            continue;
        }
        const int verdict = kpiVerdict(definition, reading);
        const bool isKnown = reading.now.isKnown();
        HomeCard card {.definition = static_cast<int>(i),
                       .label = kpiName(definition, state.roiDays),
                       .value = kpiValueText(definition, reading.now.value),
                       .change
                       = isKnown ? changeText(state, definition, reading) : kpiGapText(definition, reading),
                       .n = isKnown ? kpiBasisText(definition, reading.now.n) : QString(),
                       .help = kpiSentence(definition, state.roiDays),
                       .tone = verdict > 0 ? Tone::Good : (verdict < 0 ? Tone::Bad : Tone::Neutral),
                       .opensCustomers = isKnown && state.kpis.members[i].any()};
        if (definition.id == "roi" && isKnown && !state.kpis.mature) {
            card.change = HomeView::tr("not final yet");
            card.tone = Tone::Neutral;
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

QString homeGaps(const HomeState& state)
{
    QStringList gaps;
    for (std::size_t i = 0; i < state.kpis.figures.size(); ++i) {
        const KpiDefinition& definition = kpiDefinitions()[i];
        const KpiReading& reading = state.kpis.figures[i];
        if (definition.onHome && reading.now.gap == KpiGap::NoFile) {
            gaps << HomeView::tr("%1 (%2)", "figure, which file would give it")
                        .arg(kpiName(definition, state.roiDays), kpiGapText(definition, reading));
        }
    }
    return gaps.isEmpty()
        ? QString()
        : HomeView::tr("Not known yet: %1").arg(gaps.join(HomeView::tr(", ", "between figures")));
}

QString homeCaption(const HomeState& state)
{
    const KpiResult& kpis = state.kpis;
    QString text = HomeView::tr("%1, against %2. Money net of refunds, restated on the day of sale. "
                                "%3 customers; test persons are left out.")
                       .arg(periodText(kpis.period), periodText(kpis.before), countText(kpis.used));
    if (kpis.internalLines > 0) {
        text += u' '
            + HomeView::tr("%n internal bill line(s) left out.", "", static_cast<int>(kpis.internalLines));
    }
    return text;
}

QString homeMembersTitle(const HomeState& state, int definition)
{
    return HomeView::tr("%1, %2", "figure, month")
        .arg(kpiName(kpiDefinitions()[static_cast<std::size_t>(definition)], state.roiDays),
             monthText(state.kpis.period.from));
}

LineData homeVisits(const HomeState& state)
{
    LineData data = lines(state, HomeView::tr("Visits"));
    if (!state.trend.hasVisits) {
        return {};
    }
    for (std::size_t i = 0; i < state.trend.points.size(); ++i) {
        data.series[0].points << QPointF(static_cast<double>(i),
                                         static_cast<double>(state.trend.points[i].visits));
    }
    return data;
}

LineData homeMoney(const HomeState& state)
{
    LineData data = lines(state, HomeView::tr("Received"));
    if (!state.trend.hasCash) {
        return {};
    }
    for (std::size_t i = 0; i < state.trend.points.size(); ++i) {
        data.series[0].points << QPointF(static_cast<double>(i),
                                         static_cast<double>(state.trend.points[i].cash) / moneyAxisUnit());
    }
    return data;
}

}  // namespace meitrace

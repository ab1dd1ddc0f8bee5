// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands out on the page of the clinic's figures, by fixed rules.
#include "analytics/stats/proportion.h"
#include "ui/text/figures.h"
#include "ui/text/kpitext.h"
#include "ui/text/names.h"
#include "ui/viewmodels/homeview.h"
#include "ui/viewmodels/monitorview.h"
#include "ui/viewmodels/painview.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace meitrace {

namespace {

struct HomeFindings {
    Q_DECLARE_TR_FUNCTIONS(HomeFindings)
};

constexpr Day kStaleDays = 7;
constexpr std::int64_t kEnough = 30;
constexpr double kNotable = 0.2;
constexpr double kSure = 0.05;

void addStale(const HomeState& state, std::vector<HomeFinding>& findings)
{
    // Only for the month that is still running: older months do not change by it.
    if (state.kpis.period.to != state.kpis.asOf) {
        return;
    }
    for (const KpiSource& source : state.kpis.sources) {
        if (source.last < state.kpis.asOf - kStaleDays) {
            findings.push_back(
                {.tone = Tone::Warn,
                 .sentence = HomeFindings::tr("%1 end on %2; other files go on to %3.")
                                 .arg(capitalised(kindName(source.kind)), dayText(source.last),
                                      dayText(state.kpis.asOf)),
                 .rule = HomeFindings::tr("A kind of file that ends more than 7 days before the others."),
                 .page = QStringLiteral("data")});
        }
    }
}

QString sentence(const HomeState& state, const KpiDefinition& definition, const KpiReading& reading)
{
    const QString text = reading.now.value > reading.before.value
        ? HomeFindings::tr("%1 rose from %2 to %3 (of %4).")
        : HomeFindings::tr("%1 fell from %2 to %3 (of %4).");
    return text.arg(kpiName(definition, state.roiDays), kpiValueText(definition, reading.before.value),
                    kpiValueText(definition, reading.now.value), kpiBasisText(definition, reading.now.n));
}

/// How far a rate moved; 0 where that may be chance or rests on too few
double rateChange(const KpiDefinition& definition, const KpiReading& reading)
{
    if (definition.unit != KpiUnit::Rate || std::min(reading.now.n, reading.before.n) < kEnough) {
        return 0;
    }
    const double p
        = twoProportionP({reading.now.hits, reading.now.n}, {reading.before.hits, reading.before.n});
    return p < kSure ? std::abs(reading.now.value - reading.before.value) : 0;
}

double countChange(const KpiDefinition& definition, const KpiReading& reading)
{
    if (definition.unit != KpiUnit::Count || reading.before.value < kEnough) {
        return 0;
    }
    const double change = std::abs(reading.now.value - reading.before.value);
    const bool sure = change > 2 * std::sqrt(reading.now.value + reading.before.value);
    return sure && change >= kNotable * reading.before.value ? change / reading.before.value : 0;
}

double moneyChange(const KpiDefinition& definition, const KpiReading& reading)
{
    if (definition.unit != KpiUnit::Money || std::min(reading.now.n, reading.before.n) < kEnough
        || reading.before.value <= 0) {
        return 0;
    }
    const double change = std::abs(reading.now.value - reading.before.value) / reading.before.value;
    return change >= kNotable ? change : 0;
}

using Change = double (*)(const KpiDefinition&, const KpiReading&);

void addLargest(const HomeState& state, Change change, const QString& rule,
                std::vector<HomeFinding>& findings)
{
    double largest = 0;
    int found = -1;
    for (std::size_t i = 0; i < state.kpis.figures.size(); ++i) {
        const KpiReading& reading = state.kpis.figures[i];
        if (!reading.now.isKnown() || !reading.before.isKnown()) {
            continue;
        }
        const double size = change(kpiDefinitions()[i], reading);
        if (size > largest) {
            largest = size;
            found = static_cast<int>(i);
        }
    }
    if (found >= 0) {
        const KpiDefinition& definition = kpiDefinitions()[static_cast<std::size_t>(found)];
        const KpiReading& reading = state.kpis.figures[static_cast<std::size_t>(found)];
        const int verdict = kpiVerdict(definition, reading);
        findings.push_back({.tone = verdict > 0 ? Tone::Good : (verdict < 0 ? Tone::Bad : Tone::Neutral),
                            .sentence = sentence(state, definition, reading),
                            .rule = rule,
                            .definition = found});
    }
}

}  // namespace

std::vector<HomeFinding> homeFindings(const HomeState& state)
{
    std::vector<HomeFinding> findings;
    addStale(state, findings);
    addLargest(
        state, rateChange,
        HomeFindings::tr("The rate that moved most, of those resting on 30 or more in both periods whose "
                         "change is no chance (p below 0.05)."),
        findings);
    addLargest(
        state, countChange,
        HomeFindings::tr("The count that moved most, from 30 or more, by a fifth or more and more than "
                         "twice what chance allows."),
        findings);
    addLargest(
        state, moneyChange,
        HomeFindings::tr("The amount that moved most, of those made of 30 or more in both periods, by a "
                         "fifth or more."),
        findings);
    return findings;
}

PainOptions homeLeakOptions(const FunnelOptions& usual, const Bitset& population, Day last)
{
    constexpr Day kYear = 365;
    PainOptions options;
    options.funnel.steps = usual.steps;
    options.funnel.window = Duration {30, DurationUnit::Days};
    options.funnel.population = population;
    options.funnel.from = last - kYear + 1;
    options.funnel.to = last + 1;
    options.funnel.asOf = last;
    return options;
}

std::vector<HomeFinding> leakFindings(const PainResult& result, const PainOptions& options)
{
    constexpr std::size_t kMost = 2;
    std::vector<HomeFinding> findings;
    for (std::size_t i = 0; i < std::min(kMost, result.points.size()); ++i) {
        findings.push_back({.tone = Tone::Warn,
                            .sentence = painSentence(result.points[i], options),
                            .rule = HomeFindings::tr(
                                "Of the groups that were surely lost more often than the others on the way "
                                "from lead to deal in twelve months, those with most at stake."),
                            .page = QStringLiteral("journeys/pain")});
    }
    return findings;
}

std::vector<HomeFinding> alarmFindings(const MonitorResult& result)
{
    constexpr std::size_t kMost = 2;
    constexpr std::array<std::string_view, 4> kUnwelcome {"booking_noshow", "complaint", "refund",
                                                          "unsubscribe"};
    std::vector<HomeFinding> findings;
    for (std::size_t i = 0; i < std::min(kMost, result.alerts.size()); ++i) {
        const MonitorAlert& alert = result.alerts[i];
        const MonitorSeries& series = result.series[static_cast<std::size_t>(alert.series)];
        const bool isUnwelcome
            = std::find(kUnwelcome.begin(), kUnwelcome.end(), series.metric) != kUnwelcome.end();
        const bool isMore = alert.value > alert.expected;
        findings.push_back(
            {.tone = isMore == isUnwelcome ? Tone::Warn : Tone::Good,
             .sentence = monitorSentence(alert, series),
             .rule = HomeFindings::tr(
                 "Of the last 14 days, the two latest days or weeks on which a number lay outside "
                 "of what the weeks before let expect."),
             .page = QStringLiteral("funnels/monitor")});
    }
    return findings;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// monitor: days on which the clinic's numbers were not what the time before let expect
#include "analytics/workbench/usualmonitor.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "models/base/calendar.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/monitorview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct Monitors {
    Q_DECLARE_TR_FUNCTIONS(Monitors)
};

using Align = TextTable::Align;

Json driverJson(const MonitorDriver& driver)
{
    return {{"field", std::string(fieldName(driver.field))},
            {"value", driver.value},
            {"observed", driver.observed},
            {"expected", driver.expected}};
}

Json alertJson(const MonitorAlert& alert, const MonitorSeries& series)
{
    Json drivers = Json::array();
    for (const MonitorDriver& driver : alert.drivers) {
        drivers.push_back(driverJson(driver));
    }
    return {{"metric", series.metric},      {"unit", std::string(periodUnitCode(series.unit))},
            {"day", isoDate(alert.start)},  {"value", alert.value},
            {"expected", alert.expected},   {"low", alert.low},
            {"high", alert.high},           {"z", alert.z},
            {"q", numberOrNull(alert.q)},   {"shift", alert.shift},
            {"drivers", std::move(drivers)}};
}

const char* stateOf(const MonitorSeries& series)
{
    return series.silence == MonitorSilence::TooFew  ? "too_few"
        : series.silence == MonitorSilence::TooShort ? "too_short"
        : series.silentSince != kMissingDay          ? "silent"
                                                     : "watched";
}

/// Where each number stands: its last day or week beside what is usual.
QString standText(const MonitorResult& result)
{
    TextTable table({Monitors::tr("What"), Monitors::tr("Unit"), Monitors::tr("Last"), Monitors::tr("Usual"),
                     Monitors::tr("From"), Monitors::tr("To")},
                    {Align::Left, Align::Left});
    for (const MonitorSeries& series : result.series) {
        const bool isJudged
            = !series.band.empty() && series.band.back().isJudged && series.silence == MonitorSilence::None;
        const auto value = [&](double number) {
            return isJudged ? monitorValueText(number, series.isMoney) : QStringLiteral("–");
        };
        const BandPoint last = series.band.empty() ? BandPoint {} : series.band.back();
        table.row({monitorMetricName(series.metric),
                   series.unit == PeriodUnit::Days ? Monitors::tr("day") : Monitors::tr("week"),
                   series.values.empty() ? QStringLiteral("–")
                                         : monitorValueText(series.values.back(), series.isMoney),
                   value(last.expected), value(last.low), value(last.high)});
    }
    return table.text();
}

}  // namespace

Result<Answer> runMonitor(const CommandContext& context)
{
    MonitorOptions options = usualMonitor();
    options.includeAnonymous = context.isSet("include-anonymous");
    if (Status status = readDays(context, "days", options.days); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.population = std::move(opened->population);
    const Result<MonitorResult> result = monitor(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer;
    answer.options = {{"days", options.days},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.includeAnonymous}};
    Json alerts = Json::array();
    for (const MonitorAlert& alert : result->alerts) {
        alerts.push_back(alertJson(alert, result->series[static_cast<std::size_t>(alert.series)]));
    }
    Json series = Json::array();
    for (const MonitorSeries& one : result->series) {
        series.push_back(
            {{"metric", one.metric},
             {"unit", std::string(periodUnitCode(one.unit))},
             {"state", stateOf(one)},
             {"silent_since", one.silentSince == kMissingDay ? Json() : Json(isoDate(one.silentSince))}});
    }
    answer.result = {{"from", isoDate(result->from)},
                     {"to", isoDate(result->to)},
                     {"alerts", std::move(alerts)},
                     {"series", std::move(series)}};
    answer.used = result->customers;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = result->to;
    answer.text = standText(*result) + u'\n' + monitorFindings(*result).join(u'\n') + u'\n';
    return answer;
}

}  // namespace meitrace

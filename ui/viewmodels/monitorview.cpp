// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/monitorview.h"

#include "models/frame/snapshot.h"
#include "ui/text/casekeytext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/periodtext.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/moneyaxis.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace meitrace {

namespace {

struct MonitorView {
    Q_DECLARE_TR_FUNCTIONS(MonitorView)
};

constexpr int kDaysShown = 120;
constexpr int kWeeksShown = 78;

QString timeText(const MonitorSeries& series, Day start)
{
    return series.unit == PeriodUnit::Days ? dayText(start)
                                           : MonitorView::tr("week from %1").arg(dayText(start));
}

/// "Store B (−14)"
QString driverText(const MonitorDriver& driver, bool isMoney)
{
    const double difference = driver.observed - driver.expected;
    const QString size = monitorValueText(std::abs(difference), isMoney);
    return MonitorView::tr("%1 (%2)").arg(caseValueText(fieldName(driver.field), driver.value),
                                          (difference < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                                              + size);
}

QString driversText(const MonitorAlert& alert, const MonitorSeries& series)
{
    QStringList drivers;
    for (const MonitorDriver& driver : alert.drivers) {
        drivers << driverText(driver, series.isMoney);
    }
    return drivers.join(MonitorView::tr(", "));
}

/// Of counts the whole numbers that are still usual
std::pair<double, double> usualOf(const MonitorAlert& alert, const MonitorSeries& series)
{
    return series.isMoney ? std::pair(alert.low, alert.high)
                          : std::pair(std::ceil(alert.low), std::floor(alert.high));
}

}  // namespace

QString monitorMetricName(const std::string& metric)
{
    return metric == "received" ? MonitorView::tr("Money received") : capitalised(eventName(metric));
}

QString monitorValueText(double value, bool isMoney)
{
    constexpr double kFenOfYuan = 100;
    return isMoney ? roundMoneyText(value * kFenOfYuan) : countText(std::llround(value));
}

QString monitorSentence(const MonitorAlert& alert, const MonitorSeries& series)
{
    const auto value = [&series](double number) { return monitorValueText(number, series.isMoney); };
    const auto [low, high] = usualOf(alert, series);
    const QString drivers = driversText(alert, series);
    const QString name = monitorMetricName(series.metric);
    const QString when = timeText(series, alert.start);
    QString text = MonitorView::tr("%1, %2: %3 instead of about %4 (usual %5 to %6)")
                       .arg(name, when, value(alert.value), value(alert.expected), value(low), value(high));
    if (!drivers.isEmpty()) {
        text += MonitorView::tr("; mostly %1").arg(drivers);
    }
    if (alert.shift != 0) {
        text += alert.shift > 0 ? MonitorView::tr("; it has stood higher for a while")
                                : MonitorView::tr("; it has stood lower for a while");
    }
    return text + MonitorView::tr(".");
}

QString monitorSilenceText(const MonitorSeries& series)
{
    const QString name = monitorMetricName(series.metric);
    if (series.silentSince != kMissingDay) {
        return MonitorView::tr("%1: nothing since %2. A file may be missing.")
            .arg(name, dayText(series.silentSince));
    }
    switch (series.silence) {
    case MonitorSilence::TooFew:
        return MonitorView::tr("%1: too few to tell an odd week from chance.").arg(name);
    case MonitorSilence::TooShort:
        return MonitorView::tr("%1: too little time with data to say what is usual.").arg(name);
    case MonitorSilence::None:
        return {};
    }
    return {};
}

QStringList monitorFindings(const MonitorResult& result)
{
    QStringList sentences;
    for (const MonitorAlert& alert : result.alerts) {
        sentences << monitorSentence(alert, result.series[static_cast<std::size_t>(alert.series)]);
    }
    for (const MonitorSeries& series : result.series) {
        if (const QString silence = monitorSilenceText(series); !silence.isEmpty()) {
            sentences << silence;
        }
    }
    const bool isWatched
        = std::any_of(result.series.begin(), result.series.end(), [](const MonitorSeries& series) {
              return series.silence == MonitorSilence::None && series.silentSince == kMissingDay;
          });
    if (!result.alerts.empty()) {
        sentences << MonitorView::tr(
            "What is usual comes from the weeks before; public holidays are left out. "
            "A value named is where it moved, not why.");
    } else if (isWatched) {
        sentences << MonitorView::tr("Nothing stands out from %1 to %2.")
                         .arg(dayText(result.from), dayText(result.to));
    }
    return sentences;
}

QString monitorPlaceTitle(const MonitorSeries& series, int point)
{
    return MonitorView::tr("%1, %2").arg(monitorMetricName(series.metric),
                                         timeText(series, series.starts[static_cast<std::size_t>(point)]));
}

int monitorFirstShown(const MonitorSeries& series)
{
    const int shown = series.unit == PeriodUnit::Days ? kDaysShown : kWeeksShown;
    return std::max(0, static_cast<int>(series.starts.size()) - shown);
}

int monitorJudged(const MonitorSeries& series, int first, int n)
{
    int left = n;
    for (auto i = static_cast<std::size_t>(first); i < series.band.size(); ++i) {
        if (series.band[i].isJudged && left-- == 0) {
            return static_cast<int>(i) - first;
        }
    }
    return n;
}

LineData monitorLines(const MonitorSeries& series, int first)
{
    constexpr double kFenOfYuan = 100;
    const double unit = series.isMoney ? kFenOfYuan / moneyAxisUnit() : 1;
    LineSeries values;
    LineSeries expected;
    values.name = monitorMetricName(series.metric);
    expected.name = MonitorView::tr("Expected; the band is usual");
    LineData data;
    for (auto i = static_cast<std::size_t>(first); i < series.starts.size(); ++i) {
        const auto x = static_cast<double>(data.xLabels.size());
        data.xLabels << dayText(series.starts[i]);
        values.points << QPointF(x, series.values[i] * unit);
        if (i < series.band.size() && series.band[i].isJudged) {
            expected.points << QPointF(x, series.band[i].expected * unit);
            expected.low << QPointF(x, std::max(0.0, series.band[i].low) * unit);
            expected.high << QPointF(x, series.band[i].high * unit);
        }
    }
    data.series << values;
    if (!expected.points.isEmpty()) {
        data.series << expected;
    }
    data.xHeader = series.unit == PeriodUnit::Days ? MonitorView::tr("Day") : MonitorView::tr("Week from");
    data.yTitle = series.isMoney ? moneyAxisTitle() : values.name;
    return data;
}

AlertTable::AlertTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void AlertTable::setResult(const MonitorResult& result)
{
    beginResetModel();
    m_alerts = result.alerts;
    m_series = result.series;
    endResetModel();
}

int AlertTable::count() const
{
    return static_cast<int>(m_alerts.size());
}

bool AlertTable::isNumber(int column) const
{
    return column == Value || column == Expected || column == Usual;
}

QString AlertTable::title(int column) const
{
    return QStringList {MonitorView::tr("When"),  MonitorView::tr("Number"),
                        MonitorView::tr("Was"),   MonitorView::tr("Expected"),
                        MonitorView::tr("Usual"), MonitorView::tr("Where it moved")}
        .value(column);
}

QString AlertTable::text(int row, int column) const
{
    const MonitorAlert& alert = alertAt(row);
    const MonitorSeries& series = m_series[static_cast<std::size_t>(alert.series)];
    const auto value = [&series](double number) { return monitorValueText(number, series.isMoney); };
    const auto [low, high] = usualOf(alert, series);
    switch (column) {
    case When:
        return timeText(series, alert.start);
    case Number:
        return monitorMetricName(series.metric);
    case Value:
        return value(alert.value);
    case Expected:
        return value(alert.expected);
    case Usual:
        return MonitorView::tr("%1 to %2").arg(value(low), value(high));
    default:
        break;
    }
    const QString drivers = driversText(alert, series);
    return drivers.isEmpty() ? QStringLiteral("—") : drivers;
}

QVariant AlertTable::mark(int row, int column, int role) const
{
    const MonitorAlert& alert = alertAt(row);
    if (role == ToneRole && column == Value) {
        return static_cast<int>(alert.value < alert.expected ? Tone::Bad : Tone::Good);
    }
    if (role == Qt::ToolTipRole) {
        return monitorSentence(alert, m_series[static_cast<std::size_t>(alert.series)]);
    }
    return {};
}

}  // namespace meitrace

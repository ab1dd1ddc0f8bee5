// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/monitorview.h"

#include "models/frame/snapshot.h"
#include "ui/text/casekeytext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/periodtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct MonitorView {
    Q_DECLARE_TR_FUNCTIONS(MonitorView)
};

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
    // Whole numbers that are still usual
    const double low = series.isMoney ? alert.low : std::ceil(alert.low);
    const double high = series.isMoney ? alert.high : std::floor(alert.high);
    QStringList drivers;
    for (const MonitorDriver& driver : alert.drivers) {
        drivers << driverText(driver, series.isMoney);
    }
    const QString name = monitorMetricName(series.metric);
    const QString when = timeText(series, alert.start);
    QString text = MonitorView::tr("%1, %2: %3 instead of about %4 (usual %5 to %6)")
                       .arg(name, when, value(alert.value), value(alert.expected), value(low), value(high));
    if (!drivers.isEmpty()) {
        text += MonitorView::tr("; mostly %1").arg(drivers.join(MonitorView::tr(", ")));
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

}  // namespace meitrace

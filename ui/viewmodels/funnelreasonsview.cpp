// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/funnelreasonsview.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/periodtext.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace meitrace {

namespace {

struct FunnelReasonsView {
    Q_DECLARE_TR_FUNCTIONS(FunnelReasonsView)
};

constexpr double kNoise = 0.05;
constexpr std::size_t kMostSentences = 3;

double rateOf(const Share& share)
{
    return proportion(share.hits, share.n);
}

QString oddsText(double odds)
{
    return QLocale().toString(odds, 'f', odds < 9.95 ? 1 : 0);
}

QString noiseText(double q)
{
    return q < 0.001 ? FunnelReasonsView::tr("below 0.1 %") : percentText(q);
}

/// Almost everybody who got through did it: a part of the way, and no reason.
bool isOnTheWay(const FunnelDriver& driver)
{
    constexpr double kAlmostAll = 0.95;
    return proportion(driver.with.hits, driver.with.hits + driver.without.hits) >= kAlmostAll;
}

}  // namespace

DriverTable::DriverTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void DriverTable::setDrivers(const FunnelDrivers& drivers)
{
    beginResetModel();
    m_drivers = drivers.drivers;
    endResetModel();
}

int DriverTable::count() const
{
    return static_cast<int>(m_drivers.size());
}

QString DriverTable::title(int column) const
{
    return QStringList {
        FunnelReasonsView::tr("What else they did"), FunnelReasonsView::tr("Got through with it"),
        FunnelReasonsView::tr("Without it"),         FunnelReasonsView::tr("Odds"),
        FunnelReasonsView::tr("95 % range"),         FunnelReasonsView::tr("Chance of noise")}
        .value(column);
}

QString DriverTable::text(int row, int column) const
{
    const FunnelDriver& driver = m_drivers[static_cast<std::size_t>(row)];
    switch (column) {
    case Event:
        return capitalised(eventName(driver.name));
    case With:
        return percentText(rateOf(driver.with));
    case Without:
        return percentText(rateOf(driver.without));
    case Odds:
        return oddsText(driver.odds.ratio);
    case Range:
        return FunnelReasonsView::tr("%1–%2").arg(oddsText(driver.odds.low), oddsText(driver.odds.high));
    default:
        return noiseText(driver.q);
    }
}

QVariant DriverTable::mark(int row, int column, int role) const
{
    const FunnelDriver& driver = m_drivers[static_cast<std::size_t>(row)];
    if (role == BarRole && (column == With || column == Without)) {
        return rateOf(column == With ? driver.with : driver.without);
    }
    if (role == Qt::ToolTipRole && (column == With || column == Without)) {
        const Share& share = column == With ? driver.with : driver.without;
        return FunnelReasonsView::tr("%1 of %2").arg(countText(share.hits), countText(share.n));
    }
    if (role == QuietRole) {
        return driver.q >= kNoise || isOnTheWay(driver);
    }
    return {};
}

QStringList driverFindings(const FunnelDrivers& drivers)
{
    QStringList sentences;
    for (const FunnelDriver& driver : drivers.drivers) {
        if (driver.q < kNoise && !isOnTheWay(driver)
            && sentences.size() < static_cast<qsizetype>(kMostSentences)) {
            const QString name = capitalised(eventName(driver.name));
            sentences << FunnelReasonsView::tr("“%1”: %2 got through with it, %3 without.")
                             .arg(name, percentText(rateOf(driver.with)),
                                  percentText(rateOf(driver.without)));
        }
    }
    sentences << (sentences.isEmpty()
                      ? FunnelReasonsView::tr("Nothing else they did goes surely along with getting through.")
                      : FunnelReasonsView::tr(
                          "That they go together does not say that one brings the other."));
    return sentences;
}

QString driverPlaceTitle(const FunnelDriver& driver, bool with)
{
    const QString name = capitalised(eventName(driver.name));
    return with ? FunnelReasonsView::tr("In the funnel, with “%1”").arg(name)
                : FunnelReasonsView::tr("In the funnel, without “%1”").arg(name);
}

LineData funnelTrendLines(const std::vector<FunnelTrendPoint>& points, PeriodUnit unit)
{
    LineData lines;
    LineSeries series;
    series.name = FunnelReasonsView::tr("Got through");
    for (std::size_t i = 0; i < points.size(); ++i) {
        const FunnelTrendPoint& point = points[i];
        lines.xLabels << periodText(unit, point.start);
        if (point.reached.of == 0) {
            continue;
        }
        if (!point.mature && series.immatureFrom < 0) {
            series.immatureFrom = static_cast<int>(series.points.size());
        }
        const auto x = static_cast<double>(i);
        series.points << QPointF(x, point.reached.rate);
        series.low << QPointF(x, point.reached.interval.low);
        series.high << QPointF(x, point.reached.interval.high);
    }
    lines.series << series;
    lines.kind = NumberKind::Percent;
    lines.xHeader = FunnelReasonsView::tr("First step in");
    lines.yTitle = FunnelReasonsView::tr("Share that got through");
    return lines;
}

}  // namespace meitrace

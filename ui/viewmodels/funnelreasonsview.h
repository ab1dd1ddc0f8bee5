// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/periods.h"
#include "analytics/journey/funneldrivers.h"
#include "analytics/journey/funneltrend.h"
#include "ui/charts/linechart.h"
#include "ui/viewmodels/readonlytable.h"

#include <vector>

namespace meitrace {

/// What goes along with getting through a funnel, and how its rate moves, as the page shows it.

/// What else customers did between the first step and the end, and how many of them got through.
class DriverTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Event, With, Without, Odds, Range, Noise, kColumns };

    explicit DriverTable(QObject* parent = nullptr);

    void setDrivers(const FunnelDrivers& drivers);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Event; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<FunnelDriver> m_drivers;
};

/// The strongest drivers that are no noise, as sentences; the last says what they do not say.
QStringList driverFindings(const FunnelDrivers& drivers);
QString driverPlaceTitle(const FunnelDriver& driver, bool with);
/// Share of each period's entrants that got through, with its range; dotted where some still may.
LineData funnelTrendLines(const std::vector<FunnelTrendPoint>& points, PeriodUnit unit);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/periods.h"
#include "analytics/journey/funneldrivers.h"
#include "analytics/journey/funneltrend.h"
#include "ui/session/session.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace meitrace {

class Card;
class ChartToggle;
class DataTable;
class DriverTable;
class LineChart;

/// Two cards below a funnel: how its rate moves from period to period, and what else those do who get
/// through.
class FunnelReasons final : public QWidget {
    Q_OBJECT

public:
    /// What was counted; the result is of these options.
    struct Funnel {
        SnapshotPtr snapshot {};
        FunnelOptions options {};
        std::shared_ptr<const FunnelResult> result {};
    };

    explicit FunnelReasons(Session& session, QWidget* parent = nullptr);

    void retranslate();
    /// Works it out in a job of its own.
    void showFunnel(const Funnel& funnel);
    /// nullptr before the first
    [[nodiscard]] const FunnelDrivers* drivers() const { return m_shown ? &m_shown->drivers : nullptr; }
    /// The customers with or without a driver's event, as a click on its row does.
    void showDriver(int row, bool with);

signals:
    void customersRequested(const meitrace::Bitset& members, const QString& title);
    void failed(const meitrace::Error& error);

private:
    struct Shown {
        Funnel funnel;
        FunnelDrivers drivers;
        std::vector<FunnelTrendPoint> trend;
        PeriodUnit unit = PeriodUnit::Months;
    };

    void take(const Result<Shown>& shown);

    Session& m_session;
    Card* m_trendCard;
    LineChart* m_lines;
    ChartToggle* m_toggle;
    Card* m_driverCard;
    QLabel* m_reading;
    DataTable* m_table;
    DriverTable* m_drivers;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

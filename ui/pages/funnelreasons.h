// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/periods.h"
#include "analytics/journey/funneldrivers.h"
#include "analytics/journey/funneltrend.h"
#include "analytics/journey/lostreasons.h"
#include "ui/session/session.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QLabel;

namespace meitrace {

class Card;
class ChartToggle;
class DataTable;
class DriverTable;
class LineChart;
class LostReasonTable;

/// Three cards below a funnel: how its rate moves from period to period, what was written down of the lost,
/// and what else those do who get through.
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
    /// nullptr before the first
    [[nodiscard]] const LostReasons* lost() const { return m_shown ? &m_shown->lost : nullptr; }
    /// The customers lost for a reason, as a click on its row does.
    void showLost(int row);
    /// The customers with or without a driver's event, as a click on its row does.
    void showDriver(int row, bool with);

signals:
    void customersRequested(const meitrace::Bitset& members, const QString& title);
    void failed(const meitrace::Error& error);

private:
    struct Shown {
        Funnel funnel;
        FunnelDrivers drivers;
        LostReasons lost;
        std::vector<FunnelTrendPoint> trend;
        PeriodUnit unit = PeriodUnit::Months;
    };

    void take(const Result<Shown>& shown);
    void showMembers(const QString& title, std::function<Result<Bitset>(const Shown&, Job&)> find);

    Session& m_session;
    Card* m_trendCard;
    LineChart* m_lines;
    ChartToggle* m_toggle;
    Card* m_lostCard;
    QLabel* m_lostReading;
    DataTable* m_lostTable;
    LostReasonTable* m_lost;
    Card* m_driverCard;
    QLabel* m_reading;
    DataTable* m_table;
    DriverTable* m_drivers;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/monitor.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class AlertTable;
class Card;
class ChartToggle;
class DataTable;
class LineChart;

/// The clinic's numbers beside what the weeks before let expect: what was out of the ordinary, and where it
/// moved. Every point leads to its customers.
class MonitorTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit MonitorTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    /// nullptr before the first
    [[nodiscard]] const MonitorResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The number in the chart, one of the result's series
    void showNumber(int series);
    /// The customers of a point, as a click on it does.
    void showPoint(int series, int point);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    /// What the chips choose.
    struct Settings {
        int days = 28;
        std::string metric {};  ///< in the chart; empty: that of the latest alarm
    };
    struct Shown {
        SnapshotPtr snapshot;
        MonitorOptions options;
        MonitorResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<Settings>> choices() const;
    /// -1: there is none
    [[nodiscard]] int shownSeries() const;
    void take(const Result<Shown>& shown);
    void showChart();
    void showAlert(int row);

    Settings m_settings;
    QLabel* m_reading;
    Card* m_chartCard;
    LineChart* m_chart;
    ChartToggle* m_toggle;
    Card* m_alertCard;
    DataTable* m_alertTable;
    AlertTable* m_alerts;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/monitor.h"
#include "ui/charts/linechart.h"
#include "ui/viewmodels/readonlytable.h"

#include <QString>
#include <QStringList>

namespace meitrace {

/// "Arrivals", "Money received"
QString monitorMetricName(const std::string& metric);
/// A value of a metric as people read it: "41", "¥ 12,000"
QString monitorValueText(double value, bool isMoney);
/// "Arrivals, Jun 12: 23 instead of about 41 (usual 32 to 52); mostly Store B (−14)."
QString monitorSentence(const MonitorAlert& alert, const MonitorSeries& series);
/// What cannot be said of a number, and why; empty: everything can
QString monitorSilenceText(const MonitorSeries& series);
/// The alarms, latest first; the last says what they do not say, or that nothing stands out.
QStringList monitorFindings(const MonitorResult& result);
/// "Arrivals, Jun 12"
QString monitorPlaceTitle(const MonitorSeries& series, int point);
/// The latest points of a number, what was expected, and the usual as a band. first: of the points shown
LineData monitorLines(const MonitorSeries& series, int first);
/// Of the n-th point of the expected line: its distance from the first shown point
int monitorJudged(const MonitorSeries& series, int first, int n);
/// First point that is shown of a number
int monitorFirstShown(const MonitorSeries& series);

/// What was out of the ordinary, the latest first.
class AlertTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { When, Number, Value, Expected, Usual, Where, kColumns };

    explicit AlertTable(QObject* parent = nullptr);

    void setResult(const MonitorResult& result);
    [[nodiscard]] const MonitorAlert& alertAt(int row) const
    {
        return m_alerts[static_cast<std::size_t>(row)];
    }

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<MonitorAlert> m_alerts;
    std::vector<MonitorSeries> m_series;
};

}  // namespace meitrace

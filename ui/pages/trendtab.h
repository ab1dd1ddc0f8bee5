// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/trend.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class Card;
class ChartToggle;
class LineChart;

/// Events period by period: how many, by how many customers, for how much; split, and beside an earlier time.
/// Every point leads to its customers.
class TrendTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit TrendTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const TrendOptions& options);
    /// nullptr before the first
    [[nodiscard]] const TrendResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a point, as a click on it does.
    void showPlace(const TrendPlace& place);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    static constexpr int kUsualPeriods = 13;

    struct Shown {
        SnapshotPtr snapshot;
        TrendOptions options;
        TrendResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<TrendOptions>> choices() const;
    [[nodiscard]] ChoiceOf<int> periodChoice() const;
    void useUsualEvent();
    void take(const Result<Shown>& shown);

    TrendOptions m_options;
    bool m_isChosen = false;        ///< somebody chose the event
    int m_periods = kUsualPeriods;  ///< up to the last day, where the days are not chosen
    Card* m_card;
    LineChart* m_lines;
    ChartToggle* m_toggle;
    Card* m_readingCard;
    QLabel* m_reading;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

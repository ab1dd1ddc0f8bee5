// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/retention.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class Card;
class ChartToggle;
class HeatGrid;
class LineChart;
class SegmentedControl;
struct RegionId;

/// Who came back after an event, period by period: a table of cohorts, their average, and the people of any
/// cell.
class RetentionTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit RetentionTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    [[nodiscard]] const RetentionOptions& options() const { return m_options; }
    void setOptions(const RetentionOptions& options);
    /// nullptr before the first
    [[nodiscard]] const RetentionResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a cell, as a click on it does.
    void showPlace(const RetentionPlace& place);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    static constexpr int kUsualRows = 12;

    struct Shown {
        SnapshotPtr snapshot;
        RetentionOptions options;
        RetentionResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<RetentionOptions>> choices() const;
    [[nodiscard]] ChoiceOf<int> rowChoice() const;
    void useUsualEvents();
    void take(const Result<Shown>& shown);
    void showGroup(int group);
    void openCell(const RegionId& cell);

    RetentionOptions m_options;
    bool m_isChosen = false;  ///< somebody chose the events
    int m_group = 0;
    int m_rows = kUsualRows;  ///< periods of entries looked at, the last ones
    Card* m_gridCard;
    HeatGrid* m_grid;
    ChartToggle* m_toggle;
    SegmentedControl* m_which;
    SegmentedControl* m_groups;
    Card* m_lineCard;
    LineChart* m_lines;
    Card* m_readingCard;
    QLabel* m_reading;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/lifecycle.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class BarChart;
class Card;
class ChartToggle;
class DataTable;
class LifecycleTable;

/// Who comes for the first time, stays, comes back and goes, period by period. Every bar and count leads to
/// its customers.
class LifecycleTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit LifecycleTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const LifecycleOptions& options);
    /// nullptr before the first
    [[nodiscard]] const LifecycleResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a state in a period, as a click on it does.
    void showPlace(int period, LifeState state);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        LifecycleOptions options;
        LifecycleResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<LifecycleOptions>> choices() const;
    void useUsualActivity();
    void take(const Result<Shown>& shown);

    LifecycleOptions m_options;
    bool m_isChosen = false;  ///< somebody chose the activity
    Card* m_chartCard;
    BarChart* m_bars;
    ChartToggle* m_toggle;
    QLabel* m_reading;
    Card* m_tableCard;
    DataTable* m_table;
    LifecycleTable* m_periods;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

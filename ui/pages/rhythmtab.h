// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/occurrences.h"
#include "ui/pages/analysistab.h"

#include <memory>
#include <variant>

class QLabel;
class QPushButton;

namespace meitrace {

class BarChart;
class Card;
class ChartToggle;
class CurrentStack;
class HeatGrid;
class SegmentedControl;

/// How often customers did something, how long it takes until the next, and when in the week it happens.
/// Every bar and cell leads to its customers.
class RhythmTab final : public AnalysisTab {
    Q_OBJECT

public:
    enum class View { Distribution, Intervals, Week };

    explicit RhythmTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setView(View view);
    /// nothing before the first, or while another view is shown
    [[nodiscard]] const DistributionResult* distributionResult() const;
    [[nodiscard]] const IntervalResult* intervalResult() const;
    [[nodiscard]] const WeekHourResult* weekResult() const;
    /// The customers of a bar or cell, as a click on it does; -1: those in none.
    void showPlace(int number);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Settings {
        std::string event;
        std::string next;  ///< of intervals; empty: the same again
        DistributionOf of = DistributionOf::Times;
    };
    using Figures = std::variant<std::monostate, DistributionResult, IntervalResult, WeekHourResult>;
    struct Shown {
        SnapshotPtr snapshot;
        View view = View::Distribution;
        DistributionOptions distribution {};
        IntervalOptions intervals {};
        WeekHourOptions week {};
        Figures figures {};
    };

    [[nodiscard]] std::vector<ChoiceOf<Settings>> choices() const;
    [[nodiscard]] Shown question() const;
    static Result<Shown> answered(Shown asked, Job& job);
    void useUsualEvent();
    void take(const Result<Shown>& shown);
    void showBars();
    void showWeek();

    Settings m_settings;
    SegmentedControl* m_view;
    Card* m_barCard;
    BarChart* m_bars;
    ChartToggle* m_barToggle;
    QPushButton* m_others;
    Card* m_weekCard;
    HeatGrid* m_week;
    ChartToggle* m_weekToggle;
    Card* m_readingCard;
    QLabel* m_reading;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

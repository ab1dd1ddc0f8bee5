// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/feedback.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class Card;
class ChartToggle;
class ComeBackTable;
class DataTable;
class FeedbackTable;
class LineChart;
class OpenVoiceTable;
class SegmentedControl;

/// What customers say: how satisfied they are with whom and what, who still waits, and whether they come
/// back. Every figure leads to its customers.
class FeedbackTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit FeedbackTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const FeedbackOptions& options);
    /// nullptr before the first
    [[nodiscard]] const FeedbackResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a figure, as a click on it does.
    void showPlace(const FeedbackPlace& place);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        FeedbackOptions options;
        FeedbackBook book;
        FeedbackResult result;
    };

    void buildCards();
    [[nodiscard]] std::vector<ChoiceOf<FeedbackOptions>> choices() const;
    void take(const Result<Shown>& shown);
    void showGroups();
    void showOpen(int row);

    FeedbackOptions m_options;
    QLabel* m_reading;
    Card* m_groupCard;
    SegmentedControl* m_key;
    DataTable* m_groupTable = nullptr;
    FeedbackTable* m_groups;
    Card* m_openCard;
    DataTable* m_openTable = nullptr;
    OpenVoiceTable* m_open;
    Card* m_weekCard;
    LineChart* m_weeks;
    ChartToggle* m_toggle;
    std::vector<int> m_weekGroups;  ///< points of the chart: numbers in FeedbackResult::groups
    Card* m_backCard;
    DataTable* m_backTable = nullptr;
    ComeBackTable* m_back;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

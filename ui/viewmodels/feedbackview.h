// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/feedback.h"
#include "ui/charts/linechart.h"
#include "ui/viewmodels/readonlytable.h"

#include <QStringList>

#include <vector>

namespace meitrace {

/// What customers say, as the page shows it.

/// "71.0 % to 78.2 %"
QString feedbackRangeText(const Interval& interval);
QString feedbackKeyName(FeedbackKey key);
/// The item, the member of staff, the store, the day a week begins on
QString feedbackValueName(const FeedbackGroup& group);
QString feedbackCauseName(FeedbackCause cause);
/// "Picosecond laser: not satisfied"
QString feedbackPlaceTitle(const FeedbackResult& result, const FeedbackPlace& place);
QString feedbackCaption(const FeedbackResult& result, const FeedbackOptions& options);
/// How satisfied all are, who stands out beyond chance, who waits, whether the unsatisfied come back.
QStringList feedbackFindings(const FeedbackResult& result, const FeedbackOptions& options);
/// Weeks with answers enough to be shown: numbers in FeedbackResult::groups
std::vector<int> feedbackWeekGroups(const FeedbackResult& result, const FeedbackOptions& options);
/// Satisfied by week, with what chance lets expect as a band.
LineData feedbackWeeks(const FeedbackResult& result, const std::vector<int>& weeks);

/// The groups of one key.
class FeedbackTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Value, Answers, Satisfied, Range, Mean, Nps, Complaints, Verdict, kColumns };

    explicit FeedbackTable(QObject* parent = nullptr);

    void setResult(const FeedbackResult& result, FeedbackKey key);
    /// What a click on a cell asks for
    [[nodiscard]] FeedbackPlace placeAt(int row, int column) const;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Value && column != Verdict; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    FeedbackKey m_key = FeedbackKey::Item;
    std::vector<FeedbackGroup> m_groups;
    std::vector<int> m_numbers;  ///< in FeedbackResult::groups
};

}  // namespace meitrace

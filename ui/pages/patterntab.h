// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/patterns.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class Card;
class DataTable;
class PatternTable;

/// Sequences that those who reach an outcome have more or less often than the others. Every row leads to its
/// customers.
class PatternTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit PatternTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const PatternOptions& options);
    /// nullptr before the first
    [[nodiscard]] const PatternResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a row, as a click on it does.
    void showRow(int row);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        PatternOptions options;
        PatternResult result;
    };

    void useUsualOutcome();
    [[nodiscard]] std::vector<ChoiceOf<PatternOptions>> choices() const;
    void take(const Result<Shown>& shown);

    PatternOptions m_options;
    bool m_isChosen = false;  ///< the outcome is the user's
    QStringList m_hidden;
    QLabel* m_reading;
    Card* m_card;
    DataTable* m_table;
    PatternTable* m_patterns;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

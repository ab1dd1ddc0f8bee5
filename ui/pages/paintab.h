// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/painpoints.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class Card;
class DataTable;
class PainStepTable;
class PainTable;

/// Where customers are lost beyond the usual, the dearest first. Every row leads to those who were lost.
class PainTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit PainTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const PainOptions& options);
    /// nullptr before the first
    [[nodiscard]] const PainResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The lost of a row, as a click on it does.
    void showRow(int row);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        PainOptions options;
        PainResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<PainOptions>> choices() const;
    void take(const Result<Shown>& shown);

    PainOptions m_options;
    QLabel* m_reading;
    Card* m_card;
    DataTable* m_table;
    PainTable* m_points;
    Card* m_stepCard;
    DataTable* m_stepTable;
    PainStepTable* m_steps;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

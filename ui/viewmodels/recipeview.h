// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"
#include "analytics/workbench/recipebook.h"
#include "ui/viewmodels/filenames.h"
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

/// "is above", "contains": what a rule asks of a cell, without its value
QString recipeTestName(RecipeStep::Test test);
/// "says nothing", "becomes": what a rule does, without its value
QString recipeActionName(RecipeStep::Action action);
/// "Where Paid is above 200,000: leave unknown"
QString recipeSentence(const RecipeRule& rule);

/// The cleaning rules, in the order in which they work.
class RecipeTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Order, Name, Kind, What, Cells, State, kColumns };

    explicit RecipeTable(QObject* parent = nullptr);

    void setRules(std::vector<RecipeRule> rules);
    [[nodiscard]] const std::vector<RecipeRule>& rules() const { return m_rules; }

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_rules.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Order || column == Cells; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<RecipeRule> m_rules;
};

/// Cells a rule changed, before and after.
class RecipeChangeTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { File, Row, Field, Before, After, kColumns };

    explicit RecipeChangeTable(QObject* parent = nullptr);

    void setChanges(std::vector<RecipeChange> changes, const std::vector<ImportBatch>& batches,
                    const KindSpec* kind);

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_changes.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Row; }

private:
    std::vector<RecipeChange> m_changes;
    FileNames m_files;
    const KindSpec* m_kind = nullptr;
};

}  // namespace meitrace

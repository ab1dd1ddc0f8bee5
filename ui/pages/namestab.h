// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/naming.h"
#include "analytics/workbench/recipebook.h"
#include "ui/session/session.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace meitrace {

class Card;
class DataTable;
class NameTable;

/// Names of items and channels in the files that nothing known fits, and the way to a rule that mends them.
class NamesTab final : public QWidget {
    Q_OBJECT

public:
    explicit NamesTab(Session& session, QWidget* parent = nullptr);

    void retranslate();

signals:
    /// A rule for the name that is chosen, half written.
    void ruleRequested(const meitrace::RecipeRule& rule);

protected:
    /// The names are looked through when somebody looks at them, and again when the data have changed.
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void take(const Result<NameReview>& review);
    void describe();
    void requestRule();

    Session& m_session;
    Card* m_card;
    QLabel* m_coverage;
    DataTable* m_table;
    NameTable* m_model;
    QPushButton* m_rule;
    std::optional<NameReview> m_review;
    SnapshotPtr m_read;
};

}  // namespace meitrace

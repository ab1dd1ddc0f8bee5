// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/decisionpreview.h"
#include "ui/session/session.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;

namespace meitrace {

class DataTable;
class DecisionFigures;

/// What a decision about who is who would change, before it is taken.
///     auto* dialog = new DecisionDialog(session, question, window());
///     connect(dialog, &DecisionDialog::decided, this, …);
class DecisionDialog final : public QDialog {
    Q_OBJECT

public:
    struct Question {
        QString title;  ///< "Split C0000012"
        QString verb;   ///< of the button, "Split off"
        QString icon;
        std::function<Result<DecisionPreview>(Clinic&, Job&)> preview;
    };

    DecisionDialog(Session& session, const Question& question, QWidget* parent = nullptr);

    /// The records named become somebody else's.
    static Question splitting(const QString& code, const std::vector<std::uint32_t>& idents);
    /// The two customers become one.
    static Question joining(const QString& a, const QString& b);

signals:
    void decided();

private:
    void build(const Question& question);
    void take(const Result<DecisionPreview>& preview);

    QLabel* m_sentence;
    DataTable* m_table;
    DecisionFigures* m_model;
    QPushButton* m_decide;
};

}  // namespace meitrace

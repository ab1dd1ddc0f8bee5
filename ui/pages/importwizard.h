// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/fileintake.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace meitrace {

class CheckStep;
class ColumnStep;
class IntakeList;
class KindStep;
class NoticeBar;
class ReadingStep;
class StepIndicator;

/// From files to an import. Several files stand in a list; only those that somebody has to decide about need
/// a look. A look at a file, and a file that comes alone, goes through four steps: how it is read, what it
/// is, which column is which, what will happen. What is recognised begins at the last step.
class ImportWizard final : public QDialog {
    Q_OBJECT

public:
    ImportWizard(Session& session, const QStringList& files, QWidget* parent = nullptr);

    [[nodiscard]] int step() const;
    void goToStep(int step);
    void accept() override;
    void done(int result) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] bool isSeveral() const { return m_intake->count() > 1; }
    [[nodiscard]] bool isListShown() const;
    /// Whether nothing is left to be decided about the file that is shown.
    [[nodiscard]] bool isDecided() const;
    [[nodiscard]] const IntakeFile& current() const { return m_intake->file(m_current); }

    QWidget* makeSteps();
    QWidget* makeFoot();
    void nameButtons();
    void connectIntake();
    void connectSteps();
    void lookCloser(int file);
    void finishLook();
    void standAtWork();
    void leaveOut(int file);
    void showFile(int file);
    void showStep();
    void updateButtons();
    void updateListButtons();

    Session& m_session;
    FileIntake* m_intake;
    int m_current = 0;
    QStackedWidget* m_pages;
    IntakeList* m_list;
    QLabel* m_title;
    NoticeBar* m_notice;
    StepIndicator* m_steps;
    QStackedWidget* m_stack;
    ReadingStep* m_reading;
    KindStep* m_kind;
    ColumnStep* m_columns;
    CheckStep* m_check;
    QPushButton* m_all;
    QPushButton* m_look;
    QPushButton* m_leaveOut;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_done;
    QPushButton* m_import;
};

}  // namespace meitrace

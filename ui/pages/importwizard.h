// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/filepreview.h"
#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace meitrace {

class CheckStep;
class ColumnStep;
class KindStep;
class NoticeBar;
class ReadingStep;
class StepIndicator;

/// From files to an import in four steps: how they are read, what they are, which column is which, what will
/// happen. What is recognised needs no look: such a file begins at the last step.
class ImportWizard final : public QDialog {
    Q_OBJECT

public:
    ImportWizard(Session& session, const QStringList& files, QWidget* parent = nullptr);

    [[nodiscard]] int step() const;
    void goToStep(int step);
    void accept() override;

private:
    struct File {
        QString path;
        ReadingChoices choices;
        std::optional<FilePreview> preview;
        std::optional<Error> problem;
        Mapping mapping;
        bool edited = false;  ///< somebody changed the mapping
        bool remember = true;
        std::optional<FileCheck> check;

        [[nodiscard]] bool isReady() const;
    };

    QWidget* makeFoot();
    void connectSteps();
    void look(int file);
    void take(int file, const Result<FilePreview>& preview);
    void check(int file);
    void showFile(int file);
    void showState(int file);
    void showStep();
    void updateButtons();
    [[nodiscard]] File& current() { return m_files[static_cast<std::size_t>(m_current)]; }

    Session& m_session;
    std::vector<File> m_files;
    int m_current = 0;
    QListWidget* m_list;
    QLabel* m_title;
    NoticeBar* m_notice;
    StepIndicator* m_steps;
    QStackedWidget* m_stack;
    ReadingStep* m_reading;
    KindStep* m_kind;
    ColumnStep* m_columns;
    CheckStep* m_check;
    QPushButton* m_leaveOut;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_import;
};

}  // namespace meitrace

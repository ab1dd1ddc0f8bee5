// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace meitrace {

class DataTable;
class FileIntake;
class IntakeTable;

/// Several files on their way in, one a row: what each of them is, and what is still to be decided.
class IntakeList final : public QWidget {
    Q_OBJECT

public:
    /// The intake outlives the list.
    explicit IntakeList(FileIntake& intake, QWidget* parent = nullptr);

    /// The file somebody stands on.
    [[nodiscard]] int current() const;
    /// Stands on the next file from here on that somebody has to decide about, else on this one.
    void standFrom(int file);

signals:
    /// Enter or double click
    void lookRequested(int file);
    void leaveOutRequested(int file);
    /// Another file, or the same one in another state
    void currentChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh(int file);
    void showTexts();

    FileIntake& m_intake;
    QLabel* m_summary;
    QLabel* m_demand;
    DataTable* m_table;
    IntakeTable* m_model;
    QLabel* m_note;
};

}  // namespace meitrace

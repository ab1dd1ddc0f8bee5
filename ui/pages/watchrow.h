// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace meitrace {

class FolderWatch;

/// One line that says which folder is watched, with its buttons.
class WatchRow final : public QWidget {
    Q_OBJECT

public:
    explicit WatchRow(FolderWatch& watch, QWidget* parent = nullptr);
    /// Says everything anew: another language, or something happened.
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose();
    void showPath();

    FolderWatch& m_watch;
    QLabel* m_state;
    QLabel* m_path;
    QPushButton* m_choose;
    QPushButton* m_toggle;
};

}  // namespace meitrace

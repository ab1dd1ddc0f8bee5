// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

class QAction;

namespace meitrace {

/// Text field with a magnifier and a cross. searched() comes 200 ms after the last key, at once on Enter; Esc
/// empties.
class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    /// placeholder is also the accessible name.
    explicit SearchField(const QString& placeholder = {}, QWidget* parent = nullptr);

signals:
    void searched(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTimer m_pause;
    QAction* m_clear;
};

}  // namespace meitrace

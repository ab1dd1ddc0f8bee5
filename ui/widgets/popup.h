// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace meitrace {

/// Ground and border of a small window without a frame of its own.
void paintPopupGround(QWidget& popup);

/// A small window below a control; Esc or a click beside it closes and deletes it.
class Popup : public QFrame {
    Q_OBJECT

public:
    /// name: for screen readers
    Popup(const QString& name, QWidget* parent);

    /// Opens with its upper left corner here, moved so that the screen holds all of it.
    void openAt(const QPoint& corner);

protected:
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
};

}  // namespace meitrace

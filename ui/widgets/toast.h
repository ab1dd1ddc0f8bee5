// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>
#include <QVector>

#include <functional>

namespace meitrace {

struct ToastAction {
    QString text;
    std::function<void()> run;
};

/// A short message at the lower edge of the window, with what can be done about it. It leaves after some
/// seconds, but stays while the mouse or the keyboard focus is on it, and is announced to screen readers.
///     Toast::show(window(), tr("Audience “%1” saved").arg(name), {{tr("Undo"), undo}, {tr("Open"), open}});
class Toast final : public QFrame {
    Q_OBJECT

public:
    /// Replaces the toast the window already shows. The toast belongs to the window.
    static Toast* show(QWidget* window, const QString& text, const QVector<ToastAction>& actions = {},
                       int milliseconds = 6000);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Toast(QWidget* window, const QString& text, const QVector<ToastAction>& actions, int milliseconds);
    void place();
    void leave();

    QTimer m_timer;
};

}  // namespace meitrace

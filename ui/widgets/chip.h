// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace meitrace {

/// Rounded filter button: tinted while its filter is active, with a cross if it can be taken away.
/// Click or Enter is clicked(); the cross, Delete or Backspace is removeRequested().
class Chip final : public QAbstractButton {
    Q_OBJECT

public:
    explicit Chip(const QString& text = {}, QWidget* parent = nullptr);

    bool isActive() const { return m_active; }
    void setActive(bool active);
    bool isRemovable() const { return m_removable; }
    void setRemovable(bool removable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removeRequested();

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect crossRect() const;

    bool m_active = false;
    bool m_removable = false;
};

}  // namespace meitrace

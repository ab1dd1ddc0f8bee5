// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheelguard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace meitrace {

WheelGuard::WheelGuard(QObject* parent)
    : QObject(parent)
{
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    const bool holdsValue = qobject_cast<QComboBox*>(watched) != nullptr
        || qobject_cast<QAbstractSpinBox*>(watched) != nullptr
        || (qobject_cast<QAbstractSlider*>(watched) != nullptr
            && qobject_cast<QScrollBar*>(watched) == nullptr);
    if (widget == nullptr || !holdsValue) {
        return false;
    }
    if (event->type() == QEvent::Polish) {
        if (widget->focusPolicy() == Qt::WheelFocus) {
            widget->setFocusPolicy(Qt::StrongFocus);
        }
        return false;
    }
    if (widget->hasFocus()) {
        return false;
    }
    // Handled but not accepted: Qt offers the event to the parent.
    event->ignore();
    return true;
}

}  // namespace meitrace

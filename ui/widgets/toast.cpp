// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/words.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace meitrace {

Toast* Toast::show(QWidget* window, const QString& text, const QVector<ToastAction>& actions,
                   int milliseconds)
{
    for (Toast* old : window->findChildren<Toast*>(QString(), Qt::FindDirectChildrenOnly)) {
        old->hide();
        old->deleteLater();
    }
    auto* toast = new Toast(window, text, actions, milliseconds);
    toast->setVisible(true);
    toast->raise();
    toast->place();
    QAccessibleEvent event(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    return toast;
}

Toast::Toast(QWidget* window, const QString& text, const QVector<ToastAction>& actions, int milliseconds)
    : QFrame(window)
{
    setObjectName(QStringLiteral("toast"));
    setAccessibleName(text);
    const Theme& theme = Theme::current();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8));
    row->setSpacing(theme.px(8));
    auto* label = new QLabel(text, this);
    label->setMaximumWidth(theme.px(520));
    label->setWordWrap(label->sizeHint().width() > theme.px(520));
    row->addWidget(label);
    for (const ToastAction& action : actions) {
        auto* button = makeButton(action.text, ButtonKind::Link, {}, this);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            leave();
            if (run) {
                run();
            }
        });
    }
    auto* close = iconButton(QStringLiteral("close"), words::dismiss(), this);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &Toast::leave);
    window->installEventFilter(this);
    m_timer.setInterval(milliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const QWidget* focus = QApplication::focusWidget();
        if (!underMouse() && (focus == nullptr || !isAncestorOf(focus))) {
            leave();
        }
    });
    if (milliseconds > 0) {
        m_timer.start();
    }
}

void Toast::leave()
{
    hide();
    deleteLater();
}

void Toast::place()
{
    adjustSize();
    const QWidget* window = parentWidget();
    move((window->width() - width()) / 2, window->height() - height() - Theme::current().px(size::kGap24));
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.fieldBorder, 1));
    painter.setBrush(t.surface);
    const double radius = Theme::current().px(size::kCardRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}  // namespace meitrace

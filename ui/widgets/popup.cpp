// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popup.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

void paintPopupGround(QWidget& popup)
{
    const Tokens& t = Theme::current().tokens();
    QPainter painter(&popup);
    painter.setPen(QPen(t.strongBorder, 1));
    painter.setBrush(t.surface);
    painter.drawRect(popup.rect().adjusted(0, 0, -1, -1));
}

Popup::Popup(const QString& name, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_body(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(name);
    setWindowTitle(name);
    const int side = Theme::current().px(size::kGap12);
    m_body->setContentsMargins(side, side, side, side);
    m_body->setSpacing(Theme::current().px(size::kGap8));
}

void Popup::openAt(const QPoint& corner)
{
    adjustSize();
    const QScreen* on = screen();
    const QRect room = on == nullptr ? QRect(corner, size()) : on->availableGeometry();
    move(std::max(room.left(), std::min(corner.x(), room.right() - width())),
         std::max(room.top(), std::min(corner.y(), room.bottom() - height())));
    show();
}

void Popup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Popup::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    paintPopupGround(*this);
}

}  // namespace meitrace

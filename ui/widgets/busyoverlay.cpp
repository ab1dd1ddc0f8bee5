// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/busyoverlay.h"

#include "ui/theme/theme.h"
#include "ui/widgets/progressrow.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

BusyOverlay::BusyOverlay(QWidget* over)
    : QWidget(over)
    , m_box(new QWidget(this))
    , m_row(new ProgressRow(m_box))
{
    hide();
    auto* column = new QVBoxLayout(m_box);
    column->addWidget(m_row);
    m_box->hide();
    over->installEventFilter(this);
    m_dim.setSingleShot(true);
    m_dim.setInterval(kDimAfterMs);
    m_showBar.setSingleShot(true);
    m_showBar.setInterval(kBarAfterMs);
    connect(&m_dim, &QTimer::timeout, this, [this] {
        setGeometry(parentWidget()->rect());
        raise();
        show();
    });
    connect(&m_showBar, &QTimer::timeout, this, [this] {
        const int wide = std::min(width() - Theme::current().px(32), Theme::current().px(420));
        m_box->setGeometry((width() - wide) / 2, height() / 2 - m_box->sizeHint().height() / 2, wide,
                           m_box->sizeHint().height());
        m_box->show();
    });
    connect(m_row, &ProgressRow::cancelRequested, this, &BusyOverlay::cancelRequested);
}

void BusyOverlay::begin(const QString& title)
{
    m_busy = true;
    setAccessibleName(title);
    m_row->setTitle(title);
    m_row->setProgress(-1, {});
    m_row->setCancellable(true);
    if (isHidden()) {
        m_dim.start();
        m_showBar.start();
    }
}

void BusyOverlay::setProgress(double share, const QString& stage)
{
    m_row->setProgress(share, stage);
}

void BusyOverlay::end()
{
    m_busy = false;
    m_dim.stop();
    m_showBar.stop();
    m_box->hide();
    hide();
}

bool BusyOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        m_box->move((width() - m_box->width()) / 2, (height() - m_box->height()) / 2);
    }
    return QWidget::eventFilter(watched, event);
}

void BusyOverlay::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = t.surface;
    veil.setAlphaF(0.62F);
    const double radius = Theme::current().px(size::kCardRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    if (m_box->isVisible()) {
        painter.setPen(QPen(t.border, 1));
        painter.setBrush(t.surface);
        painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
}

}  // namespace meitrace

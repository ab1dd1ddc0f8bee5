// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepindicator.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace meitrace {

StepIndicator::StepIndicator(const QStringList& steps, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSteps(steps);
    Theme::current().follow(this, [this] { updateGeometry(); });
}

void StepIndicator::setSteps(const QStringList& steps)
{
    m_steps = steps;
    describe();
    updateGeometry();
    update();
}

void StepIndicator::setCurrent(int index)
{
    m_current = index;
    describe();
    update();
}

void StepIndicator::describe()
{
    setAccessibleName(
        QStringLiteral("%1 / %2 %3").arg(m_current + 1).arg(m_steps.size()).arg(m_steps.value(m_current)));
}

QSize StepIndicator::sizeHint() const
{
    return {minimumSizeHint().width() + Theme::current().px(120), minimumSizeHint().height()};
}

QSize StepIndicator::minimumSizeHint() const
{
    const Theme& theme = Theme::current();
    const QFontMetrics metrics(theme.font(FontRole::BodyStrong));
    int wide = 0;
    for (const QString& step : m_steps) {
        wide += metrics.horizontalAdvance(step) + theme.px(24 + 8 + 24);
    }
    return {wide, theme.px(36)};
}

QRectF StepIndicator::stepRect(int index) const
{
    const Theme& theme = Theme::current();
    const QFontMetrics metrics(theme.font(FontRole::BodyStrong));
    double used = 0;
    for (const QString& step : m_steps) {
        used += metrics.horizontalAdvance(step) + theme.px(32);
    }
    const double gap = m_steps.size() > 1 ? (width() - used) / static_cast<double>(m_steps.size() - 1) : 0;
    double x = 0;
    for (int i = 0; i < index; ++i) {
        x += metrics.horizontalAdvance(m_steps[i]) + theme.px(32) + gap;
    }
    return {x, 0, metrics.horizontalAdvance(m_steps[index]) + static_cast<double>(theme.px(32)),
            static_cast<double>(height())};
}

void StepIndicator::mouseReleaseEvent(QMouseEvent* event)
{
    for (int i = 0; i < m_current && i < m_steps.size(); ++i) {
        if (stepRect(i).contains(event->position())) {
            emit stepClicked(i);
            return;
        }
    }
}

void StepIndicator::drawStep(QPainter& painter, int i) const
{
    const Theme& theme = Theme::current();
    const Tokens& t = theme.tokens();
    const double side = theme.px(24);
    const QRectF box = stepRect(i);
    const bool done = i < m_current;
    const bool here = i == m_current;
    const QRectF disc(box.left() + 1, height() / 2.0 - side / 2, side, side);
    painter.setPen(QPen(done || here ? t.accent : t.strongBorder, 1));
    painter.setBrush(here ? t.accent : done ? t.accentSoft : t.surface);
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    if (done) {
        drawIcon(painter, disc.adjusted(5, 5, -5, -5), QStringLiteral("check"), t.accent);
    } else {
        painter.setFont(theme.font(FontRole::CaptionStrong));
        painter.setPen(here ? t.onAccent : t.text2);
        painter.drawText(disc, Qt::AlignCenter, QString::number(i + 1));
    }
    painter.setFont(theme.font(here ? FontRole::BodyStrong : FontRole::Body));
    painter.setPen(here ? t.text : t.text2);
    painter.drawText(box.adjusted(theme.px(32), 0, theme.px(4), 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_steps[i]);
}

/// From a step to the next one, where there is room.
void StepIndicator::drawLink(QPainter& painter, int i) const
{
    const Theme& theme = Theme::current();
    const double middle = height() / 2.0;
    const double from = stepRect(i).right() + theme.px(12);
    const double to = stepRect(i + 1).left() - theme.px(12);
    if (to > from) {
        painter.setPen(QPen(i < m_current ? theme.tokens().accent : theme.tokens().strongBorder, 1));
        painter.drawLine(QPointF(from, middle), QPointF(to, middle));
    }
}

void StepIndicator::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_steps.size(); ++i) {
        drawStep(painter, i);
        if (i + 1 < m_steps.size()) {
            drawLink(painter, i);
        }
    }
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sidebarmark.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace meitrace {

namespace {

constexpr int kMark = 26;

}  // namespace

SidebarMark::SidebarMark(QWidget* parent)
    : QWidget(parent)
{
    Theme::current().follow(this, [this] {
        updateGeometry();
        update();
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SidebarMark::sizeHint() const
{
    return {Theme::current().px(size::kSidebar) - 2 * size::kGap8, Theme::current().px(kMark + size::kGap8)};
}

void SidebarMark::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const double side = theme.px(kMark);
    const QRectF box(theme.px(size::kGap8), (height() - side) / 2, side, side);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().accent);
    painter.drawRoundedRect(box, side * 0.24, side * 0.24);
    // A path that rises: two waves from the lower left to the upper right.
    QPainterPath path;
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * side, box.top() + y * side); };
    path.moveTo(at(0.2, 0.7));
    path.cubicTo(at(0.34, 0.7), at(0.34, 0.3), at(0.5, 0.3));
    path.cubicTo(at(0.66, 0.3), at(0.62, 0.68), at(0.8, 0.68));
    painter.setPen(QPen(theme.tokens().onAccent, side * 0.09, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(theme.tokens().text);
    painter.setFont(theme.font(FontRole::SectionTitle));
    painter.drawText(rect().adjusted(static_cast<int>(box.right()) + theme.px(size::kGap8), 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, tr("MeiTrace", "beside the mark"));
}

}  // namespace meitrace

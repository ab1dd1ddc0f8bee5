// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include "ui/charts/chartaccess.h"
#include "ui/charts/charttip.h"

#include <QAccessible>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace meitrace {

Chart::Chart(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
{
    installChartAccess();
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    Theme::current().follow(this, [this] {
        m_regions.reset();
        updateGeometry();
        update();
    });
}

Chart::~Chart()
{
    delete m_tip;
}

double Chart::heightFor(double width, const ChartStyle& style) const
{
    return std::min(width * 0.5, style.px(320));
}

void Chart::paintTo(QPainter& painter, const QRectF& target, const ChartStyle& style) const
{
    painter.save();
    painter.translate(target.topLeft());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (isEmpty()) {
        painter.setFont(style.font(FontRole::Body));
        painter.setPen(style.t().text2);
        painter.drawText(QRectF(QPointF(), target.size()), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    } else {
        draw(painter, target.size(), style);
    }
    painter.restore();
}

void Chart::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void Chart::setSummary(const QString& text)
{
    setAccessibleDescription(text);
}

const QVector<ChartRegion>& Chart::regions() const
{
    // Hidden widgets hear of a new size only when they are shown.
    if (!m_regions || m_regionsSize != size()) {
        m_regionsSize = size();
        m_regions = isEmpty() ? QVector<ChartRegion>() : layoutRegions(QSizeF(size()), ChartStyle::screen());
    }
    return *m_regions;
}

const ChartRegion* Chart::region(const RegionId& id) const
{
    for (const ChartRegion& one : regions()) {
        if (one.id == id) {
            return &one;
        }
    }
    return nullptr;
}

RegionId Chart::regionAt(const QPointF& point) const
{
    const QVector<ChartRegion>& all = regions();
    const auto last = std::find_if(all.crbegin(), all.crend(),
                                   [&](const ChartRegion& one) { return one.shape.contains(point); });
    return last == all.crend() ? RegionId() : last->id;
}

void Chart::setCurrent(const RegionId& id)
{
    if (m_current == id) {
        return;
    }
    m_current = id;
    update();
    for (qsizetype i = 0; i < regions().size(); ++i) {
        if (regions()[i].id == id && hasFocus()) {
            QAccessibleEvent event(this, QAccessible::Focus);
            event.setChild(static_cast<int>(i));
            QAccessible::updateAccessibility(&event);
        }
    }
}

void Chart::setSelection(const QVector<RegionId>& selection)
{
    if (selection != m_selection) {
        m_selection = selection;
        update();
        emit selectionChanged();
    }
}

QImage Chart::image(double scale) const
{
    QImage image((QSizeF(size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    ChartStyle style = ChartStyle::screen();
    style.interactive = false;
    image.fill(style.t().surface);
    QPainter painter(&image);
    paintTo(painter, rect(), style);
    return image;
}

bool Chart::savePng(const QString& path, double scale) const
{
    return image(scale).save(path, "PNG");
}

QByteArray Chart::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(rect());
    generator.setTitle(accessibleName());
    generator.setDescription(accessibleDescription());
    QPainter painter(&generator);
    ChartStyle style = ChartStyle::screen();
    style.interactive = false;
    painter.fillRect(rect(), style.t().surface);
    paintTo(painter, rect(), style);
    painter.end();
    return bytes;
}

bool Chart::saveSvg(const QString& path) const
{
    QFile file(path);
    const QByteArray bytes = svg();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void Chart::copy() const
{
    auto* both = new QMimeData;
    both->setImageData(image(2));
    both->setText(table().text());
    QApplication::clipboard()->setMimeData(both);
}

RegionId Chart::neighbour(const RegionId& from, int key) const
{
    const ChartRegion* here = region(from);
    if (here == nullptr) {
        return {};
    }
    const QPointF start = here->shape.boundingRect().center();
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const double sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
    RegionId best;
    double least = 0;
    for (const ChartRegion& one : regions()) {
        const QPointF away = one.shape.boundingRect().center() - start;
        const double ahead = sign * (across ? away.x() : away.y());
        const double aside = std::abs(across ? away.y() : away.x());
        const double cost = ahead + 3 * aside;
        if (!(one.id == from) && ahead > 0.5 && (!best.isValid() || cost < least)) {
            best = one.id;
            least = cost;
        }
    }
    return best;
}

void Chart::dataChanged()
{
    m_regions.reset();
    if (region(m_current) == nullptr) {
        m_current = {};
    }
    hideTip();
    updateGeometry();
    update();
    QAccessibleEvent event(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void Chart::setHovered(const RegionId& id, const QPoint& globalPos)
{
    const ChartRegion* here = region(id);
    if (here == nullptr) {
        hideTip();
    } else {
        if (m_tip == nullptr) {
            m_tip = new ChartTip(this);
        }
        m_tip->showFor(*here, m_hint, globalPos);
    }
    if (!(id == m_hovered)) {
        m_hovered = id;
        update();
        emit hovered(id);
    }
}

void Chart::hideTip()
{
    if (m_tip != nullptr) {
        m_tip->hide();
    }
}

bool Chart::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // The window's own Ctrl+C must not take the key away from the focused chart.
        if (static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Chart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_byKey = event->reason() != Qt::MouseFocusReason;
    if (!m_current.isValid() && m_byKey && !regions().isEmpty()) {
        setCurrent(regions().constFirst().id);
    }
    update();
}

void Chart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    hideTip();
    update();
}

void Chart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHovered({}, {});
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    const RegionId id = regionAt(event->position());
    setHovered(id, event->globalPosition().toPoint());
    setCursor(id.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Chart::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? regionAt(event->position()) : RegionId();
    m_byKey = false;
    if (m_pressed.isValid()) {
        setCurrent(m_pressed);
    }
}

void Chart::mouseReleaseEvent(QMouseEvent* event)
{
    const RegionId id = regionAt(event->position());
    if (event->button() == Qt::LeftButton && id.isValid() && id == m_pressed) {
        hideTip();
        emit activated(id);
    }
    m_pressed = {};
}

void Chart::drawFocus(QPainter& painter) const
{
    const ChartRegion* here = region(m_current);
    QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (here != nullptr) {
        box = here->shape.boundingRect().adjusted(-3, -3, 3, 3).intersected(box);
    }
    painter.setPen(QPen(Theme::current().tokens().text, size::kFocusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, size::kCellRadius, size::kCellRadius);
}

void Chart::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintTo(painter, rect(), ChartStyle::screen());
    if (hasFocus() && m_byKey) {
        painter.setRenderHint(QPainter::Antialiasing);
        drawFocus(painter);
    }
}

void Chart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    hideTip();
}

}  // namespace meitrace

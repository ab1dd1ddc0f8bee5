// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace meitrace {

namespace {

const Tokens& tokens()
{
    return Theme::current().tokens();
}

int px(int pixels)
{
    return Theme::current().px(pixels);
}

bool has(const QStyleOption* option, QStyle::StateFlag flag)
{
    return (option->state & flag) != 0;
}

/// Rounded panel of a field; a focused one has the two pixel ring.
void drawField(QPainter* painter, const QStyleOption* option, bool focused)
{
    const Tokens& t = tokens();
    const bool enabled = has(option, QStyle::State_Enabled);
    const double width = focused ? size::kFocusRing : 1;
    QColor line = focused ? t.text : enabled ? t.fieldBorder : t.border;
    if (!focused && enabled && has(option, QStyle::State_MouseOver)) {
        line = t.text3;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, width));
    painter->setBrush(enabled ? t.surface : t.sunken);
    const double inset = width / 2;
    const double radius = px(size::kControlRadius);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawMark(QPainter* painter, const QStyleOption* option, bool round)
{
    const Tokens& t = tokens();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const double side = std::min(option->rect.width(), option->rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor fill = on ? (enabled ? t.accent : t.strongBorder) : (enabled ? t.surface : t.sunken);
    painter->setPen(QPen(on ? fill : (enabled ? t.fieldBorder : t.border), 1));
    painter->setBrush(fill);
    const double radius = round ? side / 2 : side / 4;
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    QPen pen(enabled ? t.onAccent : t.text3, side / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter->setPen(pen);
    const QPointF c = box.center();
    if (has(option, QStyle::State_NoChange)) {
        painter->drawLine(QPointF(c.x() - side / 4, c.y()), QPointF(c.x() + side / 4, c.y()));
    } else if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(enabled ? t.onAccent : t.text3);
        painter->drawEllipse(c, side / 5, side / 5);
    } else if (on) {
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(QPolygonF({QPointF(c.x() - side * 0.23, c.y() + side * 0.02),
                                         QPointF(c.x() - side * 0.06, c.y() + side * 0.19),
                                         QPointF(c.x() + side * 0.25, c.y() - side * 0.17)}));
    }
    painter->restore();
}

void drawGlyph(QPainter* painter, const QRect& where, const char* name, bool enabled)
{
    const int side = px(14);
    QRect box(0, 0, side, side);
    box.moveCenter(where.center());
    icon(QString::fromLatin1(name), IconTone::Quiet)
        .paint(painter, box, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

}  // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawMark(painter, option, false);
        return;
    case PE_IndicatorRadioButton:
        drawMark(painter, option, true);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth > 0) {
            drawField(painter, option, has(option, State_HasFocus));
        }
        return;
    }
    case PE_FrameFocusRect: {
        if (qobject_cast<const QPushButton*>(widget) != nullptr) {
            return;  // its border is the ring
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokens().text, size::kFocusRing));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    if (element == CE_ComboBoxLabel) {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (box != nullptr && !box->editable && box->currentIcon.isNull()) {
            const QRect rect = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
            const QString text = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, rect.width());
            drawItemText(painter, rect, Qt::AlignVCenter | Qt::AlignLeft, box->palette,
                         has(option, State_Enabled), text, QPalette::Text);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const
{
    const bool enabled = has(option, State_Enabled);
    if (control == CC_ComboBox) {
        drawField(painter, option, has(option, State_HasFocus));
        drawGlyph(painter, subControlRect(control, option, SC_ComboBoxArrow, widget), "chevron-down",
                  enabled);
        return;
    }
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_SpinBox && spin != nullptr && spin->frame) {
        drawField(painter, option, has(option, State_HasFocus));
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const bool up = enabled && (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled) != 0;
            const bool down = enabled && (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled) != 0;
            drawGlyph(painter, subControlRect(control, option, SC_SpinBoxUp, widget), "chevron-up", up);
            drawGlyph(painter, subControlRect(control, option, SC_SpinBoxDown, widget), "chevron-down", down);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return px(size::kGap8);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return px(size::kButtonIcon);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolTipLabelFrameWidth:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const
{
    const QRect all = option->rect;
    const int arrow = px(28);
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxArrow) {
            return visualRect(option->direction, all,
                              QRect(all.right() - arrow + 1, all.top(), arrow, all.height()));
        }
        if (part == SC_ComboBoxEditField) {
            return visualRect(
                option->direction, all,
                QRect(all.left() + px(10), all.top() + 2, all.width() - px(10) - arrow, all.height() - 4));
        }
    }
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_SpinBox && spin != nullptr && spin->frame) {
        // The style sheet style reserves a width that does not grow with the zoom.
        const int width = spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 18;
        const int half = all.height() / 2;
        switch (part) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, all,
                              QRect(all.right() - width, all.top() + 1, width, half - 1));
        case SC_SpinBoxDown:
            return visualRect(option->direction, all,
                              QRect(all.right() - width, all.top() + half, width, half - 1));
        case SC_SpinBoxEditField:
            return visualRect(
                option->direction, all,
                QRect(all.left() + px(6), all.top() + 2, all.width() - px(8) - width, all.height() - 4));
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect plain = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element != SE_LineEditContents || frame == nullptr || frame->lineWidth == 0 || widget == nullptr
        || !widget->actions().isEmpty()) {
        return plain;
    }
    // Text stands as far from the border as in a box with a list; icons in the field bring their own room.
    return plain.adjusted(px(6), 0, -px(4), 0);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                   const QWidget* widget) const
{
    const int tall = px(size::kControl);
    switch (type) {
    case CT_ComboBox:
        return {contents.width() + px(10) + px(28) + 4, std::max(tall, contents.height() + 8)};
    case CT_SpinBox:
        return {contents.width() + px(8) + px(24), std::max(tall, contents.height() + 8)};
    case CT_LineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            return {contents.width() + px(12), std::max(tall, contents.height() + 8)};
        }
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize plain = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {plain.width(), std::max(plain.height(), px(size::kTarget))};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/pill.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace meitrace {

namespace {

int side()
{
    return Theme::current().px(10);
}

QString textOf(const QModelIndex& index)
{
    return index.data(Qt::DisplayRole).toString();
}

/// Thin bar at the lower edge of a cell; returns where it begins.
int drawShare(QPainter& painter, const QRect& cell, double value)
{
    const Theme& theme = Theme::current();
    const Tokens& t = theme.tokens();
    const double high = theme.px(4);
    const QRectF track(cell.left(), cell.bottom() - high - theme.px(4), cell.width(), high);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.sunken);
    painter.drawRoundedRect(track, high / 2, high / 2);
    painter.setBrush(t.accent);
    const double share = std::clamp(value, 0.0, 1.0);
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(share * track.width(), high)), high / 2, high / 2);
    return static_cast<int>(track.top());
}

/// The box to tick; returns how much room it takes.
int drawCheck(QPainter& painter, const QStyleOptionViewItem& option, const QRect& cell, Qt::CheckState state)
{
    const Theme& theme = Theme::current();
    const int mark = theme.px(16);
    QStyleOptionViewItem box(option);
    box.rect = QRect(cell.left(), cell.center().y() - mark / 2, mark, mark);
    box.state = QStyle::State_Enabled
        | (state == Qt::Checked                ? QStyle::State_On
               : state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                               : QStyle::State_Off);
    QApplication::style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter,
                                         option.widget);
    return mark + theme.px(8);
}

}  // namespace

RowDelegate::RowDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const Tokens& t = theme.tokens();
    const QRect box = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected) {
        painter->fillRect(box, t.accentSoft);
    } else if (index.row() == m_hovered) {
        painter->fillRect(box, t.sunken);
    }
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.border);
    QRect inner = box.adjusted(side(), 0, -side(), -1);
    const QVariant bar = index.data(BarRole);
    if (bar.isValid()) {
        inner.setBottom(drawShare(*painter, inner, bar.toDouble()));
    }
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        const auto state = static_cast<Qt::CheckState>(check.toInt());
        inner.setLeft(inner.left() + drawCheck(*painter, option, inner, state));
    }
    const auto sign = qvariant_cast<QIcon>(index.data(Qt::DecorationRole));
    if (!sign.isNull()) {
        const int mark = theme.px(size::kButtonIcon);
        sign.paint(painter, QRect(inner.left(), inner.center().y() - mark / 2, mark, mark));
        inner.setLeft(inner.left() + mark + theme.px(6));
    }
    const QString text = textOf(index);
    const QVariant pill = index.data(PillRole);
    if (pill.isValid() && !text.isEmpty()) {
        Pill::paintPill(*painter, inner, text, static_cast<Tone>(pill.toInt()));
    } else {
        const QVariant tone = index.data(ToneRole);
        const QVariant font = index.data(Qt::FontRole);
        painter->setFont(font.isValid() ? qvariant_cast<QFont>(font) : option.font);
        painter->setPen(index.data(QuietRole).toBool() ? t.text3
                            : tone.isValid()           ? toneColour(static_cast<Tone>(tone.toInt()))
                                                       : t.text);
        const QVariant wanted = index.data(Qt::TextAlignmentRole);
        const int align = wanted.isValid() ? wanted.toInt() : int(Qt::AlignLeft);
        painter->drawText(inner, (align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 1));
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const QString text = textOf(index);
    const QVariant pill = index.data(PillRole);
    int wide = pill.isValid() ? Pill::pillSize(text, static_cast<Tone>(pill.toInt())).width()
                              : option.fontMetrics.horizontalAdvance(text) + 2;
    wide += index.data(Qt::CheckStateRole).isValid() ? theme.px(24) : 0;
    wide += index.data(Qt::DecorationRole).isValid() ? theme.px(22) : 0;
    return {wide + 2 * side(), theme.px(size::kTableRow)};
}

bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index)
{
    const bool own = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (event->type() == QEvent::ToolTip && !own && sizeHint(option, index).width() > option.rect.width()) {
        QToolTip::showText(event->globalPos(), textOf(index).toHtmlEscaped(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

}  // namespace meitrace

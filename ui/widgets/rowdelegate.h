// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/cellroles.h"

#include <QStyledItemDelegate>

namespace meitrace {

/// Draws a table row: hairline beneath, hover over the whole row, pills, share bars. What a cell looks like
/// comes from the roles of ui/theme/cellroles.h:
///   PillRole (int, a Tone)   the text is drawn as a pill
///   BarRole (double, 0..1)   a thin bar behind the text shows the share
///   ToneRole (int, a Tone)   colours the text
///   QuietRole (bool)         greys the text, for people who may not be contacted
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(QObject* parent = nullptr);

    void setHoveredRow(int row) { m_hovered = row; }
    int hoveredRow() const { return m_hovered; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    int m_hovered = -1;
};

}  // namespace meitrace

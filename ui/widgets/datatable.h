// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace meitrace {

class RowDelegate;

/// The table of every page: rows of 38 pixels, no grid, hover, sorting by the header, Tab leaves, arrows
/// move, Ctrl+C copies the selected rows as tab separated text with the header, cut text shows in full as a
/// tooltip. The model says what cells look like through RowDelegate's roles and Qt::TextAlignmentRole (also
/// in headerData, so that heads of numbers stand at the right); sorting calls the model's own sort().
///     auto* table = new DataTable(tr("Customers"));
///     table->setObjectName(QStringLiteral("table.customers"));
///     table->setModel(model);  table->fitColumns();
class DataTable final : public QTableView {
    Q_OBJECT

public:
    /// The name is what a screen reader says.
    explicit DataTable(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Widths from the header and up to 200 rows; the last column takes what is left, or all share it where
    /// the last is a number or a state. Where that is too wide for the table and it helps, columns of words
    /// get narrower. Fits again when the table gets another width, until somebody drags a column.
    void fitColumns(int widest = 320);
    /// One sentence shown while the model has no rows.
    void setEmptyText(const QString& text);
    /// As tall as its rows, so that the page scrolls instead of the table; for short tables only.
    void setShowsAllRows(bool all);
    /// Header and selected rows (all rows if nothing is selected), visible columns in their shown order.
    QString selectionAsText() const;
    void copySelection() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// Enter or double click.
    void rowActivated(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setHovered(int row);
    int rowCount() const;

    RowDelegate* m_delegate;
    QString m_emptyText;
    bool m_showsAll = false;
    int m_widest = 0;  ///< of fitColumns(); 0 = widths are somebody's own
    bool m_isFitting = false;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"

#include "ui/theme/theme.h"
#include "ui/widgets/rowdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace meitrace {

namespace {

/// Tabs and line ends inside a cell would break the table that is pasted.
QString oneCell(const QVariant& value)
{
    QString text = value.toString();
    for (const QChar c : {QLatin1Char('\t'), QLatin1Char('\n'), QLatin1Char('\r')}) {
        text.replace(c, QLatin1Char(' '));
    }
    return text;
}

}  // namespace

DataTable::DataTable(const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_delegate(new RowDelegate(this))
{
    setAccessibleName(accessibleName);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicatorClearable(false);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { emit rowActivated(index.row()); });
    Theme::current().follow(this, [this] {
        const Theme& theme = Theme::current();
        verticalHeader()->setMinimumSectionSize(theme.px(size::kTableRow));
        verticalHeader()->setDefaultSectionSize(theme.px(size::kTableRow));
        horizontalHeader()->setFixedHeight(theme.px(size::kTableHeader));
        horizontalHeader()->setMinimumSectionSize(theme.px(48));
        updateGeometry();
    });
}

int DataTable::rowCount() const
{
    return model() == nullptr ? 0 : model()->rowCount(rootIndex());
}

void DataTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    m_delegate->setHoveredRow(-1);
    if (model != nullptr) {
        connect(model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
        connect(model, &QAbstractItemModel::rowsInserted, this, [this] { updateGeometry(); });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { updateGeometry(); });
    }
    updateGeometry();
}

void DataTable::fitColumns(int widest)
{
    if (model() == nullptr) {
        return;
    }
    const int rows = std::min(200, rowCount());
    const QFontMetrics head(Theme::current().font(FontRole::Caption));
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int column = 0; column < model()->columnCount(rootIndex()); ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        int wide = head.horizontalAdvance(title) + Theme::current().px(20 + 20);
        for (int row = 0; row < rows; ++row) {
            wide = std::max(wide,
                            m_delegate->sizeHint(option, model()->index(row, column, rootIndex())).width());
        }
        setColumnWidth(column, std::min(wide + Theme::current().px(8), Theme::current().px(widest)));
    }
}

void DataTable::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void DataTable::setShowsAllRows(bool all)
{
    m_showsAll = all;
    setVerticalScrollBarPolicy(all ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, all ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

QString DataTable::selectionAsText() const
{
    if (model() == nullptr) {
        return {};
    }
    QList<int> columns;
    for (int shown = 0; shown < horizontalHeader()->count(); ++shown) {
        const int column = horizontalHeader()->logicalIndex(shown);
        if (!isColumnHidden(column)) {
            columns.append(column);
        }
    }
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty()) {
        rows.resize(rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QStringList lines;
    QStringList cells;
    for (const int column : columns) {
        cells.append(oneCell(model()->headerData(column, Qt::Horizontal)));
    }
    lines.append(cells.join(QLatin1Char('\t')));
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns) {
            cells.append(oneCell(model()->index(row, column, rootIndex()).data()));
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void DataTable::copySelection() const
{
    QApplication::clipboard()->setText(selectionAsText());
}

QSize DataTable::sizeHint() const
{
    const Theme& theme = Theme::current();
    const int rows = m_showsAll ? std::max(1, rowCount()) : std::clamp(rowCount(), 3, 10);
    const int bar
        = m_showsAll && horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    return {theme.px(400), theme.px(size::kTableHeader) + rows * theme.px(size::kTableRow) + bar + 2};
}

QSize DataTable::minimumSizeHint() const
{
    const Theme& theme = Theme::current();
    return m_showsAll ? QSize(theme.px(200), sizeHint().height())
                      : QSize(theme.px(200), theme.px(size::kTableHeader) + 3 * theme.px(size::kTableRow));
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
}

void DataTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && rowCount() > 0) {
        selectionModel()->setCurrentIndex(model()->index(0, 0, rootIndex()), QItemSelectionModel::NoUpdate);
    }
    viewport()->update();
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowActivated(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::setHovered(int row)
{
    if (row != m_delegate->hoveredRow()) {
        m_delegate->setHoveredRow(row);
        viewport()->update();
    }
}

void DataTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    setHovered(-1);
}

void DataTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    setHovered(indexAt(event->pos()).row());
}

void DataTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const Theme& theme = Theme::current();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (rowCount() == 0 && !m_emptyText.isEmpty()) {
        painter.setPen(theme.tokens().text2);
        painter.drawText(viewport()->rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
    }
    if (hasFocus()) {
        QRect frame = viewport()->rect();
        if (currentIndex().isValid()) {
            const QRect cell = visualRect(currentIndex());
            frame = QRect(0, cell.top(), viewport()->width(), cell.height());
        }
        painter.setPen(QPen(theme.tokens().text, size::kFocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), 4, 4);
    }
}

}  // namespace meitrace

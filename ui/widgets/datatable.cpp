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

constexpr int kRowsMeasured = 200;
constexpr int kNarrowest = 76;
constexpr int kMostWidened = 96;

/// A column as wide as is pleasant, and as narrow as shows all of it.
struct ColumnFit {
    int column = 0;
    int wide = 0;
    int tight = 0;
    bool mayShrink = true;
};

int sumOf(const QVector<ColumnFit>& fits, int ColumnFit::*width)
{
    return std::accumulate(fits.begin(), fits.end(), 0,
                           [width](int sum, const ColumnFit& fit) { return sum + fit.*width; });
}

/// Gives up room, then the ends of the longest words, where the columns come to fit by it; else leaves them.
void shrink(QVector<ColumnFit>& fits, int room, int narrowest)
{
    if (sumOf(fits, &ColumnFit::wide) <= room) {
        return;
    }
    QVector<ColumnFit> narrow = fits;
    for (ColumnFit& fit : narrow) {
        fit.wide = fit.tight;
    }
    for (int over = sumOf(narrow, &ColumnFit::wide) - room; over > 0;) {
        const auto widest
            = std::max_element(narrow.begin(), narrow.end(), [](const ColumnFit& a, const ColumnFit& b) {
                  return (a.mayShrink ? a.wide : 0) < (b.mayShrink ? b.wide : 0);
              });
        if (!widest->mayShrink || widest->wide <= narrowest) {
            return;  // it would not fit anyway: the table scrolls
        }
        --widest->wide;
        --over;
    }
    fits = narrow;
}

/// Shares out what is left, where the last column could make nothing of it.
void widen(QVector<ColumnFit>& fits, int room, int most)
{
    const int left = room - sumOf(fits, &ColumnFit::wide);
    if (left <= 0 || fits.last().mayShrink) {
        return;
    }
    const int more = std::min(left / static_cast<int>(fits.size()), most);
    for (ColumnFit& fit : fits) {
        fit.wide += more;
    }
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
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_isFitting && (QApplication::mouseButtons() & Qt::LeftButton) != 0) {
            m_widest = 0;
        }
    });
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
    const Theme& theme = Theme::current();
    const int rows = std::min(kRowsMeasured, rowCount());
    const QFontMetrics head(theme.font(FontRole::Caption));
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    QVector<ColumnFit> fits;
    for (int column = 0; column < model()->columnCount(rootIndex()); ++column) {
        if (isColumnHidden(column)) {
            continue;
        }
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        int cells = 0;
        for (int row = 0; row < rows; ++row) {
            cells = std::max(cells,
                             m_delegate->sizeHint(option, model()->index(row, column, rootIndex())).width());
        }
        const int most = theme.px(widest);
        const int words = head.horizontalAdvance(title) + theme.px(20);
        // Neither the word of a state nor the end of a number is ever cut.
        const QModelIndex first = model()->index(0, column, rootIndex());
        const bool isWhole = rows > 0
            && (first.data(PillRole).isValid()
                || (first.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0);
        fits.append({.column = column,
                     .wide = std::min(std::max(words + theme.px(20), cells) + theme.px(8), most),
                     .tight = std::min(std::max(words, cells), most),
                     .mayShrink = !isWhole});
    }
    if (fits.isEmpty()) {
        return;
    }
    shrink(fits, viewport()->width(), theme.px(kNarrowest));
    widen(fits, viewport()->width(), theme.px(kMostWidened));
    m_isFitting = true;
    for (const ColumnFit& fit : std::as_const(fits)) {
        setColumnWidth(fit.column, fit.wide);
    }
    m_isFitting = false;
    m_widest = widest;
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (m_widest > 0 && event->size().width() != event->oldSize().width()) {
        fitColumns(m_widest);
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

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paperview.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr int kThumbnail = 104;
constexpr int kWidest = 900;
constexpr int kLeast = 240;
constexpr int kGap = 16;
constexpr int kEdge = 3;  // ring around a thumbnail

}  // namespace

PaperSheet::PaperSheet(std::shared_ptr<const ReportDocument> document, int page, bool thumbnail,
                       QWidget* parent)
    : QAbstractButton(parent)
    , m_document(std::move(document))
    , m_page(page)
{
    setCheckable(thumbnail);
    setFocusPolicy(thumbnail ? Qt::StrongFocus : Qt::NoFocus);
    setAccessibleName(PaperView::tr("Page %1").arg(page + 1));
    setObjectName((thumbnail ? QStringLiteral("thumbnail.%1") : QStringLiteral("sheet.%1")).arg(page + 1));
    if (thumbnail) {
        setToolTip(accessibleName());
        setCursor(Qt::PointingHandCursor);
    }
}

void PaperSheet::setPaperWidth(int pixels)
{
    const int edge = isCheckable() ? 2 * kEdge : 0;
    const QSize wanted(pixels + edge,
                       static_cast<int>(std::lround(pixels * paper::kHeight / paper::kWidth)) + edge);
    if (wanted != size() || minimumSize() != wanted) {
        setFixedSize(wanted);
        m_picture = {};
    }
}

void PaperSheet::paintEvent(QPaintEvent* /*event*/)
{
    const Tokens& print = printTokens();
    const int edge = isCheckable() ? kEdge : 0;
    const QRect sheet = rect().adjusted(edge, edge, -edge, -edge);
    const double ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap((QSizeF(sheet.size()) * ratio).toSize());
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(print.surface);
        QPainter painter(&m_picture);
        painter.scale(sheet.width() / paper::kWidth, sheet.width() / paper::kWidth);
        m_document->paint(painter, m_page);
    }
    QPainter painter(this);
    painter.drawPixmap(sheet.topLeft(), m_picture);
    const Tokens& t = Theme::current().tokens();
    const bool marked = isCheckable() && (isChecked() || hasFocus());
    painter.setPen(QPen(hasFocus() ? t.text : (marked ? t.accent : t.border), marked ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(marked ? rect().adjusted(1, 1, -1, -1) : sheet.adjusted(0, 0, -1, -1));
}

PaperView::PaperView(QWidget* parent)
    : QWidget(parent)
    , m_small(makeColumn(m_smallColumn, QStringLiteral("paper.thumbnails")))
    , m_large(makeColumn(m_largeColumn, QStringLiteral("paper.pages")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_small);
    row->addWidget(m_large, 1);
    m_large->setFocusPolicy(Qt::StrongFocus);
    connect(m_large->verticalScrollBar(), &QScrollBar::valueChanged, this, &PaperView::markCurrent);
    setMinimumHeight(320);
    nameColumns();
}

QScrollArea* PaperView::makeColumn(QVBoxLayout*& column, const QString& name)
{
    auto* area = new QScrollArea;
    area->setObjectName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("page.content"));
    column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    area->setWidget(content);
    return area;
}

void PaperView::nameColumns()
{
    m_large->setAccessibleName(tr("Pages of the report"));
    m_small->setAccessibleName(tr("Small pages to jump to"));
}

void PaperView::setDocument(std::shared_ptr<const ReportDocument> document)
{
    for (PaperSheet* sheet : m_thumbnails) {
        delete sheet;
    }
    for (PaperSheet* sheet : m_sheets) {
        delete sheet;
    }
    m_thumbnails.clear();
    m_sheets.clear();
    m_document = std::move(document);
    m_current = 0;
    const int count = m_document ? m_document->pages() : 0;
    for (int page = 0; page < count; ++page) {
        auto* small = new PaperSheet(m_document, page, true);
        connect(small, &QAbstractButton::clicked, this, [this, page] { showPage(page); });
        m_smallColumn->addWidget(small);
        m_thumbnails.push_back(small);
        auto* large = new PaperSheet(m_document, page, false);
        m_largeColumn->addWidget(large);
        m_sheets.push_back(large);
    }
    fitSheets();
    m_large->verticalScrollBar()->setValue(0);
    markCurrent();
}

void PaperView::fitSheets()
{
    const int room = m_large->viewport()->width() - 2;
    const int wide = std::clamp(room, kLeast, kWidest);
    for (PaperSheet* sheet : m_sheets) {
        sheet->setPaperWidth(wide);
    }
    for (PaperSheet* sheet : m_thumbnails) {
        sheet->setPaperWidth(kThumbnail);
    }
    m_small->setFixedWidth(kThumbnail + 2 * kEdge + m_small->verticalScrollBar()->sizeHint().width() + 4);
}

void PaperView::showPage(int page)
{
    if (page < 0 || page >= pages()) {
        return;
    }
    const int top = m_sheets[static_cast<std::size_t>(page)]->y();
    m_large->verticalScrollBar()->setValue(top);
    m_current = page;
    for (int i = 0; i < pages(); ++i) {
        m_thumbnails[static_cast<std::size_t>(i)]->setChecked(i == page);
    }
}

void PaperView::markCurrent()
{
    const int middle = m_large->verticalScrollBar()->value() + m_large->viewport()->height() / 2;
    for (int i = 0; i < pages(); ++i) {
        const bool begins = m_sheets[static_cast<std::size_t>(i)]->y() <= middle;
        m_current = begins ? i : m_current;
        m_thumbnails[static_cast<std::size_t>(i)]->setChecked(false);
    }
    if (m_current < pages()) {
        m_thumbnails[static_cast<std::size_t>(m_current)]->setChecked(true);
        m_small->ensureWidgetVisible(m_thumbnails[static_cast<std::size_t>(m_current)]);
    }
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitSheets();
}

void PaperView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        nameColumns();
    }
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/palette.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/popup.h"
#include "ui/widgets/searchfield.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kWidth = 560;
constexpr int kRows = 12;
constexpr int kHintRole = Qt::UserRole;

/// The entry at the left, what sort of thing it is at the right.
class HintDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString hint = index.data(kHintRole).toString();
        const int side = Theme::current().px(size::kGap12);
        const int wide = option.fontMetrics.horizontalAdvance(hint);
        QStyledItemDelegate::paint(painter, option, index);
        if (index.data().toString().isEmpty() || hint.isEmpty()) {
            return;
        }
        painter->save();
        painter->setFont(option.font);
        painter->setPen(Theme::current().tokens().text3);
        painter->drawText(option.rect.adjusted(option.rect.width() - wide - side, 0, -side, 0),
                          Qt::AlignVCenter | Qt::AlignRight, hint);
        painter->restore();
    }
};

}  // namespace

Palette::Palette(QVector<Entry> entries, Finder finder, QWidget* parent)
    : QDialog(parent)
    , m_entries(std::move(entries))
    , m_finder(std::move(finder))
    , m_field(new SearchField)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("dialog.palette"));
    setWindowTitle(tr("Go to"));
    setWindowFlags(Qt::Dialog | Qt::FramelessWindowHint);
    setFixedWidth(Theme::current().px(kWidth));
    m_list->setItemDelegate(new HintDelegate(this));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_field->setPlaceholderText(tr("A page, a command, a customer, an audience, a saved analysis"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_list->setAccessibleName(tr("What was found"));
    m_list->setObjectName(QStringLiteral("list.palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap12, size::kGap12, size::kGap12, size::kGap12);
    column->setSpacing(size::kGap8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_field, &SearchField::searched, this, [this](const QString& text) {
        if (m_finder && !text.trimmed().isEmpty()) {
            m_finder(text.trimmed());
        }
    });
    connect(m_list, &QListWidget::itemActivated, this, &Palette::run);
    connect(m_list, &QListWidget::itemClicked, this, &Palette::run);
    search({});
    m_field->setFocus();
}

void Palette::add(const Entry& entry)
{
    m_shown.push_back(entry);
    auto* item = new QListWidgetItem(entry.text, m_list);
    item->setData(kHintRole, entry.hint);
    item->setData(Qt::AccessibleTextRole,
                  entry.hint.isEmpty() ? entry.text : QStringLiteral("%1, %2").arg(entry.text, entry.hint));
    item->setSizeHint({0, Theme::current().px(size::kControl)});
    fitList();
}

void Palette::fitList()
{
    const int rows = std::clamp(m_list->count(), 1, kRows);
    m_list->setFixedHeight(rows * Theme::current().px(size::kControl) + 2 * m_list->frameWidth()
                           + size::kGap4);
    adjustSize();
}

void Palette::search(const QString& text)
{
    m_list->clear();
    m_shown.clear();
    fitList();
    const QString wanted = text.trimmed();
    for (const Entry& entry : std::as_const(m_entries)) {
        if (wanted.isEmpty() || entry.text.contains(wanted, Qt::CaseInsensitive)) {
            add(entry);
        }
    }
    m_list->setCurrentRow(0);
}

void Palette::addFound(const QString& text, const QVector<Entry>& entries)
{
    if (text != m_field->text().trimmed()) {
        return;  // somebody typed on
    }
    for (const Entry& entry : entries) {
        add(entry);
    }
    if (m_list->currentRow() < 0) {
        m_list->setCurrentRow(0);
    }
}

void Palette::run()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size()) {
        return;
    }
    const std::function<void()> work = m_shown[row].run;
    accept();
    QTimer::singleShot(0, parent(), work);
}

bool Palette::event(QEvent* event)
{
    if (event->type() == QEvent::WindowDeactivate && isVisible()) {
        reject();  // a click beside it
    }
    return QDialog::event(event);
}

void Palette::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    paintPopupGround(*this);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            reject();  // the field itself would only empty itself
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run();  // the field itself would only search again
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace meitrace

#include "palette.moc"

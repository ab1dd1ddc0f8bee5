// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checklistpopup.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidth = 300;
constexpr int kListHeight = 280;
constexpr int kValueRole = Qt::UserRole;

}  // namespace

CheckListPopup::CheckListPopup(const Texts& texts, QWidget* parent)
    : Popup(texts.title, parent)
    , m_texts(texts)
    , m_search(new SearchField(texts.search))
    , m_list(new QTreeWidget)
    , m_note(textLabel(texts.waiting, TextRole::Caption))
    , m_apply(makeButton(texts.apply, ButtonKind::Primary))
{
    const Theme& theme = Theme::current();
    m_search->setObjectName(QStringLiteral("search.values"));
    m_list->setObjectName(QStringLiteral("list.values"));
    m_apply->setObjectName(QStringLiteral("btn.applyFilter"));
    m_list->setAccessibleName(texts.title);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setFixedSize(theme.px(kWidth), theme.px(kListHeight));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_note->setWordWrap(true);
    m_apply->setEnabled(false);
    body()->addWidget(textLabel(texts.title, TextRole::Section));
    body()->addWidget(m_search);
    body()->addWidget(m_list);
    body()->addWidget(m_note);
    body()->addWidget(m_apply);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CheckListPopup::find);
    connect(m_list, &QTreeWidget::itemClicked, this, &CheckListPopup::toggle);
    connect(m_apply, &QPushButton::clicked, this, &CheckListPopup::apply);
    m_search->setFocus();
}

void CheckListPopup::setRows(const QVector<Row>& rows)
{
    m_list->clear();
    for (const Row& row : rows) {
        auto* item = new QTreeWidgetItem(m_list, {row.text, row.count});
        item->setData(0, kValueRole, row.value);
        item->setToolTip(0, row.text);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, Theme::current().tokens().text2);
        // Toggled here, on the whole row and not on its mark only.
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        item->setCheckState(0, row.checked ? Qt::Checked : Qt::Unchecked);
    }
    m_apply->setEnabled(!rows.isEmpty());
    m_note->setText(m_texts.nothing);
    m_note->setVisible(rows.isEmpty());
    find(m_search->text());
}

void CheckListPopup::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->show();
}

QStringList CheckListPopup::checked() const
{
    QStringList values;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = m_list->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked) {
            values << item->data(0, kValueRole).toString();
        }
    }
    return values;
}

void CheckListPopup::find(const QString& text)
{
    const QString wanted = text.trimmed();
    QTreeWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        const bool fits = item->text(0).contains(wanted, Qt::CaseInsensitive)
            || item->data(0, kValueRole).toString().contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!fits);
        first = first == nullptr && fits ? item : first;
    }
    m_list->setCurrentItem(first);
}

void CheckListPopup::toggle(QTreeWidgetItem* item)
{
    if (item != nullptr) {
        item->setCheckState(0, item->checkState(0) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    }
}

void CheckListPopup::apply()
{
    emit chosen(checked());
    close();
}

bool CheckListPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return Popup::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_apply->isEnabled()) {
            apply();
        }
        return true;
    }
    if (watched == m_search && key == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    if (watched == m_list && key == Qt::Key_Space) {
        toggle(m_list->currentItem());
        return true;
    }
    return Popup::eventFilter(watched, event);
}

}  // namespace meitrace

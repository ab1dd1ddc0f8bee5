// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dayspanpopup.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kWidth = 264;
constexpr int kRing = 3;  ///< of the focus, around the list

QLabel* labelFor(QWidget* field, const QString& text)
{
    QLabel* label = textLabel(text, TextRole::Caption);
    label->setBuddy(field);
    field->setAccessibleName(text);
    return label;
}

}  // namespace

DaySpanPopup::DaySpanPopup(const Texts& texts, QWidget* parent)
    : Popup(texts.title, parent)
    , m_names(new QListWidget)
    , m_months(new QComboBox)
    , m_from(new QDateEdit)
    , m_to(new QDateEdit)
{
    m_names->setObjectName(QStringLiteral("list.periods"));
    m_months->setObjectName(QStringLiteral("scope.month"));
    m_from->setObjectName(QStringLiteral("scope.from"));
    m_to->setObjectName(QStringLiteral("scope.to"));
    m_names->setAccessibleName(texts.title);
    m_names->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* apply = makeButton(texts.apply, ButtonKind::Primary);
    apply->setObjectName(QStringLiteral("btn.applyDays"));
    auto* grid = new QGridLayout;
    grid->setSpacing(Theme::current().px(size::kGap8));
    grid->addWidget(labelFor(m_months, texts.month), 0, 0);
    grid->addWidget(m_months, 0, 1);
    grid->addWidget(labelFor(m_from, texts.from), 1, 0);
    grid->addWidget(m_from, 1, 1);
    grid->addWidget(labelFor(m_to, texts.to), 2, 0);
    grid->addWidget(m_to, 2, 1);
    grid->addWidget(apply, 3, 1);
    grid->setColumnStretch(1, 1);
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->installEventFilter(this);
    }
    m_names->installEventFilter(this);
    body()->addWidget(m_names);
    body()->addWidget(hairline(Qt::Horizontal));
    body()->addLayout(grid);
    setFixedWidth(Theme::current().px(kWidth));
    connect(m_names, &QListWidget::itemClicked, this, &DaySpanPopup::applyName);
    connect(m_months, &QComboBox::activated, this, [this](int index) {
        const int offset = m_months->itemData(0).isValid() ? 0 : 1;
        if (index >= offset) {
            emit monthChosen(index - offset);
            close();
        }
    });
    connect(apply, &QPushButton::clicked, this, &DaySpanPopup::applyDays);
    m_names->setFocus();
}

void DaySpanPopup::setNames(const QStringList& names, int current)
{
    m_names->clear();
    // The style sheet is not there yet: the height of a row is said here.
    const int row = Theme::current().px(size::kControl);
    for (const QString& name : names) {
        auto* item = new QListWidgetItem(name, m_names);
        item->setSizeHint({0, row});
    }
    m_names->setCurrentRow(current);
    m_names->setFixedHeight(static_cast<int>(names.size()) * row + 2 * kRing);
}

void DaySpanPopup::setMonths(const QStringList& months, int current)
{
    m_months->clear();
    if (current < 0) {
        m_months->addItem(QStringLiteral("—"));
    }
    for (int i = 0; i < months.size(); ++i) {
        m_months->addItem(months[i], i);
    }
    m_months->setCurrentIndex(std::max(0, current));
}

void DaySpanPopup::setDays(const Days& shown, const Days& known)
{
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setDateRange(known.from, known.to);
    }
    m_from->setDate(shown.from);
    m_to->setDate(shown.to);
}

void DaySpanPopup::applyName()
{
    if (m_names->currentRow() >= 0) {
        emit nameChosen(m_names->currentRow());
        close();
    }
}

void DaySpanPopup::applyDays()
{
    emit daysChosen(std::min(m_from->date(), m_to->date()), std::max(m_from->date(), m_to->date()));
    close();
}

bool DaySpanPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (watched == m_names) {
                applyName();
            } else {
                applyDays();
            }
            return true;
        }
    }
    return Popup::eventFilter(watched, event);
}

}  // namespace meitrace

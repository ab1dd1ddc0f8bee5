// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QKeyEvent>

namespace meitrace {

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
    , m_clear(new QAction(icon(QStringLiteral("close"), IconTone::Quiet), words::clear(), this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(new QAction(icon(QStringLiteral("search"), IconTone::Quiet), words::search(), this),
              LeadingPosition);
    addAction(m_clear, TrailingPosition);
    m_clear->setVisible(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, [this] { emit searched(text().trimmed()); });
    Theme::current().follow(this, [this] { setMinimumWidth(Theme::current().px(200)); });
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_pause.stop();
        emit searched(text().trimmed());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace meitrace {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_all(new QVBoxLayout(this))
    , m_header(new QWidget(this))
    , m_headerRow(new QHBoxLayout(m_header))
    , m_title(textLabel({}, TextRole::Section, m_header))
    , m_help(helpButton({}, {}, m_header))
    , m_note(textLabel({}, TextRole::Caption, m_header))
    , m_body(new QVBoxLayout)
    , m_caption(textLabel({}, TextRole::Caption, this))
{
    setProperty("card", true);
    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_headerRow->setContentsMargins(0, 0, 0, 0);
    m_headerRow->addWidget(m_title);
    m_headerRow->addWidget(m_help);
    m_headerRow->addStretch(1);
    m_headerRow->addWidget(m_note);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_caption->setWordWrap(true);
    m_caption->hide();
    m_all->addWidget(m_header);
    m_all->addLayout(m_body, 1);
    m_all->addWidget(m_caption);
    m_all->addStretch();  // beside a taller card the content stays at the top
    Theme::current().follow(this, [this] { setHero(m_hero); });
    setTitle(title);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    updateHeader();
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setHelp(const QString& text)
{
    setHelpText(m_help, text, m_title->text());
    updateHeader();
}

void Card::setNote(const QString& text)
{
    m_note->setText(text);
    updateHeader();
}

void Card::addAction(QWidget* widget)
{
    m_headerRow->addWidget(widget);
    updateHeader();
}

void Card::setCaption(const QString& text)
{
    m_caption->setText(text);
    m_caption->setVisible(!text.isEmpty());
}

void Card::setHero(bool hero)
{
    m_hero = hero;
    const Theme& theme = Theme::current();
    const int side = theme.px(hero ? size::kHeroPadding : size::kCardPadding);
    m_all->setContentsMargins(side, side, side, side);
    m_all->setSpacing(theme.px(size::kGap12));
    m_body->setSpacing(theme.px(size::kGap8));
    m_headerRow->setSpacing(theme.px(size::kGap8));
}

void Card::updateHeader()
{
    m_title->setVisible(!m_title->text().isEmpty());
    m_note->setVisible(!m_note->text().isEmpty());
    const bool any = m_headerRow->count() > 4 || !m_title->text().isEmpty() || !m_note->text().isEmpty()
        || !m_help->isHidden();
    m_header->setVisible(any);
}

}  // namespace meitrace

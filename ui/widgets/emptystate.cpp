// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"

#include <QVBoxLayout>

namespace meitrace {

EmptyState::EmptyState(const QString& iconName, const QString& sentence, const QString& actionText,
                       QWidget* parent)
    : QWidget(parent)
    , m_sentence(textLabel(sentence, TextRole::Body, this))
    , m_hint(textLabel({}, TextRole::Caption, this))
    , m_action(makeButton(actionText, ButtonKind::Primary, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(new IconLabel(iconName, Tone::Neutral, 36, this), 0, Qt::AlignHCenter);
    column->addWidget(m_sentence);
    column->addWidget(m_hint);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    for (QLabel* label : {m_sentence, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_hint->hide();
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(sentence);
    Theme::current().follow(this, [column] {
        const int side = Theme::current().px(size::kGap24);
        column->setContentsMargins(side, side, side, side);
        column->setSpacing(Theme::current().px(size::kGap12));
    });
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foldsection.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QVBoxLayout>

namespace meitrace {

FoldSection::FoldSection(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_head(makeButton(title, ButtonKind::Ghost, QStringLiteral("chevron-right"), this))
    , m_body(new QWidget(this))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_head, 0, Qt::AlignLeft);
    all->addWidget(m_body);
    auto* column = new QVBoxLayout(m_body);
    m_body->hide();
    connect(m_head, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    Theme::current().follow(this, [all, column] {
        const Theme& theme = Theme::current();
        all->setSpacing(theme.px(size::kGap4));
        column->setContentsMargins(theme.px(size::kGap12), theme.px(size::kGap4), 0, theme.px(size::kGap4));
        column->setSpacing(theme.px(size::kGap8));
    });
}

void FoldSection::setTitle(const QString& title)
{
    m_head->setText(QChar(0x2002) + title);
    m_head->setAccessibleName(title);
}

void FoldSection::setOpen(bool open)
{
    if (open == m_open) {
        return;
    }
    m_open = open;
    m_head->setIcon(
        icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), IconTone::Quiet));
    m_body->setVisible(open);
    emit toggled(open);
}

QVBoxLayout* FoldSection::body() const
{
    return qobject_cast<QVBoxLayout*>(m_body->layout());
}

}  // namespace meitrace

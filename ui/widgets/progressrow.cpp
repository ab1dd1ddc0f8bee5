// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressrow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

#include <QGridLayout>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace meitrace {

ProgressRow::ProgressRow(QWidget* parent)
    : QWidget(parent)
    , m_title(textLabel({}, TextRole::Strong, this))
    , m_bar(new QProgressBar(this))
    , m_stage(textLabel({}, TextRole::Caption, this))
    , m_cancel(makeButton(words::cancel(), ButtonKind::Secondary, {}, this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_bar, 1, 0);
    grid->addWidget(m_stage, 2, 0);
    grid->addWidget(m_cancel, 0, 1, 3, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    m_title->hide();
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelRequested();
    });
    Theme::current().follow(this, [grid] {
        grid->setHorizontalSpacing(Theme::current().px(size::kGap12));
        grid->setVerticalSpacing(Theme::current().px(6));
    });
}

void ProgressRow::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_bar->setAccessibleName(title);
    m_cancel->setAccessibleName(QStringLiteral("%1 %2").arg(words::cancel(), title).trimmed());
}

void ProgressRow::setProgress(double share, const QString& stage)
{
    m_bar->setRange(0, share < 0 ? 0 : 1000);
    m_bar->setValue(static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 1000)));
    m_stage->setText(stage);
    setAccessibleDescription(stage);
}

void ProgressRow::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
    m_cancel->setEnabled(cancellable);
}

}  // namespace meitrace

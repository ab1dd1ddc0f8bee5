// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dropzone.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

namespace meitrace {

namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

}  // namespace

DropZone::DropZone(const QString& title, const QString& hint, QWidget* parent)
    : QFrame(parent)
    , m_actions(new QHBoxLayout)
{
    setProperty("card", QStringLiteral("drop"));
    setAcceptDrops(true);
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    auto* titleLabel = textLabel(title, TextRole::Section, this);
    auto* hintLabel = textLabel(hint, TextRole::Quiet, this);
    for (QLabel* label : {titleLabel, hintLabel}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    column->addWidget(new IconLabel(QStringLiteral("upload"), Tone::Accent, 28, this), 0, Qt::AlignHCenter);
    column->addWidget(titleLabel);
    column->addWidget(hintLabel);
    m_actions->setAlignment(Qt::AlignHCenter);
    column->addLayout(m_actions);
    Theme::current().follow(this, [this, column] {
        const Theme& theme = Theme::current();
        const int side = theme.px(size::kGap20);
        column->setContentsMargins(side, side, side, side);
        column->setSpacing(theme.px(size::kGap8));
        m_actions->setSpacing(theme.px(size::kGap8));
        m_actions->setContentsMargins(0, theme.px(size::kGap4), 0, 0);
    });
}

void DropZone::addAction(QWidget* widget)
{
    m_actions->addWidget(widget);
}

void DropZone::setActive(bool active)
{
    setProperty("active", active);
    style()->unpolish(this);
    style()->polish(this);
}

void DropZone::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty()) {
        setActive(true);
        event->acceptProposedAction();
    }
}

void DropZone::dragLeaveEvent(QDragLeaveEvent* event)
{
    setActive(false);
    QFrame::dragLeaveEvent(event);
}

void DropZone::dropEvent(QDropEvent* event)
{
    setActive(false);
    const QStringList files = localFiles(event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        emit filesDropped(files);
    }
}

}  // namespace meitrace

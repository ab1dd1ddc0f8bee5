// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/watchrow.h"

#include "ui/session/folderwatch.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>

namespace meitrace {

WatchRow::WatchRow(FolderWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_watch(watch)
    , m_state(textLabel({}, TextRole::Quiet))
    , m_path(textLabel({}, TextRole::Caption))
    , m_choose(makeButton({}, ButtonKind::Ghost, QStringLiteral("folder")))
    , m_toggle(makeButton({}, ButtonKind::Ghost))
{
    m_choose->setObjectName(QStringLiteral("btn.watchFolder"));
    m_toggle->setObjectName(QStringLiteral("btn.watchToggle"));
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::kCardPadding, 0, 0, 0);
    row->setSpacing(size::kGap8);
    row->addWidget(m_state);
    row->addWidget(m_path, 1);
    row->addWidget(m_toggle);
    row->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &WatchRow::choose);
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        if (m_watch.isOn()) {
            m_watch.stop();
        } else {
            m_watch.start(m_watch.path());
        }
    });
    connect(&watch, &FolderWatch::changed, this, &WatchRow::retranslate);
    retranslate();
}

void WatchRow::choose()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Watch which folder?"), m_watch.path().isEmpty() ? QDir::homePath() : m_watch.path());
    if (!folder.isEmpty()) {
        m_watch.start(folder);
    }
}

void WatchRow::retranslate()
{
    const bool hasFolder = !m_watch.path().isEmpty();
    m_state->setText(m_watch.isOn()  ? tr("Watched folder")
                         : hasFolder ? tr("Not watched now")
                                     : tr("Files put into a watched folder are loaded by themselves"));
    setTone(m_state, m_watch.isOn() ? Tone::Good : Tone::Neutral);
    m_toggle->setText(m_watch.isOn() ? tr("Stop watching") : tr("Watch again"));
    m_toggle->setVisible(hasFolder);
    m_choose->setText(hasFolder ? tr("Another folder…") : tr("Watch a folder…"));
    showPath();
}

void WatchRow::showPath()
{
    const QString path = QDir::toNativeSeparators(m_watch.path());
    m_path->setToolTip(path);
    m_path->setAccessibleName(path);
    m_path->setText(m_path->fontMetrics().elidedText(path, Qt::ElideMiddle, m_path->width()));
}

void WatchRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showPath();
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says when a workspace cannot be opened or changed, and the way from a damaged one to its
// last backup. The damaged file is left as it is.
#include "analytics/workbench/restoring.h"
#include "app/window/mainwindow.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/widgets/noticebar.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>

namespace meitrace {

void MainWindow::showFailure(const Error& error)
{
    if (error.code == ErrorCode::StoreDamaged && m_session.isDamaged() && m_opening == m_session.path()) {
        showDamage();  // says more than the sentence of the error
        return;
    }
    m_notice->setNotice(Tone::Bad, sentence(error));
    if (error.code == ErrorCode::StoreDamaged) {
        offerBackup(sentence(error));
    }
}

void MainWindow::showDamage()
{
    m_opening = m_session.path();
    const QString text
        = tr("%1 is damaged. What can still be read is shown; where something cannot, that is said in its "
             "place. Nothing is written to the file any more.")
              .arg(QFileInfo(m_session.path()).fileName());
    m_notice->setNotice(Tone::Bad, text);
    offerBackup(text);
}

void MainWindow::offerBackup(const QString& text)
{
    const QString damaged = m_opening.isEmpty() ? m_session.path() : m_opening;
    m_session.jobs().run<QString>(
        {this, QStringLiteral("findBackup"), tr("Looking for a backup")},
        [path = damaged.toStdString()](Job& job) -> Result<QString> {
            static_cast<void>(job);
            return QString::fromStdString(lastBackupOf(path));
        },
        [this, text](const Result<QString>& found) {
            if (!found || found->isEmpty()) {
                m_notice->setNotice(Tone::Bad,
                                    tr("%1 There is no backup beside it: keep the file, and import the "
                                       "export files again into a new workspace.",
                                       "what is damaged")
                                        .arg(text));
                return;
            }
            const QFileInfo backup(*found);
            m_notice->setNotice(
                Tone::Bad,
                tr("%1 Restore its last backup, then import again what came later.", "what is damaged")
                    .arg(text));
            QPushButton* restore = m_notice->addAction(
                tr("Restore the backup of %1")
                    .arg(QLocale().toString(backup.lastModified(), QLocale::ShortFormat)));
            restore->setObjectName(QStringLiteral("btn.restoreBackup"));
            restore->setToolTip(
                tr("A new workspace is made of %1. The damaged one stays as it is.").arg(backup.fileName()));
            connect(restore, &QPushButton::clicked, this,
                    [this, path = backup.filePath()] { restoreFrom(path); });
        });
}

void MainWindow::restoreFrom(const QString& backup)
{
    const std::string damaged = (m_opening.isEmpty() ? m_session.path() : m_opening).toStdString();
    m_session.jobs().run<QString>(
        {this, QStringLiteral("open"), tr("Restoring %1").arg(QFileInfo(backup).fileName())},
        [damaged, backup = backup.toStdString()](Job& job) -> Result<QString> {
            const std::string target = restoredName(damaged);
            const Result<ErasedAgain> restored = restoreWorkspace(target, backup, job);
            return restored ? Result<QString>(QString::fromStdString(target))
                            : Result<QString>(restored.error());
        },
        [this](const Result<QString>& target) {
            if (target) {
                openFile(*target);
            } else if (target.error().code != ErrorCode::Cancelled) {
                m_notice->setNotice(Tone::Bad, sentence(target.error()));
            }
        });
}

}  // namespace meitrace

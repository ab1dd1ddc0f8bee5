// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/folderwatch.h"

#include "analytics/workbench/dropfolder.h"
#include "ui/session/session.h"

#include <QFileInfo>
#include <QSettings>
#include <QVariantMap>

namespace meitrace {

namespace {

constexpr int kEveryMs = 2'000;
constexpr int kMostKept = 50;

QString settingsKey()
{
    return QStringLiteral("watchedFolders");
}

QString importKey()
{
    return QStringLiteral("import");
}

}  // namespace

FolderWatch::FolderWatch(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(kEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::look);
    connect(&session, &Session::opened, this, &FolderWatch::takeUp);
    connect(&session, &Session::closed, this, &FolderWatch::takeUp);
    connect(&session.jobs(), &JobRunner::finished, this, [this](const QString& key) {
        if (key == importKey()) {
            // After the answer of the import that ended was told to everybody.
            QMetaObject::invokeMethod(this, &FolderWatch::loadNext, Qt::QueuedConnection);
        }
    });
    takeUp();
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::takeUp()
{
    const QString workspace = m_session.isOpen() ? m_session.path() : QString();
    if (workspace == m_workspace) {
        return;  // read anew: what was handed out stays so
    }
    m_workspace = workspace;
    const QVariantMap all = QSettings().value(settingsKey()).toMap();
    const QVariantMap mine = all.value(m_session.path()).toMap();
    m_timer.stop();
    m_folder.reset();
    m_waiting.clear();
    m_path = m_session.isOpen() ? mine.value(QStringLiteral("folder")).toString() : QString();
    if (!m_path.isEmpty() && mine.value(QStringLiteral("on")).toBool()) {
        m_folder = std::make_shared<DropFolder>(m_path.toStdString());
        m_timer.start();
    }
    emit changed();
}

void FolderWatch::remember() const
{
    QVariantMap all = QSettings().value(settingsKey()).toMap();
    while (all.size() >= kMostKept && !all.contains(m_session.path())) {
        all.erase(all.constBegin());
    }
    all.insert(m_session.path(),
               QVariantMap {{QStringLiteral("folder"), m_path}, {QStringLiteral("on"), isOn()}});
    QSettings().setValue(settingsKey(), all);
}

void FolderWatch::start(const QString& folder)
{
    if (!m_session.isOpen() || folder.isEmpty()) {
        return;
    }
    m_path = QFileInfo(folder).absoluteFilePath();
    m_folder = std::make_shared<DropFolder>(m_path.toStdString());
    m_waiting.clear();
    m_timer.start();
    remember();
    emit changed();
    look();
}

void FolderWatch::stop()
{
    m_timer.stop();
    m_folder.reset();
    m_waiting.clear();
    if (m_session.isOpen()) {
        remember();
    }
    emit changed();
}

void FolderWatch::look()
{
    if (m_looking || !m_folder) {
        return;
    }
    m_looking = true;
    // Beside the window: a folder may lie on another computer.
    using Files = std::vector<std::string>;
    m_looks.run<Files>(
        {this, QStringLiteral("look"), {}}, [folder = m_folder](Job&) { return folder->look(); },
        [this, folder = m_folder](const Result<Files>& files) {
            m_looking = false;
            if (folder != m_folder) {
                return;
            }
            if (!files) {
                stop();
                emit failed(files.error());
                return;
            }
            for (const std::string& file : *files) {
                m_waiting.append(QString::fromStdString(file));
            }
            loadNext();
        });
}

void FolderWatch::loadNext()
{
    if (!m_waiting.isEmpty() && m_session.isOpen() && !m_session.jobs().isRunning(importKey())) {
        m_session.import({{m_waiting.takeFirst(), std::nullopt}});
    }
}

}  // namespace meitrace

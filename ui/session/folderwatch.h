// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/jobrunner.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace meitrace {

class DropFolder;
class Session;

/// Loads the files that are put into a folder while its workspace is open. Which folder that is, is kept with
/// the workspace on this computer.
class FolderWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderWatch)

public:
    explicit FolderWatch(Session& session, QObject* parent = nullptr);
    ~FolderWatch() override;

    [[nodiscard]] bool isOn() const { return m_folder != nullptr; }
    /// The folder that is watched, or was watched last; may be empty.
    [[nodiscard]] const QString& path() const { return m_path; }

    void start(const QString& folder);
    void stop();
    /// How often to look; two looks apart a file must be the same.
    void setInterval(int milliseconds) { m_timer.setInterval(milliseconds); }

signals:
    /// Watching began, ended, or another workspace is open.
    void changed();
    /// The folder cannot be looked into any more; watching has ended.
    void failed(const meitrace::Error& error);

private:
    void takeUp();
    void remember() const;
    void look();
    void loadNext();

    Session& m_session;
    QTimer m_timer;
    QString m_workspace;  ///< whose folder this is
    QString m_path;
    std::shared_ptr<DropFolder> m_folder;  ///< nullptr: off
    QStringList m_waiting;
    bool m_looking = false;
    JobRunner m_looks;  ///< last: goes first, and waits for what runs
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/text/errortext.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace meitrace::test {

/// Empty, or what a sentence about trouble lacks: it names the thing, says what was kept or what to do, ends,
/// and shows no code.
inline QString unclear(const QString& said, const QString& thing)
{
    if (said.size() < 20 || !said.contains(QStringLiteral("."))) {
        return QStringLiteral("no sentence: ") + said;
    }
    if (!thing.isEmpty() && !said.contains(thing)) {
        return QStringLiteral("does not name %1: %2").arg(thing, said);
    }
    for (const char* code : {"error ", "errno", "SQLITE", "_error", "0x"}) {
        if (said.contains(QLatin1String(code))) {
            return QStringLiteral("shows a code: ") + said;
        }
    }
    return {};
}

/// A small disk in memory, mounted as long as the object lives; needs the right to mount.
class SmallDisk {
public:
    explicit SmallDisk(int kibibytes)
        : m_mounted(
            run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                 QStringLiteral("size=%1k").arg(kibibytes), QStringLiteral("tmpfs"), m_folder.path()}))
    {
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (m_mounted) {
            run({QStringLiteral("umount"), QStringLiteral("-l"), m_folder.path()});
        }
    }

    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    /// From now on nothing can be written to it.
    [[nodiscard]] bool close() const
    {
        return run(
            {QStringLiteral("mount"), QStringLiteral("-o"), QStringLiteral("remount,ro"), m_folder.path()});
    }

private:
    static bool run(QStringList command)
    {
        QProcess process;
        const QString program = command.takeFirst();
        process.start(program, command);
        return process.waitForFinished(30'000) && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_mounted;
};

}  // namespace meitrace::test

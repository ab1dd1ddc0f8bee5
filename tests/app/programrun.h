// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace meitrace::test {

/// The program, built beside the tests.
inline QString programPath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/meitrace");
}

/// What a run of the real program left behind.
struct ProgramRun {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    [[nodiscard]] QJsonObject result() const { return json().value(QStringLiteral("result")).toObject(); }
    [[nodiscard]] QJsonObject error() const
    {
        return QJsonDocument::fromJson(errors).object().value(QStringLiteral("error")).toObject();
    }
};

/// Runs the program with these arguments and waits for its end.
inline ProgramRun runProgram(const QStringList& arguments, const QStringList& environment = {})
{
    QProcess process;
    if (!environment.isEmpty()) {
        process.setEnvironment(QProcess::systemEnvironment() + environment);
    }
    process.start(programPath(), arguments);
    process.waitForFinished(120'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The demo clinic of size S in a file of its own; the program makes it once for all tests of a run.
inline bool makeDemoClinic(const QString& path)
{
    static const QTemporaryDir folder;
    static const QString made = folder.filePath(QStringLiteral("demo.meitrace"));
    static const bool isMade = runProgram({QStringLiteral("demo"), made}).exitCode == 0;
    return isMade && QFile::copy(made, path);
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
}

/// A folder with an empty workspace in it.
class TemporaryWorkspace {
public:
    explicit TemporaryWorkspace(const QString& zone = QStringLiteral("UTC"))
    {
        runProgram({QStringLiteral("new"), path(), QStringLiteral("--tz"), zone});
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("w.meitrace")); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

}  // namespace meitrace::test

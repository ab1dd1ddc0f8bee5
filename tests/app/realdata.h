// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/programrun.h"

#include <QFile>
#include <QJsonArray>

#include <string>
#include <vector>

namespace meitrace::test {

/// The figures that others computed for a data set; empty where they are not.
inline QJsonObject expectedChecks(const std::string& shared, const QString& set)
{
    QFile file(QString::fromStdString(shared) + QStringLiteral("/expected/%1.json").arg(set));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("checks")).toObject();
}

inline QJsonValue valueOf(const QJsonObject& checks, const QString& name)
{
    return checks.value(name).toObject().value(QStringLiteral("value"));
}

inline QString mapping(const QString& name)
{
    return QStringLiteral(MEITRACE_SOURCE_DIR "/resources/mappings/%1.json").arg(name);
}

inline QJsonObject importFile(const TemporaryWorkspace& workspace, const std::string& shared,
                              const QString& file, const QString& map)
{
    const ProgramRun run = runProgram({QStringLiteral("import"), workspace.path(),
                                       QString::fromStdString(shared) + u'/' + file,
                                       QStringLiteral("--mapping"), mapping(map), QStringLiteral("--json")});
    return run.result().value(QStringLiteral("files")).toArray().at(0).toObject();
}

inline QJsonArray funnelSteps(const TemporaryWorkspace& workspace, const QStringList& options)
{
    const ProgramRun run = runProgram(
        QStringList {QStringLiteral("funnel"), workspace.path(), QStringLiteral("--json")} + options);
    return run.result().value(QStringLiteral("steps")).toArray();
}

inline QJsonArray customersOf(const QJsonArray& steps)
{
    QJsonArray customers;
    for (const QJsonValue& step : steps) {
        customers.append(step.toObject().value(QStringLiteral("customers")));
    }
    return customers;
}

/// Rows of a written table as its cells, without the header.
inline std::vector<QList<QByteArray>> tableRows(const QString& path)
{
    std::vector<QList<QByteArray>> rows;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        for (file.readLine(); !file.atEnd();) {
            rows.push_back(file.readLine().trimmed().split(','));
        }
    }
    return rows;
}

}  // namespace meitrace::test

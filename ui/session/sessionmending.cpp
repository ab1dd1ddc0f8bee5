// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that were set aside, read once more: from a mended file, or with values written in the window.
#include "analytics/workbench/importing.h"
#include "analytics/workbench/requeue.h"
#include "ui/session/session.h"

#include <QFileInfo>

namespace meitrace {

namespace {

/// Does the work between two counts of the customers.
Result<ImportReport> counted(Workspace& workspace, const std::function<Status(ImportReport&)>& work)
{
    ImportReport report;
    const Result<std::int64_t> before = countKnownCustomers(workspace);
    const Status status = work(report);
    const Result<std::int64_t> after = countKnownCustomers(workspace);
    if (!status || !before || !after) {
        return !status ? status.error() : (before ? after.error() : before.error());
    }
    report.customersBefore = *before;
    report.customersAfter = *after;
    return report;
}

}  // namespace

void Session::requeue(const QString& file)
{
    rework(
        tr("Importing %1").arg(QFileInfo(file).fileName()),
        [file](Workspace& workspace, Job& job) {
            return counted(workspace, [&](ImportReport& report) -> Status {
                Result<FileReport> loaded = requeueRows(workspace, file.toStdString(), job);
                if (!loaded) {
                    return loaded.error();
                }
                report.files.push_back(std::move(*loaded));
                return Done {};
            });
        },
        [this](const ImportReport& report) { emit imported(report); });
}

void Session::mend(const std::vector<CellMend>& mends)
{
    startMending(mends, nullptr);
}

void Session::startMending(const std::vector<CellMend>& mends, const std::shared_ptr<Batches>& known)
{
    const auto brought = known ? known : std::make_shared<Batches>();
    rework(
        tr("Mending rows"),
        [mends](Workspace& workspace, Job& job) {
            return counted(workspace, [&](ImportReport& report) -> Status {
                Result<MendReport> mended = mendRows(workspace, mends, job);
                if (!mended) {
                    return mended.error();
                }
                report.files = std::move(mended->files);
                return Done {};
            });
        },
        [this, mends, brought, isNew = !known](const ImportReport& report) {
            brought->clear();
            for (const FileReport& file : report.files) {
                brought->push_back(file.batch);
            }
            if (isNew && !brought->empty()) {
                noteChange(
                    tr("mending of rows"), [this, brought] { takeOut(*brought, tr("mended rows")); },
                    [this, mends, brought] { startMending(mends, brought); });
            }
            emit imported(report);
        });
}

}  // namespace meitrace

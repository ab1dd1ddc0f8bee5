// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/pipeline/importjob.h"
#include "models/pipeline/originals.h"

#include <functional>
#include <string>
#include <utility>

namespace meitrace {

/// Rows of a batch as they are to be read now.
struct MendedRows {
    OriginalRows rows;
    std::int64_t batch = 0;
};

/// Loads mended rows as a new batch, with the mapping of the file they come from. Rows that are taken now are
/// no longer open in the quarantine; rows still wrong are set aside again. Inside the caller's transaction,
/// who then calls refreshDerived(). Errors  NotFound(batch), those of loading a file
Result<FileReport> loadMended(Workspace& workspace, const MendedRows& mended, Job& job);

/// Work that loads mended rows, in a transaction of its own, and what follows from it.
/// Errors  those of the work; the workspace is then as before
template <typename Report>
Result<Report> inOneTransaction(Workspace& workspace, Job& job, const std::function<Result<Report>()>& work)
{
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    Result<Report> report = work();
    if (!report) {
        return report;
    }
    Status status = transaction->commit();
    if (status) {
        status = refreshDerived(workspace, job);
    }
    return status ? std::move(report) : Result<Report>(status.error());
}

/// Loads a mended quarantine file (as writeQuarantine() makes it) as a new batch, with the mapping of the
/// file its rows come from. Rows that are taken now are no longer open in the quarantine; rows still wrong
/// are set aside again. Errors  UnknownColumn(_batch | _row), NotFound(batch), those of loading a file
Result<FileReport> requeueRows(Workspace& workspace, const std::string& path, Job& job);

}  // namespace meitrace

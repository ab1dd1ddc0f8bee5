// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/derived.h"

#include "models/pipeline/importjob.h"
#include "models/pipeline/projection.h"
#include "models/store/batches.h"
#include "models/store/eventstore.h"

namespace meitrace {

namespace {

Result<bool> isUpToDate(Workspace& workspace)
{
    const Result<std::int64_t> data = workspace.number("data_version");
    const Result<std::int64_t> derived = workspace.number("derived_version");
    if (!data || !derived) {
        return data ? derived.error() : data.error();
    }
    return *data == *derived;
}

/// From now on the newest state is the one to be seen (snapshotplan.cpp).
Status noteDerived(Workspace& workspace)
{
    const Result<std::int64_t> data = workspace.number("data_version");
    const auto newest = workspace.database().queryInteger("SELECT max(part_id) FROM event_part");
    if (!data || !newest) {
        return data ? newest.error() : data.error();
    }
    Status status = workspace.setNumber("derived_part", newest->value_or(0));
    return status ? workspace.setNumber("derived_version", *data) : status;
}

}  // namespace

Status deriveAll(Workspace& workspace, Job& job, bool resolved)
{
    const Result<bool> upToDate = isUpToDate(workspace);
    if (!upToDate || *upToDate) {
        return upToDate ? Status(Done {}) : Status(upToDate.error());
    }
    if (!resolved) {
        if (const Result<ResolutionReport> report = resolveWorkspace(workspace, job); !report) {
            return report.error();
        }
    }
    if (Status status = projectDocuments(workspace, job); !status) {
        return status;
    }
    const auto order = Batches(workspace.database()).order();
    if (!order) {
        return order.error();
    }
    if (Status status = EventStore(workspace.database()).compact(*order, job); !status) {
        return status;
    }
    return noteDerived(workspace);
}

Status refreshDerived(Workspace& workspace, Job& job)
{
    const Result<bool> upToDate = isUpToDate(workspace);
    if (!upToDate || *upToDate) {
        return upToDate ? Status(Done {}) : Status(upToDate.error());
    }
    workspace.database().watch(&job);
    Status status = [&]() -> Status {
        Result<Transaction> transaction = Transaction::begin(workspace.database());
        if (!transaction) {
            return transaction.error();
        }
        Status derived = deriveAll(workspace, job);
        return derived ? transaction->commit() : derived;
    }();
    workspace.database().watch(nullptr);
    return status;
}

}  // namespace meitrace

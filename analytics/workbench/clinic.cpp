// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/clinic.h"

#include "models/pipeline/importjob.h"
#include "models/store/snapshotreader.h"

namespace meitrace {

namespace {

Result<bool> isStale(Workspace& workspace)
{
    const Result<std::int64_t> data = workspace.number("data_version");
    const Result<std::int64_t> derived = workspace.number("derived_version");
    if (!data || !derived) {
        return data ? derived.error() : data.error();
    }
    return *data != *derived;
}

/// Backups are files without a log. Whoever looks at one would keep everybody from writing for as long as the
/// snapshot lives; a writer gives the file its log.
Result<bool> hasLog(Workspace& workspace)
{
    const Result<std::string> mode = workspace.database().queryText("PRAGMA journal_mode");
    return mode ? Result<bool>(*mode == "wal") : Result<bool>(mode.error());
}

}  // namespace

Result<Clinic> Clinic::forReading(const std::string& path, Job& job)
{
    Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Read);
    if (!workspace) {
        // A file of an older version is brought up to date by a writer; then it can be read.
        if (workspace.error().code != ErrorCode::StoreReadOnly) {
            return workspace.error();
        }
        return forWriting(path, job);
    }
    const Result<bool> stale = isStale(*workspace);
    if (!stale) {
        return stale.error();
    }
    if (*stale) {
        return forWriting(path, job);
    }
    const Result<bool> log = hasLog(*workspace);
    if (!log) {
        return log.error();
    }
    if (!*log) {
        Result<Clinic> writer = forWriting(path, job);
        if (writer) {
            return writer;
        }
        // Somebody else has it, or nobody may write there: it can be looked at.
    }
    Clinic clinic;
    clinic.m_workspace = std::make_unique<Workspace>(std::move(*workspace));
    return clinic;
}

Result<Clinic> Clinic::forWriting(const std::string& path, Job& job)
{
    Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Write);
    if (!workspace) {
        return workspace.error();
    }
    if (Status status = refreshDerived(*workspace, job); !status) {
        return status.error();
    }
    Clinic clinic;
    clinic.m_workspace = std::make_unique<Workspace>(std::move(*workspace));
    return clinic;
}

Result<SnapshotPtr> Clinic::snapshot(Job& job)
{
    if (!m_snapshot) {
        Result<SnapshotPtr> snapshot = readSnapshot(*m_workspace, job);
        if (!snapshot) {
            return snapshot.error();
        }
        m_snapshot = std::move(*snapshot);
    }
    return m_snapshot;
}

void Clinic::adopt(const SnapshotPtr& snapshot)
{
    const Result<std::int64_t> data = m_workspace->number("data_version");
    const Result<std::int64_t> map = m_workspace->number("map_version");
    if (snapshot && data && map && *data == snapshot->frame().dataVersion
        && *map == snapshot->frame().mapVersion) {
        m_snapshot = snapshot;
    }
}

}  // namespace meitrace

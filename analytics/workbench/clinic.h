// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/snapshot.h"
#include "models/store/workspace.h"

#include <memory>
#include <string>

namespace meitrace {

/// A workspace opened for work, everything derived up to date.
class Clinic {
public:
    /// For looking only. Takes the lock for a moment where something derived is older than the data.
    /// Errors  as Workspace::open
    static Result<Clinic> forReading(const std::string& path, Job& job);
    static Result<Clinic> forWriting(const std::string& path, Job& job);

    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    /// Built when first asked for.
    Result<SnapshotPtr> snapshot(Job& job);
    /// Uses a snapshot that was read before instead of reading it again, where it is of these very data.
    void adopt(const SnapshotPtr& snapshot);

private:
    std::unique_ptr<Workspace> m_workspace;
    SnapshotPtr m_snapshot;
};

}  // namespace meitrace

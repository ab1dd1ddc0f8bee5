// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/erasure.h"

#include <string>

namespace meitrace {

/// Makes a workspace out of a backup, after checking it. People whom a workspace of the same origin in the
/// folder of the new one or of the backup erased since are erased again: a backup brings nobody back.
/// What fails leaves no workspace.  Returns whom it erased.
/// Errors  Exists(target), those of opening the backup, StoreDamaged, DiskFull, FileUnwritable, Cancelled
Result<ErasedAgain> restoreWorkspace(const std::string& target, const std::string& backup, Job& job);

/// The newest backup beside a workspace that can be opened; empty when there is none. A backup is known by
/// its name: "clinic-backup….meitrace" and "clinic.meitrace.v2.backup" belong to "clinic.meitrace".
std::string lastBackupOf(const std::string& path);
/// A name beside the workspace that is still free: "clinic-restored.meitrace", "clinic-restored-2.meitrace" …
std::string restoredName(const std::string& path);

}  // namespace meitrace

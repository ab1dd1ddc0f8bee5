// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/pipeline/erasure.h"

#include <string>
#include <vector>

namespace meitrace {

/// Number of a customer by the code as it leaves the program; 0 when it is none.
std::uint32_t customerNumber(const std::string& code);

/// Erases a customer for good, or (trial) only counts what would go.
/// Errors  NotFound(customer), as eraseCustomer()
Result<ErasureReport> eraseByCode(Workspace& workspace, const std::string& code, bool trial, Job& job);

/// Other workspace files and backups in the folder of a workspace, by what their bytes say, sorted: they may
/// still hold a person who was erased from this one.
std::vector<std::string> workspacesBeside(const std::string& path);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/store/batches.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// What is in a workspace.
struct Overview {
    Index customers = 0;  ///< known
    Index anonymous = 0;  ///< handles that are only a device
    std::int64_t idents = 0;
    Index events = 0;
    std::vector<std::pair<std::string, Index>> eventsByType;      ///< by code, most first
    std::vector<std::pair<std::string, std::int64_t>> documents;  ///< kind and rows in force
    std::vector<ImportBatch> batches;
    std::int64_t quarantineOpen = 0;
    Day from = 0;
    Day to = 0;
    std::int64_t fileBytes = 0;
    std::int64_t dataVersion = 0;
};

Result<Overview> overviewOf(Clinic& clinic, Job& job);

/// Rows set aside that nobody has mended yet, by batch and line.
Result<std::vector<QuarantineEntry>> openQuarantine(Workspace& workspace);

/// A line of the audit log.
struct AuditLine {
    std::string time;  ///< ISO, in the clinic's zone
    std::string action;
    std::string object;
    std::string detail;
};

Result<std::vector<AuditLine>> auditLog(Workspace& workspace);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/ingest/mapping.h"
#include "models/pipeline/importjob.h"

#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// What the importer would make of a file.
struct FileProposal {
    std::string encoding;
    std::string delimiter;
    std::vector<std::string> header;
    Proposal proposal;
};

/// Looks at a file without loading it. kind: code, empty = find out.
/// Errors  UnknownKind, those of opening a file
Result<FileProposal> proposeForFile(const std::string& path, const std::string& kind);

/// Remembered mappings of a workspace: name and kind.
Result<std::vector<std::pair<std::string, std::string>>> savedPresets(Workspace& workspace);

}  // namespace meitrace

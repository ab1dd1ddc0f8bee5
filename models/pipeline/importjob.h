// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/importfile.h"
#include "models/pipeline/resolution.h"

#include <optional>
#include <string>
#include <vector>

namespace meitrace {

struct ImportRequest {
    std::vector<std::string> files;
    MappingChoice mapping;
    bool dryRun = false;  ///< everything is done and then taken back
    /// Files from this size on are written straight (StraightWriting), and streams of events read once only
    std::int64_t largeFile = 16 << 20;
    std::string savePreset;  ///< remember the mapping of the first file under this name
    /// A file's mapping that somebody looked at, and the name to remember it under (empty: do not).
    struct Given {
        Mapping mapping;
        std::string presetName;
    };
    std::vector<std::optional<Given>> given;  ///< by file; where there is none, `mapping` says how
};

struct ImportReport {
    std::vector<FileReport> files;
    std::int64_t customersBefore = 0;  ///< known customers
    std::int64_t customersAfter = 0;
    std::optional<Error>
        failure;  ///< the file after the listed ones could not be loaded; the listed ones stay
};

/// The whole way for each file: decode, map, clean, store; then who is who and the events of the documents.
/// One transaction per file: what was reported is safe on the disk, a file that fails leaves nothing.
Result<ImportReport> importFiles(Workspace& workspace, const ImportRequest& request, Job& job);

/// Works out everything derived that is older than the data: One-ID and the events of documents. One
/// transaction; does nothing when all is up to date.
Status refreshDerived(Workspace& workspace, Job& job);

/// Takes a batch out: the workspace is as if the file had never been loaded (log and counters apart), in one
/// transaction with all that is derived. Rows of other files that were duplicates of its rows take their
/// places; a version that it superseded, or that superseded only its own, is decided anew.
/// Errors  NotFound(batch), Cancelled …
Status undoImport(Workspace& workspace, std::int64_t batch, Job& job);

/// Known customers as of the One-ID map in force.
Result<std::int64_t> countKnownCustomers(Workspace& workspace);

}  // namespace meitrace

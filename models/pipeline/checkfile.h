// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/importfile.h"

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// What would become of a file's rows, found out without touching the workspace. Whether a row is a duplicate
/// is not asked.
struct FileCheck {
    std::int64_t rows = 0;
    std::array<std::int64_t, 8> fates {};  ///< indexed by RowFate: Ok, Fixed, Quarantined, Skipped
    /// Main time of the rows that would be taken, by the clinic's days; kMissingDay where none has one
    Day from = kMissingDay;
    Day to = kMissingDay;
    struct Example {
        std::int64_t line = 0;
        std::string value;
        std::string suggestion;
    };
    struct Cause {
        std::string field;  ///< empty: the row as a whole
        RowRule rule = RowRule::None;
        RowFate fate
            = RowFate::Fixed;    ///< Quarantined: the row is set aside; Skipped: left out; Fixed: repaired
        std::int64_t cells = 0;  ///< how often
        std::vector<Example> examples;  ///< the first of them
    };
    std::vector<Cause>
        causes;  ///< what is set aside first, then left out, then repaired; the most frequent first
};

/// Reads and cleans a file as an import would, with all threads.
/// Errors  those of reading, Cancelled
Result<FileCheck> checkFile(Workspace& workspace, OpenFile& file, const std::string& path, Job& job);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

struct DemoOptions {
    int persons = 2'000;  ///< 200 to 1,000,000
    int stores = 1;       ///< 1 to 12
    std::uint64_t seed = 1;

    /// "S" 2,000 persons in 1 store, "M" 50,000 in 3, "L" 1,000,000 in 12.  Errors  BadOption(size)
    static Result<DemoOptions> ofSize(std::string_view size, std::uint64_t seed = 1);
};

struct DemoFile {
    std::string path;       ///< whole path
    std::string kind;       ///< code of the kind the importer will find; empty for README and truth
    std::int64_t rows = 0;  ///< data rows as a reader counts them: without the header and blank lines
};

/// In the order in which they should be imported.
struct DemoFiles {
    std::vector<DemoFile> exports;
    std::vector<DemoFile> truth;
};

/// Writes the demo clinic: the files its systems would export, in their layouts and encodings, dirt included,
/// and a subfolder truth/ that only tests read. Folders are made when they do not exist. The same options
/// give the same bytes on every machine. Model, planted truths and columns: docs/methods/demo-clinic.md.
///
/// Cost    M (50,000 persons, 2.5 million rows) a few seconds; memory about 3 KB per person.
/// Errors  BadOption(persons | stores), FileUnwritable, DiskFull, Cancelled
Result<DemoFiles> writeDemoClinic(const std::string& folder, const DemoOptions& options, Job& job);

}  // namespace meitrace

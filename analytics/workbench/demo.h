// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/importjob.h"

#include <cstdint>
#include <string>

namespace meitrace {

struct DemoRequest {
    std::string workspace;
    std::string folder;  ///< for the export files; made when missing
    std::string size = "S";
    std::uint64_t seed = 1;
};

/// Writes the demo clinic's export files and loads them into a new workspace through the ordinary import.
/// Errors  Exists(workspace), BadOption(size), those of writing and importing
Result<ImportReport> makeDemoClinic(const DemoRequest& request, Job& job);

}  // namespace meitrace

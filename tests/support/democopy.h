// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/demo.h"
#include "tests/support/scratch.h"

#include <filesystem>
#include <string>

namespace meitrace::test {

/// Puts the demo clinic of size S into a file that is not there yet, and the export files it was made from
/// into a folder where one is named. The clinic is invented once per program and copied for every test class.
inline Status copyDemoClinic(const std::string& workspace, const std::string& folder = {})
{
    struct Master {
        Scratch scratch;
        Result<ImportReport> made;

        Master()
            : made(Error {})
        {
            Job job(2);
            made = makeDemoClinic(
                {.workspace = scratch.path("clinic.meitrace"), .folder = scratch.path("files")}, job);
        }
    };
    static const Master master;
    if (!master.made) {
        return master.made.error();
    }
    std::error_code problem;
    std::filesystem::copy_file(master.scratch.path("clinic.meitrace"), workspace, problem);
    if (!problem && !folder.empty()) {
        std::filesystem::copy(master.scratch.path("files"), folder, std::filesystem::copy_options::recursive,
                              problem);
    }
    return problem
        ? Status(Error {.code = ErrorCode::FileUnwritable, .subject = workspace, .detail = problem.message()})
        : Status(Done {});
}

}  // namespace meitrace::test

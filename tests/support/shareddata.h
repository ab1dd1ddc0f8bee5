// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace meitrace::test {

/// Folder of the real data sets: MEITRACE_SHARED_DATA, else ../shared/data beside the checkout. Empty when it
/// is not there.
inline std::string sharedData()
{
    const char* named = std::getenv("MEITRACE_SHARED_DATA");
    const std::filesystem::path folder = named != nullptr
        ? std::filesystem::path(named)
        : std::filesystem::path(MEITRACE_SOURCE_DIR) / "../shared/data";
    std::error_code ignored;
    return std::filesystem::is_directory(folder / "expected", ignored) ? folder.string() : std::string();
}

}  // namespace meitrace::test

/// Skips the test function with a clear message when the real data sets are absent.
#define MEITRACE_NEEDS_SHARED_DATA(variable)                                                                 \
    const std::string variable = meitrace::test::sharedData();                                               \
    if (variable.empty()) {                                                                                  \
        QSKIP("the real data sets are not there (set MEITRACE_SHARED_DATA)");                                \
    }

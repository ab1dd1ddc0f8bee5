// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/platform.h"
#include "models/base/result.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <string>

namespace meitrace::test {

/// A temporary folder that goes with the object.
class Scratch {
public:
    Scratch()
        : m_folder(*platform::makeTemporaryFolder())
    {
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    [[nodiscard]] const std::string& folder() const { return m_folder; }
    [[nodiscard]] std::string path(const std::string& name) const { return m_folder + "/" + name; }
    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream file(path(name), std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return path(name);
    }

private:
    std::string m_folder;
};

inline std::string describe(const Error& error)
{
    return "error " + std::to_string(static_cast<int>(error.code)) + " " + error.subject + " " + error.value
        + " line " + std::to_string(error.place.line) + " " + error.detail;
}

}  // namespace meitrace::test

/// Fails with what went wrong where a Result or Status holds an error.
#define MEITRACE_OK(result)                                                                                  \
    do {                                                                                                     \
        const auto& checked_ = (result);                                                                     \
        if (!checked_) {                                                                                     \
            QFAIL(meitrace::test::describe(checked_.error()).c_str());                                       \
        }                                                                                                    \
    } while (false)

/// Fails unless a Result or Status holds an error with this code.
#define MEITRACE_REFUSED(result, expected)                                                                   \
    do {                                                                                                     \
        const auto& refused_ = (result);                                                                     \
        QVERIFY2(!refused_, "nothing was refused");                                                          \
        if (refused_.error().code != (expected)) {                                                           \
            QFAIL(meitrace::test::describe(refused_.error()).c_str());                                       \
        }                                                                                                    \
    } while (false)

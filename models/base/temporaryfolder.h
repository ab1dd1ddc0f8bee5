// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <string>
#include <string_view>

namespace meitrace {

/// A folder for this process only; it goes with the object, and everything in it.
class TemporaryFolder {
public:
    /// None yet
    TemporaryFolder() = default;
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { remove(); }

    /// Errors  FileUnwritable, DiskFull
    static Result<TemporaryFolder> make();

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Of a file in it, whether it is there or not
    [[nodiscard]] std::string path(std::string_view file) const;

private:
    void remove();

    std::string m_path;
};

}  // namespace meitrace

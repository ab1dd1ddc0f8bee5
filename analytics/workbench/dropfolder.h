// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace meitrace {

/// A folder into which other systems put their export files. Only looks: who asks loads what it finds.
class DropFolder {
public:
    explicit DropFolder(std::string path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] const std::string& path() const { return m_path; }

    /// Files that came or changed since they were last handed out, and that were the same at the look before:
    /// what still grows waits. In the order of their names. Hidden files, folders, workspaces and what other
    /// programs write for the time being are left out.
    /// Errors  of the folder: FileMissing, FileUnreadable; BadOption(folder) when it is none
    Result<std::vector<std::string>> look();

    /// Files that the last look found and that are not handed out yet.
    [[nodiscard]] int waiting() const { return m_waiting; }

private:
    struct State {
        std::uintmax_t bytes = 0;
        std::filesystem::file_time_type changed;
        bool handedOut = false;
    };

    std::string m_path;
    std::map<std::string, State> m_files;  ///< by name
    int m_waiting = 0;
};

}  // namespace meitrace

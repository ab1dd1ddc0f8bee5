// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/dropfolder.h"

#include "models/base/badoption.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace meitrace {

namespace {

namespace fs = std::filesystem;

/// Endings of what browsers, copying programs and this program write for the time being.
constexpr std::array<std::string_view, 9> kPassing {
    ".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".meitrace", ".lock", ".swp"};

bool isOfInterest(const fs::path& path)
{
    const std::string name = path.filename().string();
    if (name.starts_with('.') || name.starts_with("~$") || name.find(".meitrace") != std::string::npos) {
        return false;
    }
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return std::find(kPassing.begin(), kPassing.end(), ending) == kPassing.end();
}

}  // namespace

Result<std::vector<std::string>> DropFolder::look()
{
    std::error_code failed;
    const fs::file_status status = fs::status(m_path, failed);
    if (status.type() == fs::file_type::not_found) {
        return Error {.code = ErrorCode::FileMissing, .subject = m_path};
    }
    if (failed) {
        return Error {.code = ErrorCode::FileUnreadable, .subject = m_path};
    }
    if (status.type() != fs::file_type::directory) {
        return badOption("folder", m_path);
    }
    std::map<std::string, State> found;
    std::vector<std::string> ready;
    m_waiting = 0;
    for (fs::directory_iterator entry(m_path, failed); !failed && entry != fs::directory_iterator();
         entry.increment(failed)) {
        std::error_code gone;  // a file may vanish between two questions: it is looked at next time
        if (!isOfInterest(entry->path()) || !entry->is_regular_file(gone) || gone) {
            continue;
        }
        State now;
        now.bytes = entry->file_size(gone);
        now.changed = entry->last_write_time(gone);
        if (gone) {
            continue;
        }
        const std::string name = entry->path().filename().string();
        const auto before = m_files.find(name);
        const bool same = before != m_files.end() && before->second.bytes == now.bytes
            && before->second.changed == now.changed;
        now.handedOut = same;
        if (same && !before->second.handedOut) {
            ready.push_back(entry->path().string());
        }
        m_waiting += same ? 0 : 1;
        found.emplace(name, now);
    }
    if (failed) {
        return Error {.code = ErrorCode::FileUnreadable, .subject = m_path};
    }
    m_files = std::move(found);
    std::sort(ready.begin(), ready.end());
    return ready;
}

}  // namespace meitrace

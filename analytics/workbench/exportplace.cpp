// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/exportplace.h"

#include "models/base/platform.h"
#include "models/base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace meitrace {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDatabaseStart = "SQLite format 3";

Error refusal(const std::string& path, const char* why)
{
    return {.code = ErrorCode::BadOption, .subject = "OUT", .value = shortened(path), .detail = why};
}

fs::path canonical(const std::string& path)
{
    std::error_code problem;
    fs::path clear = fs::weakly_canonical(fs::absolute(path, problem), problem);
    return problem ? fs::path(path) : clear;
}

bool isSame(const std::string& a, const std::string& b)
{
    std::error_code problem;
    return canonical(a) == canonical(b) || (fs::equivalent(a, b, problem) && !problem);
}

/// The workspace itself, or a log or lock that belongs to it.
bool belongsTo(const std::string& path, const std::string& workspace)
{
    static constexpr std::array<const char*, 5> kCompanions {"", "-wal", "-shm", "-journal", ".lock"};
    return std::any_of(kCompanions.begin(), kCompanions.end(),
                       [&](const char* companion) { return isSame(path, workspace + companion); });
}

bool isDatabase(const std::string& path)
{
    Result<platform::FileReader> reader = platform::FileReader::open(path);
    std::array<char, kDatabaseStart.size()> start {};
    const Result<std::int64_t> count = reader
        ? reader->read(start.data(), static_cast<std::int64_t>(start.size()))
        : Result<std::int64_t>(reader.error());
    return count && std::string_view(start.data(), static_cast<std::size_t>(*count)) == kDatabaseStart;
}

bool isProtected(const std::string& path)
{
    std::error_code problem;
    const fs::perms rights = fs::status(path, problem).permissions();
    return !problem && (rights & fs::perms::owner_write) == fs::perms::none;
}

/// Spreadsheets put a file of their own beside the one they have open.
bool isOpenElsewhere(const fs::path& path)
{
    const fs::path folder = path.parent_path();
    const std::string name = path.filename().string();
    const std::array<std::string, 3> locks {".~lock." + name + "#", "~$" + name,
                                            "~$" + (name.size() > 2 ? name.substr(2) : name)};
    std::error_code problem;
    for (const std::string& lock : locks) {
        if (fs::exists(folder / lock, problem)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string manifestPath(const std::string& path)
{
    return path + ".manifest.json";
}

Status checkExportPlace(const std::string& path, const std::string& workspace)
{
    if (path.empty()) {
        return refusal(path, "the name of a file");
    }
    const fs::path place = canonical(path);
    if (platform::pathKind(place.parent_path().string()) != platform::PathKind::Folder) {
        return Error {.code = ErrorCode::FileUnwritable, .subject = path, .value = "folder"};
    }
    for (const std::string& file : {path, manifestPath(path), path + ".part", manifestPath(path) + ".part"}) {
        if (belongsTo(file, workspace)) {
            return refusal(path, "this is the workspace itself");
        }
        switch (platform::pathKind(file)) {
        case platform::PathKind::Missing:
            continue;
        case platform::PathKind::Folder:
            return Error {.code = ErrorCode::FileIsFolder, .subject = file};
        case platform::PathKind::Other:
            return Error {.code = ErrorCode::FileUnwritable, .subject = file};
        case platform::PathKind::File:
            break;
        }
        if (isDatabase(file)) {
            return refusal(path, "a database stands there");
        }
        if (isProtected(file)) {
            return Error {.code = ErrorCode::FileUnwritable, .subject = file, .value = "protected"};
        }
    }
    if (isOpenElsewhere(place)) {
        return Error {.code = ErrorCode::FileUnwritable, .subject = path, .value = "open"};
    }
    return Done {};
}

}  // namespace meitrace

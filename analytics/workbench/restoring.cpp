// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/restoring.h"

#include "analytics/workbench/erasing.h"

#include <filesystem>
#include <set>

namespace meitrace {

namespace {

/// Erases again what the workspaces of these files erased. A file that cannot be opened says nothing.
Result<ErasedAgain> eraseAsIn(const std::set<std::string>& others, const std::string& target, Job& job)
{
    Result<Workspace> restored = Workspace::open(target, Workspace::Access::Write);
    if (!restored) {
        return restored.error();
    }
    ErasedAgain sum;
    for (const std::string& path : others) {
        Result<Workspace> other = Workspace::open(path, Workspace::Access::Read);
        if (!other) {
            continue;
        }
        Result<ErasedAgain> again = eraseAgain(*restored, *other, job);
        if (!again) {
            return again;
        }
        sum.people += again->people;
        sum.rows += again->rows;
    }
    return sum;
}

}  // namespace

Result<ErasedAgain> restoreWorkspace(const std::string& target, const std::string& backup, Job& job)
{
    if (platform::pathKind(target) != platform::PathKind::Missing) {
        return Error {.code = ErrorCode::Exists, .subject = target};
    }
    {
        // A backup stands alone: nothing beside it is believed.
        Result<Workspace> source = Workspace::open(backup, Workspace::Access::Read);
        if (!source) {
            return source.error();
        }
        if (Status status = source->verify(job); !status) {
            return status.error();
        }
        if (Status status = source->backup(target, job); !status) {
            return status.error();
        }
    }
    namespace fs = std::filesystem;
    std::set<std::string> others;
    for (const std::string& place : {target, backup}) {
        for (const std::string& path : workspacesBeside(place)) {
            std::error_code ignored;
            if (!fs::equivalent(path, target, ignored) && !fs::equivalent(path, backup, ignored)) {
                others.insert(path);
            }
        }
    }
    Result<ErasedAgain> again = others.empty() ? ErasedAgain {} : eraseAsIn(others, target, job);
    if (!again) {
        removeWithCompanions(target);
    }
    return again;
}

std::string lastBackupOf(const std::string& path)
{
    namespace fs = std::filesystem;
    const fs::path own(path);
    const std::string file = own.filename().string();
    const std::string stem = own.stem().string();
    std::string newest;
    fs::file_time_type newestTime = fs::file_time_type::min();
    std::error_code failed;
    const fs::path folder = own.parent_path().empty() ? fs::path(".") : own.parent_path();
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        const auto begins = [&](const std::string& with) { return name.compare(0, with.size(), with) == 0; };
        const bool isBackup = (begins(stem + "-backup") && entry.path().extension() == own.extension())
            || (begins(file + ".v") && entry.path().extension() == ".backup");
        std::error_code ignored;
        const fs::file_time_type written = entry.last_write_time(ignored);
        if (isBackup && !ignored && written > newestTime
            && Workspace::open(entry.path().string(), Workspace::Access::Read)) {
            newest = entry.path().string();
            newestTime = written;
        }
    }
    return newest;
}

std::string restoredName(const std::string& path)
{
    const std::filesystem::path own(path);
    const std::string base = (own.parent_path() / own.stem()).string() + "-restored";
    std::string name = base + own.extension().string();
    for (int number = 2; platform::pathKind(name) != platform::PathKind::Missing; ++number) {
        name = base + "-" + std::to_string(number) + own.extension().string();
    }
    return name;
}

}  // namespace meitrace

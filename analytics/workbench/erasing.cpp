// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/erasing.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace meitrace {

namespace {

constexpr std::size_t kHeaderBytes = 100;  // of an SQLite file
constexpr std::size_t kApplicationAt = 68;

/// The first bytes of a file; shorter when the file is.
std::string headOf(const std::string& path)
{
    std::string head(kHeaderBytes, '\0');
    Result<platform::FileReader> reader = platform::FileReader::open(path);
    const Result<std::int64_t> got = reader ? reader->read(head.data(), kHeaderBytes) : std::int64_t {0};
    head.resize(got ? static_cast<std::size_t>(*got) : 0);
    return head;
}

}  // namespace

std::uint32_t customerNumber(const std::string& code)
{
    std::uint32_t number = 0;
    const char* end = code.data() + code.size();
    const bool read
        = code.size() > 1 && code[0] == 'C' && std::from_chars(code.data() + 1, end, number).ptr == end;
    return read ? number : 0;
}

Result<ErasureReport> eraseByCode(Workspace& workspace, const std::string& code, bool trial, Job& job)
{
    Result<ErasureReport> report = eraseCustomer(workspace, customerNumber(code), trial, job);
    if (!report && report.error().code == ErrorCode::NotFound) {
        return Error {.code = ErrorCode::NotFound, .subject = "customer", .value = code.substr(0, 40)};
    }
    return report;
}

std::vector<std::string> workspacesBeside(const std::string& path)
{
    namespace fs = std::filesystem;
    std::vector<std::string> found;
    const std::string own = headOf(path);
    if (own.size() < kHeaderBytes) {
        return found;
    }
    const fs::path parent = fs::path(path).parent_path();
    std::error_code failed;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(parent.empty() ? fs::path(".") : parent, failed)) {
        std::error_code ignored;
        if (!entry.is_regular_file(ignored) || fs::equivalent(entry.path(), path, ignored)) {
            continue;
        }
        const std::string head = headOf(entry.path().string());
        if (head.size() == kHeaderBytes && head.compare(0, 16, own, 0, 16) == 0
            && head.compare(kApplicationAt, 4, own, kApplicationAt, 4) == 0) {
            found.push_back(entry.path().string());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// After an erasure: nothing may be left in free pages, in the log, or in the gaps inside pages.
#include "models/base/platform.h"
#include "models/pipeline/erasure.h"

#include <algorithm>

namespace meitrace {

namespace {

/// How often a text stands in the file's bytes.
Result<std::int64_t> countInFile(const std::string& path, const std::vector<std::string>& texts)
{
    constexpr std::size_t kPiece = std::size_t {4} << 20;
    constexpr std::size_t kOverlap = 256;
    Result<platform::FileReader> reader = platform::FileReader::open(path);
    if (!reader) {
        return reader.error();
    }
    std::int64_t found = 0;
    std::string piece;
    std::size_t kept = 0;
    while (true) {
        piece.resize(kept + kPiece);
        const Result<std::int64_t> got = reader->read(piece.data() + kept, static_cast<std::int64_t>(kPiece));
        if (!got) {
            return got.error();
        }
        piece.resize(kept + static_cast<std::size_t>(*got));
        for (const std::string& text : texts) {
            // What ends inside the part that was looked at before was counted then.
            for (std::size_t at = piece.find(text); at != std::string::npos; at = piece.find(text, at + 1)) {
                found += at + text.size() > kept ? 1 : 0;
            }
        }
        if (*got == 0) {
            return found;
        }
        const std::size_t rest = std::min(kOverlap, piece.size());
        piece.erase(0, piece.size() - rest);
        kept = rest;
    }
}

}  // namespace

Result<bool> clearTraces(Workspace& workspace)
{
    for (int round = 0; round < 2; ++round) {
        Status status = workspace.checkpoint();
        if (status && round == 0) {
            status = workspace.database().execute("PRAGMA incremental_vacuum");
        }
        if (!status) {
            return status.error();
        }
    }
    return !workspace.vfs().empty() || platform::fileSize(workspace.path() + "-wal") <= 0;
}

Status proveErasure(Workspace& workspace, const std::vector<std::string>& texts, ErasureReport& report)
{
    const Result<bool> cleared = clearTraces(workspace);
    if (!cleared) {
        return cleared.error();
    }
    report.logCleared = *cleared;
    if (!workspace.vfs().empty()) {
        return Done {};
    }
    Result<std::int64_t> left = countInFile(workspace.path(), texts);
    if (left && *left > 0) {
        Status status = workspace.database().execute("VACUUM");
        const Result<bool> again = status ? clearTraces(workspace) : Result<bool>(status.error());
        if (!again) {
            return again.error();
        }
        left = countInFile(workspace.path(), texts);
    }
    if (!left) {
        return left.error();
    }
    report.remains = *left;
    return Done {};
}

}  // namespace meitrace

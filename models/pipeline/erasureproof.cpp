// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// After an erasure: nothing may be left in free pages, in the log, or in the gaps inside pages.
#include "models/pipeline/erasure.h"

#include <algorithm>

namespace meitrace {

namespace {

/// How often the texts stand in the bytes of the file.
Result<std::int64_t> countInFile(Database& database, const std::vector<std::string>& texts)
{
    constexpr std::int64_t kPiece = std::int64_t {4} << 20;
    constexpr std::size_t kOverlap = 256;
    const Result<std::int64_t> size = database.sizeOf(Database::Part::File);
    if (!size) {
        return size.error();
    }
    std::int64_t found = 0;
    std::string piece;
    for (std::int64_t offset = 0; offset < *size; offset += kPiece) {
        const std::size_t kept = piece.size();
        const std::int64_t count = std::min(kPiece, *size - offset);
        piece.resize(kept + static_cast<std::size_t>(count));
        if (Status status
            = database.read(Database::Part::File, offset, piece.data() + kept, static_cast<int>(count));
            !status) {
            return status.error();
        }
        for (const std::string& text : texts) {
            // What ends inside the part that was looked at before was counted then.
            for (std::size_t at = piece.find(text); at != std::string::npos; at = piece.find(text, at + 1)) {
                found += at + text.size() > kept ? 1 : 0;
            }
        }
        piece.erase(0, piece.size() - std::min(kOverlap, piece.size()));
    }
    return found;
}

/// False when somebody who reads keeps the log from being emptied.
Result<bool> emptyLog(Workspace& workspace)
{
    Status status = workspace.checkpoint();
    if (status) {
        status = workspace.database().syncLog();
    }
    const Result<std::int64_t> size = workspace.database().sizeOf(Database::Part::Log);
    if (!status || !size) {
        return status ? size.error() : status.error();
    }
    return *size == 0;
}

/// Free pages given back and an empty log; false as above.
Result<bool> emptyFile(Workspace& workspace)
{
    Result<bool> cleared = emptyLog(workspace);
    if (!cleared || !*cleared) {
        return cleared;
    }
    Status status = workspace.database().execute("PRAGMA incremental_vacuum");
    return status ? emptyLog(workspace) : Result<bool>(status.error());
}

}  // namespace

Result<bool> clearTraces(Workspace& workspace)
{
    Result<bool> cleared = emptyFile(workspace);
    if (!cleared || !*cleared) {
        return cleared;
    }
    // The flag goes last: an interruption before it lets the next opening do all this.
    Status status = workspace.setNumber(kTracesLeft, 0);
    return status ? emptyLog(workspace) : Result<bool>(status.error());
}

Status proveErasure(Workspace& workspace, const std::vector<std::string>& texts, ErasureReport& report)
{
    const Result<bool> emptied = emptyFile(workspace);
    if (!emptied) {
        return emptied.error();
    }
    Database& database = workspace.database();
    Result<std::int64_t> left = countInFile(database, texts);
    if (left && *left > 0) {
        Status status = database.execute("VACUUM");
        const Result<bool> again = status ? emptyFile(workspace) : Result<bool>(status.error());
        if (!again) {
            return again.error();
        }
        left = countInFile(database, texts);
    }
    const Result<bool> cleared = left ? clearTraces(workspace) : Result<bool>(left.error());
    if (!cleared) {
        return cleared.error();
    }
    report.logCleared = *cleared;
    report.remains = *left;
    return Done {};
}

}  // namespace meitrace

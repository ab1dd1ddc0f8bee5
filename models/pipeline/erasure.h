// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/pipeline/personrows.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace meitrace {

/// What an erasure took out, or would take out.
struct ErasureReport {
    std::uint32_t customer = 0;
    std::int64_t number = 0;  ///< of the erasure; 0 in a trial
    std::int64_t handles = 0;
    std::int64_t keys = 0;  ///< names, numbers, ids
    std::int64_t attributes = 0;
    Index events = 0;                               ///< of the stream and projected ones
    std::map<std::string, std::int64_t> documents;  ///< versions per table
    std::map<std::int64_t, std::int64_t> rows;      ///< per batch: rows of the file that are erased
    std::int64_t mentions = 0;     ///< rows of others in which one of her numbers was blanked
    std::int64_t quarantined = 0;  ///< of the rows: set aside before
    std::int64_t audiences = 0;    ///< frozen audiences she was in
    bool logCleared = true;        ///< nothing of the old state is left in the write-ahead log
    std::int64_t remains = 0;      ///< places of the file's bytes that still hold one of her own numbers

    [[nodiscard]] std::int64_t rowCount() const;
};

/// Handles of a customer, ascending.  Errors  NotFound(customer)
Result<std::vector<std::uint32_t>> handlesOf(Workspace& workspace, std::uint32_t customer);

/// By what the person with these handles is recognised in the text of files.
Result<PersonTraces> tracesOf(Workspace& workspace, const std::vector<std::uint32_t>& idents);

/// Erases a customer on request, in one transaction with everything derived: identifiers, attributes,
/// consents and all other documents, events, decisions, membership of audiences, rows of the kept originals
/// and of the quarantine. Her rows get the fate Erased, hashes of her keys stay so that a later import leaves
/// her out. Afterwards the freed pages and the log hold nothing of it. Cannot be taken back.
/// trial: everything is done and then taken back.
/// Errors  NotFound(customer), Cancelled …
Result<ErasureReport> eraseCustomer(Workspace& workspace, std::uint32_t customer, bool trial, Job& job);

/// Leaves the people erased earlier out of a file that was just loaded, inside the transaction that loaded
/// it: their rows are erased, the report says how many. Cost    nothing while nobody was erased; else a look
/// at the keys the file brought
Status leaveErasedOut(Workspace& workspace, FileReport& report, Job& job);

struct ErasedAgain {
    std::int64_t people = 0;
    std::int64_t rows = 0;  ///< of their files
};

/// Erases from a workspace that was restored from a backup whom another workspace of the same origin erased
/// since, in one transaction with everything derived, and remembers them: a restored backup brings nobody
/// back. A workspace that shares no loaded file is of another origin: nothing is done. Cost    a look at
/// every key, and at the kept originals where somebody was erased
Result<ErasedAgain> eraseAgain(Workspace& restored, Workspace& other, Job& job);

/// Proves that nothing is left of these texts in the workspace's bytes, and makes it so where the gaps inside
/// pages still hold something. Fills logCleared and remains.
/// Cost    reads the file once
Status proveErasure(Workspace& workspace, const std::vector<std::string>& texts, ErasureReport& report);

/// After a transaction that took personal data out: the log is emptied into the file, free pages are given
/// back, kTracesLeft is taken down.  Returns false when somebody who reads keeps the log from being emptied.
Result<bool> clearTraces(Workspace& workspace);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/importjob.h"

#include "models/base/platform.h"
#include "models/pipeline/derived.h"
#include "models/pipeline/erasure.h"
#include "models/pipeline/presets.h"
#include "models/store/diary.h"
#include "models/store/straightwriting.h"
#include "models/store/tombstones.h"

#include <functional>

namespace meitrace {

namespace {

/// The data changed: what was derived from it is out of date until refreshed.
Status noteChange(Workspace& workspace)
{
    const Result<std::int64_t> version = workspace.increment("data_version");
    return version ? Status(Done {}) : Status(version.error());
}

Result<FileReport> reportLoaded(Workspace& workspace, const std::string& path, std::int64_t number)
{
    const Result<ImportBatch> batch = Batches(workspace.database()).find(number);
    if (!batch) {
        return batch.error();
    }
    FileReport report;
    report.file = path;
    report.kind = kindById(batch->kind) != nullptr ? std::string(kindById(batch->kind)->code) : std::string();
    report.encoding = batch->encoding;
    report.delimiter = batch->delimiter;
    report.rowsRead = batch->rowsRead;
    report.fates[static_cast<std::size_t>(RowFate::Duplicate)] = batch->rowsRead;
    report.batch = number;
    report.alreadyLoaded = true;
    return report;
}

/// Whether the file must be read to its end before it is loaded: to know whether it was loaded before, and
/// because versions of documents are ordered by the content of their files.
Result<bool> needsHashFirst(Workspace& workspace, const OpenFile& file)
{
    const SourceShape& shape = file.source->shape();
    if (!shape.contentHash.empty()) {
        return false;
    }
    return file.mapping.kind->target != KindTarget::Stream
        ? Result<bool>(true)
        : Batches(workspace.database()).hasSize(shape.fileBytes);
}

/// nullptr where nobody looked at the mapping of this file
const ImportRequest::Given* givenFor(const ImportRequest& request, std::size_t at)
{
    return at < request.given.size() && request.given[at] ? &*request.given[at] : nullptr;
}

Result<OpenFile> openForImport(Workspace& workspace, const ImportRequest& request, std::size_t at,
                               bool readOnce)
{
    const std::string& path = request.files[at];
    MappingChoice choice = request.mapping;
    if (const ImportRequest::Given* given = givenFor(request, at)) {
        choice.given = given->mapping;
    }
    const MappingChoice careful = choice;
    choice.readOnceFrom = readOnce ? request.largeFile : choice.readOnceFrom;
    Result<OpenFile> file = openWithMapping(workspace, path, choice);
    if (!file || !readOnce) {
        return file;
    }
    const Result<bool> hashFirst = needsHashFirst(workspace, *file);
    if (!hashFirst) {
        return hashFirst.error();
    }
    return *hashFirst ? openWithMapping(workspace, path, careful) : std::move(file);
}

/// Writes into the diary how many customers there were and are.
Status noteCustomers(Workspace& workspace, std::int64_t entry, std::int64_t before)
{
    const Result<std::int64_t> after = countKnownCustomers(workspace);
    return after ? Diary(workspace.database()).setCustomers(entry, before, *after) : Status(after.error());
}

/// Keeps the mapping for the next file of this shape where that was asked for. A name that somebody typed
/// stands for one preset; one that comes from the file's name makes way for another.
Status remember(Workspace& workspace, const OpenFile& file, const ImportRequest& request, std::size_t at)
{
    const ImportRequest::Given* given = givenFor(request, at);
    const std::string wanted = given != nullptr ? given->presetName
        : at == 0                               ? request.savePreset
                                                : std::string();
    if (wanted.empty()) {
        return Done {};
    }
    Presets presets(workspace.database());
    const std::string signature = headerSignature(file.source->shape().header);
    const Result<std::string> name
        = given != nullptr ? presets.freeName(wanted, signature) : Result<std::string>(wanted);
    return name ? presets.save(*name, signature, file.mapping, platform::now()) : Status(name.error());
}

/// Loads an opened file with everything that belongs to it, inside a transaction.
Result<FileReport> loadInside(Workspace& workspace, const ImportRequest& request, std::size_t at,
                              OpenFile& file, Job& job)
{
    const bool last = at + 1 == request.files.size();
    const Result<std::int64_t> before = countKnownCustomers(workspace);
    if (!before) {
        return before.error();
    }
    Tombstones tombstones(workspace);
    if (Status status = tombstones.load(); !status) {
        return status.error();
    }
    std::function<Status()> resolve;
    bool resolved = false;
    if (last && tombstones.isEmpty()) {
        resolve = [&]() -> Status {
            const Result<ResolutionReport> done = resolveWorkspace(workspace, job);
            resolved = static_cast<bool>(done);
            return done ? Status(Done {}) : Status(done.error());
        };
    }
    Result<FileReport> report = loadFile(workspace, file, request.files[at], job, resolve);
    Status status = report ? noteChange(workspace) : Status(report.error());
    if (status) {
        status = leaveErasedOut(workspace, *report, job);
    }
    status = status ? remember(workspace, file, request, at) : status;
    if (status) {
        status = workspace.audit("import", "batch " + std::to_string(report->batch),
                                 report->kind + ", rows " + std::to_string(report->rowsRead));
    }
    if (status && last) {
        status = deriveAll(workspace, job, resolved);
    }
    if (status && last) {
        status = noteCustomers(workspace, report->diaryEntry, *before);
    }
    return status ? std::move(report) : Result<FileReport>(status.error());
}

/// readOnce: a large file may be read without having been looked through before.
Result<FileReport> importOne(Workspace& workspace, const ImportRequest& request, std::size_t at,
                             bool readOnce, Job& job)
{
    const std::string& path = request.files[at];
    Result<OpenFile> file = openForImport(workspace, request, at, readOnce);
    if (!file) {
        return file.error();
    }
    const Result<std::int64_t> same
        = Batches(workspace.database()).byContent(file->source->shape().contentHash, file->mapping.kind->id);
    if (!same) {
        return same.error();
    }
    if (*same != 0) {
        return reportLoaded(workspace, path, *same);
    }
    const StraightWriting straight(workspace.database(),
                                   file->source->shape().fileBytes >= request.largeFile);
    workspace.database().watch(&job);
    const auto unwatch = [&] { workspace.database().watch(nullptr); };
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        unwatch();
        return transaction.error();
    }
    Result<FileReport> report = loadInside(workspace, request, at, *file, job);
    unwatch();
    if (!report) {
        return report;
    }
    if (request.dryRun) {
        report->batch = 0;
        return report;
    }
    if (job.stopped()) {
        return Error {.code = ErrorCode::Cancelled};
    }
    if (Status status = transaction->commit(); !status) {
        return status.error();
    }
    if (report->fates[static_cast<std::size_t>(RowFate::Erased)] > 0) {
        // What the file said of them was in the log for a moment. What cannot be cleared now is cleared at
        // the next opening; the file is loaded even so.
        static_cast<void>(static_cast<bool>(clearTraces(workspace)));
    }
    return report;
}

}  // namespace

Result<ImportReport> importFiles(Workspace& workspace, const ImportRequest& request, Job& job)
{
    if (request.files.empty()) {
        return Error {.code = ErrorCode::BadOption, .subject = "files"};
    }
    ImportReport report;
    const Result<std::int64_t> before = countKnownCustomers(workspace);
    if (!before) {
        return before.error();
    }
    report.customersBefore = *before;
    report.customersAfter = *before;
    for (std::size_t at = 0; at < request.files.size(); ++at) {
        Result<FileReport> file = importOne(workspace, request, at, true, job);
        if (!file && file.error().code == ErrorCode::EncodingDoubtful) {
            file = importOne(workspace, request, at, false, job);
        }
        if (!file) {
            report.failure = file.error();
            break;
        }
        report.files.push_back(std::move(*file));
    }
    if (!request.dryRun) {
        // Also after a failure: the files loaded before it have to be seen. Never cancelled half-way.
        Job calm(job.threads());
        const Status refreshed = refreshDerived(workspace, calm);
        const Result<std::int64_t> after = countKnownCustomers(workspace);
        report.customersAfter = after ? *after : report.customersBefore;
        // What the report lists is safe on the disk even so: it must not get lost.
        if (!report.failure && !(refreshed && after)) {
            report.failure = refreshed ? after.error() : refreshed.error();
        }
    }
    return report;
}

Result<std::int64_t> countKnownCustomers(Workspace& workspace)
{
    return workspace.number("known_customers");
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/importjob.h"

#include "models/base/platform.h"
#include "models/pipeline/presets.h"
#include "models/pipeline/projection.h"
#include "models/store/eventstore.h"

#include <filesystem>

namespace meitrace {

namespace {

/// The data changed: what was derived from it is out of date until refreshed.
Status noteChange(Workspace& workspace)
{
    const Result<std::int64_t> version = workspace.increment("data_version");
    return version ? Status(Done {}) : Status(version.error());
}

Status derive(Workspace& workspace, Job& job)
{
    const Result<std::int64_t> data = workspace.number("data_version");
    const Result<std::int64_t> derived = workspace.number("derived_version");
    if (!data || !derived) {
        return data ? derived.error() : data.error();
    }
    if (*data == *derived) {
        return Done {};
    }
    if (const Result<ResolutionReport> report = resolveWorkspace(workspace, job); !report) {
        return report.error();
    }
    if (Status status = projectDocuments(workspace, job); !status) {
        return status;
    }
    Batches batches(workspace.database());
    const auto order = batches.order();
    if (!order) {
        return order.error();
    }
    if (Status status = EventStore(workspace.database()).compact(*order, job); !status) {
        return status;
    }
    return workspace.setNumber("derived_version", *data);
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

Result<FileReport> importOne(Workspace& workspace, const ImportRequest& request, std::size_t at, Job& job)
{
    const std::string& path = request.files[at];
    Result<OpenFile> file = openWithMapping(workspace, path, request.mapping);
    if (!file) {
        return file.error();
    }
    const Result<std::int64_t> same
        = Batches(workspace.database()).byContent(file->source->shape().contentHash);
    if (!same) {
        return same.error();
    }
    if (*same != 0) {
        return reportLoaded(workspace, path, *same);
    }
    workspace.database().watch(&job);
    const auto unwatch = [&] { workspace.database().watch(nullptr); };
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        unwatch();
        return transaction.error();
    }
    Result<FileReport> report = loadFile(workspace, *file, path, nullptr, job);
    Status status = report ? noteChange(workspace) : Status(report.error());
    if (status && at == 0 && !request.savePreset.empty()) {
        Mapping mapping = file->mapping;
        status = Presets(workspace.database())
                     .save(request.savePreset, headerSignature(file->source->shape().header), mapping,
                           platform::now());
    }
    if (status) {
        status = workspace.audit("import", "batch " + std::to_string(report->batch),
                                 report->kind + ", rows " + std::to_string(report->rowsRead));
    }
    if (status && at + 1 == request.files.size()) {
        status = derive(workspace, job);
    }
    unwatch();
    if (!status) {
        return status.error();
    }
    if (request.dryRun) {
        report->batch = 0;
        return report;
    }
    if (job.stopped()) {
        return Error {.code = ErrorCode::Cancelled};
    }
    if (status = transaction->commit(); !status) {
        return status.error();
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
        Result<FileReport> file = importOne(workspace, request, at, job);
        if (!file) {
            report.failure = file.error();
            break;
        }
        report.files.push_back(std::move(*file));
    }
    if (!request.dryRun) {
        // Also after a failure: the files loaded before it have to be seen. Never cancelled half-way.
        Job calm(job.threads());
        if (Status status = refreshDerived(workspace, calm); !status) {
            return status.error();
        }
        const Result<std::int64_t> after = countKnownCustomers(workspace);
        if (!after) {
            return after.error();
        }
        report.customersAfter = *after;
    }
    return report;
}

Status refreshDerived(Workspace& workspace, Job& job)
{
    const Result<std::int64_t> data = workspace.number("data_version");
    const Result<std::int64_t> derived = workspace.number("derived_version");
    if (!data || !derived) {
        return data ? derived.error() : data.error();
    }
    if (*data == *derived) {
        return Done {};
    }
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    Status status = derive(workspace, job);
    return status ? transaction->commit() : status;
}

Result<std::int64_t> countKnownCustomers(Workspace& workspace)
{
    const auto count = workspace.database().queryInteger(
        "SELECT count(DISTINCT customer) FROM ident_customer WHERE ident_id IN "
        "(SELECT ident_id FROM ident_key WHERE key_type <> 14)");
    return count ? Result<std::int64_t>(count->value_or(0)) : Result<std::int64_t>(count.error());
}

}  // namespace meitrace

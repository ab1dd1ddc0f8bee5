// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a batch out again.
#include "models/pipeline/importjob.h"
#include "models/pipeline/originals.h"
#include "models/store/documents.h"
#include "models/store/eventstore.h"
#include "models/store/identities.h"

#include <filesystem>
#include <map>

namespace meitrace {

namespace {

/// Versions that came back into force: their files' accounts say so again.
Status markRestored(Batches& batches, const std::vector<std::pair<std::int64_t, std::int64_t>>& rows)
{
    std::map<std::int64_t, std::vector<std::int64_t>> byBatch;
    for (const auto& [batch, row] : rows) {
        byBatch[batch].push_back(row);
    }
    for (const auto& [number, mine] : byBatch) {
        Result<ImportBatch> batch = batches.find(number);
        if (!batch) {
            return batch.error();
        }
        for (const std::int64_t row : mine) {
            batch->fates.restore(row);
        }
        if (Status status = batches.saveFates(number, batch->fates); !status) {
            return status;
        }
    }
    return Done {};
}

/// Rows of a later batch that were left out as duplicates get another look: what they repeated may be gone.
Status reconsider(Workspace& workspace, const ImportBatch& batch, Job& job)
{
    Reload reload;
    reload.batch = batch.id;
    reload.fates = batch.fates;
    for (std::int64_t row = 0; row < batch.fates.rows(); ++row) {
        if (batch.fates.at(row) == RowFate::Duplicate) {
            reload.rowNumbers.push_back(row);
        }
    }
    if (reload.rowNumbers.empty()) {
        return Done {};
    }
    const Result<OriginalRows> rows = originalRows(workspace, batch, reload.rowNumbers);
    if (!rows) {
        return rows.error();
    }
    reload.rowNumbers.clear();
    for (const OriginalRows::Row& row : rows->rows) {
        reload.rowNumbers.push_back(row.number);
    }
    const Result<std::string> path = writeTemporaryRows(*rows);
    if (!path) {
        return path.error();
    }
    const auto load = [&]() -> Status {
        Result<Mapping> mapping = mappingFromJson(batch.mapping, batch.fileName);
        if (!mapping) {
            return mapping.error();
        }
        OpenFile file;
        file.mapping = std::move(*mapping);
        ReadOptions options;
        options.encoding = "utf-8";
        options.delimiter = ',';
        Result<std::unique_ptr<RowSource>> source = openRowSource(*path, options);
        if (!source) {
            return source.error();
        }
        file.source = std::move(*source);
        const Result<FileReport> report = loadFile(workspace, file, *path, &reload, job);
        return report ? Status(Done {}) : Status(report.error());
    };
    Status status = load();
    std::error_code ignored;
    std::filesystem::remove_all(std::filesystem::path(*path).parent_path(), ignored);
    return status;
}

Status removeRows(Workspace& workspace, const ImportBatch& batch, Job& job)
{
    Database& database = workspace.database();
    Batches batches(database);
    const KindSpec* kind = kindById(batch.kind);
    if (kind == nullptr) {
        return Error {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "kind of a batch"};
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> restored;
    Status status = kind->target == KindTarget::Documents
        ? Documents(database, *kind).removeBatch(batch.id, restored)
        : EventStore(database).removeBatch(static_cast<std::uint32_t>(batch.id), job);
    if (status) {
        status = markRestored(batches, restored);
    }
    if (status) {
        // Projected events name the batch too; they are rebuilt when the rest is done.
        status = EventStore(database).dropParts(true);
    }
    if (status) {
        status = Identities(database).removeBatch(batch.id);
    }
    return status ? batches.remove(batch.id) : status;
}

}  // namespace

Status undoImport(Workspace& workspace, std::int64_t number, Job& job)
{
    Batches batches(workspace.database());
    const Result<ImportBatch> batch = batches.find(number);
    if (!batch) {
        return batch.error();
    }
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    Status status = removeRows(workspace, *batch, job);
    const Result<std::vector<ImportBatch>> all = batches.all();
    if (status && !all) {
        status = all.error();
    }
    for (std::size_t i = 0; status && i < all->size(); ++i) {
        const ImportBatch& other = (*all)[i];
        if (other.kind == batch->kind && other.id > number) {
            status = reconsider(workspace, other, job);
        }
    }
    if (status) {
        const Result<std::int64_t> version = workspace.increment("data_version");
        status = version ? Status(Done {}) : Status(version.error());
    }
    if (status) {
        status = workspace.audit("undo-import", "batch " + std::to_string(number), "");
    }
    if (!status) {
        return status;
    }
    if (status = transaction->commit(); !status) {
        return status;
    }
    return refreshDerived(workspace, job);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a batch out again. Rows of later files that were left out as duplicates are read once more from the
// kept originals, and everything its rows had a part in is decided anew: as if the batch had never been
// there.
#include "models/pipeline/derived.h"
#include "models/pipeline/documentsink.h"
#include "models/pipeline/importjob.h"
#include "models/pipeline/loaddiary.h"
#include "models/pipeline/originals.h"
#include "models/pipeline/rowpump.h"
#include "models/pipeline/streamsink.h"
#include "models/pipeline/takeout.h"
#include "models/store/documentfates.h"

#include <algorithm>

namespace meitrace {

namespace {

/// Leaves only the rows with these numbers (ascending) among the kept ones of a block.
void keepOnly(CleanBlock& block, const std::vector<std::int64_t>& numbers,
              const std::vector<std::int64_t>& wanted)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < block.kept.size(); ++i) {
        const std::int64_t row = block.rows.firstRow + block.kept[i];
        const std::int64_t number = numbers.empty() ? row : numbers[static_cast<std::size_t>(row)];
        if (std::binary_search(wanted.begin(), wanted.end(), number)) {
            places.push_back(i);
        }
    }
    keepPlaces(block.kept, places);
    keepPlaces(block.content, places);
    for (FieldValues& values : block.fields) {
        values.keep(places);
    }
}

class Undo {
public:
    Undo(Workspace& workspace, const ImportBatch& batch, const KindSpec& kind, Handles handles, Job& job)
        : m_workspace(workspace)
        , m_database(workspace.database())
        , m_batches(workspace.database())
        , m_batch(batch)
        , m_kind(kind)
        , m_handles(handles)
        , m_job(job)
    {
    }

    Status run()
    {
        Status status = removeRows();
        const Result<std::vector<std::int64_t>> all = m_batches.numbers();
        if (status && !all) {
            status = all.error();
        }
        for (std::size_t i = 0; status && i < all->size(); ++i) {
            if ((*all)[i] > m_batch.id) {
                status = reconsider((*all)[i]);
            }
        }
        return status && isDocuments() ? settleWithFates(m_database, m_kind, m_keys, m_batch.id) : status;
    }

private:
    [[nodiscard]] bool isDocuments() const { return m_kind.target == KindTarget::Documents; }

    Status removeRows()
    {
        if (isDocuments()) {
            Result<std::vector<std::uint64_t>> keys = Documents(m_database, m_kind).removeBatch(m_batch.id);
            if (!keys) {
                return keys.error();
            }
            m_keys = std::move(*keys);
        } else if (Status status
                   = EventStore(m_database).removeBatch(static_cast<std::uint32_t>(m_batch.id), m_job);
                   !status) {
            return status;
        }
        Identities identities(m_database);
        Status status = m_handles == Handles::Stay ? identities.removeKeys(m_batch.id)
                                                   : identities.removeBatch(m_batch.id);
        return status ? m_batches.remove(m_batch.id) : status;
    }

    /// Duplicates of a later batch get another look: what they repeated may be gone.
    Status reconsider(std::int64_t number)
    {
        Result<ImportBatch> later = m_batches.find(number);
        if (!later) {
            return later.error();
        }
        std::vector<std::int64_t> wanted;
        for (std::int64_t row = 0; later->kind == m_batch.kind && row < later->fates.rows(); ++row) {
            if (later->fates.at(row) == RowFate::Duplicate) {
                wanted.push_back(row);
            }
        }
        if (wanted.empty() || (isDocuments() && m_keys.empty())) {
            return Done {};
        }
        Result<std::optional<KeptFile>> kept = openKept(m_workspace, *later);
        if (!kept) {
            return kept.error();
        }
        if (!kept->has_value()) {
            return Error {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "kept original"};
        }
        return reread(**kept, *later, wanted);
    }

    Status reread(KeptFile& kept, ImportBatch& later, const std::vector<std::int64_t>& wanted)
    {
        const std::vector<std::string>& header = kept.file.source->shape().header;
        // Cleaned as of the day of its import, so that nothing changes that has no reason to.
        const Result<std::shared_ptr<const CleaningPlan>> plan = CleaningPlan::make(
            kept.file.mapping, header, kept.evidence, m_workspace.zone(), later.importedAt, later.fileName);
        Identities identities(m_database);
        Dictionaries dictionaries(m_database);
        if (!plan) {
            return plan.error();
        }
        for (const Status& status : {identities.load(), dictionaries.load()}) {
            if (!status) {
                return status;
            }
        }
        const std::string& scope = kept.file.mapping.scope;
        std::unique_ptr<RowSink> sink = isDocuments()
            ? makeDocumentSink({m_database, identities, m_kind, later.id, scope, nullptr, &m_keys})
            : makeStreamSink({.database = m_database,
                              .identities = identities,
                              .dictionaries = dictionaries,
                              .batch = later.id,
                              .scope = scope,
                              .expectedRows = static_cast<Index>(wanted.size()),
                              .again = true,
                              .peopleWritten = {}});
        sink->mapRows(kept.numbers.empty() ? nullptr : &kept.numbers);
        if (!isDocuments()) {
            for (const std::int64_t row : wanted) {
                later.fates.restore(row);
            }
        }
        BlockHooks hooks;
        hooks.cleaned = [&](CleanBlock& block) { keepOnly(block, kept.numbers, wanted); };
        Status status = pumpRows(kept.file, **plan, *sink, hooks, later.fates, m_job);
        if (status) {
            status = sink->finish(later.fates, m_job);
        }
        if (status) {
            status = identities.finish();
        }
        if (status) {
            status = dictionaries.save();
        }
        return status && !isDocuments() ? m_batches.saveFates(later.id, later.fates) : status;
    }

    Workspace& m_workspace;
    Database& m_database;
    Batches m_batches;
    const ImportBatch& m_batch;
    const KindSpec& m_kind;
    Handles m_handles;
    Job& m_job;
    std::vector<std::uint64_t> m_keys;  ///< of the documents that were taken out
};

}  // namespace

Status takeOutInside(Workspace& workspace, const ImportBatch& batch, Handles handles, Job& job)
{
    const KindSpec* kind = kindById(batch.kind);
    return kind == nullptr
        ? Status(Error {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "kind of a batch"})
        : Undo(workspace, batch, *kind, handles, job).run();
}

namespace {

Status undoInside(Workspace& workspace, const ImportBatch& batch, Job& job)
{
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    const KindSpec* kind = kindById(batch.kind);
    Result<LoadDiary> diary = kind == nullptr
        ? Error {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "kind of a batch"}
        : LoadDiary::begin(workspace, *kind);
    const Result<std::int64_t> before = countKnownCustomers(workspace);
    if (!diary || !before) {
        return diary ? before.error() : diary.error();
    }
    Status status = Undo(workspace, batch, *kind, Handles::Leave, job).run();
    if (status) {
        const Result<std::int64_t> version = workspace.increment("data_version");
        status = version ? workspace.audit("undo-import", "batch " + std::to_string(batch.id), "")
                         : Status(version.error());
    }
    if (status) {
        status = deriveAll(workspace, job);
    }
    if (status) {
        const Result<std::int64_t> entry = diary->takenOut(batch);
        const Result<std::int64_t> after = countKnownCustomers(workspace);
        status = !entry ? Status(entry.error())
            : !after    ? Status(after.error())
                        : Diary(workspace.database()).setCustomers(*entry, *before, *after);
    }
    if (status && job.stopped()) {
        status = Error {.code = ErrorCode::Cancelled};
    }
    workspace.database().watch(nullptr);
    return status ? transaction->commit() : status;
}

}  // namespace

Status undoImport(Workspace& workspace, std::int64_t batch, Job& job)
{
    const Result<ImportBatch> loaded = Batches(workspace.database()).find(batch);
    if (!loaded) {
        return loaded.error();
    }
    workspace.database().watch(&job);
    Status status = undoInside(workspace, *loaded, job);
    workspace.database().watch(nullptr);
    return status;
}

}  // namespace meitrace

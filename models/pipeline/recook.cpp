// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/recook.h"

#include "models/base/platform.h"
#include "models/pipeline/derived.h"
#include "models/pipeline/erasure.h"
#include "models/pipeline/importjob.h"
#include "models/pipeline/loaddiary.h"
#include "models/pipeline/originals.h"
#include "models/pipeline/rowpump.h"
#include "models/pipeline/takeout.h"
#include "models/store/identities.h"

#include <algorithm>
#include <set>

namespace meitrace {

namespace {

constexpr std::int64_t kMostExamples = 200;

/// A kept original and the batch it is of.
class KeptCopy {
public:
    KeptCopy(KeptFile kept, ImportBatch batch)
        : m_kept(std::move(kept))
        , m_batch(std::move(batch))
    {
    }

    KeptFile& kept() { return m_kept; }
    [[nodiscard]] const ImportBatch& batch() const { return m_batch; }
    /// The copy under the name the file had.
    [[nodiscard]] std::string path() const { return m_kept.folder.path(m_batch.fileName); }

private:
    KeptFile m_kept;
    ImportBatch m_batch;
};

/// Finds out what rules do; takes nothing.
class PreviewSink final : public RowSink {
public:
    PreviewSink(const ImportBatch& batch, const std::vector<std::int64_t>& numbers, RecipePreview& preview)
        : m_batch(batch)
        , m_numbers(numbers)
        , m_preview(preview)
    {
    }

    [[nodiscard]] std::unique_ptr<Prepared> prepare(CleanBlock block) const override
    {
        auto prepared = std::make_unique<Prepared>();
        prepared->block = std::move(block);
        return prepared;
    }

    Status take(Prepared& prepared, FateLog&) override
    {
        const CleanBlock& block = prepared.block;
        m_preview.rowsRead += block.rows.rows();
        std::set<std::pair<std::int64_t, std::int32_t>> rows;
        for (const CellChange& change : block.rows.changes) {
            ++m_preview.cells[change.step];
            rows.emplace(change.step, change.row);
            if (m_preview.cells[change.step] <= kMostExamples) {
                const std::int64_t row = block.rows.firstRow + change.row;
                m_preview.examples.push_back(
                    {.batch = m_batch.id,
                     .row = m_numbers.empty() ? row : m_numbers[static_cast<std::size_t>(row)],
                     .field = std::string(block.kind->fields[static_cast<std::size_t>(change.field)].name),
                     .step = change.step,
                     .before = change.before,
                     .after = change.after});
            }
        }
        for (const auto& [step, row] : rows) {
            ++m_preview.rows[step];
        }
        return Done {};
    }

    Status finish(FateLog&, Job&) override { return Done {}; }

private:
    const ImportBatch& m_batch;
    const std::vector<std::int64_t>& m_numbers;
    RecipePreview& m_preview;
};

Result<std::vector<ImportBatch>> batchesOf(Workspace& workspace, const KindSpec& kind)
{
    Result<std::vector<ImportBatch>> all = Batches(workspace.database()).all();
    if (all) {
        all->erase(std::remove_if(all->begin(), all->end(),
                                  [&](const ImportBatch& batch) { return batch.kind != kind.id; }),
                   all->end());
    }
    return all;
}

/// Whether a file with this mapping was read with other rules than these.
bool isStale(const std::string& json, const std::vector<RecipeStep>& recipe)
{
    const Result<Mapping> mapping = mappingFromJson(json, "mapping");
    return mapping && mapping->recipe != recipe;
}

/// Mended rows of files that are read again: (new number of the file, row) -> new number of what mended it.
class Mended {
public:
    Status note(Batches& batches, std::int64_t batch)
    {
        const auto entries = batches.quarantine(batch, false);
        if (!entries) {
            return entries.error();
        }
        for (const QuarantineEntry& entry : *entries) {
            if (entry.mendedBy != 0) {
                m_by[{batch, entry.row}] = entry.mendedBy;
            }
        }
        return Done {};
    }

    Status restore(Batches& batches, const std::map<std::int64_t, std::int64_t>& newNumber) const
    {
        for (const auto& [old, now] : newNumber) {
            const auto entries = batches.quarantine(now, true);
            if (!entries) {
                return entries.error();
            }
            for (const QuarantineEntry& entry : *entries) {
                const auto by = m_by.find({old, entry.row});
                if (by == m_by.end()) {
                    continue;
                }
                const auto number = newNumber.find(by->second);
                const std::int64_t mender = number == newNumber.end() ? by->second : number->second;
                if (Status status = batches.markMended(entry.id, mender); !status) {
                    return status;
                }
            }
        }
        return Done {};
    }

private:
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> m_by;
};

class Recooking {
public:
    Recooking(Workspace& workspace, const KindSpec& kind, Job& job)
        : m_workspace(workspace)
        , m_kind(kind)
        , m_batches(workspace.database())
        , m_job(job)
    {
    }

    Result<RecookReport> run()
    {
        Mapping today;
        today.kind = &m_kind;
        const Result<std::vector<ImportBatch>> batches = batchesOf(m_workspace, m_kind);
        if (Status status = batches ? attachRecipe(m_workspace, today) : Status(batches.error()); !status) {
            return status.error();
        }
        if (std::none_of(batches->begin(), batches->end(),
                         [&](const ImportBatch& batch) { return isStale(batch.mapping, today.recipe); })) {
            return m_report;
        }
        Result<LoadDiary> diary = LoadDiary::begin(m_workspace, m_kind);
        const Result<std::int64_t> before = countKnownCustomers(m_workspace);
        Status status = !diary ? Status(diary.error()) : before ? collect(*batches) : Status(before.error());
        status = status ? takeOut() : status;
        for (KeptCopy& copy : m_copies) {
            status = status ? load(copy, today.recipe) : status;
        }
        status = status ? Identities(m_workspace.database()).removeForgotten() : status;
        status = status ? m_mended.restore(m_batches, m_newNumber) : status;
        status = status ? finish(*diary, *before) : status;
        return status ? Result<RecookReport>(m_report) : Result<RecookReport>(status.error());
    }

private:
    Status collect(const std::vector<ImportBatch>& batches)
    {
        for (const ImportBatch& batch : batches) {
            const bool erased = batch.fates.counts()[static_cast<std::size_t>(RowFate::Erased)] > 0;
            if (!batch.wholeOriginal || erased) {
                m_report.stayed.push_back(batch.fileName);
                continue;
            }
            Result<std::optional<KeptFile>> kept = openKept(m_workspace, batch);
            if (!kept) {
                return kept.error();
            }
            if (!kept->has_value()) {
                m_report.stayed.push_back(batch.fileName);
                continue;
            }
            m_copies.emplace_back(std::move(**kept), batch);
            if (Status status = m_mended.note(m_batches, batch.id); !status) {
                return status;
            }
        }
        return Done {};
    }

    /// The last one first: then nothing later repeats its rows.
    Status takeOut()
    {
        for (std::size_t i = m_copies.size(); i-- > 0;) {
            if (Status status = takeOutInside(m_workspace, m_copies[i].batch(), Handles::Stay, m_job);
                !status) {
                return status;
            }
        }
        return Done {};
    }

    Status load(KeptCopy& copy, const std::vector<RecipeStep>& recipe)
    {
        OpenFile& file = copy.kept().file;
        file.mapping.recipe = recipe;
        file.mapping.presetName = copy.batch().preset;
        file.loadedBefore = copy.batch().importedAt;
        Result<FileReport> report = loadFile(m_workspace, file, copy.path(), m_job);
        if (!report) {
            return report.error();
        }
        m_newNumber[copy.batch().id] = report->batch;
        ++m_report.files;
        m_report.rows += report->rowsRead;
        return leaveErasedOut(m_workspace, *report, m_job);
    }

    Status finish(LoadDiary& diary, std::int64_t before)
    {
        const Result<std::int64_t> version = m_workspace.increment("data_version");
        Status status = version ? deriveAll(m_workspace, m_job) : Status(version.error());
        const Result<std::int64_t> entry = status ? diary.readAgain(m_report.rows) : status.error();
        const Result<std::int64_t> after = entry ? countKnownCustomers(m_workspace) : entry.error();
        status = after ? Diary(m_workspace.database()).setCustomers(*entry, before, *after)
                       : Status(after.error());
        return status
            ? m_workspace.audit("recipe", std::string(m_kind.code), "files " + std::to_string(m_report.files))
            : status;
    }

    Workspace& m_workspace;
    const KindSpec& m_kind;
    Batches m_batches;
    Job& m_job;
    std::vector<KeptCopy> m_copies;
    Mended m_mended;
    std::map<std::int64_t, std::int64_t> m_newNumber;
    RecookReport m_report;
};

}  // namespace

Result<RecipePreview> previewRecipe(Workspace& workspace, const KindSpec& kind,
                                    const std::vector<RecipeStep>& steps, Job& job)
{
    const Result<std::vector<ImportBatch>> batches = batchesOf(workspace, kind);
    if (!batches) {
        return batches.error();
    }
    RecipePreview preview;
    for (const ImportBatch& batch : *batches) {
        Result<std::optional<KeptFile>> opened = openKept(workspace, batch);
        if (!opened) {
            return opened.error();
        }
        if (!opened->has_value()) {
            continue;
        }
        KeptCopy copy(std::move(**opened), batch);
        KeptFile& kept = copy.kept();
        kept.file.mapping.recipe = steps;
        const auto plan
            = CleaningPlan::make(kept.file.mapping, kept.file.source->shape().header, kept.evidence,
                                 workspace.zone(), batch.importedAt, batch.fileName);
        if (!plan) {
            return plan.error();
        }
        PreviewSink sink(batch, kept.numbers, preview);
        FateLog fates;
        if (Status status = pumpRows(kept.file, **plan, sink, {}, fates, job); !status) {
            return status.error();
        }
    }
    return preview;
}

Result<RecookReport> recook(Workspace& workspace, const KindSpec& kind, Job& job)
{
    workspace.database().watch(&job);
    const auto inside = [&]() -> Result<RecookReport> {
        Result<Transaction> transaction = Transaction::begin(workspace.database());
        if (!transaction) {
            return transaction.error();
        }
        Result<RecookReport> report = Recooking(workspace, kind, job).run();
        workspace.database().watch(nullptr);
        if (!report) {
            return report;
        }
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        const Status status = transaction->commit();
        return status ? std::move(report) : Result<RecookReport>(status.error());
    };
    Result<RecookReport> report = inside();
    workspace.database().watch(nullptr);
    return report;
}

Result<std::vector<const KindSpec*>> staleKinds(Workspace& workspace)
{
    const Result<std::vector<BatchHead>> heads = Batches(workspace.database()).heads();
    if (!heads) {
        return heads.error();
    }
    std::vector<const KindSpec*> stale;
    for (const KindSpec& kind : kinds()) {
        Mapping today;
        today.kind = &kind;
        if (Status status = attachRecipe(workspace, today); !status) {
            return status.error();
        }
        if (std::any_of(heads->begin(), heads->end(), [&](const BatchHead& head) {
                return head.kind == kind.id && isStale(head.mapping, today.recipe);
            })) {
            stale.push_back(&kind);
        }
    }
    return stale;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One file into the store: read, clean, take, account for every row.
#include "models/base/platform.h"
#include "models/pipeline/documentsink.h"
#include "models/pipeline/importfile.h"
#include "models/pipeline/loaddiary.h"
#include "models/pipeline/originals.h"
#include "models/pipeline/rowpump.h"
#include "models/pipeline/streamsink.h"
#include "models/store/recipes.h"
#include "models/store/reconciliation.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <utility>

namespace meitrace {

namespace {

/// The changes of a block, with the numbers the store knows.
void collectChanges(const CleanBlock& block, std::int64_t batch, std::vector<RecipeChange>& changes)
{
    for (const CellChange& change : block.rows.changes) {
        changes.push_back(
            {.batch = batch,
             .row = block.rows.firstRow + change.row,
             .field = std::string(block.kind->fields[static_cast<std::size_t>(change.field)].name),
             .step = change.step,
             .before = change.before,
             .after = change.after});
    }
}

/// Collects what is to be said about rows until it can be written.
class IssueLog {
public:
    explicit IssueLog(std::int64_t batch)
        : m_batch(batch)
    {
    }

    void add(const CleanBlock& block)
    {
        for (const CellIssue& issue : block.issues) {
            const auto row = static_cast<std::size_t>(issue.row);
            const RowFate fate = block.fates[row];
            const std::string field = issue.field >= 0
                ? std::string(block.kind->fields[static_cast<std::size_t>(issue.field)].name)
                : std::string();
            if (fate == RowFate::Quarantined) {
                m_entries.push_back({.batch = m_batch,
                                     .row = block.rows.firstRow + issue.row,
                                     .line = block.rows.line[row],
                                     .field = field,
                                     .rule = issue.rule,
                                     .value = issue.value,
                                     .suggestion = issue.suggestion});
            } else {
                ++m_repairs[{field, issue.rule}];
            }
        }
    }

    Status write(Batches& batches) const
    {
        for (const QuarantineEntry& entry : m_entries) {
            if (Status status = batches.addQuarantine(entry); !status) {
                return status;
            }
        }
        return batches.addRepairs(m_batch, m_repairs);
    }

private:
    std::int64_t m_batch;
    std::vector<QuarantineEntry> m_entries;
    std::map<std::pair<std::string, RowRule>, std::int64_t> m_repairs;
};

ImportBatch batchOf(const OpenFile& file, const std::string& path)
{
    const SourceShape& shape = file.source->shape();
    ImportBatch batch;
    batch.kind = file.mapping.kind->id;
    batch.fileName = std::filesystem::path(path).filename().string();
    batch.contentHash = shape.contentHash;
    batch.fileBytes = shape.fileBytes;
    batch.encoding = shape.encoding;
    batch.delimiter = std::string(1, shape.delimiter);
    batch.headerLine = shape.headerLine;
    batch.mapping = mappingToJson(file.mapping);
    batch.preset = file.mapping.presetName;
    batch.importedAt = file.loadedBefore == kMissing ? platform::now() : file.loadedBefore;
    return batch;
}

/// Rows of other files that a newer version replaced are no longer in force: their files' accounts say so.
Status markSuperseded(Batches& batches, std::vector<std::pair<std::int64_t, std::int64_t>> rows)
{
    std::sort(rows.begin(), rows.end());
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::int64_t number = rows[begin].first;
        Result<ImportBatch> batch = batches.find(number);
        if (!batch) {
            return batch.error();
        }
        for (; begin < rows.size() && rows[begin].first == number; ++begin) {
            batch->fates.change(rows[begin].second, RowFate::Superseded);
        }
        if (Status status = batches.saveFates(number, batch->fates); !status) {
            return status;
        }
    }
    return Done {};
}

/// Rows of a block that the store knew already, ascending.
std::vector<std::int32_t> repeatedRows(const CleanBlock& block, const FateLog& fates)
{
    std::vector<std::int32_t> rows;
    if (!block.totals.fields.empty()) {
        std::copy_if(block.kept.begin(), block.kept.end(), std::back_inserter(rows), [&](std::int32_t row) {
            return fates.at(block.rows.firstRow + row) == RowFate::Duplicate;
        });
    }
    return rows;
}

FileReport reportOf(const OpenFile& file, const ImportBatch& batch, const std::string& path)
{
    FileReport report;
    report.file = path;
    report.kind = file.mapping.kind->code;
    report.encoding = batch.encoding;
    report.delimiter = batch.delimiter;
    report.preset = batch.preset;
    report.rowsRead = batch.rowsRead;
    report.fates = batch.fates.counts();
    report.batch = batch.id;
    report.unmapped = file.unmapped;
    return report;
}

}  // namespace

Result<FileReport> loadFile(Workspace& workspace, OpenFile& file, const std::string& path, Job& job,
                            const std::function<Status()>& peopleWritten)
{
    Database& database = workspace.database();
    Batches batches(database);
    const SourceShape& shape = file.source->shape();
    ImportBatch batch = batchOf(file, path);
    const Sample evidence = sampleRows(file);
    const Result<std::shared_ptr<const CleaningPlan>> plan
        = CleaningPlan::make(file.mapping, shape.header, evidence, workspace.zone(), batch.importedAt, path);
    const Result<std::int64_t> number = batches.begin(batch);
    if (!plan || !number) {
        return plan ? number.error() : plan.error();
    }
    batch.id = *number;
    Identities identities(database);
    Dictionaries dictionaries(database);
    for (Status status : {identities.load(), dictionaries.load()}) {
        if (!status) {
            return status.error();
        }
    }
    DocumentChanges changes;
    Result<LoadDiary> diary = LoadDiary::begin(workspace, *file.mapping.kind);
    if (!diary) {
        return diary.error();
    }
    const Index expectedRows = shape.fileBytes / 30;
    const std::shared_ptr<RowSink> sink = file.mapping.kind->target == KindTarget::Stream
        ? makeStreamSink({.database = database,
                          .identities = identities,
                          .dictionaries = dictionaries,
                          .batch = batch.id,
                          .scope = file.mapping.scope,
                          .expectedRows = expectedRows,
                          .peopleWritten = peopleWritten})
        : makeDocumentSink(
            {database, identities, *file.mapping.kind, batch.id, file.mapping.scope, &changes});
    IssueLog issues(batch.id);
    TotalLedger totals;
    std::vector<RecipeChange> cells;
    BlockHooks hooks;
    hooks.inOrder = [&](const CleanBlock& block) {
        issues.add(block);
        collectChanges(block, batch.id, cells);
        batch.fates.append(block.fates);
    };
    hooks.taken = [&](const CleanBlock& block) { totals.add(block, repeatedRows(block, batch.fates)); };
    Status status = pumpRows(file, **plan, *sink, hooks, batch.fates, job);
    if (status) {
        status = sink->finish(batch.fates, job);
        file.spent = sink;
    }
    batch.rowsRead = batch.fates.rows();
    batch.contentHash = shape.contentHash;
    if (status) {
        const auto sampled = static_cast<std::int64_t>(evidence.rows.size());
        status = keepOriginal(workspace, {path, file.mapping, sampled}, batch);
    }
    if (status) {
        status = batches.finish(batch);
    }
    if (status) {
        status = issues.write(batches);
    }
    if (status) {
        status = dictionaries.save();
    }
    if (status) {
        status = markSuperseded(batches, changes.superseded);
    }
    if (status) {
        status = Reconciliation(database).save(batch.id, totals.totals());
    }
    if (status) {
        status = Recipes(database).addChanges(cells);
    }
    if (!status) {
        return status.error();
    }
    FileReport report = reportOf(file, batch, path);
    report.totals = totals.totals();
    if (file.loadedBefore == kMissing) {
        const Result<std::int64_t> entry = diary->loaded(batch, file.mapping.scope, std::move(changes));
        if (!entry) {
            return entry.error();
        }
        report.diaryEntry = *entry;
    }
    return report;
}

}  // namespace meitrace

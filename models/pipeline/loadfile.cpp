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
#include <optional>
#include <utility>

namespace meitrace {

namespace {

/// Collects what is to be said about rows until it can be written: problems, repairs, cells that rules
/// changed, and the totals the file states.
class RowLog {
public:
    explicit RowLog(std::int64_t batch)
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
        for (const CellChange& change : block.rows.changes) {
            const auto field = static_cast<std::size_t>(change.field);
            m_changes.push_back({.batch = m_batch,
                                 .row = block.rows.firstRow + change.row,
                                 .field = std::string(block.kind->fields[field].name),
                                 .step = change.step,
                                 .before = change.before,
                                 .after = change.after});
        }
    }

    /// The store has the rows: which of them it knew already is in the fates.
    void addTaken(const CleanBlock& block, const FateLog& fates)
    {
        std::vector<std::int32_t> repeated;
        if (!block.totals.fields.empty()) {
            std::copy_if(
                block.kept.begin(), block.kept.end(), std::back_inserter(repeated),
                [&](std::int32_t row) { return fates.at(block.rows.firstRow + row) == RowFate::Duplicate; });
        }
        m_totals.add(block, repeated);
    }

    [[nodiscard]] const std::vector<FileTotal>& totals() const { return m_totals.totals(); }

    Status write(Database& database) const
    {
        Batches batches(database);
        for (const QuarantineEntry& entry : m_entries) {
            if (Status status = batches.addQuarantine(entry); !status) {
                return status;
            }
        }
        Status status = batches.addRepairs(m_batch, m_repairs);
        status = status ? Reconciliation(database).save(m_batch, m_totals.totals()) : status;
        return status ? Recipes(database).addChanges(m_changes) : status;
    }

private:
    TotalLedger m_totals;
    std::vector<RecipeChange> m_changes;
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

/// Empty for a file that is read again.
Result<std::optional<LoadDiary>> diaryOf(Workspace& workspace, const OpenFile& file)
{
    if (file.loadedBefore != kMissing) {
        return std::optional<LoadDiary>();
    }
    Result<LoadDiary> begun = LoadDiary::begin(workspace, *file.mapping.kind);
    if (!begun) {
        return begun.error();
    }
    return std::optional<LoadDiary>(*std::move(begun));
}

/// Cleans the rows into the sink and writes down what became of them.
Status readRows(OpenFile& file, const CleaningPlan& plan, const std::shared_ptr<RowSink>& sink,
                ImportBatch& batch, RowLog& log, Job& job)
{
    BlockHooks hooks;
    hooks.inOrder = [&](const CleanBlock& block) {
        log.add(block);
        batch.fates.append(block.fates);
    };
    hooks.taken = [&](const CleanBlock& block) { log.addTaken(block, batch.fates); };
    Status status = pumpRows(file, plan, *sink, hooks, batch.fates, job);
    if (status) {
        status = sink->finish(batch.fates, job);
        file.spent = sink;
    }
    return status;
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
    for (const Status& status : {identities.load(), dictionaries.load()}) {
        if (!status) {
            return status.error();
        }
    }
    DocumentChanges changes;
    Result<std::optional<LoadDiary>> diary = diaryOf(workspace, file);
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
    RowLog log(batch.id);
    Status status = readRows(file, **plan, sink, batch, log, job);
    batch.rowsRead = batch.fates.rows();
    batch.contentHash = shape.contentHash;
    const auto sampled = static_cast<std::int64_t>(evidence.rows.size());
    status = status ? keepOriginal(workspace, {path, file.mapping, sampled}, batch) : status;
    status = status ? batches.finish(batch) : status;
    status = status ? log.write(database) : status;
    status = status ? dictionaries.save() : status;
    status = status ? markSuperseded(batches, changes.superseded) : status;
    if (!status) {
        return status.error();
    }
    FileReport report = reportOf(file, batch, path);
    report.totals = log.totals();
    if (*diary) {
        const Result<std::int64_t> entry = (*diary)->loaded(batch, file.mapping.scope, std::move(changes));
        if (!entry) {
            return entry.error();
        }
        report.diaryEntry = *entry;
    }
    return report;
}

}  // namespace meitrace

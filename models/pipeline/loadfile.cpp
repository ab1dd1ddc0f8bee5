// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One file into the store: read, clean, take, account for every row.
#include "models/base/pipeline.h"
#include "models/base/platform.h"
#include "models/pipeline/documentsink.h"
#include "models/pipeline/importfile.h"
#include "models/pipeline/originals.h"
#include "models/pipeline/streamsink.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace meitrace {

namespace {

/// A block on its way to the worker threads: raw, or parsed already because somebody looked at it.
struct Incoming {
    std::unique_ptr<RowSource::Raw> raw;
    RowBlock parsed;
    bool isParsed = false;
};

/// Collects what is to be said about rows until it can be written.
class IssueLog {
public:
    explicit IssueLog(std::int64_t batch)
        : m_batch(batch)
    {
    }

    void add(const CleanBlock& block, const Reload* reload)
    {
        for (const CellIssue& issue : block.issues) {
            const auto row = static_cast<std::size_t>(issue.row);
            const RowFate fate = block.fates[row];
            const std::string field = issue.field >= 0
                ? std::string(block.kind->fields[static_cast<std::size_t>(issue.field)].name)
                : std::string();
            if (fate == RowFate::Quarantined) {
                const std::int64_t number = block.rows.firstRow + issue.row;
                entries.push_back(
                    {.batch = m_batch,
                     .row = reload != nullptr ? reload->rowNumbers[static_cast<std::size_t>(number)] : number,
                     .line = block.rows.line[row],
                     .field = field,
                     .rule = issue.rule,
                     .value = issue.value,
                     .suggestion = issue.suggestion});
            } else {
                ++repairs[{field, issue.rule}];
            }
        }
    }

    Status write(Batches& batches) const
    {
        for (const QuarantineEntry& entry : entries) {
            if (Status status = batches.addQuarantine(entry); !status) {
                return status;
            }
        }
        return batches.addRepairs(m_batch, repairs);
    }

private:
    std::int64_t m_batch;
    std::vector<QuarantineEntry> entries;
    std::map<std::pair<std::string, RowRule>, std::int64_t> repairs;
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
    batch.importedAt = platform::now();
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

/// Runs read -> parse -> clean -> prepare on all threads and take in file order.
Status pumpRows(OpenFile& file, const CleaningPlan& plan, RowSink& sink, Reload* reload,
                std::pair<FateLog&, IssueLog&> logs, Job& job)
{
    const double total = static_cast<double>(std::max<std::int64_t>(1, file.source->shape().fileBytes));
    const auto produce = [&]() -> Result<std::optional<Incoming>> {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        Incoming incoming;
        if (file.hasFirst) {
            file.hasFirst = false;
            incoming.parsed = std::move(file.firstBlock);
            incoming.isParsed = true;
            return std::optional<Incoming>(std::move(incoming));
        }
        Result<std::unique_ptr<RowSource::Raw>> raw = file.source->nextRaw();
        if (!raw) {
            return raw.error();
        }
        if (*raw == nullptr) {
            return std::optional<Incoming>();
        }
        incoming.raw = std::move(*raw);
        return std::optional<Incoming>(std::move(incoming));
    };
    const auto work = [&](Incoming&& incoming) -> Result<std::unique_ptr<RowSink::Prepared>> {
        RowBlock rows
            = incoming.isParsed ? std::move(incoming.parsed) : file.source->parse(std::move(incoming.raw));
        return sink.prepare(plan.clean(std::move(rows)));
    };
    const auto take = [&](std::unique_ptr<RowSink::Prepared>&& prepared) -> Status {
        CleanBlock& block = prepared->block;
        logs.second.add(block, reload);
        if (reload == nullptr) {
            for (const RowFate fate : block.fates) {
                logs.first.append(fate);
            }
        } else {
            for (std::size_t row = 0; row < block.fates.size(); ++row) {
                logs.first.change(reload->rowNumbers[static_cast<std::size_t>(block.rows.firstRow) + row],
                                  block.fates[row]);
            }
        }
        job.progress(static_cast<double>(block.rows.bytes) / total);
        return sink.take(*prepared, logs.first);
    };
    return orderedPipeline<Incoming, std::unique_ptr<RowSink::Prepared>>(job.threads(), produce, work, take);
}

}  // namespace

Result<FileReport> loadFile(Workspace& workspace, OpenFile& file, const std::string& path, Reload* reload,
                            Job& job)
{
    Database& database = workspace.database();
    Batches batches(database);
    const SourceShape& shape = file.source->shape();
    const Result<std::shared_ptr<const CleaningPlan>> plan = CleaningPlan::make(
        file.mapping, shape.header, sampleRows(file), workspace.zone(), platform::now(), path);
    if (!plan) {
        return plan.error();
    }
    ImportBatch batch = batchOf(file, path);
    if (reload == nullptr) {
        const Result<std::int64_t> number = batches.begin(batch);
        if (!number) {
            return number.error();
        }
        batch.id = *number;
    } else {
        batch.id = reload->batch;
        batch.fates = std::move(reload->fates);
    }
    Identities identities(database);
    Dictionaries dictionaries(database);
    for (Status status : {identities.load(), dictionaries.load()}) {
        if (!status) {
            return status.error();
        }
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> superseded;
    const Index expectedRows = shape.fileBytes / 30;
    std::unique_ptr<RowSink> sink = file.mapping.kind->target == KindTarget::Stream
        ? makeStreamSink({database, identities, dictionaries, batch.id, file.mapping.scope, expectedRows})
        : makeDocumentSink(
            {database, identities, *file.mapping.kind, batch.id, file.mapping.scope, &superseded});
    sink->mapRows(reload != nullptr ? &reload->rowNumbers : nullptr);
    IssueLog issues(batch.id);
    if (Status status = pumpRows(file, **plan, *sink, reload, {batch.fates, issues}, job); !status) {
        return status.error();
    }
    if (Status status = sink->finish(batch.fates, job); !status) {
        return status.error();
    }
    batch.rowsRead = batch.fates.rows();
    if (reload == nullptr) {
        if (Status status = keepOriginal(workspace, path, file.mapping, batch); !status) {
            return status.error();
        }
        if (Status status = batches.finish(batch); !status) {
            return status.error();
        }
    } else if (Status status = batches.saveFates(batch.id, batch.fates); !status) {
        return status.error();
    }
    for (Status status :
         {issues.write(batches), dictionaries.save(), markSuperseded(batches, std::move(superseded))}) {
        if (!status) {
            return status.error();
        }
    }
    FileReport report;
    report.file = path;
    report.kind = file.mapping.kind->code;
    report.encoding = shape.encoding;
    report.delimiter = batch.delimiter;
    report.preset = batch.preset;
    report.rowsRead = batch.rowsRead;
    report.fates = batch.fates.counts();
    report.batch = batch.id;
    report.unmapped = file.unmapped;
    return report;
}

}  // namespace meitrace

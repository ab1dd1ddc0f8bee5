// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/mending.h"

#include "analytics/workbench/requeue.h"
#include "models/ingest/cleanplan.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

using GroupKey = std::tuple<std::uint8_t, std::string, RowRule>;
using ValueKey = std::tuple<std::uint8_t, std::string, RowRule, std::string>;

std::map<std::int64_t, const KindSpec*> kindsOf(const std::vector<ImportBatch>& batches)
{
    std::map<std::int64_t, const KindSpec*> found;
    for (const ImportBatch& batch : batches) {
        found[batch.id] = kindById(batch.kind);
    }
    return found;
}

/// The column a field of a file is read from; -1 = none
int columnOf(const Mapping& mapping, const std::vector<std::string>& header, int field)
{
    for (const Mapping::Column& column : mapping.columns) {
        if (column.field == field) {
            return cleaning::sourceColumn(header, column.header);
        }
    }
    return -1;
}

/// Puts the new values into the rows of one file that was loaded.
class BatchMending {
public:
    BatchMending(Workspace& workspace, ImportBatch batch)
        : m_workspace(workspace)
        , m_batch(std::move(batch))
    {
    }

    void want(const QuarantineEntry& entry, const CellMend& mend) { m_cells[entry.row].push_back(&mend); }

    Result<MendedRows> rows()
    {
        std::vector<std::int64_t> numbers;
        for (const auto& [row, mends] : m_cells) {
            numbers.push_back(row);
        }
        Result<OriginalRows> originals = originalRows(m_workspace, m_batch, numbers);
        const Result<Mapping> mapping = mappingFromJson(m_batch.mapping, m_batch.fileName);
        if (!originals || !mapping) {
            return originals ? mapping.error() : originals.error();
        }
        for (OriginalRows::Row& row : originals->rows) {
            for (const CellMend* mend : m_cells[row.number]) {
                const int column = columnOf(*mapping, originals->header, fieldIndex(*kind(), mend->field));
                if (column < 0) {
                    return Error {
                        .code = ErrorCode::UnknownField, .subject = m_batch.fileName, .value = mend->field};
                }
                row.cells.resize(std::max(row.cells.size(), static_cast<std::size_t>(column) + 1));
                row.cells[static_cast<std::size_t>(column)] = mend->becomes;
            }
        }
        return MendedRows {*std::move(originals), m_batch.id};
    }

private:
    [[nodiscard]] const KindSpec* kind() const { return kindById(m_batch.kind); }

    Workspace& m_workspace;
    ImportBatch m_batch;
    std::map<std::int64_t, std::vector<const CellMend*>> m_cells;  ///< by row of the file
};

void addFile(MendReport& report, FileReport file)
{
    report.rows += file.rowsRead;
    const auto aside = file.fates[static_cast<std::size_t>(RowFate::Quarantined)];
    report.aside += aside;
    report.taken += file.rowsRead - aside;
    report.files.push_back(std::move(file));
}

/// By kind, field, reason and value.
Result<std::map<ValueKey, const CellMend*>> byValue(const std::vector<CellMend>& mends)
{
    std::map<ValueKey, const CellMend*> wanted;
    for (const CellMend& mend : mends) {
        if (fieldIndex(*mend.kind, mend.field) < 0) {
            return Error {.code = ErrorCode::UnknownField,
                          .subject = std::string(mend.kind->code),
                          .value = mend.field};
        }
        wanted[{mend.kind->id, mend.field, mend.rule, mend.value}] = &mend;
    }
    return wanted;
}

using Files = std::map<std::int64_t, BatchMending>;  ///< by number of the batch

/// The files that hold rows with such values.
Result<Files> filesWith(Workspace& workspace, const std::map<ValueKey, const CellMend*>& wanted)
{
    Batches batches(workspace.database());
    const Result<std::vector<QuarantineEntry>> open = batches.quarantine(0, true);
    const Result<std::vector<BatchHead>> heads = batches.heads();
    if (!open || !heads) {
        return open ? heads.error() : open.error();
    }
    std::map<std::int64_t, std::uint8_t> kinds;
    for (const BatchHead& head : *heads) {
        kinds[head.id] = head.kind;
    }
    Files files;
    for (const QuarantineEntry& entry : *open) {
        const auto found = wanted.find({kinds[entry.batch], entry.field, entry.rule, entry.value});
        if (found == wanted.end()) {
            continue;
        }
        auto file = files.find(entry.batch);
        if (file == files.end()) {
            Result<ImportBatch> batch = batches.find(entry.batch);
            if (!batch) {
                return batch.error();
            }
            file = files.emplace(entry.batch, BatchMending(workspace, *std::move(batch))).first;
        }
        file->second.want(entry, *found->second);
    }
    return files;
}

Result<MendReport> mendInside(Workspace& workspace, const std::vector<CellMend>& mends, Job& job)
{
    const auto wanted = byValue(mends);
    Result<Files> files = wanted ? filesWith(workspace, *wanted) : Result<Files>(wanted.error());
    if (!files) {
        return files.error();
    }
    MendReport report;
    for (auto& [number, file] : *files) {
        const Result<MendedRows> rows = file.rows();
        if (rows && rows->rows.rows.empty()) {
            continue;  // nothing of them was kept
        }
        Result<FileReport> loaded
            = rows ? loadMended(workspace, *rows, job) : Result<FileReport>(rows.error());
        if (!loaded) {
            return loaded.error();
        }
        addFile(report, *std::move(loaded));
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
    }
    return report;
}

}  // namespace

std::vector<ProblemGroup> problemGroups(const std::vector<QuarantineEntry>& entries,
                                        const std::vector<ImportBatch>& batches)
{
    const std::map<std::int64_t, const KindSpec*> kinds = kindsOf(batches);
    std::map<GroupKey, ProblemGroup> groups;
    std::map<ValueKey, ProblemValue> values;
    for (const QuarantineEntry& entry : entries) {
        const auto kind = kinds.find(entry.batch);
        if (kind == kinds.end() || kind->second == nullptr) {
            continue;
        }
        ProblemGroup& group = groups[{kind->second->id, entry.field, entry.rule}];
        group.kind = kind->second;
        group.field = entry.field;
        group.rule = entry.rule;
        ++group.rows;
        if (group.batches.empty() || group.batches.back() != entry.batch) {
            group.batches.push_back(entry.batch);
        }
        ProblemValue& value = values[{kind->second->id, entry.field, entry.rule, entry.value}];
        value.value = entry.value;
        value.suggestion = value.suggestion.empty() ? entry.suggestion : value.suggestion;
        ++value.rows;
    }
    for (const auto& [key, value] : values) {
        groups[{std::get<0>(key), std::get<1>(key), std::get<2>(key)}].values.push_back(value);
    }
    std::vector<ProblemGroup> sorted;
    for (auto& [key, group] : groups) {
        std::stable_sort(group.values.begin(), group.values.end(),
                         [](const ProblemValue& a, const ProblemValue& b) { return a.rows > b.rows; });
        sorted.push_back(std::move(group));
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const ProblemGroup& a, const ProblemGroup& b) { return a.rows > b.rows; });
    return sorted;
}

Result<MendReport> mendRows(Workspace& workspace, const std::vector<CellMend>& mends, Job& job)
{
    return inOneTransaction<MendReport>(workspace, job, [&] { return mendInside(workspace, mends, job); });
}

}  // namespace meitrace

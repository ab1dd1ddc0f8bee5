// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/requeue.h"

#include "models/base/platform.h"
#include "models/pipeline/erasure.h"
#include "models/pipeline/originals.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>

namespace meitrace {

namespace {

constexpr std::size_t kOwnColumns = 6;  // _batch, _row, _line, _field, _rule, _suggestion

/// The writer puts an apostrophe before cells that a spreadsheet would run; mended rows get it taken off
/// again.
std::string withoutGuard(std::string_view cell)
{
    const bool guarded = cell.size() > 1 && cell[0] == '\''
        && (cell.find_first_of("=+-@\t\r", 1) == 1 || static_cast<unsigned char>(cell[1]) == 0xEF);
    return std::string(guarded ? cell.substr(1) : cell);
}

/// One row of the file, behind the program's own columns.
Status takeRow(const RowBlock& block, std::size_t row, const std::string& path, MendedRows& file)
{
    const std::uint32_t first = block.rowStart[row];
    if (block.rowStart[row + 1] - first <= kOwnColumns) {
        return Error {
            .code = ErrorCode::FileFormat, .subject = path, .value = "csv", .place = {block.line[row], 0}};
    }
    const std::string_view* cells = block.cells.data() + first;
    const std::int64_t batch = std::strtoll(std::string(cells[0]).c_str(), nullptr, 10);
    if (batch <= 0 || (file.batch != 0 && batch != file.batch)) {
        return Error {.code = ErrorCode::BadOption,
                      .subject = "_batch",
                      .value = std::string(cells[0]),
                      .place = {block.line[row], 1}};
    }
    file.batch = batch;
    OriginalRows::Row& mended = file.rows.rows.emplace_back();
    mended.number = std::strtoll(std::string(cells[1]).c_str(), nullptr, 10);
    for (std::uint32_t i = first + kOwnColumns; i < block.rowStart[row + 1]; ++i) {
        mended.cells.push_back(withoutGuard(block.cells[i]));
    }
    return Done {};
}

Result<MendedRows> readMended(const std::string& path)
{
    Result<std::unique_ptr<RowSource>> source = openRowSource(path);
    if (!source) {
        return source.error();
    }
    MendedRows file;
    const std::vector<std::string>& header = (*source)->shape().header;
    static constexpr std::array<std::string_view, kOwnColumns> kNames {"_batch", "_row",  "_line",
                                                                       "_field", "_rule", "_suggestion"};
    for (std::size_t i = 0; i < kOwnColumns; ++i) {
        if (header.size() <= i || header[i] != kNames[i]) {
            return Error {.code = ErrorCode::UnknownColumn, .subject = path, .value = std::string(kNames[i])};
        }
    }
    file.rows.header.assign(header.begin() + kOwnColumns, header.end());
    while (true) {
        Result<std::unique_ptr<RowSource::Raw>> raw = (*source)->nextRaw();
        if (!raw) {
            return raw.error();
        }
        if (*raw == nullptr) {
            return file;
        }
        const RowBlock block = (*source)->parse(std::move(*raw));
        for (std::size_t row = 0; row + 1 < block.rowStart.size(); ++row) {
            if (Status status = takeRow(block, row, path, file); !status) {
                return status.error();
            }
        }
    }
}

Status closeEntries(Batches& batches, const MendedRows& file, std::int64_t newBatch)
{
    const Result<ImportBatch> loaded = batches.find(newBatch);
    const Result<std::vector<QuarantineEntry>> open = batches.quarantine(file.batch, true);
    if (!loaded || !open) {
        return loaded ? open.error() : loaded.error();
    }
    std::map<std::int64_t, bool> taken;
    for (std::size_t i = 0; i < file.rows.rows.size(); ++i) {
        taken[file.rows.rows[i].number]
            = loaded->fates.at(static_cast<std::int64_t>(i)) != RowFate::Quarantined;
    }
    for (const QuarantineEntry& entry : *open) {
        if (taken.contains(entry.row)) {
            if (Status status = batches.markMended(entry.id, newBatch); !status) {
                return status;
            }
        }
    }
    return Done {};
}

/// What the file of rows was read like, with text as the program itself writes it.
Result<OpenFile> openRows(const std::string& path, Mapping mapping)
{
    OpenFile open;
    mapping.encoding = "utf-8";
    mapping.delimiter = ',';
    mapping.header = true;
    open.mapping = std::move(mapping);
    Result<std::unique_ptr<RowSource>> rows = openRowSource(path);
    if (!rows) {
        return rows.error();
    }
    open.source = std::move(*rows);
    return open;
}

Result<FileReport> loadRows(Workspace& workspace, const ImportBatch& source, const MendedRows& mended,
                            const std::string& path, Job& job)
{
    Batches batches(workspace.database());
    Result<Mapping> mapping = mappingFromJson(source.mapping, source.fileName);
    if (!mapping) {
        return mapping.error();
    }
    Result<OpenFile> open = openRows(path, *std::move(mapping));
    if (!open) {
        return open.error();
    }
    Result<FileReport> report = loadFile(workspace, *open, path, job);
    if (!report) {
        return report;
    }
    Status status = leaveErasedOut(workspace, *report, job);
    if (status) {
        status = closeEntries(batches, mended, report->batch);
    }
    if (status) {
        const Result<std::int64_t> version = workspace.increment("data_version");
        status = version ? workspace.audit("requeue", "batch " + std::to_string(report->batch),
                                           "from batch " + std::to_string(mended.batch))
                         : Status(version.error());
    }
    return status ? std::move(report) : Result<FileReport>(status.error());
}

}  // namespace

Result<FileReport> loadMended(Workspace& workspace, const MendedRows& mended, Job& job)
{
    const Result<ImportBatch> source = Batches(workspace.database()).find(mended.batch);
    if (!source) {
        return source.error();
    }
    // Its name says where the rows come from, and keeps the day that a name may say.
    const std::string stem = std::filesystem::path(source->fileName).stem().string();
    const Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder) {
        return folder.error();
    }
    const std::string path = folder->path((stem.starts_with("mended-") ? stem : "mended-" + stem) + ".csv");
    const Status written = writeRows(mended.rows, path);
    return written ? loadRows(workspace, *source, mended, path, job) : Result<FileReport>(written.error());
}

Result<FileReport> requeueRows(Workspace& workspace, const std::string& path, Job& job)
{
    const Result<MendedRows> mended = readMended(path);
    if (!mended) {
        return mended.error();
    }
    return inOneTransaction<FileReport>(workspace, job, [&] {
        Result<FileReport> report = loadMended(workspace, *mended, job);
        if (report) {
            report->file = path;
        }
        return report;
    });
}

}  // namespace meitrace

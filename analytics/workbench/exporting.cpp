// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/exporting.h"

#include "analytics/workbench/exportplace.h"
#include "analytics/workbench/exporttable.h"
#include "models/base/text.h"
#include "models/publish/exportmanifest.h"

#include <algorithm>
#include <filesystem>

namespace meitrace {

namespace {

constexpr Index kRowsPerCheck = 4096;

Error badOption(std::string_view option, const std::string& value, const char* why)
{
    return {.code = ErrorCode::BadOption,
            .subject = std::string(option),
            .value = shortened(value),
            .detail = why};
}

std::int64_t momentOf(const ExportRequest& request)
{
    return request.now == kMissing ? platform::now() : request.now;
}

Result<ExportIdentifier> identifierOf(const ExportRequest& request)
{
    const std::vector<ExportIdentifier> known = exportIdentifiers(request.channel);
    if (known.empty()) {
        return badOption("channel",
                         std::string(kConsentChannelCodes[static_cast<std::size_t>(request.channel)]),
                         "wechat, sms, email, call or ads");
    }
    if (request.identifier.empty()) {
        return known.front();
    }
    const auto found = std::find_if(known.begin(), known.end(), [&](const ExportIdentifier& identifier) {
        return identifier.code == request.identifier;
    });
    return found == known.end() ? Result<ExportIdentifier>(
               badOption("identifier", request.identifier, "does not reach people on this channel"))
                                : Result<ExportIdentifier>(*found);
}

/// Everything a file is made of.
struct Prepared {
    ExportPreview preview;
    std::vector<std::string> identifiers;  ///< per customer of the snapshot
    ExportCells cells;
};

Index countHidden(const ExportCells& cells, const ExportPreview& preview)
{
    Index hidden = 0;
    for (std::size_t column = 0; column + 1 < preview.columns.size(); ++column) {
        hidden += std::count_if(preview.selection.kept.begin(), preview.selection.kept.end(),
                                [&](Index customer) { return cells.isHidden(column, customer); });
    }
    return hidden;
}

/// Health columns need somebody who agreed to them.
Status checkHealth(const ExportCells& cells, const ExportPreview& preview, std::size_t healthColumns)
{
    const bool all
        = healthColumns > 0 && preview.hiddenCells == static_cast<Index>(healthColumns) * preview.rows();
    return all ? Status(badOption("columns", std::string(cells.healthColumn()),
                                  "nobody in this file agreed to the use of health data"))
               : Status(Done {});
}

Result<Prepared> prepare(Clinic& clinic, const ExportRequest& request, Job& job)
{
    const Result<ExportIdentifier> identifier = identifierOf(request);
    if (!identifier) {
        return identifier.error();
    }
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    Result<AudienceMembers> audience = membersOfAudience(clinic, request.audience, request.asOf, job);
    if (!snapshot || !audience) {
        return snapshot ? audience.error() : snapshot.error();
    }
    const Result<Millis> moment = consentMoment(**snapshot, request.asOf, momentOf(request), job);
    Result<std::vector<std::string>> identifiers = identifierColumn(clinic, *identifier, job);
    Result<Bitset> internal = internalPeople(clinic, job);
    if (!moment || !identifiers || !internal) {
        return !moment ? moment.error() : (identifiers ? internal.error() : identifiers.error());
    }
    const std::vector<std::string> columns = request.columns.value_or(usualColumns(request.channel));
    Result<ExportCells> cells = ExportCells::prepare(clinic, columns, request.channel, *moment, job);
    if (!cells) {
        return cells.error();
    }
    const std::vector<std::string_view> views(identifiers->begin(), identifiers->end());
    Result<ExportSelection> selection = selectForExport(**snapshot, audience->members,
                                                        {.channel = request.channel,
                                                         .asOf = request.asOf,
                                                         .moment = *moment,
                                                         .internal = std::move(*internal),
                                                         .identifiers = &views},
                                                        job);
    if (!selection) {
        return selection.error();
    }
    selection->removed[static_cast<std::size_t>(ExportReason::Gone)] = audience->gone;
    Prepared prepared {.preview = {}, .identifiers = std::move(*identifiers), .cells = std::move(*cells)};
    ExportPreview& preview = prepared.preview;
    preview.audience = std::move(*audience);
    preview.selection = std::move(*selection);
    preview.identifier = identifier->code;
    preview.columns = {preview.identifier};
    preview.columns.insert(preview.columns.end(), columns.begin(), columns.end());
    preview.dataVersion = (*snapshot)->frame().dataVersion;
    preview.at = momentOf(request);
    preview.hiddenCells = countHidden(prepared.cells, preview);
    const auto health = static_cast<std::size_t>(
        std::count_if(exportFields().begin(), exportFields().end(), [&](const ExportField& field) {
            return field.health && std::find(columns.begin(), columns.end(), field.code) != columns.end();
        }));
    if (Status status = checkHealth(prepared.cells, preview, health); !status) {
        return status.error();
    }
    if (std::find(columns.begin(), columns.end(), preview.identifier) != columns.end()) {
        return badOption("columns", preview.identifier, "a column is given twice");
    }
    return prepared;
}

/// The cells of one customer as they stand in the file, the identifier first.
std::vector<std::string> rowOf(const Prepared& prepared, Index customer)
{
    std::vector<std::string> row {prepared.identifiers[static_cast<std::size_t>(customer)]};
    for (std::size_t column = 0; column + 1 < prepared.preview.columns.size(); ++column) {
        row.push_back(prepared.cells.cell(column, customer));
    }
    return row;
}

Status writeRows(TableFile& file, const Prepared& prepared, const ExportRequest& request, Job& job)
{
    for (const std::string& column : prepared.preview.columns) {
        const auto header = request.headers.find(column);
        file.text(header == request.headers.end() ? column : header->second);
    }
    Status status = file.endRow();
    const std::vector<Index>& kept = prepared.preview.selection.kept;
    for (std::size_t row = 0; status && row < kept.size(); ++row) {
        if (static_cast<Index>(row) % kRowsPerCheck == 0) {
            if (job.stopped()) {
                return Error {.code = ErrorCode::Cancelled};
            }
            job.progress(static_cast<double>(row) / static_cast<double>(kept.size()));
        }
        for (const std::string& cell : rowOf(prepared, kept[row])) {
            file.text(cell);
        }
        status = file.endRow();
    }
    return status;
}

std::string_view formatCode(const ExportRequest& request)
{
    return request.format == TableFormat::Csv ? "csv" : "xlsx";
}

std::string_view encodingCode(const ExportRequest& request)
{
    return request.format == TableFormat::Csv ? textEncodingCode(request.encoding) : std::string_view();
}

std::string_view channelCode(const ExportRequest& request)
{
    return kConsentChannelCodes[static_cast<std::size_t>(request.channel)];
}

std::string manifestOf(Clinic& clinic, const ExportRequest& request, const ExportReceipt& receipt)
{
    const ExportPreview& preview = receipt.preview;
    const SavedAudience& saved = preview.audience.saved;
    return manifestJson({.file = std::filesystem::path(receipt.path).filename().string(),
                         .workspace = std::filesystem::path(clinic.workspace().path()).filename().string(),
                         .audience = saved.name,
                         .kind = saved.frozen ? "frozen" : "live",
                         .rule = saved.rule,
                         .origin = saved.origin,
                         .version = saved.version,
                         .asOf = isoDate(preview.audience.asOf),
                         .dataVersion = preview.dataVersion,
                         .channel = std::string(channelCode(request)),
                         .purpose = request.purpose,
                         .identifier = preview.identifier,
                         .columns = preview.columns,
                         .format = std::string(formatCode(request)),
                         .encoding = std::string(encodingCode(request)),
                         .customers = preview.audience.size(),
                         .rows = preview.rows(),
                         .heldOut = 0,
                         .removed = removedList(preview.selection),
                         .sha256 = receipt.sha256,
                         .createdAt = clinic.workspace().zone().isoTime(preview.at),
                         .deleteBy = isoDate(receipt.deleteBy),
                         .program = request.program});
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : ",") + part;
    }
    return text;
}

/// The line in the log of exports and the audit line, in one transaction.
Result<std::int64_t> log(Clinic& clinic, const ExportRequest& request, const ExportReceipt& receipt)
{
    Database& database = clinic.workspace().database();
    Result<Transaction> transaction = Transaction::begin(database);
    Result<Statement> put
        = database.prepare("INSERT INTO export_log(at_ms, operator, audience, audience_version, rule, "
                           "purpose, channel, identifier, "
                           "columns, format, encoding, as_of, data_version, rows, removed, file_name, "
                           "sha256, delete_by, written) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)");
    if (!transaction || !put) {
        return transaction ? put.error() : transaction.error();
    }
    const ExportPreview& preview = receipt.preview;
    const SavedAudience& saved = preview.audience.saved;
    const std::string who = platform::accountName() + "@" + platform::hostName();
    const std::string columns = joined(preview.columns);
    std::string removed;
    for (const auto& [reason, count] : removedList(preview.selection)) {
        removed += (removed.empty() ? "" : ",") + reason + "=" + std::to_string(count);
    }
    const std::string name = std::filesystem::path(receipt.path).filename().string();
    put->bind(1, preview.at).bind(2, std::string_view(who)).bind(3, std::string_view(saved.name));
    put->bind(4, saved.version)
        .bind(5, std::string_view(saved.rule))
        .bind(6, std::string_view(request.purpose));
    put->bind(7, channelCode(request)).bind(8, std::string_view(preview.identifier));
    put->bind(9, std::string_view(columns)).bind(10, formatCode(request)).bind(11, encodingCode(request));
    put->bind(12, std::int64_t {preview.audience.asOf}).bind(13, preview.dataVersion);
    put->bind(14, std::int64_t {preview.rows()}).bind(15, std::string_view(removed));
    put->bind(16, std::string_view(name)).bind(17, std::string_view(receipt.sha256));
    put->bind(18, std::int64_t {receipt.deleteBy});
    if (Status status = put->run(); !status) {
        return status.error();
    }
    const std::int64_t number = database.lastInsertId();
    Status status
        = clinic.workspace().audit("export", "export " + std::to_string(number),
                                   std::string(channelCode(request)) + ", " + std::to_string(preview.rows())
                                       + " rows of " + columns + ", sha256 " + receipt.sha256);
    status = status ? transaction->commit() : status;
    return status ? Result<std::int64_t>(number) : Result<std::int64_t>(status.error());
}

/// The file could not be put in its place after all: the log says so.
void takeBack(Clinic& clinic, std::int64_t number)
{
    Result<Transaction> transaction = Transaction::begin(clinic.workspace().database());
    Result<Statement> mark
        = clinic.workspace().database().prepare("UPDATE export_log SET written = 0 WHERE export_id = ?");
    if (!transaction || !mark) {
        return;
    }
    Status status = mark->bind(1, number).run();
    status = status
        ? clinic.workspace().audit("export", "export " + std::to_string(number), "the file was not written")
        : status;
    if (status) {
        status = transaction->commit();
    }
}

Status place(TableFile& file, platform::FileWriter& manifest, const ExportReceipt& receipt)
{
    if (Status status = manifest.commit(); !status) {
        return status;
    }
    Status status = file.place();
    if (!status) {
        std::error_code ignored;
        std::filesystem::remove(receipt.manifest, ignored);
    }
    return status;
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> removedList(const ExportSelection& selection)
{
    std::vector<std::pair<std::string, std::int64_t>> list;
    for (std::size_t reason = 0; reason < selection.removed.size(); ++reason) {
        if (selection.removed[reason] > 0) {
            list.emplace_back(kExportReasonCodes[reason], selection.removed[reason]);
        }
    }
    return list;
}

Result<ExportPreview> previewExport(Clinic& clinic, const ExportRequest& request, Job& job)
{
    Result<Prepared> prepared = prepare(clinic, request, job);
    if (!prepared) {
        return prepared.error();
    }
    const std::vector<Index>& kept = prepared->preview.selection.kept;
    for (std::size_t row = 0; row < std::min(kept.size(), kPreviewRows); ++row) {
        prepared->preview.firstRows.push_back(rowOf(*prepared, kept[row]));
    }
    return std::move(prepared->preview);
}

Result<ExportReceipt> writeExport(Clinic& clinic, const ExportRequest& request, const std::string& path,
                                  Job& job)
{
    if (trimmed(request.purpose).empty()) {
        return badOption("purpose", {}, "what the people in the file are written to for");
    }
    if (Status status = checkExportPlace(path, clinic.workspace().path()); !status) {
        return status.error();
    }
    Result<Prepared> prepared = prepare(clinic, request, job);
    if (!prepared) {
        return prepared.error();
    }
    if (request.format == TableFormat::Xlsx && prepared->preview.rows() >= XlsxEncoder::kMostRows) {
        return badOption("format", "xlsx", "a workbook holds 1,048,575 customers; write CSV");
    }
    Result<TableFile> file = TableFile::create(path, request.format, request.encoding, request.sheet);
    if (!file) {
        return file.error();
    }
    if (Status status = writeRows(*file, *prepared, request, job); !status) {
        return status.error();
    }
    Result<std::string> hash = file->seal();
    if (!hash) {
        return hash.error();
    }
    ExportReceipt receipt {.preview = std::move(prepared->preview),
                           .path = path,
                           .manifest = manifestPath(path),
                           .sha256 = *hash};
    receipt.deleteBy = clinic.workspace().zone().dayOf(receipt.preview.at, 0) + kExportDays;
    Result<platform::FileWriter> manifest = platform::FileWriter::open(receipt.manifest);
    if (!manifest) {
        return manifest.error();
    }
    Status status = manifest->append(manifestOf(clinic, request, receipt));
    status = status ? manifest->sync() : status;
    if (!status) {
        return status.error();
    }
    // From here on nothing needs room on the disk but the log: it goes first, so that no file is without it.
    const Result<std::int64_t> number = log(clinic, request, receipt);
    if (!number) {
        return number.error();
    }
    receipt.number = *number;
    status = place(*file, *manifest, receipt);
    if (!status) {
        takeBack(clinic, receipt.number);
        return status.error();
    }
    return receipt;
}

}  // namespace meitrace

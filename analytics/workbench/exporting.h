// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/exportgate.h"
#include "analytics/workbench/audiencebook.h"
#include "models/publish/tablefile.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// Rows of a file that a preview shows.
inline constexpr std::size_t kPreviewRows = 10;

/// Days after which a file of customers is to be deleted again.
inline constexpr int kExportDays = 30;

/// What is to leave the program.
struct ExportRequest {
    std::string audience;
    ConsentChannel channel = ConsentChannel::Any;
    std::string purpose;
    std::string identifier;                           ///< empty = the channel's usual one
    std::optional<std::vector<std::string>> columns;  ///< beside the identifier; none = the usual ones
    TableFormat format = TableFormat::Csv;
    TextEncoding encoding = TextEncoding::Utf8Bom;            ///< of CSV
    Day asOf = kMissingDay;                                   ///< of a live audience
    std::map<std::string, std::string, std::less<>> headers;  ///< by column; what is not in it keeps its code
    std::string sheet = "audience";                           ///< name of the sheet of a workbook
    std::string program = "MeiTrace";                         ///< for the manifest
    std::int64_t now = kMissing;                              ///< kMissing = the clock
};

/// What would be in the file.
struct ExportPreview {
    AudienceMembers audience;
    ExportSelection selection;
    std::string identifier;
    std::vector<std::string> columns;                    ///< of the file, the identifier first
    std::vector<std::vector<std::string>> firstRows {};  ///< cells as they stand in the file, by columns
    Index hiddenCells = 0;  ///< health cells left empty because the person did not agree
    std::int64_t dataVersion = 0;
    std::int64_t at = 0;  ///< the moment it was worked out

    [[nodiscard]] Index rows() const { return static_cast<Index>(selection.kept.size()); }
};

struct ExportReceipt {
    ExportPreview preview;
    std::int64_t number = 0;  ///< in the log of exports
    std::string path;
    std::string manifest;
    std::string sha256;
    Day deleteBy = 0;
};

/// Counts what a file would hold and what is left out, without writing anything.
/// Errors  BadOption(channel | identifier | columns), those of membersOfAudience()
Result<ExportPreview> previewExport(Clinic& clinic, const ExportRequest& request, Job& job);

/// Writes the file and its manifest, and who took what for which purpose into the log. The consent of every
/// person is looked at here again. Either file, manifest and log line are there, or none of them; a file is
/// never there without its line. clinic: open for writing.
/// Errors  BadOption(purpose | OUT | format: too many rows for a workbook), FileUnwritable, FileIsFolder,
///         DiskFull, those of previewExport()
Result<ExportReceipt> writeExport(Clinic& clinic, const ExportRequest& request, const std::string& path,
                                  Job& job);

/// Reasons with anybody in them, as codes, in the order of the gate.
std::vector<std::pair<std::string, std::int64_t>> removedList(const ExportSelection& selection);

}  // namespace meitrace

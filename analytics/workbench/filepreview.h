// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/ingest/mapping.h"
#include "models/pipeline/checkfile.h"
#include "models/store/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// How somebody wants a file to be read; the rest is found out.
struct ReadingChoices {
    std::string encoding = "auto";
    char delimiter = 0;  ///< 0 = found out
    bool header = true;
    std::string sheet;  ///< of a workbook; empty = the first with rows
    std::string kind;   ///< code; empty = found out
};

/// A file as the choices read it: its first rows and what its columns probably are.
struct FilePreview {
    std::string path;
    std::string format;  ///< "csv", "xlsx", "jsonl" or "html"
    std::string sheet;   ///< of a workbook: the one that is read
    std::vector<std::string> sheets;
    std::string encoding;
    char delimiter = ',';
    std::int64_t fileBytes = 0;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  ///< the first of them
    Mapping mapping;  ///< kind == nullptr: nothing fits. As a preset remembers, else as proposed
    bool remembered = false;
    bool certain = false;       ///< may be loaded without a look
    std::int64_t loadedAs = 0;  ///< the batch that holds the same file already; 0 = none
    std::vector<std::pair<std::string, double>> kinds;  ///< how well every kind fits, best first
};

/// Errors  those of opening a file, UnknownKind
Result<FilePreview> previewFile(Workspace& workspace, const std::string& path, const ReadingChoices& choices);

/// What would become of the file's rows under a mapping.
Result<FileCheck> checkWithMapping(Workspace& workspace, const std::string& path, const Mapping& mapping,
                                   Job& job);

/// Required fields without a column; one element per group, each any of which would do.
std::vector<std::vector<int>> missingFields(const Mapping& mapping);

/// What people call a field.  language: "zh" or "en"
std::string titleOfField(const KindSpec& kind, int field, std::string_view language);

}  // namespace meitrace

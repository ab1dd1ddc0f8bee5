// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"
#include "models/pipeline/importjob.h"
#include "tests/support/scratch.h"

#include <sstream>
#include <string>
#include <vector>

namespace meitrace::test {

/// A mapping file for files with canonical headers.
inline std::string mappingText(const KindSpec& kind, const std::vector<std::string>& header)
{
    std::string text = "{\"kind\": \"" + std::string(kind.code) + "\", \"scope\": \"s\", \"columns\": {";
    for (std::size_t i = 0; i < header.size(); ++i) {
        text += (i == 0 ? "\"" : ", \"") + header[i] + "\": \"" + header[i] + "\"";
    }
    return text + "}}";
}

/// Loads a table whose header names the canonical fields of a kind into a workspace.
inline Status loadPlainFile(const Scratch& scratch, const std::string& workspace, std::string_view kind,
                            const std::string& name, const std::string& csv)
{
    std::vector<std::string> header;
    std::istringstream line(csv.substr(0, csv.find('\n')));
    for (std::string field; std::getline(line, field, ',');) {
        header.push_back(field);
    }
    Result<Workspace> opened = Workspace::open(workspace, Workspace::Access::Write);
    if (!opened) {
        return opened.error();
    }
    ImportRequest request;
    request.files = {scratch.write(name, csv)};
    request.mapping.mappingFile = scratch.write(name + ".json", mappingText(*kindByCode(kind), header));
    Job job;
    const Result<ImportReport> report = importFiles(*opened, request, job);
    if (!report) {
        return report.error();
    }
    return report->failure ? Status(*report->failure) : Status(Done {});
}

}  // namespace meitrace::test

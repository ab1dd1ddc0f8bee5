// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/importjob.h"
#include "models/store/workspace.h"
#include "tests/support/plainfile.h"
#include "tests/support/powervfs.h"
#include "tests/support/samplefiles.h"
#include "tests/support/scratch.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace meitrace::test {

/// Lines of a table without the name of the file they come from.
inline std::vector<std::string> withoutFile(std::vector<std::string> lines)
{
    static const std::regex kFile("[0-9a-f]{32}:[^|]*[|]");
    for (std::string& line : lines) {
        line = std::regex_replace(line, kFile, "");
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Workspaces in memory and files to import into them.
class PipelineWorld {
public:
    explicit PipelineWorld(const std::string& name)
        : m_disk(name)
    {
    }

    [[nodiscard]] const Scratch& scratch() const { return m_scratch; }
    [[nodiscard]] const std::string& vfs() const { return m_disk.name(); }

    Result<Workspace> newWorkspace()
    {
        return Workspace::create("w" + std::to_string(++m_workspaces), {}, m_disk.name());
    }

    /// Writes a file of a kind with canonical headers; remembers how to read it.
    std::string write(const std::string& name, const KindSpec& kind, const SampleFile& file)
    {
        static_cast<void>(m_scratch.write(name + ".json", mappingText(kind, file.header)));
        return m_scratch.write(name, file.csv());
    }

    /// Imports files written by write(), or with a mapping file beside them.
    Result<ImportReport> import(Workspace& workspace, const std::vector<std::string>& files,
                                bool dryRun = false)
    {
        ImportRequest request;
        request.files = files;
        request.mapping.mappingFile = files.front() + ".json";
        request.dryRun = dryRun;
        Job job(1);
        Result<ImportReport> report = importFiles(workspace, request, job);
        return report && report->failure ? Result<ImportReport>(*report->failure) : std::move(report);
    }

private:
    Scratch m_scratch;
    PowerDisk m_disk;
    int m_workspaces = 0;
};

}  // namespace meitrace::test

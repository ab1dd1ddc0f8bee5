// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/demo.h"

#include "models/demo/democlinic.h"

namespace meitrace {

Result<ImportReport> makeDemoClinic(const DemoRequest& request, Job& job)
{
    const Result<DemoOptions> options = DemoOptions::ofSize(request.size, request.seed);
    if (!options) {
        return options.error();
    }
    if (platform::pathKind(request.workspace) != platform::PathKind::Missing) {
        return Error {.code = ErrorCode::Exists, .subject = request.workspace};
    }
    const Result<DemoFiles> files = writeDemoClinic(request.folder, *options, job);
    if (!files) {
        return files.error();
    }
    Result<Workspace> workspace = Workspace::create(request.workspace, {});
    if (!workspace) {
        return workspace.error();
    }
    ImportRequest import;
    for (const DemoFile& file : files->exports) {
        if (!file.kind.empty()) {
            import.files.push_back(file.path);
        }
    }
    return importFiles(*workspace, import, job);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/importing.h"

#include "models/pipeline/presets.h"

namespace meitrace {

Result<FileProposal> proposeForFile(const std::string& path, const std::string& kind)
{
    const KindSpec* spec = kind.empty() ? nullptr : kindByCode(kind);
    if (!kind.empty() && spec == nullptr) {
        return Error {.code = ErrorCode::UnknownKind, .subject = kind};
    }
    Result<std::unique_ptr<RowSource>> source = openRowSource(path);
    if (!source) {
        return source.error();
    }
    OpenFile file;
    file.source = std::move(*source);
    Result<std::unique_ptr<RowSource::Raw>> raw = file.source->nextRaw();
    if (!raw) {
        return raw.error();
    }
    if (*raw != nullptr) {
        file.firstBlock = file.source->parse(std::move(*raw));
    }
    const SourceShape& shape = file.source->shape();
    FileProposal result;
    result.encoding = shape.encoding;
    result.delimiter = std::string(1, shape.delimiter);
    result.header = shape.header;
    result.proposal = proposeMapping(sampleRows(file), spec);
    return result;
}

Result<std::vector<std::pair<std::string, std::string>>> savedPresets(Workspace& workspace)
{
    return Presets(workspace.database()).names();
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/filepreview.h"

#include "models/ingest/fieldtitle.h"
#include "models/pipeline/presets.h"
#include "models/store/batches.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::size_t kPreviewRows = 100;

Result<OpenFile> open(const std::string& path, const ReadOptions& options)
{
    Result<std::unique_ptr<RowSource>> source = openRowSource(path, options);
    if (!source) {
        return source.error();
    }
    OpenFile file;
    file.source = std::move(*source);
    if (Status status = readFirst(file); !status) {
        return status.error();
    }
    return file;
}

bool hasColumn(const Mapping& mapping, int field)
{
    const std::string name(mapping.kind->fields[static_cast<std::size_t>(field)].name);
    return mapping.constants.contains(name)
        || std::any_of(mapping.columns.begin(), mapping.columns.end(),
                       [field](const Mapping::Column& column) { return column.field == field; });
}

}  // namespace

std::vector<std::vector<int>> missingFields(const Mapping& mapping)
{
    std::vector<std::vector<int>> missing;
    if (mapping.kind == nullptr) {
        return missing;
    }
    for (const auto& group : mapping.kind->required) {
        std::vector<int> fields;
        for (const std::string_view name : group) {
            fields.push_back(fieldIndex(*mapping.kind, name));
        }
        if (std::none_of(fields.begin(), fields.end(),
                         [&](int field) { return hasColumn(mapping, field); })) {
            missing.push_back(std::move(fields));
        }
    }
    return missing;
}

Result<FilePreview> previewFile(Workspace& workspace, const std::string& path, const ReadingChoices& choices)
{
    const KindSpec* kind = choices.kind.empty() ? nullptr : kindByCode(choices.kind);
    if (!choices.kind.empty() && kind == nullptr) {
        return Error {.code = ErrorCode::UnknownKind, .subject = choices.kind};
    }
    ReadOptions options;
    options.encoding = choices.encoding;
    options.delimiter = choices.delimiter;
    options.header = choices.header;
    options.sheet = choices.sheet;
    const Result<OpenFile> file = open(path, options);
    if (!file) {
        return file.error();
    }
    const SourceShape& shape = file->source->shape();
    FilePreview preview;
    preview.path = path;
    preview.format = shape.format;
    preview.sheet = shape.sheet;
    preview.sheets = shape.sheets;
    preview.encoding = shape.encoding;
    preview.delimiter = shape.delimiter;
    preview.fileBytes = shape.fileBytes;
    preview.header = shape.header;
    Sample sample = sampleRows(*file);
    Proposal proposal = proposeMapping(sample, kind);
    preview.kinds = proposal.kinds;
    Result<std::optional<Mapping>> preset = Presets(workspace.database()).find(headerSignature(shape.header));
    if (!preset) {
        return preset.error();
    }
    if (*preset && (kind == nullptr || (*preset)->kind == kind)) {
        preview.mapping = std::move(**preset);
        preview.remembered = true;
    } else {
        preview.mapping = std::move(proposal.mapping);
    }
    if (choices.encoding != "auto") {
        preview.mapping.encoding = choices.encoding;
    }
    if (choices.delimiter != 0) {
        preview.mapping.delimiter = choices.delimiter;
    }
    preview.mapping.header = choices.header;
    preview.mapping.sheet = choices.sheet;
    preview.certain = (preview.remembered || proposal.certain) && missingFields(preview.mapping).empty()
        && checkMapping(preview.mapping, shape.header, path);
    if (preview.mapping.kind != nullptr) {
        const Result<std::int64_t> same
            = Batches(workspace.database()).byContent(shape.contentHash, preview.mapping.kind->id);
        if (!same) {
            return same.error();
        }
        preview.loadedAs = *same;
    }
    sample.rows.resize(std::min(sample.rows.size(), kPreviewRows));
    preview.rows = std::move(sample.rows);
    return preview;
}

Result<FileCheck> checkWithMapping(Workspace& workspace, const std::string& path, const Mapping& mapping,
                                   Job& job)
{
    Result<OpenFile> file = open(path, readOptions(mapping));
    if (!file) {
        return file.error();
    }
    if (Status status = checkMapping(mapping, file->source->shape().header, path); !status) {
        return status.error();
    }
    file->mapping = mapping;
    if (Status status = attachRecipe(workspace, file->mapping); !status) {
        return status.error();
    }
    return checkFile(workspace, *file, path, job);
}

std::string titleOfField(const KindSpec& kind, int field, std::string_view language)
{
    return fieldTitle(kind, kind.fields[static_cast<std::size_t>(field)], language);
}

}  // namespace meitrace

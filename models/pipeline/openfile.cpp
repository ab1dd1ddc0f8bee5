// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a file together with the mapping it is to be read with.
#include "models/pipeline/importfile.h"
#include "models/pipeline/presets.h"
#include "models/store/recipes.h"

#include <algorithm>

namespace meitrace {

namespace {

Sample sampleOf(const SourceShape& shape, const RowBlock& block)
{
    Sample sample;
    sample.header = shape.header;
    const std::int32_t rows = std::min(block.rows(), kSampleRows);
    for (std::int32_t row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        auto& cells = sample.rows.emplace_back();
        for (std::uint32_t i = block.rowStart[at]; i < block.rowStart[at + 1]; ++i) {
            cells.emplace_back(block.cells[i]);
        }
    }
    return sample;
}

/// Headers of the file that no column of the mapping names.
std::vector<std::string> unmappedHeaders(const Mapping& mapping, const std::vector<std::string>& header)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string position = "#" + std::to_string(i + 1);
        const bool used
            = std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const Mapping::Column& column) {
                  return column.header == header[i] || column.header == position;
              });
        if (!used) {
            names.push_back(header[i]);
        }
    }
    return names;
}

/// The mapping of an opened file that nobody gave: the preset of its header, else what is proposed.
/// kind: nullptr = find it out
Result<Mapping> findMapping(Workspace& workspace, const OpenFile& file, const std::string& path,
                            const KindSpec* kind)
{
    const std::vector<std::string>& header = file.source->shape().header;
    Result<std::optional<Mapping>> preset = Presets(workspace.database()).find(headerSignature(header));
    if (!preset) {
        return preset.error();
    }
    if (*preset && (kind == nullptr || (*preset)->kind == kind)) {
        return std::move(**preset);
    }
    Proposal proposal = proposeMapping(sampleRows(file), kind);
    const bool known = proposal.mapping.kind != nullptr;
    if (known && (kind != nullptr || proposal.certain)) {
        return std::move(proposal.mapping);
    }
    // A name that stands twice may be why nothing fits: say that rather than "unclear".
    const Status status = known ? checkMapping(proposal.mapping, header, path) : Status(Done {});
    if (!status && status.error().code == ErrorCode::DuplicateHeader) {
        return status.error();
    }
    return Error {.code = ErrorCode::KindUnclear, .subject = path};
}

}  // namespace

ReadOptions readOptions(const Mapping& mapping)
{
    ReadOptions options;
    options.encoding = mapping.encoding;
    options.delimiter = mapping.delimiter;
    options.header = mapping.header;
    options.sheet = mapping.sheet;
    return options;
}

Result<RecipeStep> recipeStepOf(const StoredRecipeStep& stored)
{
    const KindSpec* kind = kindById(stored.kind);
    Result<RecipeStep> step = kind == nullptr
        ? Error {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "kind of a cleaning rule"}
        : recipeStepFromJson(stored.rule, *kind, "recipe");
    if (step) {
        step->id = stored.id;
    }
    return step;
}

Status attachRecipe(Workspace& workspace, Mapping& mapping)
{
    const Result<std::vector<StoredRecipeStep>> steps = Recipes(workspace.database()).steps(mapping.kind->id);
    if (!steps) {
        return steps.error();
    }
    mapping.recipe.clear();
    for (const StoredRecipeStep& stored : *steps) {
        Result<RecipeStep> step = recipeStepOf(stored);
        if (!step) {
            return step.error();
        }
        if (stored.isOn) {
            mapping.recipe.push_back(*std::move(step));
        }
    }
    return Done {};
}

Status readFirst(OpenFile& file)
{
    Result<std::unique_ptr<RowSource::Raw>> raw = file.source->nextRaw();
    if (!raw) {
        return raw.error();
    }
    if (*raw != nullptr) {
        file.firstBlock = file.source->parse(std::move(*raw));
        file.hasFirst = true;
    }
    return Done {};
}

Sample sampleRows(const OpenFile& file)
{
    return sampleOf(file.source->shape(), file.firstBlock);
}

Result<OpenFile> openWithMapping(Workspace& workspace, const std::string& path, const MappingChoice& choice)
{
    const KindSpec* kind = choice.kind.empty() ? nullptr : kindByCode(choice.kind);
    if (!choice.kind.empty() && kind == nullptr) {
        return Error {.code = ErrorCode::UnknownKind, .subject = choice.kind};
    }
    OpenFile file;
    ReadOptions options;
    const bool isGiven = choice.given || !choice.mappingFile.empty();
    if (choice.given) {
        file.mapping = *choice.given;
        options = readOptions(file.mapping);
    } else if (isGiven) {
        Result<Mapping> mapping = loadMapping(choice.mappingFile);
        if (!mapping) {
            return mapping.error();
        }
        file.mapping = std::move(*mapping);
        options = readOptions(file.mapping);
    }
    options.readOnceFrom = choice.readOnceFrom;
    Result<std::unique_ptr<RowSource>> source = openRowSource(path, options);
    if (!source) {
        return source.error();
    }
    file.source = std::move(*source);
    if (Status status = readFirst(file); !status) {
        return status.error();
    }
    const std::vector<std::string>& header = file.source->shape().header;
    if (!isGiven) {
        Result<Mapping> found = findMapping(workspace, file, path, kind);
        if (!found) {
            return found.error();
        }
        file.mapping = *std::move(found);
    }
    if (Status status = checkMapping(file.mapping, header, path); !status) {
        return status.error();
    }
    if (Status status = attachRecipe(workspace, file.mapping); !status) {
        return status.error();
    }
    file.unmapped = unmappedHeaders(file.mapping, header);
    return file;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/filetotal.h"
#include "models/ingest/mapping.h"
#include "models/ingest/rowsource.h"
#include "models/store/batches.h"
#include "models/store/recipes.h"
#include "models/store/workspace.h"

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// What happened to one file.
struct FileReport {
    std::string file;
    std::string kind;
    std::string encoding;
    std::string delimiter;
    std::string preset;
    std::int64_t rowsRead = 0;
    std::array<std::int64_t, 8> fates {};  ///< indexed by RowFate
    std::int64_t batch = 0;                ///< 0 in a dry run
    bool alreadyLoaded = false;            ///< the same content is in the workspace: nothing was added
    std::vector<std::string> unmapped;     ///< headers that feed nothing
    std::vector<FileTotal> totals;         ///< what the file states itself, beside what its rows come to
    std::int64_t diaryEntry = 0;
};

/// How a file is to be read: given, remembered, or found out.
struct MappingChoice {
    std::string kind;              ///< code; empty = find out
    std::string mappingFile;       ///< empty = none
    std::optional<Mapping> given;  ///< goes before the rest
    /// Files from this size on are read once (ReadOptions::readOnceFrom)
    std::int64_t readOnceFrom = std::numeric_limits<std::int64_t>::max();
};

/// A file opened with its mapping, ready to be loaded.
struct OpenFile {
    std::unique_ptr<RowSource> source;
    Mapping mapping;
    std::vector<std::string> unmapped;
    RowBlock firstBlock;  ///< read already, to look at the values
    bool hasFirst = false;
    /// Not kMissing: it is read again as of the day on which it was first loaded, and the diary is not told
    Millis loadedBefore = kMissing;
    std::shared_ptr<void> spent;  ///< memory of loading it, which may still be on its way back
};

/// How a file is to be read by its mapping.
ReadOptions readOptions(const Mapping& mapping);

/// A cleaning rule as it is kept.  Errors  StoreDamaged, BadMapping(recipe)
Result<RecipeStep> recipeStepOf(const StoredRecipeStep& stored);

/// Puts the cleaning rules of the workspace into a mapping, in the place of those that are there: the ones of
/// its kind that are switched on.  Errors  BadMapping(workspace)
Status attachRecipe(Workspace& workspace, Mapping& mapping);

/// Reads the first block of an opened file, to look at it.
Status readFirst(OpenFile& file);

/// Opens a file and decides its mapping: the mapping file, else the preset of its header, else a proposal.
/// Errors  as openRowSource, loadMapping, checkMapping; KindUnclear when no kind fits well enough
Result<OpenFile> openWithMapping(Workspace& workspace, const std::string& path, const MappingChoice& choice);

/// Decisions about whole columns rest on this many rows of the first block.
inline constexpr std::int32_t kSampleRows = 10'000;

/// The first rows of an opened file, to look at.
Sample sampleRows(const OpenFile& file);

/// Loads one file inside the caller's transaction: rows, people, lineage, originals, audit line.
/// peopleWritten: may be empty; called once, when all people of a file of events are written, while their
/// events still are being encoded. Only files of events have such a moment.
/// Errors  those of reading and writing; Cancelled. The caller rolls back.
Result<FileReport> loadFile(Workspace& workspace, OpenFile& file, const std::string& path, Job& job,
                            const std::function<Status()>& peopleWritten = {});

}  // namespace meitrace

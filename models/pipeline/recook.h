// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/kind.h"
#include "models/ingest/recipe.h"
#include "models/store/recipes.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace meitrace {

/// What cleaning rules would do to the files that are loaded.
struct RecipePreview {
    std::map<std::int64_t, std::int64_t> cells;  ///< by rule
    std::map<std::int64_t, std::int64_t> rows;   ///< rows it concerns, by rule
    std::vector<RecipeChange> examples;          ///< the first of each rule
    std::int64_t rowsRead = 0;
};

/// Applies rules to the kept originals of a kind without changing anything. Of files that were not kept whole
/// the kept rows are looked at.
/// Cost  reads every kept file of the kind.  Errors  Cancelled, BadMapping
Result<RecipePreview> previewRecipe(Workspace& workspace, const KindSpec& kind,
                                    const std::vector<RecipeStep>& steps, Job& job);

/// What became of the files of a kind.
struct RecookReport {
    std::int64_t files = 0;  ///< read again
    std::int64_t rows = 0;   ///< of those
    std::vector<std::string>
        stayed;  ///< stay as they were loaded: not kept whole, or somebody's rows were erased
};

/// Reads the loaded files of a kind once more from their kept originals, with the cleaning rules of today, as
/// if they had been loaded so at once: in one transaction, with an entry in the diary. The files get new
/// numbers. Does nothing when every file was read with these very rules.
/// Errors  those of reading and writing, Cancelled; the workspace is then as before
Result<RecookReport> recook(Workspace& workspace, const KindSpec& kind, Job& job);

/// Kinds whose loaded files were read with other rules than those of today.
Result<std::vector<const KindSpec*>> staleKinds(Workspace& workspace);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/pipeline/recook.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// A cleaning rule of the workspace.
struct RecipeRule {
    RecipeStep step;  ///< its id is the rule's number
    const KindSpec* kind = nullptr;
    bool isOn = true;
    std::int64_t cells = 0;  ///< changed in the files that are loaded
};

/// The cleaning rules of a workspace, in the order in which they work.
struct RecipeBook {
    std::vector<RecipeRule> rules;
    std::vector<const KindSpec*> stale;  ///< kinds whose loaded files were read with other rules
};

Result<RecipeBook> readRecipes(Clinic& clinic);

/// Replaces all rules; those without a number are new. Loaded files stay as they were read until
/// applyRecipes().  Returns the book as it is now.
/// Errors  BadMapping(recipe.KEY)
Result<RecipeBook> writeRecipes(Clinic& clinic, const std::vector<RecipeRule>& rules);

/// What the rules of a kind would do to the files that are loaded.  Errors  Cancelled
Result<RecipePreview> previewRecipes(Clinic& clinic, const KindSpec& kind,
                                     const std::vector<RecipeRule>& rules, Job& job);

/// Reads the files of every stale kind again.  Errors  as recook()
Result<RecookReport> applyRecipes(Workspace& workspace, Job& job);

/// Cells a rule changed in the files that are loaded, at most `limit`.
Result<std::vector<RecipeChange>> recipeChanges(Clinic& clinic, std::int64_t rule, std::int64_t limit);

}  // namespace meitrace

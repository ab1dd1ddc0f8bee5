// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/recipebook.h"

#include "models/base/platform.h"
#include "models/pipeline/importfile.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr const char* kBook = "recipe";

}  // namespace

Result<RecipeBook> readRecipes(Clinic& clinic)
{
    Recipes recipes(clinic.workspace().database());
    const Result<std::vector<StoredRecipeStep>> stored = recipes.steps();
    const auto cells = recipes.cellsByStep();
    Result<std::vector<const KindSpec*>> stale = staleKinds(clinic.workspace());
    if (!stored || !cells || !stale) {
        return !stored ? stored.error() : cells ? stale.error() : cells.error();
    }
    RecipeBook book;
    book.stale = *std::move(stale);
    for (const StoredRecipeStep& each : *stored) {
        Result<RecipeStep> step = recipeStepOf(each);
        if (!step) {
            return step.error();
        }
        const auto changed = cells->find(each.id);
        book.rules.push_back({.step = *std::move(step),
                              .kind = kindById(each.kind),
                              .isOn = each.isOn,
                              .cells = changed == cells->end() ? 0 : changed->second});
    }
    return book;
}

Result<RecipeBook> writeRecipes(Clinic& clinic, const std::vector<RecipeRule>& rules)
{
    std::vector<StoredRecipeStep> stored;
    for (const RecipeRule& rule : rules) {
        if (const std::string_view fault = recipeFault(rule.step); !fault.empty()) {
            return Error {.code = ErrorCode::BadMapping,
                          .subject = kBook,
                          .value = rule.step.name,
                          .detail = "recipe." + std::string(fault)};
        }
        RecipeStep bare = rule.step;
        bare.id = 0;
        stored.push_back({.id = rule.step.id,
                          .kind = rule.kind->id,
                          .isOn = rule.isOn,
                          .rule = recipeStepToJson(bare, *rule.kind)});
    }
    Workspace& workspace = clinic.workspace();
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    const auto written = Recipes(workspace.database()).replace(std::move(stored), platform::now());
    Status status = written ? workspace.audit("recipe", "rules", std::to_string(rules.size()))
                            : Status(written.error());
    status = status ? transaction->commit() : status;
    return status ? readRecipes(clinic) : Result<RecipeBook>(status.error());
}

Result<RecipePreview> previewRecipes(Clinic& clinic, const KindSpec& kind,
                                     const std::vector<RecipeRule>& rules, Job& job)
{
    std::vector<RecipeStep> steps;
    for (const RecipeRule& rule : rules) {
        if (rule.kind == &kind && rule.isOn) {
            steps.push_back(rule.step);
        }
    }
    return previewRecipe(clinic.workspace(), kind, steps, job);
}

Result<RecookReport> applyRecipes(Workspace& workspace, Job& job)
{
    const Result<std::vector<const KindSpec*>> stale = staleKinds(workspace);
    if (!stale) {
        return stale.error();
    }
    RecookReport all;
    for (const KindSpec* kind : *stale) {
        const Result<RecookReport> report = recook(workspace, *kind, job);
        if (!report) {
            return report.error();
        }
        all.files += report->files;
        all.rows += report->rows;
        all.stayed.insert(all.stayed.end(), report->stayed.begin(), report->stayed.end());
    }
    return all;
}

Result<std::vector<RecipeChange>> recipeChanges(Clinic& clinic, std::int64_t rule, std::int64_t limit)
{
    return Recipes(clinic.workspace().database()).changes(rule, limit);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/erasedrules.h"

#include "models/base/platform.h"
#include "models/pipeline/importfile.h"

#include <algorithm>

namespace meitrace {

namespace {

class Naming {
public:
    explicit Naming(const std::vector<std::string>& texts)
        : m_texts(texts)
    {
    }

    bool operator()(const RecipeStep& step) const
    {
        return std::any_of(m_texts.begin(), m_texts.end(), [&](const std::string& text) {
            return step.name.find(text) != std::string::npos || step.text.find(text) != std::string::npos
                || step.value.find(text) != std::string::npos;
        });
    }

private:
    const std::vector<std::string>& m_texts;
};

Status forgetInWorkspace(Workspace& workspace, const Naming& names)
{
    Recipes recipes(workspace.database());
    const Result<std::vector<StoredRecipeStep>> steps = recipes.steps();
    if (!steps) {
        return steps.error();
    }
    std::vector<StoredRecipeStep> left;
    for (const StoredRecipeStep& stored : *steps) {
        const Result<RecipeStep> step = recipeStepOf(stored);
        if (!step) {
            return step.error();
        }
        if (!names(*step)) {
            left.push_back(stored);
        }
    }
    if (left.size() == steps->size()) {
        return Done {};
    }
    const auto kept = recipes.replace(std::move(left), platform::now());
    return kept ? Status(Done {}) : Status(kept.error());
}

Status forgetInMappings(Workspace& workspace, const Naming& names)
{
    Batches batches(workspace.database());
    const Result<std::vector<BatchHead>> heads = batches.heads();
    if (!heads) {
        return heads.error();
    }
    for (const BatchHead& head : *heads) {
        Result<Mapping> mapping = mappingFromJson(head.mapping, head.fileName);
        if (!mapping) {
            return mapping.error();
        }
        if (std::erase_if(mapping->recipe, names) > 0) {
            if (Status status = batches.saveMapping(head.id, mappingToJson(*mapping)); !status) {
                return status;
            }
        }
    }
    return Done {};
}

}  // namespace

Status forgetInRules(Workspace& workspace, const std::vector<std::string>& texts)
{
    if (texts.empty()) {
        return Done {};
    }
    const Naming names(texts);
    Status status = forgetInWorkspace(workspace, names);
    return status ? forgetInMappings(workspace, names) : status;
}

}  // namespace meitrace

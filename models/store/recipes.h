// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"
#include "models/store/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace meitrace {

/// A cleaning rule as it is kept; `rule` is JSON (ingest/recipe.h), without its number.
struct StoredRecipeStep {
    std::int64_t id = 0;
    std::uint8_t kind = 0;
    bool isOn = true;
    std::string rule;

    bool operator==(const StoredRecipeStep&) const = default;
};

/// A cell that a rule changed while a file was loaded.
struct RecipeChange {
    std::int64_t batch = 0;
    std::int64_t row = 0;  ///< 0-based data row of its file
    std::string field;     ///< canonical name
    std::int64_t step = 0;
    std::string before;
    std::string after;
};

/// The cleaning rules of a workspace, in their order, and every cell they changed.
class Recipes {
public:
    explicit Recipes(Database& database)
        : m_database(database)
    {
    }

    /// kind 0 = of every kind.
    Result<std::vector<StoredRecipeStep>> steps(std::uint8_t kind = 0);
    /// Replaces all rules: those with id 0 are new and get one.  Inside the caller's transaction.
    /// Returns them with their numbers.
    Result<std::vector<StoredRecipeStep>> replace(std::vector<StoredRecipeStep> steps, Millis now);

    /// Inside the caller's transaction.
    Status addChanges(const std::vector<RecipeChange>& changes);
    /// By file and row; at most `limit`.
    Result<std::vector<RecipeChange>> changes(std::int64_t step, std::int64_t limit);
    /// Cells each rule changed in the files that are loaded.
    Result<std::map<std::int64_t, std::int64_t>> cellsByStep();

private:
    Database& m_database;
};

}  // namespace meitrace

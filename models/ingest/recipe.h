// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/kind.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

struct RowBlock;

/// One rule of a cleaning recipe: cells of a field that pass the test are changed, or their rows left out,
/// before anything is read from them. Rules work one after the other, each on what those before it left.
struct RecipeStep {
    enum class Test : std::uint8_t { Any, Empty, Filled, Equals, Contains, StartsWith, Above, Below };
    enum class Action : std::uint8_t {
        SetTo,        ///< `value` takes the cell's place
        ReplaceText,  ///< `value` takes the place of `text` wherever it stands; the test is Contains
        Unknown,      ///< the cell says nothing
        FillDown,     ///< the value of the data row above
        TakeFrom,     ///< the cell of field `from`
        SetAside,     ///< the row goes to the quarantine
        LeaveOut      ///< the row is skipped
    };

    std::int64_t id = 0;  ///< number in the workspace
    std::string name;
    int field = -1;  ///< index in kind->fields
    Test test = Test::Any;
    std::string text;   ///< of Equals, Contains, StartsWith; as it stands, outer blanks apart
    double number = 0;  ///< of Above and Below: in the unit of the file
    Action action = Action::Unknown;
    std::string value;
    int from = -1;  ///< index in kind->fields

    bool operator==(const RecipeStep&) const = default;
};

/// What a test or an action needs besides the field.
constexpr bool testsText(RecipeStep::Test test)
{
    using enum RecipeStep::Test;
    return test == Equals || test == Contains || test == StartsWith;
}
constexpr bool testsNumber(RecipeStep::Test test)
{
    return test == RecipeStep::Test::Above || test == RecipeStep::Test::Below;
}
constexpr bool writesValue(RecipeStep::Action action)
{
    return action == RecipeStep::Action::SetTo || action == RecipeStep::Action::ReplaceText;
}
constexpr bool dropsRow(RecipeStep::Action action)
{
    return action == RecipeStep::Action::SetAside || action == RecipeStep::Action::LeaveOut;
}

/// Codes as they stand in mappings and in --json.
std::string_view recipeTestCode(RecipeStep::Test test);
std::string_view recipeActionCode(RecipeStep::Action action);
/// False when there is no such code.
bool readRecipeTest(std::string_view code, RecipeStep::Test& test);
bool readRecipeAction(std::string_view code, RecipeStep::Action& action);
/// What is wrong with a rule: the key that says it, empty when nothing is.
std::string_view recipeFault(const RecipeStep& step);

/// {"name", "field", "if", "text", "number", "do", "value", "from"}: what the test and the action need.
std::string recipeStepToJson(const RecipeStep& step, const KindSpec& kind);
/// Errors  BadMapping(nameForErrors; detail: recipe.KEY)
Result<RecipeStep> recipeStepFromJson(const std::string& text, const KindSpec& kind,
                                      const std::string& nameForErrors);

/// A rule did something to a cell.
struct CellChange {
    std::int32_t row = 0;  ///< index inside the block
    std::int16_t field = -1;
    std::int64_t step = 0;
    std::string before;
    std::string after;  ///< of SetAside and LeaveOut: as before
};

/// A recipe on the columns of one file. Immutable, shared by threads.
class Recipe {
public:
    Recipe() = default;
    /// steps: in their order; source: column of the file per field of the kind, -1 = none. header: trimmed,
    /// empty without a header row.
    Recipe(std::vector<RecipeStep> steps, std::vector<int> source, std::vector<std::string> header);

    /// What a rule that fills down remembers from block to block; blocks come in the order of the file.
    struct Memory {
        std::vector<std::string> last;  ///< by step
    };

    [[nodiscard]] bool isEmpty() const { return m_steps.empty(); }
    /// Blocks have to come one after the other.
    [[nodiscard]] bool needsOrder() const { return m_needsOrder; }
    /// Changes the cells of a block, and notes in it what was changed. Blank lines, totals and repeated
    /// headers stay as they are.
    void apply(RowBlock& block, Memory& memory) const;

private:
    class Work;

    std::vector<RecipeStep> m_steps;
    std::vector<int> m_source;
    std::vector<std::string> m_header;
    bool m_needsOrder = false;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/recipe.h"

#include "models/base/text.h"
#include "models/ingest/money.h"
#include "models/ingest/rowblock.h"
#include "models/ingest/rowkind.h"
#include "models/ingest/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace meitrace {

namespace {

using Test = RecipeStep::Test;
using Action = RecipeStep::Action;

constexpr std::array<std::string_view, 8> kTests {"any",      "empty",       "filled", "equals",
                                                  "contains", "starts_with", "above",  "below"};
constexpr std::array<std::string_view, 7> kActions {"set_to",    "replace_text", "unknown",  "fill_down",
                                                    "take_from", "set_aside",    "leave_out"};

template <typename Code, std::size_t N>
bool readCode(const std::array<std::string_view, N>& codes, std::string_view text, Code& code)
{
    const auto found = std::find(codes.begin(), codes.end(), text);
    if (found != codes.end()) {
        code = static_cast<Code>(found - codes.begin());
    }
    return found != codes.end();
}

bool saysNothing(std::string_view cell)
{
    return cell.empty() || isNullWord(cell);
}

/// Compares a cell as a number; a cell that is none passes no test.
bool isBeyond(std::string_view cell, double limit, bool above)
{
    const Decimal number = readDecimal(cell, {.money = true});
    if (number.outcome != Decimal::Outcome::Number) {
        return false;
    }
    const double value = decimalValue(number);
    return above ? value > limit : value < limit;
}

bool passes(const RecipeStep& step, std::string_view cell)
{
    switch (step.test) {
    case Test::Any:
        return true;
    case Test::Empty:
        return saysNothing(cell);
    case Test::Filled:
        return !saysNothing(cell);
    case Test::Equals:
        return cell == step.text;
    case Test::Contains:
        return cell.find(step.text) != std::string_view::npos;
    case Test::StartsWith:
        return cell.substr(0, step.text.size()) == step.text;
    case Test::Above:
    case Test::Below:
        return isBeyond(cell, step.number, step.test == Test::Above);
    }
    return false;
}

std::string replaced(std::string_view cell, const std::string& text, const std::string& value)
{
    std::string made;
    while (true) {
        const std::size_t at = cell.find(text);
        made += cell.substr(0, at);
        if (at == std::string_view::npos) {
            return made;
        }
        made += value;
        cell.remove_prefix(at + text.size());
    }
}

}  // namespace

std::string_view recipeTestCode(Test test)
{
    return kTests[static_cast<std::size_t>(test)];
}

std::string_view recipeActionCode(Action action)
{
    return kActions[static_cast<std::size_t>(action)];
}

bool readRecipeTest(std::string_view code, Test& test)
{
    return readCode(kTests, code, test);
}

bool readRecipeAction(std::string_view code, Action& action)
{
    return readCode(kActions, code, action);
}

std::string_view recipeFault(const RecipeStep& step)
{
    if (trimmed(step.name).empty()) {
        return "name";
    }
    if (step.field < 0) {
        return "field";
    }
    if ((testsText(step.test) && step.text.empty())
        || (step.action == Action::ReplaceText && step.test != Test::Contains)) {
        return step.text.empty() ? "text" : "if";
    }
    if (step.action == Action::SetTo && step.value.empty()) {
        return "value";
    }
    return step.action == Action::TakeFrom && (step.from < 0 || step.from == step.field) ? "from"
                                                                                         : std::string_view();
}

/// One call of apply().
class Recipe::Work {
public:
    Work(const Recipe& recipe, RowBlock& block, Memory& memory)
        : m_recipe(recipe)
        , m_block(block)
        , m_memory(memory)
    {
        m_memory.last.resize(recipe.m_steps.size());
    }

    void run()
    {
        const std::size_t marked = m_block.marks.size();
        for (std::int32_t row = 0; row < m_block.rows(); ++row) {
            const std::size_t begin = m_block.rowStart[static_cast<std::size_t>(row)];
            const std::size_t end = m_block.rowStart[static_cast<std::size_t>(row) + 1];
            if (isDataRow(m_block.cells.data() + begin, end - begin, m_recipe.m_header)) {
                changeRow(row, begin, end - begin);
            }
        }
        const auto fresh = m_block.marks.begin() + static_cast<std::ptrdiff_t>(marked);
        std::inplace_merge(m_block.marks.begin(), fresh, m_block.marks.end(),
                           [](const RowMark& a, const RowMark& b) { return a.row < b.row; });
    }

private:
    [[nodiscard]] int sourceOf(int field) const
    {
        return field < 0 ? -1 : m_recipe.m_source[static_cast<std::size_t>(field)];
    }

    void changeRow(std::int32_t row, std::size_t begin, std::size_t count)
    {
        for (std::size_t s = 0; s < m_recipe.m_steps.size(); ++s) {
            const RecipeStep& step = m_recipe.m_steps[s];
            const int source = sourceOf(step.field);
            if (source < 0 || static_cast<std::size_t>(source) >= count) {
                continue;  // the file has no such column, or the row ends before it
            }
            std::string_view& cell = m_block.cells[begin + static_cast<std::size_t>(source)];
            if (passes(step, trimmed(cell))) {
                if (dropsRow(step.action)) {
                    drop(step, row, cell);
                    return;
                }
                if (std::optional<std::string> value = valueFor(step, s, {begin, count})) {
                    change(step, row, cell, *std::move(value));
                }
            }
            if (step.action == Action::FillDown && !saysNothing(trimmed(cell))) {
                m_memory.last[s] = trimmed(cell);
            }
        }
    }

    /// A row's cells among those of the block.
    struct Cells {
        std::size_t begin = 0;
        std::size_t count = 0;
    };

    /// A cell of the row; empty when it ends before it, or the file has no such column.
    [[nodiscard]] std::string_view cellOf(const Cells& row, int field) const
    {
        const int source = sourceOf(field);
        return source < 0 || static_cast<std::size_t>(source) >= row.count
            ? std::string_view()
            : m_block.cells[row.begin + static_cast<std::size_t>(source)];
    }

    /// What takes the place of the cell; nothing when it stays.
    [[nodiscard]] std::optional<std::string> valueFor(const RecipeStep& step, std::size_t at,
                                                      const Cells& row) const
    {
        const std::string_view cell = cellOf(row, step.field);
        switch (step.action) {
        case Action::SetTo:
            return step.value;
        case Action::ReplaceText:
            return replaced(cell, step.text, step.value);
        case Action::Unknown:
            return std::string();
        case Action::FillDown:
            return saysNothing(trimmed(cell)) && !m_memory.last[at].empty() ? std::optional(m_memory.last[at])
                                                                            : std::nullopt;
        case Action::TakeFrom: {
            const std::string_view other = trimmed(cellOf(row, step.from));
            return saysNothing(other) ? std::nullopt : std::optional(std::string(other));
        }
        case Action::SetAside:
        case Action::LeaveOut:
            break;
        }
        return std::nullopt;
    }

    void drop(const RecipeStep& step, std::int32_t row, std::string_view cell)
    {
        const bool aside = step.action == Action::SetAside;
        m_block.marks.push_back({.row = row,
                                 .rule = aside ? RowRule::SetAsideByRecipe : RowRule::RuleOfMapping,
                                 .byteOffset = 0,
                                 .field = static_cast<std::int16_t>(step.field)});
        note(step, row, cell, std::string(cell));
    }

    void change(const RecipeStep& step, std::int32_t row, std::string_view& cell, std::string value)
    {
        if (cell == value) {
            return;
        }
        m_block.storage.push_back(std::make_unique<char[]>(value.size() + 1));
        char* const kept = m_block.storage.back().get();
        std::copy(value.begin(), value.end(), kept);
        const std::size_t size = value.size();
        note(step, row, cell, std::move(value));
        cell = {kept, size};
    }

    void note(const RecipeStep& step, std::int32_t row, std::string_view before, std::string after)
    {
        m_block.changes.push_back({.row = row,
                                   .field = static_cast<std::int16_t>(step.field),
                                   .step = step.id,
                                   .before = std::string(before),
                                   .after = std::move(after)});
    }

    const Recipe& m_recipe;
    RowBlock& m_block;
    Memory& m_memory;
};

Recipe::Recipe(std::vector<RecipeStep> steps, std::vector<int> source, std::vector<std::string> header)
    : m_steps(std::move(steps))
    , m_source(std::move(source))
    , m_header(std::move(header))
    , m_needsOrder(std::any_of(m_steps.begin(), m_steps.end(),
                               [](const RecipeStep& step) { return step.action == Action::FillDown; }))
{
}

void Recipe::apply(RowBlock& block, Memory& memory) const
{
    if (!m_steps.empty()) {
        Work(*this, block, memory).run();
    }
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/ingest/celltext.h"
#include "models/ingest/cleanwork.h"
#include "models/ingest/rowkind.h"
#include "models/ingest/words.h"

#include <algorithm>
#include <array>

namespace meitrace::cleaning {

namespace {

struct RowCells {
    const std::string_view* cells = nullptr;
    std::size_t count = 0;

    [[nodiscard]] std::string_view at(int source) const
    {
        return source >= 0 && static_cast<std::size_t>(source) < count ? cells[source] : std::string_view();
    }
};

/// A total stands where no person and no date does.
bool isTotalRow(const Work& work, const RowCells& row)
{
    std::size_t first = 0;
    if (totalWordOf(row.cells, row.count, first) == nullptr) {
        return false;
    }
    const auto says = [&](int position) {
        const int source = work.column(position).source;
        const std::string_view cell = trimmed(row.at(source));
        return source != static_cast<int>(first) && !cell.empty() && !isNullWord(cell);
    };
    return std::none_of(work.plan.persons.begin(), work.plan.persons.end(), says)
        && std::none_of(work.plan.times.begin(), work.plan.times.end(), says);
}

bool matches(const PlanSkip& skip, const RowCells& row)
{
    using Test = Mapping::SkipRule::Test;
    std::string buffer;
    const std::string_view cell = tidyText(row.at(skip.source), buffer);
    switch (skip.rule.test) {
    case Test::Empty:
        return cell.empty() || isNullWord(cell);
    case Test::Equals:
        return cell == skip.rule.text;
    case Test::StartsWith:
        return cell.substr(0, skip.rule.text.size()) == skip.rule.text;
    case Test::AtMost:
    case Test::LessThan:
        break;
    }
    const Decimal number = readDecimal(cell, {.money = true});
    if (number.outcome != Decimal::Outcome::Number) {
        return false;
    }
    const double value = decimalValue(number);
    return skip.rule.test == Test::AtMost ? value <= skip.rule.number : value < skip.rule.number;
}

bool hasFilledTail(const RowCells& row, std::size_t width)
{
    return !isBlankRow(row.cells + width, row.count - width);
}

/// The cell a rule of the recipe speaks of.
std::string_view cellOf(const Work& work, const RowMark& mark)
{
    for (const PlanColumn& column : work.plan.columns) {
        if (column.field == mark.field) {
            return work.cell(mark.row, column.source);
        }
    }
    return {};
}

void applyMarks(Work& work, Tile tile)
{
    const auto& marks = work.out.rows.marks;
    auto mark = std::lower_bound(marks.begin(), marks.end(), tile.begin,
                                 [](const RowMark& m, std::int32_t row) { return m.row < row; });
    for (; mark != marks.end() && mark->row < tile.end; ++mark) {
        if (work.dead[static_cast<std::size_t>(mark->row)]) {
            continue;
        }
        if (mark->field >= 0) {
            const bool aside = mark->rule == RowRule::SetAsideByRecipe;
            work.drop(mark->row, aside ? RowFate::Quarantined : RowFate::Skipped, mark->rule,
                      aside ? shortened(cellOf(work, *mark)) : std::string(), mark->field);
        } else {
            work.drop(mark->row, RowFate::Quarantined, mark->rule,
                      mark->rule == RowRule::BadJson ? shortened(work.cell(mark->row, 0))
                                                     : std::to_string(mark->byteOffset));
        }
    }
}

/// Everything about a row that its neighbours need not know. None: the row is data.
RowRule ruleFor(const Work& work, const RowCells& row)
{
    const std::size_t width = work.plan.width;
    if (row.count == 0 || (isBlankCell(row.cells[0]) && isBlankRow(row.cells, row.count))) {
        return RowRule::BlankRow;
    }
    if (isHeaderRow(row.cells, row.count, work.plan.header)) {
        return RowRule::RepeatedHeader;
    }
    if (isTotalRow(work, row)) {
        return RowRule::TotalRow;
    }
    if (row.count < width) {
        return RowRule::TooFewCells;
    }
    if (row.count > width && hasFilledTail(row, width)) {
        return RowRule::TooManyCells;
    }
    const bool skipped = std::any_of(work.plan.skips.begin(), work.plan.skips.end(),
                                     [&](const PlanSkip& skip) { return matches(skip, row); });
    return skipped ? RowRule::RuleOfMapping : RowRule::None;
}

/// A row of the usual length whose first cell begins neither like a blank nor like a total or the header,
/// which is nearly every row. Others need a closer look.
class OrdinaryRows {
public:
    explicit OrdinaryRows(const Plan& plan)
        : m_width(plan.width)
    {
        const WordTable& totals = wordTable("total");
        for (std::size_t byte = 0; byte < m_first.size(); ++byte) {
            const auto c = static_cast<char>(byte);
            m_first[byte] = !mayBeginBlank(c) && !totals.mayBegin(c) && plan.skips.empty();
        }
        if (!plan.header.empty() && !plan.header[0].empty()) {
            m_first[static_cast<unsigned char>(plan.header[0].front())] = false;
        }
    }

    [[nodiscard]] bool contains(const RowCells& row) const
    {
        return row.count == m_width && !row.cells[0].empty()
            && m_first[static_cast<unsigned char>(row.cells[0][0])];
    }

private:
    std::size_t m_width;
    std::array<bool, 256> m_first {};
};

}  // namespace

void applyRowRules(Work& work, Tile tile)
{
    applyMarks(work, tile);
    const OrdinaryRows ordinary(work.plan);
    const std::string_view* cells = work.out.rows.cells.data();
    const std::uint32_t* starts = work.out.rows.rowStart.data();
    const char* dead = work.dead.data();
    for (std::int32_t r = tile.begin; r < tile.end; ++r) {
        const RowCells row {cells + starts[r], starts[r + 1] - starts[r]};
        if (dead[r] != 0 || ordinary.contains(row)) {
            continue;
        }
        const RowRule rule = ruleFor(work, row);
        if (rule == RowRule::None) {
            continue;
        }
        const bool ragged = rule == RowRule::TooFewCells || rule == RowRule::TooManyCells;
        work.drop(r, ragged ? RowFate::Quarantined : RowFate::Skipped, rule,
                  ragged ? std::to_string(row.count) + " / " + std::to_string(work.plan.width)
                         : std::string());
    }
}

}  // namespace meitrace::cleaning

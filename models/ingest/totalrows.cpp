// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that say what the lines above them come to.
#include "models/base/text.h"
#include "models/ingest/celltext.h"
#include "models/ingest/cleanwork.h"
#include "models/ingest/rowkind.h"

namespace meitrace::cleaning {

namespace {

constexpr std::string_view kPartCode = "part";

/// Rows whose cells were not read with the others, as a block of their own: totals, and what a rule left out
/// or set aside. Every row is as wide as the header.
struct SideRows {
    RowBlock block;
    std::vector<std::int32_t> row;  ///< in the block of the file
    std::vector<char> isTotal;

    void add(const RowBlock& rows, std::int32_t at, std::size_t width, bool total)
    {
        const std::size_t begin = rows.rowStart[static_cast<std::size_t>(at)];
        const std::size_t end = rows.rowStart[static_cast<std::size_t>(at) + 1];
        for (std::size_t i = 0; i < width; ++i) {
            block.cells.push_back(begin + i < end ? rows.cells[begin + i] : std::string_view());
        }
        block.rowStart.push_back(static_cast<std::uint32_t>(block.cells.size()));
        row.push_back(at);
        isTotal.push_back(total ? 1 : 0);
    }
};

SideRows sideRows(const Work& work)
{
    SideRows side;
    side.block.rowStart.push_back(0);
    for (const CellIssue& issue : work.out.issues) {
        if (issue.rule == RowRule::TotalRow || issue.rule == RowRule::RuleOfMapping
            || issue.rule == RowRule::SetAsideByRecipe) {
            side.add(work.out.rows, issue.row, work.plan.width, issue.rule == RowRule::TotalRow);
        }
    }
    return side;
}

/// The word a total line begins with, as it stands.
std::string_view labelOf(const SideRows& side, std::size_t at)
{
    for (std::size_t i = side.block.rowStart[at]; i < side.block.rowStart[at + 1]; ++i) {
        if (const std::string_view cell = trimmed(side.block.cells[i]); !cell.empty()) {
            return cell;
        }
    }
    return {};
}

class Summing {
public:
    explicit Summing(Work& work)
        : m_work(work)
        , m_totals(work.out.totals)
        , m_figures(work.plan.figures)
        , m_side(sideRows(work))
    {
    }

    void run()
    {
        for (const int position : m_figures) {
            m_totals.fields.push_back(m_work.column(position).field);
        }
        CleanBlock apart;
        apart.rows = std::move(m_side.block);
        Work reading(m_work.plan, apart);
        const auto rows = static_cast<std::int32_t>(m_side.row.size());
        for (const int position : m_figures) {
            readColumn(reading, position, {0, rows});
        }
        m_side.block = std::move(apart.rows);
        for (std::size_t s = 0; s < m_side.row.size(); ++s) {
            if (m_side.isTotal[s] != 0) {
                addLine(reading, s);
            }
        }
        m_totals.sums = sumsUpTo(reading, static_cast<std::int32_t>(m_work.out.fates.size()));
    }

private:
    void addLine(Work& reading, std::size_t at)
    {
        const std::string_view label = labelOf(m_side, at);
        const WordTable::Word* word = totalWord(label);
        TotalLine line {.row = m_side.row[at],
                        .line = m_work.out.rows.line[static_cast<std::size_t>(m_side.row[at])],
                        .label = shortened(label),
                        .ofPart = word != nullptr && word->code == kPartCode,
                        .stated = {},
                        .before = sumsUpTo(reading, m_side.row[at])};
        for (const int position : m_figures) {
            line.stated.push_back(reading.state(position).values.number[at]);
        }
        m_totals.lines.push_back(std::move(line));
    }

    /// Over the rows before this one.
    std::vector<FigureSum> sumsUpTo(Work& reading, std::int32_t end)
    {
        for (; m_upTo < end; ++m_upTo) {
            const auto row = static_cast<std::size_t>(m_upTo);
            const RowFate fate = m_work.out.fates[row];
            if (m_work.dead[row] != 0) {
                addUnread(reading, m_upTo, fate);
                continue;
            }
            for (std::size_t f = 0; f < m_figures.size(); ++f) {
                add(m_running[f], m_work.state(m_figures[f]).values.number[row], fate <= RowFate::Fixed);
            }
        }
        return m_running;
    }

    /// A row whose cells were not read with the others.
    void addUnread(Work& reading, std::int32_t row, RowFate fate)
    {
        while (m_nextSide < m_side.row.size() && m_side.row[m_nextSide] < row) {
            ++m_nextSide;
        }
        const bool isSide = m_nextSide < m_side.row.size() && m_side.row[m_nextSide] == row;
        if (isSide ? m_side.isTotal[m_nextSide] != 0 : fate != RowFate::Quarantined) {
            return;  // a total, a blank line, a header
        }
        for (std::size_t f = 0; f < m_figures.size(); ++f) {
            add(m_running[f],
                isSide ? reading.state(m_figures[f]).values.number[m_nextSide] : std::int64_t {kMissing},
                false);
        }
    }

    static void add(FigureSum& sum, std::int64_t number, bool taken)
    {
        const FigureSum one {.taken = taken && number != kMissing ? number : 0,
                             .left = !taken && number != kMissing ? number : 0,
                             .unread = !taken && number == kMissing ? 1 : 0,
                             .again = 0};
        sum += one;
    }

    Work& m_work;
    BlockTotals& m_totals;
    const std::vector<int>& m_figures;
    SideRows m_side;
    std::vector<FigureSum> m_running = std::vector<FigureSum>(m_figures.size());
    std::int32_t m_upTo = 0;
    std::size_t m_nextSide = 0;
};

}  // namespace

void sumFigures(Work& work)
{
    if (!work.plan.figures.empty()) {
        Summing(work).run();
    }
}

}  // namespace meitrace::cleaning

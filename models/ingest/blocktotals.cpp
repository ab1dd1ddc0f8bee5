// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/blocktotals.h"

#include "models/base/saturation.h"
#include "models/base/units.h"
#include "models/ingest/cleanblock.h"

#include <algorithm>
#include <limits>

namespace meitrace {

namespace {

/// Puts what the repeated rows of a block say into its sums, before row `end` only.
class Repeats {
public:
    Repeats(const CleanBlock& block, const std::vector<std::int32_t>& rows)
        : m_block(block)
        , m_rows(rows)
        , m_sums(block.totals.fields.size())
    {
    }

    std::int64_t before(std::int32_t end, std::size_t figure)
    {
        for (; m_next < m_rows.size() && m_rows[m_next] < end; ++m_next) {
            const auto kept = std::lower_bound(m_block.kept.begin(), m_block.kept.end(), m_rows[m_next]);
            const auto place = static_cast<std::size_t>(kept - m_block.kept.begin());
            for (std::size_t f = 0; f < m_sums.size(); ++f) {
                const FieldValues* values = m_block.find(m_block.totals.fields[f]);
                const std::int64_t number = values == nullptr ? kMissing : values->number[place];
                m_sums[f] = saturatedSum(m_sums[f], number == kMissing ? 0 : number);
            }
        }
        return m_sums[figure];
    }

private:
    const CleanBlock& m_block;
    const std::vector<std::int32_t>& m_rows;
    std::vector<std::int64_t> m_sums;
    std::size_t m_next = 0;
};

/// What the rows come to that a total line may speak of.
struct Sums {
    FigureSum whole;
    FigureSum part;
};

/// The words are used loosely: of the two, what fits is what was meant.
FileTotal totalOf(const CleanBlock& block, const TotalLine& line, std::size_t figure, const Sums& sums)
{
    const auto field = static_cast<std::size_t>(block.totals.fields[figure]);
    FileTotal total {.line = line.line,
                     .label = line.label,
                     .field = std::string(block.kind->fields[field].name),
                     .whole = !line.ofPart,
                     .stated = line.stated[figure],
                     .rows = line.ofPart ? sums.part : sums.whole};
    FileTotal other = total;
    other.whole = !total.whole;
    other.rows = total.whole ? sums.part : sums.whole;
    return total.difference() != 0 && other.difference() == 0 ? other : total;
}

}  // namespace

void TotalLedger::add(const CleanBlock& block, const std::vector<std::int32_t>& repeats)
{
    const BlockTotals& totals = block.totals;
    Repeats repeated(block, repeats);
    m_sums.resize(totals.fields.size());
    m_lastTotal.resize(totals.fields.size());
    for (const TotalLine& line : totals.lines) {
        for (std::size_t f = 0; f < totals.fields.size(); ++f) {
            FigureSum whole = m_sums[f];
            whole += line.before[f];
            whole.again = saturatedSum(whole.again, repeated.before(line.row, f));
            const FigureSum part = whole - m_lastTotal[f];
            m_lastTotal[f] = whole;
            if (line.stated[f] != kMissing) {
                m_totals.push_back(totalOf(block, line, f, {.whole = whole, .part = part}));
            }
        }
    }
    for (std::size_t f = 0; f < totals.fields.size(); ++f) {
        m_sums[f] += totals.sums[f];
        const std::int64_t again = repeated.before(std::numeric_limits<std::int32_t>::max(), f);
        m_sums[f].again = saturatedSum(m_sums[f].again, again);
    }
}

}  // namespace meitrace

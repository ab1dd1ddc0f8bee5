// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filetotal.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// A line of a file that says what the lines above it come to.
struct TotalLine {
    std::int32_t row = 0;              ///< index inside the block
    std::int64_t line = 0;             ///< 1-based physical line
    std::string label;                 ///< the word it begins with
    bool ofPart = false;               ///< a subtotal, by its word
    std::vector<std::int64_t> stated;  ///< by BlockTotals::fields; kMissing: nothing, or no number
    std::vector<FigureSum> before;     ///< the rows of the same block that stand before it
};

/// The totals a block of rows states, and what is needed to check them.
struct BlockTotals {
    std::vector<int> fields;  ///< indices in kind->fields: those that add up and have a column of the file
    std::vector<TotalLine> lines;  ///< ascending
    std::vector<FigureSum> sums;   ///< over all rows of the block
};

struct CleanBlock;

/// Checks the totals of a file, block after block in the order of its rows.
class TotalLedger {
public:
    /// repeats: rows of the block that turned out to say once more what is known, ascending.
    void add(const CleanBlock& block, const std::vector<std::int32_t>& repeats = {});
    [[nodiscard]] const std::vector<FileTotal>& totals() const { return m_totals; }

private:
    std::vector<FigureSum> m_sums;       ///< since the first row
    std::vector<FigureSum> m_lastTotal;  ///< what m_sums was at the total line before
    std::vector<FileTotal> m_totals;
};

}  // namespace meitrace

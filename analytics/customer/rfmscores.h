// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/purchasefacts.h"
#include "analytics/customer/rfm.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

/// R, F and M of the scored customers only, in the order of the customers.
struct ScoredValues {
    Column<std::int64_t> recency;
    Column<std::int64_t> frequency;
    Column<Fen> monetary;
};
/// Errors  Cancelled
Result<ScoredValues> scoredValues(const PurchaseFacts& facts, Job& job);

/// Fixed cuts of F for any number of bins: 1, 2, 4, 7, 11, 16 … each class one wider than the one before.
std::vector<std::int64_t> defaultFrequencyCuts(int bins);

/// What the values of a dimension are on the scale that natural breaks are sought on.
enum class BreakScale : std::uint8_t { Plain, LogCount, LogMoney };

/// Cost    O(n); Breaks sorts the values and runs in O(bins u log u) for u different ones.
/// Errors  Cancelled
Result<RfmCuts> cutValues(const Column<std::int64_t>& values, RfmMethod method, int bins,
                          const std::vector<std::int64_t>& fixedCuts, BreakScale scale, Job& job);

/// 1 + number of cuts strictly below
inline int classOf(std::int64_t value, const std::vector<WholeQuantile>& cuts)
{
    int score = 1;
    for (const WholeQuantile& cut : cuts) {
        score += value > cut.floor ? 1 : 0;
    }
    return score;
}

/// Errors  Cancelled
Result<RfmThresholds> eightThresholds(const ScoredValues& values, const RfmOptions& options, Job& job);

/// Which segment a customer belongs to; indexes into segmentCodes() of the grid.
class SegmentTable {
public:
    /// bins: 5 or 10 where the eleven are asked
    SegmentTable(RfmGrid grid, int bins);

    /// The eight: true = better than or equal to the threshold
    [[nodiscard]] std::uint8_t ofBits(bool r, bool f, bool m) const
    {
        return m_segment[(r ? std::size_t {4} : 0) + (f ? 2 : 0) + (m ? 1 : 0)];
    }
    /// The eleven: scores 1 … bins
    [[nodiscard]] std::uint8_t ofScores(int r, int second) const
    {
        return m_segment[static_cast<std::size_t>((r - 1) * m_bins + second - 1)];
    }

private:
    int m_bins;
    std::vector<std::uint8_t> m_segment;
};

/// The segments of a grid, in the order of its table, each once.
std::vector<std::string_view> segmentCodes(RfmGrid grid);

}  // namespace meitrace

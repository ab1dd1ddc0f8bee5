// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace meitrace {

/// Counts of whole numbers from 0 up in classes at most 6 % wide, exact below 32: for medians of waits that
/// must be the same whatever the order and the number of threads.
class LogHistogram {
public:
    static constexpr int kClasses = 16 * 58;

    /// Negative numbers count as 0, those beyond 2^60 as that.
    void add(std::int64_t value, Index count = 1)
    {
        m_counts[static_cast<std::size_t>(classOf(value))] += count;
        m_total += count;
    }
    void add(const LogHistogram& other)
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            m_counts[i] += other.m_counts[i];
        }
        m_total += other.m_total;
    }
    [[nodiscard]] Index total() const { return m_total; }
    /// Middle of the class in which the share of the counted numbers is reached; 0 without any.
    [[nodiscard]] double quantile(double share) const
    {
        const double wanted = share * static_cast<double>(m_total);
        Index seen = 0;
        for (int i = 0; i < kClasses; ++i) {
            seen += m_counts[static_cast<std::size_t>(i)];
            if (seen > 0 && static_cast<double>(seen) >= wanted) {
                return (static_cast<double>(lowest(i)) + static_cast<double>(lowest(i + 1) - 1)) / 2;
            }
        }
        return 0;
    }

private:
    static constexpr int kBits = 4;
    static constexpr std::int64_t kLargest = std::int64_t {1} << 60;

    static int classOf(std::int64_t value)
    {
        if (value < 32) {
            return value < 0 ? 0 : static_cast<int>(value);
        }
        value = std::min(value, kLargest);
        const int octave = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value))) - 1;
        const auto sub = static_cast<int>((value >> (octave - kBits)) & 15);
        return 16 * (octave - kBits + 1) + sub;
    }
    static std::int64_t lowest(int number)
    {
        if (number < 32) {
            return number;
        }
        const int octave = number / 16 + kBits - 1;
        return (std::int64_t {16} + number % 16) << (octave - kBits);
    }

    std::array<Index, kClasses> m_counts {};
    Index m_total = 0;
};

}  // namespace meitrace

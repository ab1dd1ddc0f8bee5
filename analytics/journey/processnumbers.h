// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"
#include "analytics/journey/process.h"
#include "models/base/hash.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace meitrace {

/// Activities as the process view numbers them, by code.
struct ProcessNumbers {
    std::vector<int> of;
    std::vector<int> codes;  ///< by number, without Other
    bool hasOther = false;

    [[nodiscard]] int count() const { return static_cast<int>(codes.size()) + (hasOther ? 1 : 0); }
};

/// Numbers, of a whole way: the first ones, and behind them a hash of what follows those.
using ProcessSequence = std::u16string;

inline constexpr std::size_t kRestUnits = sizeof(std::uint64_t) / sizeof(char16_t);

inline void appendRest(ProcessSequence& sequence, std::uint64_t rest)
{
    for (std::size_t i = 0; i < kRestUnits; ++i) {
        sequence += static_cast<char16_t>(rest >> (16 * i));
    }
}

/// A way in the numbers of the view. Names that became one are put together where neighbours are.
struct NumberedWay {
    std::vector<int> numbers;
    std::vector<Millis> times;

    void read(const Way& way, const ProcessNumbers& all, bool collapse)
    {
        numbers.clear();
        times.clear();
        for (std::size_t i = 0; i < way.activities.size(); ++i) {
            const int number = all.of[way.activities[i]];
            if (!collapse || numbers.empty() || numbers.back() != number) {
                numbers.push_back(number);
                times.push_back(way.times[i]);
            }
        }
    }

    [[nodiscard]] ProcessSequence sequence() const
    {
        ProcessSequence text;
        for (std::size_t i = 0; i < std::min(numbers.size(), ProcessVariant::kLongest); ++i) {
            text += static_cast<char16_t>(numbers[i]);
        }
        if (numbers.size() > ProcessVariant::kLongest) {
            const std::span rest = std::span(numbers).subspan(ProcessVariant::kLongest);
            appendRest(text, hash64({reinterpret_cast<const char*>(rest.data()), rest.size_bytes()}));
        }
        return text;
    }
    [[nodiscard]] std::int64_t seconds() const { return (times.back() - times.front()) / 1000; }
};

}  // namespace meitrace

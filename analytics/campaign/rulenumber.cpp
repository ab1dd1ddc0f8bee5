// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rulenumber.h"

#include <array>
#include <charconv>
#include <cmath>

namespace meitrace {

std::optional<double> parseRuleNumber(std::string_view text)
{
    constexpr double kLargest = 1e12;
    double number = 0;
    const auto [end, error]
        = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    const bool whole = error == std::errc {} && end == text.data() + text.size();
    return whole && std::abs(number) <= kLargest ? std::optional<double>(number) : std::nullopt;
}

std::string printRuleNumber(double number)
{
    std::array<char, 400> buffer {};
    const auto [end, error]
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
    return error == std::errc {} ? std::string(buffer.data(), end) : std::string("0");
}

}  // namespace meitrace

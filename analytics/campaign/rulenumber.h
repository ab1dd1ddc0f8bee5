// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// "-12.5": digits with an optional sign and decimals, nothing else; at most 10^12 either way.
std::optional<double> parseRuleNumber(std::string_view text);
/// Shortest text that reads back as the same number, never with an exponent.
std::string printRuleNumber(double number);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace meitrace {

/// The three values of a rule for one customer.
enum class Truth : std::uint8_t { False = 0, True = 1, Unknown = 2 };

constexpr Truth truthOf(bool value)
{
    return value ? Truth::True : Truth::False;
}

constexpr Truth opposite(Truth truth)
{
    return truth == Truth::Unknown ? truth : truthOf(truth == Truth::False);
}

}  // namespace meitrace

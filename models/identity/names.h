// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meitrace {

/// What the name of a person, as it stands in a source, says about who it is. Never a judgement on nicknames:
/// what cannot be read for certain says nothing.
///
/// A full name is two to four Han characters (more with a middle dot), with at most two letters or digits
/// behind them that tell namesakes apart, or two to five Latin words. A surname with a title, a masked name
/// and a name followed by remarks give the surname only. Nicknames, placeholders and single words give
/// nothing. The order of Latin words does not matter.
struct NameFacts {
    std::uint64_t full = 0;     ///< hash of the cleaned full name; 0: not a full name
    std::uint64_t surname = 0;  ///< one or two Han code points, packed; 0: not known
    bool latin = false;         ///< the full name is written in Latin words
};

/// Cost    about 0.1 us for plain Han or ASCII text, some us where Unicode rules are needed
NameFacts readName(std::string_view name);

/// Han surname, double surnames included; empty when the text does not show one.
std::string surnameOf(std::string_view name);

bool isFullName(std::string_view name);

/// True when the two cannot be one person by name: different full names, or different surnames. A Han and a
/// Latin full name differ unless one is the reading of the other.
bool contradicts(std::string_view a, std::string_view b);

/// True when the Latin full name is the toneless reading of the Han name, surname first or last.
bool sameReading(std::string_view han, std::string_view latin);

}  // namespace meitrace

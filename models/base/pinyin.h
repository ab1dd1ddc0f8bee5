// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace meitrace {

/// How a name sounds, character by character: for finding it by what is typed on a Latin keyboard.
struct NameSound {
    std::string initials;   ///< first letters of the syllables, lower case
    std::string syllables;  ///< joined, lower case, without tones
};

/// Toneless sound of a name; Latin letters stand for themselves, everything else is left out.
/// Cost    a table look-up per character; some 10 us when a character is met for the first time, 0.1 s for
/// the first of all
NameSound soundOf(std::string_view name);

/// Whether lower-case Latin letters name this sound: the start of its syllables, or a run of its initials.
bool soundsLike(const NameSound& sound, std::string_view letters);

}  // namespace meitrace

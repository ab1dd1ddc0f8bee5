// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace meitrace {

/// Fewest insertions, deletions and replacements of bytes that turn one text into the other.
/// Cost    one pass over the longer text when the shorter one has at most 64 bytes, else their product
/// Source  Myers 1999, Hyyroe 2003 (bit vectors)
int editDistance(std::string_view a, std::string_view b);

/// 1 - editDistance / length of the longer text; 1 for two empty texts
double editSimilarity(std::string_view a, std::string_view b);

/// True when one insertion, deletion or replacement of a byte, or a swap of two neighbours, makes them equal;
/// false when they are equal.
bool isOneSlip(std::string_view a, std::string_view b);

/// Similarity of two Latin words by bytes, 0 to 1; a common beginning of up to four bytes counts extra (0.1 a
/// byte). Not for Chinese names: one character of two is half of the word.
/// Source  Jaro 1989, Winkler 1990
double jaroWinkler(std::string_view a, std::string_view b);

}  // namespace meitrace

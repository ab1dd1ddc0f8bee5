// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/evidence.h"

#include <cstdint>
#include <string_view>

namespace meitrace {

// What EvidenceColumn::compare() decides for two different cleaned cells of one kind. None is empty.

/// One bit for each letter that occurs, by its lowest five bits
std::uint32_t lettersOf(std::string_view text);

/// Words in Latin letters, each with its lettersOf(). Alike, Near or Different.
Level compareLatin(std::string_view a, std::string_view b, std::uint32_t lettersA, std::uint32_t lettersB);

/// Digits YYYYMMDD
Level compareDates(std::string_view a, std::string_view b);

/// Digits, '*' for those that are hidden; at least four
Level comparePhones(std::string_view a, std::string_view b);
bool isMasked(std::string_view phone);

/// Lower-case words with one blank between them
Level compareAddresses(std::string_view a, std::string_view b);

/// True when the texts have equally many characters and one of them differs.
bool isOneCharacterOff(std::string_view a, std::string_view b);

}  // namespace meitrace

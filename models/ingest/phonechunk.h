// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace meitrace::phonetext {

inline constexpr std::size_t kMobileDigits = 11;
inline constexpr std::size_t kMostExtension = 6;

/// A run of digits with what may stand between them. Stars and crosses count as hidden digits.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): six per cell, and only what was written is read
struct Chunk {
    std::array<char, 32> bytes;  ///< digits and '*'
    std::size_t size = 0;
    std::size_t hidden = 0;
    bool plus = false;       ///< + or 00 stood before it
    bool extension = false;  ///< it follows a word for extension
    bool dashed = false;     ///< a dash stood inside: the last group may be an extension
    std::size_t lastGroup = 0;

    [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

struct Chunks {
    std::array<Chunk, 6> all;
    std::size_t count = 0;
    bool tooMany = false;
};

/// 1[3-9] and nine digits
bool isMobile(std::string_view digits);

/// Takes a cell as made by FoldedCell apart into its runs of digits.
Chunks split(std::string_view text);

}  // namespace meitrace::phonetext

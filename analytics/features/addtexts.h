// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/dictionary.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// Codes in `to` by code in `from`, texts that are new there added behind the last; the empty text is 0 in
/// both.
inline std::vector<std::uint32_t> addTexts(const Dictionary& from, Dictionary& to)
{
    std::vector<std::uint32_t> codes;
    codes.reserve(from.size());
    for (std::uint32_t code = 0; code < from.size(); ++code) {
        codes.push_back(to.add(from.text(code)));
    }
    return codes;
}

}  // namespace meitrace

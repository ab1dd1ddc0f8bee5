// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// "(1,2,3)", to stand behind IN
inline std::string identList(const std::vector<std::uint32_t>& idents)
{
    std::string list;
    for (const std::uint32_t ident : idents) {
        list += (list.empty() ? "" : ",") + std::to_string(ident);
    }
    return "(" + list + ")";
}

}  // namespace meitrace

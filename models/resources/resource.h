// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace meitrace {

/// Bytes of a file of the folder resources/ that is built into the program, by its path there
/// ("domain/catalogue.csv"). Lives as long as the program. Empty when there is none of that name.
std::string_view resource(std::string_view path);

/// Paths that begin with `prefix`, ascending.
std::vector<std::string_view> resourcesUnder(std::string_view prefix);

}  // namespace meitrace

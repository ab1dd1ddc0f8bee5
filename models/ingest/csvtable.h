// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// The rows of one of our own embedded CSV tables without its header: comma, double quotes, LF. Rows may
/// differ in length. For files of users there is RowSource.
std::vector<std::vector<std::string>> embeddedTable(std::string_view resourcePath);

}  // namespace meitrace

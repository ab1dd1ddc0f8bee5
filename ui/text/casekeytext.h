// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace meitrace {

/// What cases are told apart by: an event field, a circumstance ("hour_block") or an attribute of customers.

/// "Hour of the day", "channel", "member level"
QString caseKeyName(std::string_view key);
/// "20:00–24:00", "Douyin", "female"
QString caseValueText(std::string_view key, std::string_view value);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace meitrace {

/// True when a spreadsheet may run the text of a cell as a formula: its first visible character is = + - @ or
/// one of their full-width forms, or it begins with TAB, CR or LF. A plain number ("-500",
/// "-0.25") is none; "+86138…" counts as one, because a spreadsheet would turn it into another number. Source
/// OWASP, CSV injection; CVE-2021-41270 (the escaping character must be harmless itself).
bool startsFormula(std::string_view cell);

/// "-12", "0.5", "1980.00": digits with at most one point, a minus in front allowed.
bool isPlainNumber(std::string_view cell);

}  // namespace meitrace

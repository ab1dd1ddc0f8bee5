// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/cellguard.h"

#include "models/base/text.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr std::array<std::string_view, 8> kTriggers {"=",      "+",      "-",      "@",
                                                     "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

}  // namespace

bool isPlainNumber(std::string_view cell)
{
    if (!cell.empty() && cell.front() == '-') {
        cell.remove_prefix(1);
    }
    int digits = 0;
    int points = 0;
    for (const char c : cell) {
        if (c >= '0' && c <= '9') {
            ++digits;
        } else if (c == '.') {
            ++points;
        } else {
            return false;
        }
    }
    return digits > 0 && points <= 1;
}

bool startsFormula(std::string_view cell)
{
    if (cell.empty()) {
        return false;
    }
    // A letter, a digit or a Chinese character in front: nearly every cell.
    const char first = cell.front();
    if ((first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) {
        return false;
    }
    if (first == '\t' || first == '\r' || first == '\n') {
        return true;
    }
    const std::string_view visible = trimmed(cell);
    const bool triggered = std::any_of(kTriggers.begin(), kTriggers.end(),
                                       [&](std::string_view t) { return visible.substr(0, t.size()) == t; });
    return triggered && !isPlainNumber(visible);
}

}  // namespace meitrace

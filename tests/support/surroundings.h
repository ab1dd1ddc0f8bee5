// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meitrace::test {

/// A cell as systems, spreadsheets and hands wrap it: blanks of every width, marks that nobody sees, what
/// keeps a spreadsheet from reading a number. None of it means anything.
inline std::vector<std::string> wrapped(std::string_view cell)
{
    const std::string text(cell);
    std::vector<std::string> all {
        " " + text + "  ",
        "\u3000" + text + "\u3000",
        "\u00A0" + text + "\u00A0",
        "\uFEFF" + text,
        "\u200B" + text,
        text + "\u200B",
        text + "\r",
    };
    const bool isPlain = !text.empty() && text.find_first_of("=\"'\t") == std::string::npos;
    if (isPlain && text != " " && text.front() != ' ' && text.front() != '+' && text.front() != '-') {
        all.insert(all.end(), {"'" + text, "\t" + text, "=\"" + text + "\""});
    }
    return all;
}

}  // namespace meitrace::test

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

namespace meitrace::test {

struct HandRow {
    std::int64_t line = 0;  ///< 1-based physical line on which it begins
    std::vector<std::string> cells;
};

/// A small parser of delimited text of its own, independent of the program's reader: RFC 4180, any line end,
/// blank lines are no rows.
inline std::vector<HandRow> parseByHand(const std::string& bytes, char delimiter = ',')
{
    std::vector<HandRow> rows;
    std::int64_t line = 1;
    std::size_t at = bytes.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
    while (at < bytes.size()) {
        HandRow row {line, {std::string()}};
        bool quotedRow = false;
        bool inQuotes = false;
        for (; at < bytes.size(); ++at) {
            const char c = bytes[at];
            if (c == '\n') {
                ++line;
            }
            if (inQuotes) {
                if (c != '"') {
                    row.cells.back() += c;
                } else if (at + 1 < bytes.size() && bytes[at + 1] == '"') {
                    row.cells.back() += '"';
                    ++at;
                } else {
                    inQuotes = false;
                }
            } else if (c == '"') {
                inQuotes = true;
                quotedRow = true;
            } else if (c == delimiter) {
                row.cells.emplace_back();
            } else if (c == '\n') {
                ++at;
                break;
            } else if (c != '\r') {
                row.cells.back() += c;
            }
        }
        if (quotedRow || row.cells.size() > 1 || !row.cells.front().empty()) {
            rows.push_back(row);
        }
    }
    return rows;
}

inline std::string fileBytes(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    std::string bytes(file ? static_cast<std::size_t>(file.tellg()) : 0, '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

}  // namespace meitrace::test

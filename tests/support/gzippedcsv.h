// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>
#include <zlib.h>

namespace meitrace::test {

using Row = std::map<std::string, std::string>;

/// Rows of a gzipped comma-separated file with a header; quoted cells without line breaks.
inline std::vector<Row> readGzippedCsv(const std::string& path)
{
    std::string text;
    std::vector<char> buffer(1 << 16);
    gzFile file = gzopen(path.c_str(), "rb");
    for (int got = 0; file != nullptr && (got = gzread(file, buffer.data(), 1 << 16)) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    gzclose(file);
    std::vector<Row> rows;
    std::vector<std::string> header;
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else if (c == '\n' && !quoted) {
            Row row;
            for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i) {
                row[header[i]] = cells[i];
            }
            if (header.empty()) {
                header = cells;
            } else {
                rows.push_back(std::move(row));
            }
            cells.assign(1, "");
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return rows;
}

}  // namespace meitrace::test

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/csvtable.h"

#include "models/resources/resource.h"

namespace meitrace {

std::vector<std::vector<std::string>> embeddedTable(std::string_view resourcePath)
{
    const std::string_view text = resource(resourcePath);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == '"') {
                cell += '"';
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (!quoted && c == ',') {
            row.push_back(std::move(cell));
            cell.clear();
        } else if (!quoted && c == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            rows.push_back(std::move(row));
            row.clear();
        } else if (quoted || c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !row.empty()) {
        row.push_back(std::move(cell));
        rows.push_back(std::move(row));
    }
    if (!rows.empty()) {
        rows.erase(rows.begin());
    }
    return rows;
}

}  // namespace meitrace

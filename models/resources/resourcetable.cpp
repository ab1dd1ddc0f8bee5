// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/resources/resourcetable.h"

#include "models/resources/resource.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace meitrace {

namespace {

/// Cells of one line; quotes may hold commas, and two quotes mean one.
std::vector<std::string> cellsOf(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

}  // namespace

ResourceTable::ResourceTable(std::string_view path)
{
    std::string_view bytes = resource(path);
    assert(!bytes.empty());
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (m_header.empty()) {
            m_header = cellsOf(line);
        } else if (!line.empty()) {
            m_rows.push_back(cellsOf(line));
            m_rows.back().resize(m_header.size());
        }
    }
}

const std::string& ResourceTable::text(std::size_t row, std::string_view column) const
{
    const auto found = std::find(m_header.begin(), m_header.end(), column);
    assert(found != m_header.end());
    return m_rows[row][static_cast<std::size_t>(found - m_header.begin())];
}

std::vector<std::string> ResourceTable::list(std::size_t row, std::string_view column) const
{
    std::vector<std::string> parts;
    std::string_view left = text(row, column);
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('|'), left.size());
        if (end > 0) {
            parts.emplace_back(left.substr(0, end));
        }
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return parts;
}

int ResourceTable::number(std::size_t row, std::string_view column) const
{
    const std::string& cell = text(row, column);
    int value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

}  // namespace meitrace

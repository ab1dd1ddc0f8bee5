// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// A CSV file built into the program: comma, quotes, LF; the first row names the columns, and a cell holds no
/// line break. Our own files: a column that is asked for and does not exist is a programmer's mistake. For
/// files of users there is RowSource.
class ResourceTable {
public:
    explicit ResourceTable(std::string_view path);

    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
    /// Parts of a cell, divided by |; none of an empty one.
    [[nodiscard]] std::vector<std::string> list(std::size_t row, std::string_view column) const;
    /// 0 when the cell is empty
    [[nodiscard]] int number(std::size_t row, std::string_view column) const;

private:
    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowinserter.h"

namespace meitrace {

namespace {

constexpr int kRowsAtOnce = 32;

}  // namespace

Status RowInserter::prepare(Statement& statement, int rows)
{
    if (statement.isPrepared()) {
        return Done {};
    }
    std::string row = "(?";
    for (int i = 1; i < m_columns; ++i) {
        row += ", ?";
    }
    row += ")";
    std::string sql = m_head + " " + row;
    for (int i = 1; i < rows; ++i) {
        sql += ", " + row;
    }
    Result<Statement> made = m_database.prepare(sql + " " + m_tail);
    if (!made) {
        return made.error();
    }
    statement = std::move(*made);
    return Done {};
}

Status RowInserter::run(Statement& statement, std::size_t firstCell, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const Cell& cell = m_cells[firstCell + i];
        const int parameter = static_cast<int>(i) + 1;
        switch (cell.kind) {
        case Cell::Kind::Whole:
            statement.bindNumber(parameter, cell.number);
            break;
        case Cell::Kind::Real:
            statement.bind(parameter, cell.real);
            break;
        case Cell::Kind::Text:
            statement.bind(parameter, cell.text);
            break;
        }
    }
    return statement.run();
}

Status RowInserter::add(std::initializer_list<Cell> cells)
{
    m_cells.insert(m_cells.end(), cells.begin(), cells.end());
    if (m_cells.size() < static_cast<std::size_t>(m_columns) * kRowsAtOnce) {
        return Done {};
    }
    if (Status status = prepare(m_many, kRowsAtOnce); !status) {
        return status;
    }
    Status status = run(m_many, 0, m_cells.size());
    m_cells.clear();
    return status;
}

Status RowInserter::flush()
{
    const auto columns = static_cast<std::size_t>(m_columns);
    for (std::size_t first = 0; first < m_cells.size(); first += columns) {
        if (Status status = prepare(m_one, 1); !status) {
            return status;
        }
        if (Status status = run(m_one, first, columns); !status) {
            return status;
        }
    }
    m_cells.clear();
    return Done {};
}

}  // namespace meitrace

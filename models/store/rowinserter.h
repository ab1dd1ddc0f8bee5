// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"
#include "models/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Inserts many rows with few statements: one statement carries 32 rows, which nearly doubles the rate.
/// Texts must live until the rows are written: after the 32nd, or by flush().
class RowInserter {
public:
    struct Cell {
        enum class Kind : std::uint8_t { Whole, Real, Text };
        Kind kind = Kind::Whole;
        std::int64_t number = kMissing;  ///< kMissing: NULL
        double real = 0;
        std::string_view text {};

        // NOLINTNEXTLINE(google-explicit-constructor): a cell is what it is made from
        Cell(std::int64_t value)
            : number(value)
        {
        }
        // NOLINTNEXTLINE(google-explicit-constructor)
        Cell(std::string_view value)
            : kind(Kind::Text)
            , text(value)
        {
        }
        // NOLINTNEXTLINE(google-explicit-constructor)
        Cell(double value)
            : kind(Kind::Real)
            , real(value)
        {
        }
    };

    /// head: "INSERT INTO t(a, b) VALUES", tail: "ON CONFLICT …" or empty
    RowInserter(Database& database, std::string head, int columns, std::string tail = {})
        : m_database(database)
        , m_head(std::move(head))
        , m_tail(std::move(tail))
        , m_columns(columns)
    {
    }

    /// cells: as many as columns. Errors  those of writing, perhaps only when the rows are written
    Status add(std::initializer_list<Cell> cells);
    Status flush();

private:
    Status run(Statement& statement, std::size_t firstCell, std::size_t count);
    Status prepare(Statement& statement, int rows);

    Database& m_database;
    std::string m_head;
    std::string m_tail;
    int m_columns;
    Statement m_many;
    Statement m_one;
    std::vector<Cell> m_cells;
};

}  // namespace meitrace

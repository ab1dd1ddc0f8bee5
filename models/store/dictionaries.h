// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/frame/dictionary.h"
#include "models/frame/eventcolumns.h"
#include "models/store/database.h"

#include <array>
#include <utility>
#include <vector>

namespace meitrace {

/// The dictionaries of the event stream as they stand in the file, with new texts added in memory first.
class Dictionaries {
public:
    explicit Dictionaries(Database& database)
        : m_database(database)
    {
    }

    Status load();
    /// The code of a text; a new one where it is new. Types that every clinic knows have fixed codes.
    /// Errors  BadMapping(field) when a column runs out of codes: 65,535 of a narrow one, 16 million of a
    /// wide one
    Result<std::uint32_t> code(EventField field, std::string_view text);
    /// Writes what is new. Inside the caller's transaction.
    Status save();
    /// Hands the texts over, for a snapshot.
    [[nodiscard]] std::array<Dictionary, kEventFieldCount>& all() { return m_dictionaries; }

private:
    Database& m_database;
    std::array<Dictionary, kEventFieldCount> m_dictionaries;
    std::vector<std::pair<EventField, std::uint32_t>> m_new;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/filetotal.h"
#include "models/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// A balance of a card that does not follow from what was bought and used; sessions in thousandths.
struct CardDifference {
    std::int64_t batch = 0;
    std::int64_t row = 0;        ///< 0-based data row of its file
    std::uint32_t customer = 0;  ///< One-ID number; 0 = nobody
    std::string card;
    std::string item;
    std::int64_t bought = 0;
    std::int64_t gift = 0;
    std::int64_t used = 0;
    std::int64_t remaining = 0;

    /// Sessions the balance has more than bought + given − used.
    [[nodiscard]] std::int64_t difference() const { return remaining - (bought + gift - used); }
};

/// Balances of cards in force: how many could be checked, and those that do not add up.
struct CardCheck {
    std::int64_t cards = 0;
    std::int64_t checked = 0;                 ///< with bought, used and remaining
    std::vector<CardDifference> differences;  ///< by file and row
};

/// Totals that files state, and balances of cards.
class Reconciliation {
public:
    explicit Reconciliation(Database& database)
        : m_database(database)
    {
    }

    Status save(std::int64_t batch, const std::vector<FileTotal>& totals);
    /// In the order of the file.
    Result<std::vector<FileTotal>> totals(std::int64_t batch);
    /// Cost  one pass over the balances.
    Result<CardCheck> cards();

private:
    Database& m_database;
};

}  // namespace meitrace

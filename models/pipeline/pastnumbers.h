// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/identity/resolver.h"
#include "models/store/database.h"

#include <cstdint>

namespace meitrace {

/// Customer numbers that handles had before. When people are taken apart again (an import undone, a merge
/// taken back), everybody gets the old number again instead of a new one.
class PastNumbers {
public:
    explicit PastNumbers(Database& database)
        : m_database(database)
    {
    }

    /// A handle leaves a number.
    Status add(std::uint32_t ident, std::uint32_t customer, std::int64_t mapVersion);

    /// Replaces numbers given out for the first time by past ones of the same handles where those are free;
    /// the latest ones first. A number that went to the wrong half of a customer taken apart (its handles
    /// have a free past number of their own) goes to the other half.
    Status giveBack(const IdentityInput& input, Resolution& resolution);

private:
    Database& m_database;
    Statement m_add;
};

}  // namespace meitrace

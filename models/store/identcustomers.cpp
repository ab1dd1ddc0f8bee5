// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/identcustomers.h"

#include "models/store/rows.h"

namespace meitrace {

Result<std::vector<std::uint32_t>> customersOfIdents(Database& database)
{
    std::vector<std::uint32_t> customers;
    const Status status
        = forEachRow(database.prepare("SELECT ident_id, customer FROM ident_customer ORDER BY ident_id"),
                     [&](const Statement& row) {
                         const auto ident = static_cast<std::size_t>(row.integer(0));
                         customers.resize(ident + 1, kNoCustomer);
                         customers[ident] = static_cast<std::uint32_t>(row.integer(1));
                     });
    if (!status) {
        return status.error();
    }
    return customers;
}

}  // namespace meitrace

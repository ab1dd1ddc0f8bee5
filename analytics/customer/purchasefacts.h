// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"

namespace meitrace {

/// Recency, frequency and money of every customer, before any scoring. Row i is customer i.
struct PurchaseFacts {
    Column<std::int32_t> recency;  ///< days; -1 without a qualifying event in the window
    Column<std::int32_t> frequency;
    Column<Fen> monetary;
    Column<Fen> net;  ///< the same money, also of customers without a qualifying event in the window
    Index scored = 0;
    Index noEvent = 0;
    Index beforeWindow = 0;
    Index noMargin = 0;
};

struct PurchaseWindow {
    Day from = kMissingDay;  ///< missing: from the first event on
    Day asOf = 0;            ///< inclusive
};

/// wanted: customers to look at; the others have no facts and are not counted.
/// Cost    one pass over the types of the events; bit-equal for any number of threads.
/// Errors  Cancelled, and those of loading columns
Result<PurchaseFacts> purchaseFacts(const Snapshot& snapshot, PurchaseWindow window, RfmFrequency frequency,
                                    RfmValue value, const Bitset& wanted, Job& job);

/// What one customer did over all her history.
struct CustomerTotals {
    Index visits = 0;  ///< days in the clinic
    Fen spend = 0;     ///< paid less refunded
};
Result<CustomerTotals> customerTotals(const Snapshot& snapshot, Index customer, Job& job);

}  // namespace meitrace

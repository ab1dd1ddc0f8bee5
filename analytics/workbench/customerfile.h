// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/decisions.h"
#include "models/domain/attribute.h"
#include "models/domain/person.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// A record of a customer in one system: what One-ID put together, and what a split takes apart again.
struct CustomerHandle {
    std::uint32_t ident = 0;
    std::vector<std::uint8_t> kinds;  ///< of the files that name it, each once, in the order they were loaded
    KeyType idType = KeyType::Name;   ///< of the strongest id, number or address it carries; Name: none
    std::string id;                   ///< that id, as its system calls it
    std::string name;                 ///< the fullest one it carries; may be empty
    KeyType method = KeyType::Name;   ///< best key it shares with her other records; Name: none
    bool manual = false;              ///< put here by a decision of people
    Millis first = kMissing;          ///< seen
    Millis last = kMissing;
};

/// What one file says of an attribute.
struct StatedFact {
    std::string attribute;  ///< name, as in rules
    AttributeKind kind = AttributeKind::Category;
    std::string text;                ///< Category
    std::int64_t number = kMissing;  ///< others: as stored; an instant as its civil day
    std::string file;
    std::uint8_t source = 0;     ///< kind of the file
    Millis observed = kMissing;  ///< when the file says it was so
    bool used = false;           ///< it is the value that counts
};

/// A line of a bill, or a treatment delivered.
struct CustomerPurchase {
    Millis time = kMissing;
    bool wholeDay = false;
    bool delivered = false;  ///< done in the clinic; else paid (or paid back)
    BillKind kind = BillKind::Sale;
    std::string item;
    std::string number;                ///< of the bill or the delivery
    std::int64_t quantity = kMissing;  ///< thousandths
    Fen amount = kMissing;             ///< paid, negative when paid back; of a delivery its value
    std::string store;
};

/// A card of sessions at the day of the newest file that lists it.
struct CustomerCard {
    std::string card;
    std::string item;
    std::int64_t bought = kMissing;  ///< thousandths, given ones included
    std::int64_t used = kMissing;
    std::int64_t remaining = kMissing;
    Fen worth = kMissing;  ///< of what remains
    Millis expires = kMissing;
    Millis asOf = kMissing;
    bool expired = false;  ///< before the data end

    [[nodiscard]] bool isOpen() const { return !expired && remaining != 0; }
};

/// Everything the loaded files say of one customer, source by source.
struct CustomerFile {
    std::string code;
    std::vector<CustomerHandle> handles;      ///< ascending by ident
    std::vector<StatedFact> facts;            ///< by attribute in the order of attributes(), newest first
    std::vector<CustomerPurchase> purchases;  ///< newest first
    std::vector<CustomerCard> cards;          ///< open ones first, then by item
    std::vector<JournalEntry> decisions;      ///< about her records, newest first

    [[nodiscard]] std::int64_t sessionsLeft() const;  ///< thousandths, of open cards
    [[nodiscard]] Fen worthLeft() const;
};

/// Reads it; names and numbers come in clear, the caller hides what must not be seen.
/// Cost    one look at every table of documents by her records
/// Errors  NotFound(customer), Cancelled, DiskError, StoreDamaged
Result<CustomerFile> customerFile(Clinic& clinic, const std::string& code, Job& job);

}  // namespace meitrace

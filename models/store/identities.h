// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/flatmap.h"
#include "models/base/result.h"
#include "models/base/units.h"
#include "models/domain/person.h"
#include "models/store/database.h"
#include "models/store/rowinserter.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meitrace {

/// The only door to the tables that hold direct identifiers (names, numbers, addresses): so that they can be
/// sealed later without touching anything else. Writing happens inside the caller's transaction.
class Identities {
public:
    explicit Identities(Database& database);

    /// Reads which handles exist. Call before handle().
    Status load();
    /// The handle with this native name, a new one where it is new.
    Result<std::uint32_t> handle(std::string_view native);
    /// Writes what waits in memory and the counter of handles.
    Status finish();

    struct Key {
        std::uint32_t ident = 0;
        KeyType type {};
        std::string value;
        Millis first = kMissing;
        Millis last = kMissing;
        std::int64_t batch = 0;
    };
    /// Adds a key seen in a batch, or widens the time it was seen in. The value must live until finish().
    Status addKey(std::uint32_t ident, KeyType type, std::string_view value, std::int64_t batch,
                  std::pair<Millis, Millis> seen);

    struct Fact {
        std::uint32_t ident = 0;
        std::uint8_t attribute = 0;
        std::int64_t number = kMissing;
        std::string_view text;
        Millis observed = kMissing;
    };
    /// Adds an attribute a batch states; the later observation of one batch wins.
    Status addFact(const Fact& fact, std::int64_t batch);

    /// Every key, ascending by ident; a key seen in several batches comes once, with the whole time it was
    /// seen in.
    Result<std::vector<Key>> allKeys();
    /// What one key says of each customer: the value seen last, of several seen at once the smallest. Values
    /// that belong to nobody in particular (blocked ones) are left out. Ascending by customer, each once.
    struct CustomerKey {
        std::uint32_t customer = 0;
        std::string value;
        Millis last = kMissing;
    };
    Result<std::vector<CustomerKey>> keyOfEachCustomer(KeyType type);

    /// Keys of one customer's handles.
    Result<std::vector<Key>> keysOf(const std::vector<std::uint32_t>& idents);
    Result<std::string> nativeName(std::uint32_t ident);
    /// Handle by the native name or a key's value; 0 when there is none.
    Result<std::uint32_t> find(std::string_view text);

    /// A name or a number of a customer.
    struct Contact {
        std::uint32_t customer = 0;  ///< One-ID number
        KeyType type {};
        std::string_view value;  ///< valid during the call
        Millis last = kMissing;
    };
    using ContactReader = std::function<void(const Contact&)>;
    /// Every name and number of every customer, in no particular order.
    Status readContacts(const ContactReader& read);

    /// Takes out what only this batch said. Handles nobody else mentions disappear; those that a decision of
    /// people names stay as a name without any key.
    Status removeBatch(std::int64_t batch);
    /// The same in two steps, for files that come back at once: handles keep their numbers, and their
    /// customers theirs, until those that nothing speaks of any more are removed.
    Status removeKeys(std::int64_t batch);
    Status removeForgotten();
    /// Handles with at least one key.
    Result<std::int64_t> count();

private:
    Database& m_database;
    FlatMap m_byNative {1024};
    std::uint32_t m_next = 1;
    std::deque<std::string> m_waiting;  ///< names of new handles that are not written yet
    RowInserter m_insertIdent;
    RowInserter m_insertKey;
    Statement m_insertFact;
};

}  // namespace meitrace

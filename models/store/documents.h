// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"
#include "models/domain/kind.h"
#include "models/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meitrace {

/// Number of a document: the order of a table is the order of its sources.
constexpr std::int64_t documentNumber(std::int64_t batch, std::int64_t row)
{
    return batch * (std::int64_t {1} << 32U) + row;
}

/// The column that dates the rows of a kind; empty where its table has none.
std::string_view timeColumn(const KindSpec& kind);

/// The rows of one kind of file. Every version of a row is kept; the one in force is `current`.
/// Writing happens inside the caller's transaction.
class Documents {
public:
    Documents(Database& database, const KindSpec& kind);

    /// A value of a stored field: number (kMissing = none) or text (empty = none), as the field's type
    /// demands.
    struct Value {
        int field = 0;  ///< index in kind.fields
        std::int64_t number = kMissing;
        std::string_view text;
    };
    struct Row {
        std::uint32_t ident = 0;
        std::uint64_t key = 0;      ///< hash of the natural key, or of content and copy number
        std::uint64_t content = 0;  ///< equal for equal rows
        std::int64_t batch = 0;
        std::int64_t row = 0;
        TimeQuality precision = TimeQuality::Exact;
        std::vector<Value> values;
    };

    /// Reads the keys in force. Call before put().
    Status load();

    enum class Outcome { Stored, Duplicate, Superseding };
    struct Put {
        Outcome outcome = Outcome::Stored;
        std::int64_t otherBatch = 0;  ///< Superseding: the row that is no longer in force
        std::int64_t otherRow = 0;    ///< Duplicate: the row that is
    };
    /// Stores a row unless the same one is in force already. A row with the same key and other content takes
    /// the old one's place.
    Result<Put> put(const Row& row);

    /// Takes the batch's rows out and returns their keys, ascending. settle() must follow.
    Result<std::vector<std::uint64_t>> removeBatch(std::int64_t batch);
    /// Puts a row that was left out as a duplicate among the versions of its key, not in force. Nothing
    /// happens when it is there already.
    Status addAside(const Row& row);

    enum class State { InForce, Superseded, Duplicate };
    struct Settled {
        std::int64_t batch = 0;
        std::int64_t row = 0;
        State state = State::InForce;
    };
    /// Decides anew which version of each key is in force, as if the rows that are there had come one after
    /// the other: a version equal to the one before it is a duplicate, the last one left is in force.
    /// keys: ascending.  Returns the versions of later batches than `afterBatch`, and those that came into
    /// force.  Cost: one pass over the table.
    Result<std::vector<Settled>> settle(const std::vector<std::uint64_t>& keys, std::int64_t afterBatch);

    /// Reads the rows in force. fields: canonical names of stored columns, their values come from column 5 on
    /// (0 ident, 1 batch, 2 row, 3 precision, 4 doc id).
    Result<Statement> read(const std::vector<std::string_view>& fields, std::string_view order = {});
    Result<std::int64_t> count();

private:
    struct InForce {
        std::uint64_t content = 0;
        std::int64_t doc = 0;
    };
    struct Version;

    Status prepareInsert();
    Status insert(const Row& row, bool current);
    Result<std::vector<Version>> versionsOf(const std::vector<std::uint64_t>& keys);
    static void judge(std::vector<Version>& versions);

    Database& m_database;
    const KindSpec& m_kind;
    std::vector<int> m_parameter;  ///< per field: its parameter in the insert statement, 0 = not stored
    std::string m_insertSql;
    Statement m_insert;
    Statement m_retire;
    std::unordered_map<std::uint64_t, InForce> m_inForce;
};

}  // namespace meitrace

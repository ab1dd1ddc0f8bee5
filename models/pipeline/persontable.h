// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/flatmap.h"
#include "models/pipeline/personblock.h"
#include "models/store/identities.h"

#include <deque>
#include <string>
#include <vector>

namespace meitrace {

/// The persons of one file: gives every entry its handle at once and writes keys and facts at the end, in the
/// order of handles.
class PersonTable {
public:
    PersonTable(Identities& identities, std::string scope)
        : m_identities(identities)
        , m_scope(std::move(scope))
    {
    }

    /// Handle per entry of the block; 0 where the row names nobody.
    Result<std::vector<std::uint32_t>> handles(const CleanBlock& block, const PersonBlock& persons);
    /// Writes keys and facts until this share of the persons is done. Nobody may be added any more.
    Status writeUpTo(double share, std::int64_t batch);
    /// Gives the memory back. What was written has to be finished: the inserts look at the texts here.
    void release();

private:
    Status write(std::uint32_t place, std::int64_t batch);
    Status add(const CleanBlock& block, const PersonBlock::Entry& entry);

    /// Looked at for every block: kept apart from the texts, so that many fit into the cache.
    struct Seen {
        Millis first = kMissing;
        Millis last = kMissing;
        std::uint32_t ident = 0;
    };

    Identities& m_identities;
    std::string m_scope;
    FlatMap m_places {1024};
    std::vector<Seen> m_seen;
    std::deque<PersonDescription> m_descriptions;  ///< same places
    std::vector<std::uint32_t> m_order;            ///< places by handle
    std::size_t m_written = 0;                     ///< of m_order
};

}  // namespace meitrace

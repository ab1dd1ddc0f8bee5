// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/cleanblock.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// Who the rows of a block are about: neighbours whose person cells agree form one entry. The same person may
/// have several.
struct PersonBlock {
    struct Entry {
        std::uint64_t hash = 0;   ///< of all person, evidence and attribute cells
        std::int32_t row = 0;     ///< kept row that stands for all of them
        Millis first = kMissing;  ///< of the main times of its rows
        Millis last = kMissing;
    };
    std::vector<std::uint32_t> entryOf;  ///< per kept row
    std::vector<Entry> entries;
};

/// Groups neighbouring kept rows by person. Cost: one hash per row and person column.
PersonBlock groupByPerson(const CleanBlock& block);

/// What a row says about its person.
struct PersonDescription {
    std::string
        native;  ///< name of the handle: what identifies it in its own system; empty when nothing does
    std::vector<std::pair<KeyType, std::string>> keys;
    struct Fact {
        std::uint8_t attribute = 0;
        std::int64_t number = kMissing;
        std::string text {};
    };
    std::vector<Fact> facts;
};

/// scope: of the mapping; ids of one system never meet those of another.
PersonDescription describePerson(const CleanBlock& block, std::int32_t keptRow, const std::string& scope);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/persontable.h"
#include "models/pipeline/rowsink.h"
#include "models/store/dictionaries.h"
#include "models/store/eventstore.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace meitrace {

struct StreamTarget {
    Database& database;
    Identities& identities;
    Dictionaries& dictionaries;
    std::int64_t batch = 0;
    std::string scope;
    Index expectedRows = 0;  ///< a guess, for memory
    bool again = false;      ///< the rows were duplicates and come once more: people are written down already
    /// What needs the people only, done while their events are encoded; may be empty
    std::function<Status()> peopleWritten;
};

/// Rows that are events themselves: gathered in memory up to a bound, sorted, checked against what is there,
/// written as a part.
std::unique_ptr<RowSink> makeStreamSink(const StreamTarget& target);

}  // namespace meitrace

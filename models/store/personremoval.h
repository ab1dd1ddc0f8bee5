// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/database.h"
#include "models/store/eventstore.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// Takes everything that hangs on some handles out of the tables, for a person who is erased. What is worked
/// out of the tables (One-ID, projected events) is made anew by the caller. Inside the caller's transaction.
class PersonRemoval {
public:
    /// idents: ascending
    PersonRemoval(Database& database, std::vector<std::uint32_t> idents);

    /// Events of the stream and documents with all their versions, keys, attributes, decisions; texts that
    /// only her events used; her chart numbers where others name her as the one who sent them.
    /// Cost  one pass over the parts of the stream that hold her, and over every table of documents
    Status run(Job& job);

    /// Rows that held her, per batch.
    [[nodiscard]] const std::map<std::int64_t, std::set<std::int64_t>>& rows() const { return m_rows; }
    [[nodiscard]] Index events() const { return m_events; }
    /// Versions of documents per table, those with any.
    [[nodiscard]] const std::map<std::string, std::int64_t>& documents() const { return m_documents; }

private:
    Status removeEvents(Job& job);
    /// Notes what the part says of her; true when she is in it.
    Result<bool> readPart(EventStore& store, const EventPart& part, Job& job);
    Status rewritePart(EventStore& store, const EventPart& part, Job& job);
    Status keepSharedTexts(EventStore& store, const EventPart& part, int field, Job& job);
    Status removeTexts(EventStore& store, Job& job);
    Status removeDocuments();
    Status removeIdentity();
    [[nodiscard]] bool isHers(std::int64_t ident) const;

    Database& m_database;
    std::vector<std::uint32_t> m_idents;
    std::map<std::int64_t, std::set<std::int64_t>> m_rows;
    std::set<std::pair<int, std::uint32_t>> m_texts;  ///< dictionary field and code that her events used
    std::map<std::string, std::int64_t> m_documents;
    Index m_events = 0;
};

}  // namespace meitrace

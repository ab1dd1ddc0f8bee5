// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/eventstore.h"

#include <array>
#include <vector>

namespace meitrace {

/// Walks over the rows of a part, one decoded chunk in memory at a time.
class EventCursor {
public:
    /// fields: which stored columns are wanted
    EventCursor(EventStore& store, EventPart part, std::vector<int> fields);

    /// True while there is a row at the current place. Loads the next chunk when the last one is used up.
    Result<bool> ready();
    void advance() { ++m_row; }
    [[nodiscard]] std::int64_t value(int storedField) const
    {
        return m_values[static_cast<std::size_t>(storedField)][static_cast<std::size_t>(m_row)];
    }
    [[nodiscard]] const EventPart& part() const { return m_part; }

private:
    EventStore& m_store;
    EventPart m_part;
    std::vector<int> m_fields;
    std::array<std::vector<std::int64_t>, kStoredFields> m_values;
    Index m_chunk = -1;
    Index m_row = 0;
    Index m_rowsHere = 0;
};

/// Collects rows in their final order and writes them as a part, chunk by chunk.
class EventWriter {
public:
    EventWriter(Database& database, EventStore& store, std::int64_t part);
    /// values: one per stored field
    Status add(const std::array<std::int64_t, kStoredFields>& values);
    Status finish();
    [[nodiscard]] Index rows() const { return m_part.rows; }

private:
    Status flush();

    Database& m_database;
    EventStore& m_store;
    EventPart m_part;
    std::array<std::vector<std::int64_t>, kStoredFields> m_values;
    Index m_chunk = 0;
};

/// Writes the bytes of one chunk and counts it. A chunk that is 0 throughout is left out.
Status insertChunk(Statement& insert, EventPart& part, int storedField, Index chunkNumber,
                   std::string_view bytes);
inline constexpr const char* kInsertChunk
    = "INSERT INTO event_chunk(part_id, field, chunk_no, data) VALUES (?, ?, ?, ?)";

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rewriting parts of the event stream: taking a batch out, merging small parts.
#include "models/domain/eventtype.h"
#include "models/store/eventcursor.h"
#include "models/store/eventstore.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace meitrace {

namespace {

constexpr int kTime = static_cast<int>(EventField::Time);
constexpr int kPrecision = static_cast<int>(EventField::Precision);
constexpr int kType = static_cast<int>(EventField::Type);
constexpr int kBatch = static_cast<int>(EventField::Batch);
constexpr int kRow = static_cast<int>(EventField::Row);

std::vector<int> allFields()
{
    std::vector<int> fields(kStoredFields);
    std::iota(fields.begin(), fields.end(), 0);
    return fields;
}

std::array<std::int64_t, kStoredFields> rowOf(const EventCursor& cursor)
{
    std::array<std::int64_t, kStoredFields> values {};
    for (int field = 0; field < kStoredFields; ++field) {
        values[static_cast<std::size_t>(field)] = cursor.value(field);
    }
    return values;
}

using BatchOrder = std::map<std::uint32_t, std::uint64_t>;

/// The order of the stream.
auto placeOf(const EventCursor& cursor, const BatchOrder& batches)
{
    const bool day = cursor.value(kPrecision) >= static_cast<std::int64_t>(TimeQuality::WholeDay);
    const auto order = batches.find(static_cast<std::uint32_t>(cursor.value(kBatch)));
    return std::make_tuple(cursor.value(kIdentField), cursor.value(kTime) + (day ? kDayMillis - 1 : 0), day,
                           day ? stageOf(static_cast<std::uint16_t>(cursor.value(kType))) : 0,
                           order == batches.end() ? 0 : order->second, cursor.value(kRow));
}

/// The cursor whose event comes first; nullptr when all are at their end.
Result<EventCursor*> foremost(std::vector<EventCursor>& cursors, const BatchOrder& batches)
{
    EventCursor* best = nullptr;
    for (EventCursor& cursor : cursors) {
        const Result<bool> ready = cursor.ready();
        if (!ready) {
            return ready.error();
        }
        if (*ready && (best == nullptr || placeOf(cursor, batches) < placeOf(*best, batches))) {
            best = &cursor;
        }
    }
    return best;
}

Result<Index> rowsOfBatch(EventCursor cursor, std::uint32_t batch)
{
    Index rows = 0;
    for (Result<bool> ready = cursor.ready();; ready = cursor.ready()) {
        if (!ready) {
            return ready.error();
        }
        if (!*ready) {
            return rows;
        }
        rows += cursor.value(kBatch) == batch ? 1 : 0;
        cursor.advance();
    }
}

Status copyOthers(EventCursor cursor, std::uint32_t batch, EventWriter& writer, Job& job)
{
    for (Result<bool> ready = cursor.ready();; ready = cursor.ready()) {
        if (!ready) {
            return ready.error();
        }
        if (!*ready) {
            return writer.finish();
        }
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (cursor.value(kBatch) != batch) {
            if (Status status = writer.add(rowOf(cursor)); !status) {
                return status;
            }
        }
        cursor.advance();
    }
}

}  // namespace

EventCursor::EventCursor(EventStore& store, EventPart part, std::vector<int> fields)
    : m_store(store)
    , m_part(part)
    , m_fields(std::move(fields))
{
}

Result<bool> EventCursor::ready()
{
    if (m_row < m_rowsHere) {
        return true;
    }
    ++m_chunk;
    m_row = 0;
    m_rowsHere = std::min(kChunkRows, m_part.rows - m_chunk * kChunkRows);
    if (m_rowsHere <= 0) {
        return false;
    }
    for (const int field : m_fields) {
        if (Status status
            = m_store.decodeChunk(m_part, field, m_chunk, m_values[static_cast<std::size_t>(field)]);
            !status) {
            return status.error();
        }
    }
    return true;
}

EventWriter::EventWriter(Database& database, EventStore& store, std::int64_t part)
    : m_database(database)
    , m_store(store)
{
    m_part.id = part;
}

Status EventWriter::add(const std::array<std::int64_t, kStoredFields>& values)
{
    for (std::size_t field = 0; field < kStoredFields; ++field) {
        m_values[field].push_back(values[field]);
    }
    m_part.firstTime = m_part.rows == 0 ? values[kTime] : std::min(m_part.firstTime, values[kTime]);
    m_part.lastTime = m_part.rows == 0 ? values[kTime] : std::max(m_part.lastTime, values[kTime]);
    ++m_part.rows;
    return m_part.rows % kChunkRows == 0 ? flush() : Status(Done {});
}

Status EventWriter::flush()
{
    Result<Statement> insert = m_database.prepare(kInsertChunk);
    if (!insert) {
        return insert.error();
    }
    for (std::size_t field = 0; field < kStoredFields; ++field) {
        auto& values = m_values[field];
        const std::string bytes = encodeChunk(values.data(), static_cast<Index>(values.size()));
        if (Status status = insertChunk(*insert, m_part, static_cast<int>(field), m_chunk, bytes); !status) {
            return status;
        }
        values.clear();
    }
    ++m_chunk;
    return Done {};
}

Status EventWriter::finish()
{
    if (!m_values[0].empty()) {
        if (Status status = flush(); !status) {
            return status;
        }
    }
    return m_store.finishPart(m_part);
}

Status EventStore::deletePart(std::int64_t part)
{
    Result<Statement> chunks = m_database.prepare("DELETE FROM event_chunk WHERE part_id = ?");
    Result<Statement> entry = m_database.prepare("DELETE FROM event_part WHERE part_id = ?");
    if (!chunks || !entry) {
        return chunks ? entry.error() : chunks.error();
    }
    Status status = chunks->bind(1, part).run();
    return status ? entry->bind(1, part).run() : status;
}

Status EventStore::dropParts(bool projection)
{
    const Result<std::vector<EventPart>> all = parts();
    if (!all) {
        return all.error();
    }
    for (const EventPart& part : *all) {
        if (part.projection == projection) {
            if (Status status = deletePart(part.id); !status) {
                return status;
            }
        }
    }
    return Done {};
}

Status EventStore::removeBatch(std::uint32_t batch, Job& job)
{
    const Result<std::vector<EventPart>> all = parts();
    if (!all) {
        return all.error();
    }
    for (const EventPart& part : *all) {
        if (part.projection) {
            continue;
        }
        const Result<Index> hits = rowsOfBatch(EventCursor(*this, part, {kBatch}), batch);
        if (!hits) {
            return hits.error();
        }
        if (*hits == 0) {
            continue;
        }
        if (*hits < part.rows) {
            const Result<std::int64_t> fresh = beginPart(false);
            if (!fresh) {
                return fresh.error();
            }
            EventWriter writer(m_database, *this, *fresh);
            if (Status status = copyOthers(EventCursor(*this, part, allFields()), batch, writer, job);
                !status) {
                return status;
            }
        }
        if (Status status = deletePart(part.id); !status) {
            return status;
        }
    }
    return Done {};
}

Status EventStore::compact(const std::map<std::uint32_t, std::uint64_t>& batchOrder, Job& job)
{
    constexpr std::size_t kManyParts = 6;
    const Result<std::vector<EventPart>> all = parts();
    if (!all) {
        return all.error();
    }
    std::vector<EventPart> stream;
    std::copy_if(all->begin(), all->end(), std::back_inserter(stream),
                 [](const EventPart& p) { return !p.projection; });
    if (stream.size() <= kManyParts) {
        return Done {};
    }
    // The smaller ones are merged; a part four times as large as all smaller ones together stays as it is.
    std::sort(stream.begin(), stream.end(), [](const EventPart& a, const EventPart& b) {
        return std::tie(a.rows, a.id) < std::tie(b.rows, b.id);
    });
    Index sum = 0;
    std::size_t count = 0;
    while (count < stream.size() && (count < 2 || stream[count].rows < 4 * sum)) {
        sum += stream[count].rows;
        ++count;
    }
    stream.resize(count);
    return mergeParts(stream, batchOrder, job);
}

Status EventStore::mergeParts(const std::vector<EventPart>& sources,
                              const std::map<std::uint32_t, std::uint64_t>& batchOrder, Job& job)
{
    std::vector<EventCursor> cursors;
    cursors.reserve(sources.size());
    for (const EventPart& part : sources) {
        cursors.emplace_back(*this, part, allFields());
    }
    const Result<std::int64_t> fresh = beginPart(false);
    if (!fresh) {
        return fresh.error();
    }
    EventWriter writer(m_database, *this, *fresh);
    while (true) {
        const Result<EventCursor*> next = foremost(cursors, batchOrder);
        if (!next) {
            return next.error();
        }
        if (*next == nullptr) {
            break;
        }
        if ((writer.rows() & 0xFFFF) == 0 && job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (Status status = writer.add(rowOf(**next)); !status) {
            return status;
        }
        (*next)->advance();
    }
    if (Status status = writer.finish(); !status) {
        return status;
    }
    for (const EventPart& part : sources) {
        if (Status status = deletePart(part.id); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace meitrace

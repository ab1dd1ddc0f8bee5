// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventstore.h"

#include "models/base/pipeline.h"
#include "models/base/random.h"
#include "models/store/eventcursor.h"

#include <algorithm>
#include <unordered_map>

namespace meitrace {

namespace {

struct EncodedChunk {
    Index number = 0;
    std::array<std::string, kStoredFields> bytes;
    Millis first = 0;
    Millis last = 0;
};

bool isZero(std::string_view bytes)
{
    const auto view = ChunkView::open(bytes);
    return view && view->isConstant() && view->constant() == 0;
}

std::uint64_t eventHash(std::int64_t ident, std::int64_t time, std::int64_t type, std::int64_t item,
                        std::int64_t content)
{
    const auto mixIn = [](std::uint64_t hash, std::int64_t value) {
        return mix64(hash ^ static_cast<std::uint64_t>(value));
    };
    return mixIn(mixIn(mixIn(mixIn(mixIn(1, ident), time), type), item), content);
}

constexpr int kTime = static_cast<int>(EventField::Time);
constexpr int kType = static_cast<int>(EventField::Type);
constexpr int kItem = static_cast<int>(EventField::Item);
constexpr int kBatch = static_cast<int>(EventField::Batch);

}  // namespace

Status insertChunk(Statement& insert, std::int64_t part, int storedField, Index chunkNumber,
                   std::string_view bytes)
{
    if (isZero(bytes)) {
        return Done {};
    }
    return insert.bind(1, part)
        .bind(2, std::int64_t {storedField})
        .bind(3, chunkNumber)
        .bindBlob(4, bytes)
        .run();
}

Result<std::vector<EventPart>> EventStore::parts()
{
    Result<Statement> query = m_database.prepare(
        "SELECT part_id, projection, rows, first_ms, last_ms FROM event_part ORDER BY part_id");
    if (!query) {
        return query.error();
    }
    std::vector<EventPart> parts;
    while (true) {
        const Result<bool> row = query->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return parts;
        }
        parts.push_back({.id = query->integer(0),
                         .projection = query->integer(1) != 0,
                         .rows = query->integer(2),
                         .firstTime = query->integer(3),
                         .lastTime = query->integer(4)});
    }
}

Result<std::int64_t> EventStore::insertPart(bool projection, Index rows, Millis first, Millis last)
{
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO event_part(projection, rows, first_ms, last_ms) VALUES (?, ?, ?, ?)");
    if (!insert) {
        return insert.error();
    }
    if (Status status
        = insert->bind(1, std::int64_t {projection ? 1 : 0}).bind(2, rows).bind(3, first).bind(4, last).run();
        !status) {
        return status.error();
    }
    return m_database.lastInsertId();
}

Status EventStore::write(EventRun& run, bool projection, const std::vector<std::uint32_t>& dropped, Job& job)
{
    std::vector<std::uint32_t> order = sortedOrder(run);
    if (!dropped.empty()) {
        order.erase(std::remove_if(order.begin(), order.end(),
                                   [&](std::uint32_t row) {
                                       return std::binary_search(dropped.begin(), dropped.end(), row);
                                   }),
                    order.end());
    }
    const auto rows = static_cast<Index>(order.size());
    if (rows == 0) {
        run.clear();
        return Done {};
    }
    const Result<std::int64_t> part = insertPart(projection, rows, 0, 0);
    Result<Statement> insert = m_database.prepare(kInsertChunk);
    if (!part || !insert) {
        return part ? insert.error() : part.error();
    }
    Index nextChunk = 0;
    Millis first = run.value(kTime, order.front());
    Millis last = first;
    const auto produce = [&]() -> Result<std::optional<Index>> {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        return nextChunk < (rows + kChunkRows - 1) / kChunkRows ? std::optional<Index>(nextChunk++)
                                                                : std::nullopt;
    };
    const auto encode = [&](Index&& chunk) -> Result<EncodedChunk> {
        EncodedChunk encoded;
        encoded.number = chunk;
        const Index begin = chunk * kChunkRows;
        const Index count = std::min(kChunkRows, rows - begin);
        std::vector<std::int64_t> values(static_cast<std::size_t>(count));
        for (int field = 0; field < kStoredFields; ++field) {
            if (!run.has(field)) {
                continue;
            }
            run.gather(field, order.data() + begin, count, values.data());
            encoded.bytes[static_cast<std::size_t>(field)] = encodeChunk(values.data(), count);
            if (field == kTime) {
                const auto [low, high] = std::minmax_element(values.begin(), values.end());
                encoded.first = *low;
                encoded.last = *high;
            }
        }
        return encoded;
    };
    const auto store = [&](EncodedChunk&& encoded) -> Status {
        first = std::min(first, encoded.first);
        last = std::max(last, encoded.last);
        for (int field = 0; field < kStoredFields; ++field) {
            const std::string& bytes = encoded.bytes[static_cast<std::size_t>(field)];
            if (!bytes.empty()) {
                if (Status status = insertChunk(*insert, *part, field, encoded.number, bytes); !status) {
                    return status;
                }
            }
        }
        return Done {};
    };
    if (Status status = orderedPipeline<Index, EncodedChunk>(job.threads(), produce, encode, store);
        !status) {
        return status;
    }
    run.clear();
    Result<Statement> update
        = m_database.prepare("UPDATE event_part SET first_ms = ?, last_ms = ? WHERE part_id = ?");
    return update ? update->bind(1, first).bind(2, last).bind(3, *part).run() : Status(update.error());
}

Result<std::vector<std::uint32_t>> EventStore::knownRows(EventRun& run, std::uint32_t batch, Job& job)
{
    std::vector<std::uint32_t> known;
    const Result<std::vector<EventPart>> all = parts();
    if (!all) {
        return all.error();
    }
    if (run.rows() == 0) {
        return known;
    }
    const auto [low, high] = std::minmax_element(run.time(), run.time() + run.rows());
    std::unordered_map<std::uint64_t, std::uint32_t> copies;
    for (const EventPart& part : *all) {
        if (part.projection || part.lastTime < *low || part.firstTime > *high) {
            continue;
        }
        EventCursor cursor(*this, part, {kIdentField, kContentField, kTime, kType, kItem, kBatch});
        for (Result<bool> ready = cursor.ready();; ready = cursor.ready()) {
            if (!ready) {
                return ready.error();
            }
            if (!*ready || job.stopped()) {
                break;
            }
            const std::int64_t time = cursor.value(kTime);
            if (time >= *low && time <= *high && cursor.value(kBatch) != batch) {
                ++copies[eventHash(cursor.value(kIdentField), time, cursor.value(kType), cursor.value(kItem),
                                   cursor.value(kContentField))];
            }
            cursor.advance();
        }
    }
    if (job.stopped()) {
        return Error {.code = ErrorCode::Cancelled};
    }
    if (copies.empty()) {
        return known;
    }
    for (Index row = 0; row < run.rows(); ++row) {
        const auto found
            = copies.find(eventHash(run.value(kIdentField, row), run.value(kTime, row), run.value(kType, row),
                                    run.value(kItem, row), run.value(kContentField, row)));
        if (found != copies.end() && found->second > 0) {
            --found->second;
            known.push_back(static_cast<std::uint32_t>(row));
        }
    }
    return known;
}

Result<std::string> EventStore::chunk(std::int64_t part, int storedField, Index chunkNumber)
{
    Result<Statement> query
        = m_database.prepare("SELECT data FROM event_chunk WHERE part_id = ? AND field = ? AND chunk_no = ?");
    if (!query) {
        return query.error();
    }
    const Result<bool> row
        = query->bind(1, part).bind(2, std::int64_t {storedField}).bind(3, chunkNumber).step();
    if (!row) {
        return row.error();
    }
    return *row ? std::string(query->blob(0)) : std::string();
}

}  // namespace meitrace

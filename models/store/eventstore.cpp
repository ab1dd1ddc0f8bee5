// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventstore.h"

#include "models/base/pipeline.h"
#include "models/base/spares.h"
#include "models/store/eventcursor.h"
#include "models/store/rows.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace meitrace {

namespace {

/// The rows of a run in their order, a chunk at a time: sorted shortly before they are read, so that they are
/// still near, and so that writing begins at once.
class ChunkOrder {
public:
    /// dropped: ascending
    ChunkOrder(EventRun& run, const std::vector<std::uint32_t>& dropped)
        : m_run(run)
        , m_dropped(dropped)
    {
    }

    /// The next chunk's rows; none at the end.
    std::vector<std::uint32_t> next()
    {
        constexpr auto kWanted = static_cast<std::size_t>(kChunkRows);
        while (m_waiting.size() - m_taken < kWanted && m_group < m_run.groups()) {
            m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(m_taken));
            m_taken = 0;
            const auto old = static_cast<std::ptrdiff_t>(m_waiting.size());
            m_run.appendSorted(m_group++, m_waiting);
            if (!m_dropped.empty()) {
                m_waiting.erase(std::remove_if(m_waiting.begin() + old, m_waiting.end(),
                                               [this](std::uint32_t row) {
                                                   return std::binary_search(m_dropped.begin(),
                                                                             m_dropped.end(), row);
                                               }),
                                m_waiting.end());
            }
        }
        const std::size_t count = std::min(kWanted, m_waiting.size() - m_taken);
        const auto begin = m_waiting.begin() + static_cast<std::ptrdiff_t>(m_taken);
        m_taken += count;
        return {begin, begin + static_cast<std::ptrdiff_t>(count)};
    }

private:
    EventRun& m_run;
    const std::vector<std::uint32_t>& m_dropped;
    std::vector<std::uint32_t> m_waiting;
    std::size_t m_taken = 0;
    std::size_t m_group = 0;
};

struct ChunkRows {
    Index number = 0;
    std::vector<std::uint32_t> rows;
};

struct EncodedChunk {
    Index number = 0;
    std::array<std::string, kStoredFields> bytes;
    Millis first = 0;
    Millis last = 0;
};

constexpr int kTime = static_cast<int>(EventField::Time);
constexpr int kAmount = static_cast<int>(EventField::Amount);
constexpr std::int64_t kAhead = 40;            // chunks encoded while what is done besides takes its time
constexpr Index kMostRows = Index {1} << 32U;  // a row's number has 32 bits

EncodedChunk encode(EventRun& run, const ChunkRows& chunk, GatheredRows& values)
{
    EncodedChunk encoded;
    encoded.number = chunk.number;
    run.gather(chunk.rows.data(), static_cast<Index>(chunk.rows.size()), values);
    const auto [low, high] = std::minmax_element(values.time.begin(), values.time.end());
    encoded.first = *low;
    encoded.last = *high;
    encoded.bytes[kTime] = encodeChunk(values.time.data(), values.rows);
    if (!values.amount.empty()) {
        encoded.bytes[kAmount] = encodeChunk(values.amount.data(), values.rows);
    }
    for (std::size_t field = 0; field < kStoredFields; ++field) {
        if (!values.codes[field].empty()) {
            encoded.bytes[field] = encodeChunk(values.codes[field].data(), values.rows);
        } else if (values.constants[field] != 0) {
            encoded.bytes[field] = constantChunk(values.constants[field], values.rows);
        }
    }
    return encoded;
}

Status insertColumns(Statement& insert, EventPart& part, const EncodedChunk& encoded)
{
    part.firstTime = std::min(part.firstTime, encoded.first);
    part.lastTime = std::max(part.lastTime, encoded.last);
    for (int field = 0; field < kStoredFields; ++field) {
        const std::string& bytes = encoded.bytes[static_cast<std::size_t>(field)];
        if (bytes.empty()) {
            continue;
        }
        if (Status status = insertChunk(insert, part, field, encoded.number, bytes); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace

Status insertChunk(Statement& insert, EventPart& part, int storedField, Index chunkNumber,
                   std::string_view bytes)
{
    if (isZeroChunk(bytes)) {
        return Done {};
    }
    ++part.chunks;
    return insert.bind(1, part.id)
        .bind(2, std::int64_t {storedField})
        .bind(3, chunkNumber)
        .bindBlob(4, bytes)
        .run();
}

Result<std::vector<EventPart>> EventStore::parts()
{
    std::vector<EventPart> parts;
    Result<Statement> query = m_database.prepare(
        "SELECT part_id, projection, rows, chunks, first_ms, last_ms FROM event_part ORDER BY part_id");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) -> Status {
        parts.push_back({.id = row.integer(0),
                         .projection = row.integer(1) != 0,
                         .rows = row.integer(2),
                         .chunks = row.integer(3),
                         .firstTime = row.integer(4),
                         .lastTime = row.integer(5)});
        if (parts.back().rows < 1 || parts.back().rows > kMostRows) {
            return Error {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "event part"};
        }
        return Done {};
    });
    if (!status) {
        return status.error();
    }
    return parts;
}

Result<std::int64_t> EventStore::beginPart(bool projection)
{
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO event_part(projection, rows, chunks, first_ms, last_ms) VALUES (?, 0, 0, 0, 0)");
    if (!insert) {
        return insert.error();
    }
    const Status status = insert->bind(1, std::int64_t {projection ? 1 : 0}).run();
    return status ? Result<std::int64_t>(m_database.lastInsertId()) : Result<std::int64_t>(status.error());
}

Status EventStore::finishPart(const EventPart& part)
{
    Result<Statement> update = m_database.prepare(
        "UPDATE event_part SET rows = ?, chunks = ?, first_ms = ?, last_ms = ? WHERE part_id = ?");
    return update ? update->bind(1, part.rows)
                        .bind(2, part.chunks)
                        .bind(3, part.firstTime)
                        .bind(4, part.lastTime)
                        .bind(5, part.id)
                        .run()
                  : Status(update.error());
}

Status EventStore::write(EventRun& run, bool projection, const std::vector<std::uint32_t>& dropped, Job& job,
                         const Besides& besides)
{
    const Index rows = run.rows() - static_cast<Index>(dropped.size());
    if (rows == 0) {
        return Done {};
    }
    const Result<std::int64_t> number = beginPart(projection);
    Result<Statement> insert = m_database.prepare(kInsertChunk);
    if (!number || !insert) {
        return number ? insert.error() : number.error();
    }
    Spares<GatheredRows> spare;
    ChunkOrder order(run, dropped);
    Index nextChunk = 0;
    EventPart part {.id = *number,
                    .projection = projection,
                    .rows = rows,
                    .firstTime = std::numeric_limits<Millis>::max(),
                    .lastTime = std::numeric_limits<Millis>::min()};
    static_cast<void>(run.time());
    static_cast<void>(run.narrow(EventField::Type));  // every stream has them: they get their places here
    const auto produce = [&]() -> Result<std::optional<ChunkRows>> {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        ChunkRows chunk {.number = nextChunk++, .rows = order.next()};
        return chunk.rows.empty() ? std::nullopt : std::optional<ChunkRows>(std::move(chunk));
    };
    const auto encodeNext = [&](ChunkRows&& chunk) -> Result<EncodedChunk> {
        GatheredRows values = spare.take();
        EncodedChunk encoded = encode(run, chunk, values);
        spare.give(std::move(values));
        return encoded;
    };
    const auto store = [&](EncodedChunk&& encoded) -> Status {
        if (Status status = insertColumns(*insert, part, encoded); !status) {
            return status;
        }
        return besides
            ? besides(static_cast<double>((encoded.number + 1) * kChunkRows) / static_cast<double>(rows))
            : Status(Done {});
    };
    if (Status status = orderedPipeline<ChunkRows, EncodedChunk>(job.threads(), produce, encodeNext, store,
                                                                 besides ? kAhead : 0);
        !status) {
        return status;
    }
    return finishPart(part);
}

Status EventStore::decodeChunk(const EventPart& part, int storedField, Index chunkNumber,
                               std::vector<std::int64_t>& values)
{
    if (!m_readChunk.isPrepared()) {
        Result<Statement> made = m_database.prepare(
            "SELECT data FROM event_chunk WHERE part_id = ? AND field = ? AND chunk_no = ?");
        if (!made) {
            return made.error();
        }
        m_readChunk = std::move(*made);
    }
    const Index rows = std::min(kChunkRows, part.rows - chunkNumber * kChunkRows);
    values.assign(static_cast<std::size_t>(rows), 0);
    const Result<bool> row
        = m_readChunk.bind(1, part.id).bind(2, std::int64_t {storedField}).bind(3, chunkNumber).step();
    if (!row) {
        return row.error();
    }
    Status status = Done {};
    if (*row) {
        const auto view = ChunkView::open(m_readChunk.blob(0));
        if (view && view->rows() == rows) {
            view->decode(values.data());
        } else {
            status = Error {.code = ErrorCode::StoreDamaged,
                            .subject = "workspace",
                            .detail = "event chunk of part " + std::to_string(part.id)};
        }
    }
    m_readChunk.reset();
    return status;
}

}  // namespace meitrace

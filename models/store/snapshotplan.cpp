// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/snapshotplan.h"

#include "models/base/parallel.h"
#include "models/base/pipeline.h"
#include "models/domain/eventtype.h"
#include "models/store/batches.h"
#include "models/store/rows.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

constexpr int kTime = static_cast<int>(EventField::Time);
constexpr int kPrecision = static_cast<int>(EventField::Precision);
constexpr int kType = static_cast<int>(EventField::Type);
constexpr int kBatch = static_cast<int>(EventField::Batch);
constexpr int kRow = static_cast<int>(EventField::Row);

Error damaged(const char* what)
{
    return {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = what};
}

/// Columns of a part that decide the order of events with different handles or from different parts.
struct OrderColumns {
    std::vector<Millis> time;
    std::vector<std::uint8_t> precision;
    std::vector<std::uint16_t> type;
    std::vector<std::uint32_t> batch;
    std::vector<std::uint32_t> row;
};

using OrderKey = std::tuple<Millis, bool, int, std::uint64_t, std::uint32_t, std::uint32_t, Index>;

class Planner {
public:
    Planner(Database& database, Job& job)
        : m_database(database)
        , m_job(job)
    {
    }

    Result<SnapshotPlan> plan()
    {
        for (const Status& status : {readParts(), readCustomers()}) {
            if (!status) {
                return status.error();
            }
        }
        std::vector<std::vector<EventStretch>> pieces(m_plan.customers.size());
        for (std::uint32_t part = 0; part < m_plan.parts.size(); ++part) {
            if (Status status = readPieces(part, pieces); !status) {
                return status.error();
            }
        }
        m_plan.offset.assign(1, 0);
        m_plan.stretchAt.assign(1, 0);
        for (std::vector<EventStretch>& mine : pieces) {
            if (mine.size() > 1) {
                if (Status status = merge(mine); !status) {
                    return status.error();
                }
            } else if (!mine.empty()) {
                append(mine.front());
            }
            m_plan.offset.push_back(m_plan.stretchAt.back());
        }
        return std::move(m_plan);
    }

private:
    Status readParts()
    {
        EventStore store(m_database);
        Result<std::vector<EventPart>> parts = store.parts();
        const auto data = settingNumber("data_version");
        const auto derived = settingNumber("derived_version");
        const auto derivedPart = settingNumber("derived_part");
        if (!parts || !data || !derived || !derivedPart) {
            return !parts ? parts.error()
                          : (!data ? data.error() : (!derived ? derived.error() : derivedPart.error()));
        }
        m_plan.parts = std::move(*parts);
        m_plan.dataVersion = *derived;
        if (*data != *derived) {
            // Between two files of one import: nobody knows yet whose the newest events are.
            m_plan.parts.erase(
                std::remove_if(m_plan.parts.begin(), m_plan.parts.end(),
                               [newest = *derivedPart](const EventPart& part) { return part.id > newest; }),
                m_plan.parts.end());
        }
        return Done {};
    }

    Result<std::int64_t> settingNumber(const char* name)
    {
        Result<Statement> query = m_database.prepare("SELECT number FROM setting WHERE name = ?");
        if (!query) {
            return query.error();
        }
        const Result<bool> row = query->bind(1, std::string_view(name)).step();
        if (!row) {
            return row.error();
        }
        return *row ? query->integer(0) : std::int64_t {0};
    }

    Status readCustomers()
    {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
        Result<Statement> query
            = m_database.prepare("SELECT ident_id, customer FROM ident_customer ORDER BY ident_id");
        const Status status = forEachRow(std::move(query), [&](const Statement& row) {
            links.emplace_back(static_cast<std::uint32_t>(row.integer(0)),
                               static_cast<std::uint32_t>(row.integer(1)));
            m_plan.customers.push_back(links.back().second);
        });
        if (!status) {
            return status.error();
        }
        std::sort(m_plan.customers.begin(), m_plan.customers.end());
        m_plan.customers.erase(std::unique(m_plan.customers.begin(), m_plan.customers.end()),
                               m_plan.customers.end());
        m_plan.rowOfIdent.assign(links.empty() ? 1 : links.back().first + std::size_t {1}, -1);
        for (const auto& [ident, customer] : links) {
            const auto place = std::lower_bound(m_plan.customers.begin(), m_plan.customers.end(), customer);
            m_plan.rowOfIdent[ident] = static_cast<std::int32_t>(place - m_plan.customers.begin());
        }
        return Done {};
    }

    Status readPieces(std::uint32_t part, std::vector<std::vector<EventStretch>>& pieces)
    {
        const EventPart& here = m_plan.parts[part];
        std::vector<std::uint32_t> ident(static_cast<std::size_t>(here.rows));
        if (Status status = readColumn(m_database, here, kIdentField, ident.data(), m_job); !status) {
            return status;
        }
        for (Index begin = 0; begin < here.rows;) {
            const std::uint32_t handle = ident[static_cast<std::size_t>(begin)];
            Index end = begin + 1;
            while (end < here.rows && ident[static_cast<std::size_t>(end)] == handle) {
                ++end;
            }
            if (handle >= m_plan.rowOfIdent.size() || m_plan.rowOfIdent[handle] < 0) {
                return damaged("an event whose handle belongs to nobody");
            }
            pieces[static_cast<std::size_t>(m_plan.rowOfIdent[handle])].push_back(
                {.part = part, .begin = begin, .count = end - begin});
            begin = end;
        }
        return Done {};
    }

    void append(const EventStretch& stretch)
    {
        if (!m_plan.stretches.empty()) {
            EventStretch& last = m_plan.stretches.back();
            if (last.part == stretch.part && last.begin + last.count == stretch.begin) {
                last.count += stretch.count;
                m_plan.stretchAt.back() += stretch.count;
                return;
            }
        }
        m_plan.stretches.push_back(stretch);
        m_plan.stretchAt.push_back(m_plan.stretchAt.back() + stretch.count);
    }

    Status loadOrder()
    {
        if (!m_order.empty()) {
            return Done {};
        }
        Batches batches(m_database);
        auto order = batches.order();
        if (!order) {
            return order.error();
        }
        m_batchOrder = std::move(*order);
        m_order.resize(m_plan.parts.size());
        for (std::size_t i = 0; i < m_plan.parts.size(); ++i) {
            const EventPart& part = m_plan.parts[i];
            const auto rows = static_cast<std::size_t>(part.rows);
            OrderColumns& columns = m_order[i];
            columns.time.resize(rows);
            columns.precision.resize(rows);
            columns.type.resize(rows);
            columns.batch.resize(rows);
            columns.row.resize(rows);
            for (const Status& status :
                 {readColumn(m_database, part, kTime, columns.time.data(), m_job),
                  readColumn(m_database, part, kPrecision, columns.precision.data(), m_job),
                  readColumn(m_database, part, kType, columns.type.data(), m_job),
                  readColumn(m_database, part, kBatch, columns.batch.data(), m_job),
                  readColumn(m_database, part, kRow, columns.row.data(), m_job)}) {
                if (!status) {
                    return status.error();
                }
            }
        }
        return Done {};
    }

    [[nodiscard]] OrderKey keyOf(const EventStretch& piece) const
    {
        const OrderColumns& columns = m_order[piece.part];
        const auto row = static_cast<std::size_t>(piece.begin);
        const bool day = columns.precision[row] >= static_cast<std::uint8_t>(TimeQuality::WholeDay);
        const auto order = m_batchOrder.find(columns.batch[row]);
        return {columns.time[row] + (day ? kDayMillis - 1 : 0),
                day,
                day ? stageOf(columns.type[row]) : 0,
                order == m_batchOrder.end() ? 0 : order->second,
                columns.row[row],
                piece.part,
                piece.begin};
    }

    /// Several handles or parts of one customer: merged by the total order.
    Status merge(std::vector<EventStretch>& pieces)
    {
        if (Status status = loadOrder(); !status) {
            return status;
        }
        using Entry = std::pair<OrderKey, std::size_t>;
        std::vector<Entry> heap;
        heap.reserve(pieces.size());
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            heap.emplace_back(keyOf(pieces[i]), i);
        }
        const auto later = [](const Entry& a, const Entry& b) { return b.first < a.first; };
        std::make_heap(heap.begin(), heap.end(), later);
        while (!heap.empty()) {
            std::pop_heap(heap.begin(), heap.end(), later);
            EventStretch& piece = pieces[heap.back().second];
            append({.part = piece.part, .begin = piece.begin, .count = 1});
            ++piece.begin;
            --piece.count;
            if (piece.count > 0) {
                heap.back().first = keyOf(piece);
                std::push_heap(heap.begin(), heap.end(), later);
            } else {
                heap.pop_back();
            }
        }
        return Done {};
    }

    Database& m_database;
    Job& m_job;
    SnapshotPlan m_plan;
    std::vector<OrderColumns> m_order;
    std::map<std::uint32_t, std::uint64_t> m_batchOrder;
};

}  // namespace

Result<SnapshotPlan> planSnapshot(Database& database, Job& job)
{
    return Planner(database, job).plan();
}

template <typename T>
Status readColumn(Database& database, const EventPart& part, int storedField, T* out, Job& job)
{
    struct Piece {
        Index number = 0;
        std::string bytes;
    };
    Result<Statement> query = database.prepare(
        "SELECT chunk_no, data FROM event_chunk WHERE part_id = ? AND field = ? ORDER BY chunk_no");
    if (!query) {
        return query.error();
    }
    query->bind(1, part.id).bind(2, std::int64_t {storedField});
    std::vector<bool> present(static_cast<std::size_t>(chunkCount(part.rows, kChunkRows)));
    const auto produce = [&]() -> Result<std::optional<Piece>> {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        const Result<bool> row = query->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return std::optional<Piece>();
        }
        const Index number = query->integer(0);
        if (number < 0 || number >= static_cast<Index>(present.size())) {
            return damaged("event chunk");
        }
        present[static_cast<std::size_t>(number)] = true;
        return std::optional<Piece>(Piece {number, std::string(query->blob(1))});
    };
    const auto decode = [&](Piece&& piece) -> Result<Done> {
        const auto view = ChunkView::open(piece.bytes);
        if (!view || view->rows() != std::min(kChunkRows, part.rows - piece.number * kChunkRows)) {
            return damaged("event chunk");
        }
        view->decode(out + piece.number * kChunkRows);
        return Done {};
    };
    if (Status status = orderedPipeline<Piece, Done>(job.threads(), produce, decode,
                                                     [](Done&&) -> Status { return Done {}; });
        !status) {
        return status;
    }
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (!present[i]) {
            const Index begin = static_cast<Index>(i) * kChunkRows;
            std::fill(out + begin, out + std::min(part.rows, begin + kChunkRows), T {});
        }
    }
    return Done {};
}

template Status readColumn(Database&, const EventPart&, int, std::uint8_t*, Job&);
template Status readColumn(Database&, const EventPart&, int, std::uint16_t*, Job&);
template Status readColumn(Database&, const EventPart&, int, std::uint32_t*, Job&);
template Status readColumn(Database&, const EventPart&, int, std::int64_t*, Job&);

}  // namespace meitrace

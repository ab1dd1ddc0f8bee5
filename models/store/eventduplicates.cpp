// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the events of a file that earlier files brought already.
#include "models/base/flatmap.h"
#include "models/base/random.h"
#include "models/store/eventcursor.h"
#include "models/store/eventstore.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace meitrace {

namespace {

constexpr int kTime = static_cast<int>(EventField::Time);
constexpr int kType = static_cast<int>(EventField::Type);
constexpr int kItem = static_cast<int>(EventField::Item);
constexpr int kBatch = static_cast<int>(EventField::Batch);

std::uint64_t eventHash(std::int64_t ident, std::int64_t time, std::int64_t type, std::int64_t item,
                        std::int64_t content)
{
    const auto mixIn = [](std::uint64_t hash, std::int64_t value) {
        return mix64(hash ^ static_cast<std::uint64_t>(value));
    };
    return mixIn(mixIn(mixIn(mixIn(mixIn(1, ident), time), type), item), content);
}

}  // namespace

/// The different events of a run, and how many copies of each earlier files hold.
class EventStore::EventCounter {
public:
    explicit EventCounter(const EventRun& run)
        : m_places(static_cast<std::uint32_t>(run.rows()))
    {
        m_hashes.reserve(static_cast<std::size_t>(run.rows()));
        m_placeOf.reserve(static_cast<std::size_t>(run.rows()));
        run.eachRow([&](Index row) {
            const std::uint64_t hash
                = eventHash(run.value(kIdentField, row), run.value(kTime, row), run.value(kType, row),
                            run.value(kItem, row), run.value(kContentField, row));
            const auto fresh = static_cast<std::uint32_t>(m_hashes.size());
            m_placeOf.emplace_back(static_cast<std::uint32_t>(row), m_places.findOrAdd(hash, fresh));
            if (m_placeOf.back().second == fresh) {
                m_hashes.push_back(hash);
            }
        });
        m_copies.resize(m_hashes.size());
    }

    void addCopy(std::uint64_t hash)
    {
        if (const std::uint32_t* place = m_places.find(hash)) {
            ++m_copies[*place];
        }
    }

    void takeCopy(std::uint64_t hash)
    {
        if (const std::uint32_t* place = m_places.find(hash); place != nullptr && m_copies[*place] > 0) {
            --m_copies[*place];
        }
    }

    /// Rows that repeat a copy, ascending; their hashes are added to `spent`.
    [[nodiscard]] std::vector<std::uint32_t> repeated(std::vector<std::uint64_t>& spent)
    {
        std::vector<std::uint32_t> rows;
        for (const auto& [row, place] : m_placeOf) {
            if (m_copies[place] > 0) {
                --m_copies[place];
                rows.push_back(row);
                spent.push_back(m_hashes[place]);
            }
        }
        std::sort(rows.begin(), rows.end());
        return rows;
    }

private:
    FlatMap m_places;
    std::vector<std::uint64_t> m_hashes;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_placeOf;  ///< row and place of its event
    std::vector<std::uint32_t> m_copies;
};

Status EventStore::countCopies(const EventPart& part, std::uint32_t batch, std::pair<Millis, Millis> span,
                               EventCounter& counter, Job& job)
{
    constexpr std::array<int, 6> kFields {kBatch, kTime, kIdentField, kType, kItem, kContentField};
    std::array<std::vector<std::int64_t>, kFields.size()> columns;
    for (Index number = 0; number * kChunkRows < part.rows; ++number) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        bool later = false;
        for (std::size_t i = 0; i < kFields.size() && !later; ++i) {
            if (Status status = decodeChunk(part, kFields[i], number, columns[i]); !status) {
                return status;
            }
            // Chunks of the batch itself are many while its file is loaded: no need to look further.
            later = i == 0 && std::all_of(columns[0].begin(), columns[0].end(), [batch](std::int64_t value) {
                        return value >= batch;
                    });
        }
        const auto& [batches, times, idents, types, items, contents] = columns;
        for (std::size_t row = 0; !later && row < times.size(); ++row) {
            if (times[row] >= span.first && times[row] <= span.second && batches[row] < batch) {
                counter.addCopy(eventHash(idents[row], times[row], types[row], items[row], contents[row]));
            }
        }
    }
    return Done {};
}

Result<std::vector<std::uint32_t>> EventStore::knownRows(EventRun& run, std::uint32_t batch,
                                                         std::vector<std::uint64_t>& spent, Job& job)
{
    std::vector<std::uint32_t> known;
    Result<std::vector<EventPart>> candidates = parts();
    if (!candidates || run.rows() == 0) {
        return candidates ? Result<std::vector<std::uint32_t>>(std::move(known))
                          : Result<std::vector<std::uint32_t>>(candidates.error());
    }
    std::erase_if(*candidates, [](const EventPart& part) { return part.projection; });
    if (candidates->empty()) {
        return known;
    }
    const auto time = run.time();
    std::pair<Millis, Millis> span {std::numeric_limits<Millis>::max(), std::numeric_limits<Millis>::min()};
    run.eachRow([&](Index row) {
        span = {std::min(span.first, time[row]), std::max(span.second, time[row])};
    });
    std::erase_if(*candidates, [&span](const EventPart& part) {
        return part.lastTime < span.first || part.firstTime > span.second;
    });
    if (candidates->empty()) {
        return known;
    }
    EventCounter counter(run);
    for (const EventPart& part : *candidates) {
        if (Status status = countCopies(part, batch, span, counter, job); !status) {
            return status.error();
        }
    }
    for (const std::uint64_t hash : spent) {
        counter.takeCopy(hash);
    }
    return counter.repeated(spent);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/random.h"
#include "models/domain/eventtype.h"
#include "models/frame/snapshotbuilder.h"
#include "models/store/batches.h"
#include "models/store/eventcursor.h"
#include "models/store/workspace.h"
#include "tests/support/powervfs.h"
#include "tests/support/scratch.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

namespace meitrace::test {

inline constexpr std::size_t kTimeAt = static_cast<std::size_t>(EventField::Time);
inline constexpr std::size_t kPrecisionAt = static_cast<std::size_t>(EventField::Precision);
inline constexpr std::size_t kTypeAt = static_cast<std::size_t>(EventField::Type);
inline constexpr std::size_t kAmountAt = static_cast<std::size_t>(EventField::Amount);
inline constexpr std::size_t kItemAt = static_cast<std::size_t>(EventField::Item);
inline constexpr std::size_t kBatchAt = static_cast<std::size_t>(EventField::Batch);
inline constexpr std::size_t kRowAt = static_cast<std::size_t>(EventField::Row);
inline constexpr std::size_t kIdentAt = static_cast<std::size_t>(kIdentField);
inline constexpr std::size_t kContentAt = static_cast<std::size_t>(kContentField);

/// An event as its stored columns.
using Event = std::array<std::int64_t, kStoredFields>;

/// Workspaces in memory.
class StoreWorld {
public:
    explicit StoreWorld(const std::string& name)
        : m_disk(name)
    {
    }

    Result<Workspace> newWorkspace()
    {
        return Workspace::create("w" + std::to_string(++m_count), {}, m_disk.name());
    }

    PowerDisk& disk() { return m_disk; }

private:
    PowerDisk m_disk;
    int m_count = 0;
};

inline Result<std::int64_t> addBatch(Database& database, const KindSpec& kind, const std::string& content,
                                     std::int64_t rows)
{
    Batches batches(database);
    ImportBatch batch;
    batch.kind = kind.id;
    batch.contentHash = content;
    const Result<std::int64_t> number = batches.begin(batch);
    if (!number) {
        return number;
    }
    batch.id = *number;
    batch.rowsRead = rows;
    batch.fates.append(RowFate::Ok, rows);
    const Status status = batches.finish(batch);
    return status ? number : Result<std::int64_t>(status.error());
}

/// Random events of one batch in the order of its file; many share their time, some are known by the day
/// only.
inline std::vector<Event> randomEvents(Random& random, std::int64_t batch, int count, int idents)
{
    constexpr std::array<std::int64_t, 5> kTypes {4, event::kLead, event::kArrive, event::kBill, 1000};
    std::vector<Event> events;
    for (int row = 0; row < count; ++row) {
        Event here {};
        const auto day = static_cast<std::int64_t>(random.below(4)) * kDayMillis;
        const bool wholeDay = random.chance(300'000);
        here[kIdentAt] = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(idents)));
        here[kTimeAt] = day + (wholeDay ? 0 : static_cast<std::int64_t>(random.below(5)) * 3'600'000);
        here[kPrecisionAt] = wholeDay ? 2 : 0;
        here[kTypeAt] = kTypes[random.below(kTypes.size())];
        here[kAmountAt] = random.chance(500'000) ? 0 : static_cast<std::int64_t>(random.below(100'000)) - 500;
        here[kItemAt] = static_cast<std::int64_t>(random.below(3));
        here[kBatchAt] = batch;
        here[kRowAt] = row;
        here[kContentAt] = static_cast<std::int64_t>(random.below(3));
        events.push_back(here);
    }
    return events;
}

/// The rows the events got, by event.
inline std::vector<std::uint32_t> fill(EventRun& run, const std::vector<Event>& events)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Index row = run.add(static_cast<std::uint32_t>(events[i][kIdentAt]));
        rows.push_back(static_cast<std::uint32_t>(row));
        run.time()[row] = events[i][kTimeAt];
        run.amount()[row] = events[i][kAmountAt];
        for (int field = 0; field < kStoredFields; ++field) {
            const auto at = static_cast<std::size_t>(field);
            if (at != kTimeAt && at != kAmountAt && at != kIdentAt && events[i][at] != 0) {
                run.codes(field)[row] = static_cast<std::uint32_t>(events[i][at]);
            }
        }
    }
    return rows;
}

/// By ident, then the total order: time, exact before whole days, stage among whole days, source.
template <typename SourceOrder>
auto orderKey(const Event& event, SourceOrder sourceOrder)
{
    const auto precision = static_cast<TimeQuality>(event[kPrecisionAt]);
    const bool day = precision >= TimeQuality::WholeDay;
    return std::make_tuple(event[kIdentAt], orderTime(event[kTimeAt], precision), day,
                           day ? stageOf(static_cast<std::uint16_t>(event[kTypeAt])) : 0,
                           sourceOrder(event[kBatchAt]), event[kRowAt]);
}

/// Every event of the parts, part after part.
inline Result<std::vector<std::vector<Event>>> readParts(EventStore& store, bool projection)
{
    const Result<std::vector<EventPart>> parts = store.parts();
    if (!parts) {
        return parts.error();
    }
    std::vector<std::vector<Event>> all;
    std::vector<int> fields(kStoredFields);
    std::iota(fields.begin(), fields.end(), 0);
    for (const EventPart& part : *parts) {
        if (part.projection != projection) {
            continue;
        }
        auto& events = all.emplace_back();
        EventCursor cursor(store, part, fields);
        for (Result<bool> ready = cursor.ready();; ready = cursor.ready()) {
            if (!ready) {
                return ready.error();
            }
            if (!*ready) {
                break;
            }
            Event& here = events.emplace_back();
            for (int field = 0; field < kStoredFields; ++field) {
                here[static_cast<std::size_t>(field)] = cursor.value(field);
            }
            cursor.advance();
        }
    }
    return all;
}

}  // namespace meitrace::test

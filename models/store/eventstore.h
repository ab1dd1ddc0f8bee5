// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/chunkcodec.h"
#include "models/store/database.h"
#include "models/store/eventrun.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace meitrace {

/// A sorted piece of the event stream.
struct EventPart {
    std::int64_t id = 0;
    bool projection = false;
    Index rows = 0;
    Millis firstTime = 0;
    Millis lastTime = 0;
};

/// The event stream in its chunks. All writing happens inside the caller's transaction.
class EventStore {
public:
    explicit EventStore(Database& database)
        : m_database(database)
    {
    }

    Result<std::vector<EventPart>> parts();

    /// Sorts the run and writes it as a new part. The run is spent.
    /// dropped: rows (numbers inside the run) to leave out; ascending.
    Status write(EventRun& run, bool projection, const std::vector<std::uint32_t>& dropped, Job& job);

    /// The rows of the run that are in the stream already from other batches, ascending: the n-th copy of an
    /// event is a duplicate while other batches hold at least n copies of it.
    Result<std::vector<std::uint32_t>> knownRows(EventRun& run, std::uint32_t batch, Job& job);

    /// Takes the events of a batch out.
    Status removeBatch(std::uint32_t batch, Job& job);
    Status dropParts(bool projection);
    /// Merges small parts so that there are never many. Same events afterwards.
    /// batchOrder: place of each batch in the order of sources (by content of file, not by time of import).
    Status compact(const std::map<std::uint32_t, std::uint64_t>& batchOrder, Job& job);

    /// Bytes of one chunk; empty when the field is 0 throughout.
    Result<std::string> chunk(std::int64_t part, int storedField, Index chunkNumber);

private:
    Result<std::int64_t> insertPart(bool projection, Index rows, Millis first, Millis last);
    Status deletePart(std::int64_t part);
    Status mergeParts(const std::vector<EventPart>& sources,
                      const std::map<std::uint32_t, std::uint64_t>& batchOrder, Job& job);

    Database& m_database;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/chunkcodec.h"
#include "models/store/database.h"
#include "models/store/eventrun.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// A sorted piece of the event stream.
struct EventPart {
    std::int64_t id = 0;
    bool projection = false;
    Index rows = 0;
    Index chunks = 0;  ///< rows of event_chunk
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

    /// What else is to be written in the same transaction, a little at a time: called between the chunks with
    /// the share of them that is done, so that it goes on while other threads encode.
    using Besides = std::function<Status(double share)>;

    /// Writes the rows of the run as a new part, sorted; the run keeps them until cleared.
    /// dropped: rows (numbers inside the run) to leave out; ascending.
    Status write(EventRun& run, bool projection, const std::vector<std::uint32_t>& dropped, Job& job,
                 const Besides& besides = {});

    /// The rows of the run that are in the stream already from earlier batches, ascending: the n-th copy of
    /// an event in its file is a duplicate while earlier batches hold at least n copies of it.
    /// spent: events of this file that were found known in earlier runs; what is found now is added.
    /// Cost    one pass over the parts of that time; memory 50 bytes per row of the run.
    Result<std::vector<std::uint32_t>> knownRows(EventRun& run, std::uint32_t batch,
                                                 std::vector<std::uint64_t>& spent, Job& job);

    /// Takes the events of a batch out.
    Status removeBatch(std::uint32_t batch, Job& job);
    Status dropParts(bool projection);
    /// Merges small parts so that there are never many. Same events afterwards.
    /// batchOrder: place of each batch in the order of sources (by content of file, not by time of import).
    Status compact(const std::map<std::uint32_t, std::uint64_t>& batchOrder, Job& job);

    /// Values of one chunk of a column.  Errors  StoreDamaged
    Status decodeChunk(const EventPart& part, int storedField, Index chunkNumber,
                       std::vector<std::int64_t>& values);

    friend class EventWriter;

private:
    class EventCounter;

    Status countCopies(const EventPart& part, std::uint32_t batch, std::pair<Millis, Millis> span,
                       EventCounter& counter, Job& job);
    /// A part whose figures finishPart() fills in.
    Result<std::int64_t> beginPart(bool projection);
    Status finishPart(const EventPart& part);
    Status deletePart(std::int64_t part);
    Status mergeParts(const std::vector<EventPart>& sources,
                      const std::map<std::uint32_t, std::uint64_t>& batchOrder, Job& job);

    Database& m_database;
    Statement m_readChunk;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/batchspans.h"

#include "models/frame/eventcolumns.h"
#include "models/store/batches.h"
#include "models/store/documents.h"
#include "models/store/eventstore.h"
#include "models/store/jobwatch.h"
#include "models/store/qualitytally.h"
#include "models/store/rows.h"

#include <set>

namespace meitrace {

namespace {

using Spans = std::map<std::int64_t, BatchSpan>;

Status readDocuments(Database& database, const KindSpec& kind, Spans& spans)
{
    const std::string time(timeColumn(kind));
    if (time.empty()) {
        return Done {};
    }
    return forEachRow(database.prepare("SELECT batch_id, count(*), min(" + time + "), max(" + time + ") FROM "
                                       + std::string(kind.table) + " WHERE current = 1 GROUP BY batch_id"),
                      [&spans](const Statement& row) {
                          spans[row.integer(0)]
                              = {.rows = row.integer(1), .first = row.number(2), .last = row.number(3)};
                      });
}

/// streams: numbers of the files whose rows are events themselves
Status readStreams(Database& database, const std::set<std::int64_t>& streams, Spans& spans, Job& job)
{
    EventStore events(database);
    const Result<std::vector<EventPart>> parts = events.parts();
    if (!parts) {
        return parts.error();
    }
    std::vector<std::int64_t> batches;
    std::vector<std::int64_t> times;
    for (const EventPart& part : *parts) {
        const Index chunks = part.projection ? 0 : (part.rows + kChunkRows - 1) / kChunkRows;
        for (Index chunk = 0; chunk < chunks; ++chunk) {
            Status status = job.stopped()
                ? Status(Error {.code = ErrorCode::Cancelled})
                : events.decodeChunk(part, static_cast<int>(EventField::Batch), chunk, batches);
            status = status ? events.decodeChunk(part, static_cast<int>(EventField::Time), chunk, times)
                            : status;
            if (!status) {
                return status;
            }
            for (std::size_t row = 0; row < batches.size(); ++row) {
                if (streams.contains(batches[row])) {
                    widen(spans[batches[row]], times[row]);
                }
            }
        }
    }
    return Done {};
}

}  // namespace

Day clinicDay(const Workspace& workspace, Millis time)
{
    return workspace.zone().dayOf(time, static_cast<Millis>(workspace.settings().dayStartMinutes) * 60'000);
}

Result<std::map<std::int64_t, BatchSpan>> batchSpans(Workspace& workspace, Job& job)
{
    Database& database = workspace.database();
    const JobWatch watch(database, job);
    const Result<std::vector<BatchHead>> heads = Batches(database).heads();
    if (!heads) {
        return heads.error();
    }
    std::set<std::uint8_t> documents;
    std::set<std::int64_t> streams;
    for (const BatchHead& head : *heads) {
        const KindSpec* kind = kindById(head.kind);
        if (kind != nullptr && kind->target == KindTarget::Stream) {
            streams.insert(head.id);
        } else if (kind != nullptr) {
            documents.insert(head.kind);
        }
    }
    Spans spans;
    for (const std::uint8_t kind : documents) {
        if (Status status = readDocuments(database, *kindById(kind), spans); !status) {
            return status.error();
        }
    }
    if (!streams.empty()) {
        if (Status status = readStreams(database, streams, spans, job); !status) {
            return status.error();
        }
    }
    return spans;
}

}  // namespace meitrace

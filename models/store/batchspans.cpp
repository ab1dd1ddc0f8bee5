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

/// What one chunk says of the files whose rows are events themselves.
class StreamReader {
public:
    StreamReader(Database& database, const std::set<std::int64_t>& streams, Spans& spans)
        : m_events(database)
        , m_streams(streams)
        , m_spans(spans)
    {
    }

    Result<std::vector<EventPart>> parts() { return m_events.parts(); }

    Status read(const EventPart& part, Index chunk)
    {
        Status status = m_events.decodeChunk(part, static_cast<int>(EventField::Batch), chunk, m_batches);
        status = status ? m_events.decodeChunk(part, static_cast<int>(EventField::Time), chunk, m_times)
                        : status;
        for (std::size_t row = 0; status && row < m_batches.size(); ++row) {
            if (m_streams.contains(m_batches[row])) {
                widen(m_spans[m_batches[row]], m_times[row]);
            }
        }
        return status;
    }

private:
    EventStore m_events;
    const std::set<std::int64_t>& m_streams;
    Spans& m_spans;
    std::vector<std::int64_t> m_batches;
    std::vector<std::int64_t> m_times;
};

/// streams: numbers of the files whose rows are events themselves
Status readStreams(Database& database, const std::set<std::int64_t>& streams, Spans& spans, Job& job)
{
    StreamReader reader(database, streams, spans);
    const Result<std::vector<EventPart>> parts = reader.parts();
    if (!parts) {
        return parts.error();
    }
    for (const EventPart& part : *parts) {
        const Index chunks = part.projection ? 0 : (part.rows + kChunkRows - 1) / kChunkRows;
        for (Index chunk = 0; chunk < chunks; ++chunk) {
            const Status status
                = job.stopped() ? Status(Error {.code = ErrorCode::Cancelled}) : reader.read(part, chunk);
            if (!status) {
                return status;
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

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/tables.h"

#include "models/base/badoption.h"
#include "models/domain/person.h"
#include "models/pipeline/originals.h"
#include "models/publish/csvwriter.h"
#include "models/store/batches.h"
#include "models/store/identities.h"
#include "models/store/rows.h"

#include <map>
#include <numeric>
#include <unordered_map>

namespace meitrace {

namespace {

constexpr CsvFormat formatOf()
{
    return {};
}

Result<std::unordered_map<std::uint32_t, std::string>> batchKinds(Workspace& workspace)
{
    const Result<std::vector<ImportBatch>> batches = Batches(workspace.database()).all();
    if (!batches) {
        return batches.error();
    }
    std::unordered_map<std::uint32_t, std::string> kinds;
    for (const ImportBatch& batch : *batches) {
        const KindSpec* kind = kindById(batch.kind);
        kinds[static_cast<std::uint32_t>(batch.id)]
            = kind != nullptr ? std::string(kind->code) : std::string();
    }
    return kinds;
}

std::string precisionName(std::uint8_t precision)
{
    switch (static_cast<TimeQuality>(precision)) {
    case TimeQuality::Exact:
        return "exact";
    case TimeQuality::Minute:
        return "minute";
    case TimeQuality::WholeDay:
        return "day";
    case TimeQuality::Month:
        return "month";
    case TimeQuality::Guessed:
        return "guessed";
    }
    return {};
}

/// The line of one event, with the source that its batch came from.
class EventLine {
public:
    EventLine(const Snapshot& snapshot, std::unordered_map<std::uint32_t, std::string> kinds)
        : m_snapshot(snapshot)
        , m_kinds(std::move(kinds))
        , m_batch(snapshot.codes(EventField::Batch))
    {
    }

    Status write(CsvWriter& writer, const std::string& customer, Index row) const
    {
        writer.plain(customer);
        writer.plain(m_snapshot.frame().zone.isoTime(m_snapshot.time()[row]));
        for (const EventField field :
             {EventField::Type, EventField::Channel, EventField::Campaign, EventField::Item}) {
            writer.text(text(field, row));
        }
        writer.number(m_snapshot.amount()[row]);
        writer.text(text(EventField::Store, row));
        const auto kind = m_kinds.find(m_batch[row]);
        writer.plain(kind == m_kinds.end() ? std::string() : kind->second);
        writer.plain(precisionName(m_snapshot.precision()[row]));
        return writer.endRow();
    }

private:
    [[nodiscard]] std::string_view text(EventField field, Index row) const
    {
        return m_snapshot.dictionary(field).text(m_snapshot.codes(field)[row]);
    }

    const Snapshot& m_snapshot;
    std::unordered_map<std::uint32_t, std::string> m_kinds;
    Codes m_batch;
};

/// Rows of a batch that stand aside, by the number of the row, with the first reason.
using AsideRows = std::map<std::int64_t, const QuarantineEntry*>;

/// Rows that stand aside as they stood in their files, each with where it comes from and why it is there.
class AsideWriter {
public:
    AsideWriter(Workspace& workspace, CsvWriter& writer)
        : m_workspace(workspace)
        , m_writer(writer)
    {
    }

    Status writeBatch(const ImportBatch& batch, const AsideRows& rows)
    {
        std::vector<std::int64_t> numbers;
        numbers.reserve(rows.size());
        for (const auto& [row, entry] : rows) {
            numbers.push_back(row);
        }
        const Result<OriginalRows> originals = originalRows(m_workspace, batch, numbers);
        if (!originals) {
            return originals.error();
        }
        if (Status status = takeShape(originals->header); !status) {
            return status;
        }
        for (const OriginalRows::Row& row : originals->rows) {
            if (Status status = writeRow(row, *rows.at(row.number)); !status) {
                return status;
            }
        }
        return Done {};
    }

    [[nodiscard]] Index written() const { return m_written; }

private:
    /// The first batch makes the header; the others must have the same columns.
    Status takeShape(const std::vector<std::string>& shape)
    {
        if (!m_shape.empty() && m_shape != shape) {
            return badOption("batch", {}, "several files of different shapes: name one batch");
        }
        if (!m_shape.empty()) {
            return Done {};
        }
        m_shape = shape;
        std::vector<std::string> header {"_batch", "_row", "_line", "_field", "_rule", "_suggestion"};
        header.insert(header.end(), shape.begin(), shape.end());
        return m_writer.row(header);
    }

    Status writeRow(const OriginalRows::Row& row, const QuarantineEntry& entry)
    {
        m_writer.number(entry.batch);
        m_writer.number(row.number);
        m_writer.number(entry.line);
        m_writer.plain(entry.field);
        m_writer.plain(ruleCode(entry.rule));
        m_writer.text(entry.suggestion);
        for (const std::string& cell : row.cells) {
            m_writer.text(cell);
        }
        ++m_written;
        return m_writer.endRow();
    }

    Workspace& m_workspace;
    CsvWriter& m_writer;
    std::vector<std::string> m_shape;
    Index m_written = 0;
};

}  // namespace

Result<Index> writeEvents(Clinic& clinic, const std::string& path, Job& job)
{
    const Result<SnapshotPtr> loaded = clinic.snapshot(job);
    if (!loaded) {
        return loaded.error();
    }
    const Snapshot& snapshot = **loaded;
    if (Status status = snapshot.load({EventField::Time, EventField::Precision, EventField::Type,
                                       EventField::Channel, EventField::Campaign, EventField::Item,
                                       EventField::Amount, EventField::Store, EventField::Batch},
                                      job);
        !status) {
        return status.error();
    }
    auto kinds = batchKinds(clinic.workspace());
    Result<CsvWriter> writer = CsvWriter::create(path, formatOf());
    if (!kinds || !writer) {
        return kinds ? writer.error() : kinds.error();
    }
    if (Status status = writer->row({"customer", "time", "type", "channel", "campaign", "item",
                                     "amount_minor", "store", "source", "precision"});
        !status) {
        return status.error();
    }
    const EventLine line(snapshot, std::move(*kinds));
    for (Index customer = 0; customer < snapshot.customers(); ++customer) {
        if ((customer & 0xFFF) == 0) {
            if (job.stopped()) {
                return Error {.code = ErrorCode::Cancelled};
            }
            job.progress(static_cast<double>(customer) / static_cast<double>(snapshot.customers()));
        }
        const std::string code = snapshot.customerCode(customer);
        for (Index row = snapshot.begin(customer); row < snapshot.end(customer); ++row) {
            if (Status status = line.write(*writer, code, row); !status) {
                return status.error();
            }
        }
    }
    if (Status status = writer->commit(); !status) {
        return status.error();
    }
    return snapshot.events();
}

Result<Index> writeLinks(Clinic& clinic, const std::string& path, Job& job)
{
    Result<Statement> query
        = clinic.workspace().database().prepare("SELECT c.ident_id, c.customer, c.method, c.manual, c.score "
                                                "FROM ident_customer c ORDER BY c.customer, c.ident_id");
    Result<CsvWriter> writer = CsvWriter::create(path, formatOf());
    if (!query || !writer) {
        return query ? writer.error() : query.error();
    }
    if (Status status = writer->row({"ident_key", "source", "native_id", "customer", "method", "score"});
        !status) {
        return status.error();
    }
    Identities identities(clinic.workspace().database());
    Index rows = 0;
    const Status read = forEachRow(*query, [&](const Statement& row) -> Status {
        if ((rows & 0xFFF) == 0 && job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        const Result<std::string> native = identities.nativeName(static_cast<std::uint32_t>(row.integer(0)));
        if (!native) {
            return native.error();
        }
        const std::size_t cut = native->find('=');
        std::string customer = std::to_string(row.integer(1));
        customer.insert(0, customer.size() < 7 ? 7 - customer.size() : 0, '0');
        std::string score = std::to_string(row.real(4));
        score.resize(std::min<std::size_t>(score.size(), 4));
        writer->number(row.integer(0));
        writer->plain(native->substr(0, cut));
        writer->text(cut == std::string::npos ? std::string() : native->substr(cut + 1));
        writer->plain("C" + customer);
        writer->plain(row.integer(3) != 0 ? std::string("manual")
                                          : std::string(keyTypeCode(static_cast<KeyType>(row.integer(2)))));
        writer->plain(score);
        if (Status status = writer->endRow(); !status) {
            return status.error();
        }
        ++rows;
        return Done {};
    });
    if (!read) {
        return read.error();
    }
    if (Status status = writer->commit(); !status) {
        return status.error();
    }
    return rows;
}

Result<Index> writeQuarantine(Clinic& clinic, std::int64_t batch, const std::string& path, Job& job)
{
    Batches batches(clinic.workspace().database());
    const Result<std::vector<QuarantineEntry>> entries = batches.quarantine(batch, true);
    if (!entries) {
        return entries.error();
    }
    std::map<std::int64_t, AsideRows> wanted;  // by batch
    for (const QuarantineEntry& entry : *entries) {
        wanted[entry.batch].emplace(entry.row, &entry);
    }
    Result<CsvWriter> writer = CsvWriter::create(path, formatOf());
    if (!writer) {
        return writer.error();
    }
    AsideWriter aside(clinic.workspace(), *writer);
    for (const auto& [number, rows] : wanted) {
        const Result<ImportBatch> source = batches.find(number);
        if (!source) {
            return source.error();
        }
        if (Status status = aside.writeBatch(*source, rows); !status) {
            return status.error();
        }
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
    }
    if (Status status = writer->commit(); !status) {
        return status.error();
    }
    return aside.written();
}

Status writeTable(const std::string& path, const std::vector<std::string>& header, Index rows,
                  const std::function<void(Index, std::vector<std::string>&)>& fill, Job& job)
{
    Result<CsvWriter> writer = CsvWriter::create(path, formatOf());
    if (!writer) {
        return writer.error();
    }
    if (Status status = writer->row(header); !status) {
        return status;
    }
    std::vector<std::string> cells;
    for (Index row = 0; row < rows; ++row) {
        if ((row & 0xFFFF) == 0 && job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        cells.clear();
        fill(row, cells);
        if (cells.empty()) {
            continue;
        }
        for (const std::string& cell : cells) {
            writer->plain(cell);
        }
        if (Status status = writer->endRow(); !status) {
            return status;
        }
    }
    return writer->commit();
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/tables.h"

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
    const auto kinds = batchKinds(clinic.workspace());
    Result<CsvWriter> writer = CsvWriter::create(path, formatOf());
    if (!kinds || !writer) {
        return kinds ? writer.error() : kinds.error();
    }
    if (Status status = writer->row({"customer", "time", "type", "channel", "campaign", "item",
                                     "amount_minor", "store", "source", "precision"});
        !status) {
        return status.error();
    }
    const auto text = [&](EventField field, Index row) {
        writer->text(snapshot.dictionary(field).text(snapshot.codes(field)[row]));
    };
    const Codes batch = snapshot.codes(EventField::Batch);
    for (Index customer = 0; customer < snapshot.customers(); ++customer) {
        if ((customer & 0xFFF) == 0) {
            if (job.stopped()) {
                return Error {.code = ErrorCode::Cancelled};
            }
            job.progress(static_cast<double>(customer) / static_cast<double>(snapshot.customers()));
        }
        const std::string code = snapshot.customerCode(customer);
        for (Index row = snapshot.begin(customer); row < snapshot.end(customer); ++row) {
            writer->plain(code);
            writer->plain(snapshot.frame().zone.isoTime(snapshot.time()[row]));
            text(EventField::Type, row);
            text(EventField::Channel, row);
            text(EventField::Campaign, row);
            text(EventField::Item, row);
            writer->number(snapshot.amount()[row]);
            text(EventField::Store, row);
            const auto kind = kinds->find(batch[row]);
            writer->plain(kind == kinds->end() ? std::string() : kind->second);
            writer->plain(precisionName(snapshot.precision()[row]));
            if (Status status = writer->endRow(); !status) {
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
    std::map<std::int64_t, std::map<std::int64_t, const QuarantineEntry*>>
        wanted;  // batch -> row -> first reason
    for (const QuarantineEntry& entry : *entries) {
        wanted[entry.batch].emplace(entry.row, &entry);
    }
    Result<CsvWriter> writer = CsvWriter::create(path, formatOf());
    if (!writer) {
        return writer.error();
    }
    std::vector<std::string> shape;
    Index written = 0;
    for (const auto& [number, rows] : wanted) {
        const Result<ImportBatch> source = batches.find(number);
        if (!source) {
            return source.error();
        }
        std::vector<std::int64_t> numbers;
        for (const auto& [row, entry] : rows) {
            numbers.push_back(row);
        }
        const Result<OriginalRows> originals = originalRows(clinic.workspace(), *source, numbers);
        if (!originals) {
            return originals.error();
        }
        if (!shape.empty() && shape != originals->header) {
            return Error {.code = ErrorCode::BadOption,
                          .subject = "batch",
                          .detail = "several files of different shapes: name one batch"};
        }
        if (shape.empty()) {
            shape = originals->header;
            std::vector<std::string> header {"_batch", "_row", "_line", "_field", "_rule", "_suggestion"};
            header.insert(header.end(), shape.begin(), shape.end());
            if (Status status = writer->row(header); !status) {
                return status.error();
            }
        }
        for (const OriginalRows::Row& row : originals->rows) {
            const QuarantineEntry& entry = *rows.at(row.number);
            writer->number(number);
            writer->number(row.number);
            writer->number(entry.line);
            writer->plain(entry.field);
            writer->plain(ruleCode(entry.rule));
            writer->text(entry.suggestion);
            for (const std::string& cell : row.cells) {
                writer->text(cell);
            }
            if (Status status = writer->endRow(); !status) {
                return status.error();
            }
            ++written;
        }
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
    }
    if (Status status = writer->commit(); !status) {
        return status.error();
    }
    return written;
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

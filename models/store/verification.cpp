// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/verification.h"

#include "models/domain/kind.h"
#include "models/store/batches.h"
#include "models/store/dictionaries.h"
#include "models/store/documents.h"
#include "models/store/eventcursor.h"
#include "models/store/rows.h"

#include <sqlite3.h>

#include <cstdlib>
#include <map>
#include <numeric>

namespace meitrace {

namespace {

constexpr int kTime = static_cast<int>(EventField::Time);
constexpr int kPrecision = static_cast<int>(EventField::Precision);
constexpr int kBatch = static_cast<int>(EventField::Batch);
constexpr int kRow = static_cast<int>(EventField::Row);

Error finding(std::string detail)
{
    return {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = std::move(detail)};
}

bool isInForce(RowFate fate)
{
    return fate == RowFate::Ok || fate == RowFate::Fixed;
}

/// What a file's account promises, and what of it was found.
struct Ledger {
    std::uint8_t kind = 0;
    FateLog fates;
    std::vector<bool> found;  ///< of rows whose fate says that they are stored
    std::int64_t quarantined = 0;

    /// False when there is no such row.
    [[nodiscard]] bool has(std::int64_t row) const { return row >= 0 && row < fates.rows(); }
};

class Verification {
public:
    Verification(Database& database, Job& job)
        : m_database(database)
        , m_job(job)
        , m_store(database)
        , m_dictionaries(database)
    {
    }

    Status run()
    {
        for (const auto step :
             {&Verification::readLedgers, &Verification::readIdents, &Verification::checkParts,
              &Verification::checkDocuments, &Verification::checkQuarantine, &Verification::checkLedgers}) {
            if (Status status = (this->*step)(); !status) {
                return status;
            }
        }
        return Done {};
    }

private:
    Status readLedgers()
    {
        Batches batches(m_database);
        const Result<std::vector<std::int64_t>> numbers = batches.numbers();
        if (!numbers) {
            return numbers.error();
        }
        for (const std::int64_t number : *numbers) {
            Result<ImportBatch> batch = batches.find(number);
            if (!batch) {
                return batch.error();
            }
            Ledger& ledger = m_ledgers[number];
            ledger.kind = batch->kind;
            ledger.fates = std::move(batch->fates);
            ledger.found.resize(static_cast<std::size_t>(ledger.fates.rows()));
        }
        return m_dictionaries.load();
    }

    Status readIdents()
    {
        Result<Statement> query = m_database.prepare("SELECT ident_id FROM ident ORDER BY ident_id");
        return forEachRow(std::move(query), [&](const Statement& row) -> Status {
            const std::int64_t ident = row.integer(0);
            if (ident < 1 || ident > UINT32_MAX) {
                return finding("the number of a handle");
            }
            m_idents.resize(static_cast<std::size_t>(ident) + 1);
            m_idents.back() = true;
            return Done {};
        });
    }

    [[nodiscard]] bool isIdent(std::int64_t ident) const
    {
        return ident >= 0 && ident < static_cast<std::int64_t>(m_idents.size())
            && m_idents[static_cast<std::size_t>(ident)];
    }

    Status checkParts()
    {
        const Result<std::vector<EventPart>> parts = m_store.parts();
        Result<Statement> count
            = m_database.prepare("SELECT count(*) FROM event_chunk WHERE part_id = ? AND field < ?");
        const auto stale = m_database.queryInteger(
            "SELECT coalesce((SELECT number FROM setting WHERE name = 'data_version'), 0) <> "
            "coalesce((SELECT number FROM setting WHERE name = 'derived_version'), 0)");
        if (!parts || !count || !stale) {
            return !parts ? parts.error() : (!count ? count.error() : stale.error());
        }
        for (const EventPart& part : *parts) {
            const Result<bool> row = count->bind(1, part.id).bind(2, std::int64_t {kStoredFields}).step();
            if (!row) {
                return row.error();
            }
            const bool complete = count->integer(0) == part.chunks;
            count->reset();
            if (!complete) {
                return finding("a chunk of part " + std::to_string(part.id) + " is missing");
            }
            // Projected events of an older state may tell of rows that are no longer there.
            const bool hasRows = !part.projection || stale->value_or(0) == 0;
            if (Status status = checkPart(part, hasRows); !status) {
                return status;
            }
        }
        return Done {};
    }

    Status checkPart(const EventPart& part, bool hasRows)
    {
        std::vector<int> fields(kStoredFields);
        std::iota(fields.begin(), fields.end(), 0);
        EventCursor cursor(m_store, part, std::move(fields));
        std::int64_t ident = -1;
        Millis time = 0;
        Millis first = INT64_MAX;
        Millis last = INT64_MIN;
        for (Result<bool> ready = cursor.ready();; ready = cursor.ready()) {
            if (!ready) {
                return ready.error();
            }
            if (!*ready) {
                break;
            }
            if (m_job.stopped()) {
                return Error {.code = ErrorCode::Cancelled};
            }
            const bool day = cursor.value(kPrecision) >= static_cast<std::int64_t>(TimeQuality::WholeDay);
            const Millis here = cursor.value(kTime) + (day ? kDayMillis - 1 : 0);
            if (cursor.value(kIdentField) < ident || (cursor.value(kIdentField) == ident && here < time)) {
                return finding("the order of part " + std::to_string(part.id));
            }
            ident = cursor.value(kIdentField);
            time = here;
            first = std::min(first, cursor.value(kTime));
            last = std::max(last, cursor.value(kTime));
            if (Status status = checkEvent(cursor, hasRows); !status) {
                return status;
            }
            cursor.advance();
        }
        const bool spans = first == part.firstTime && last == part.lastTime;
        return spans ? Status(Done {}) : Status(finding("the span of a part"));
    }

    Status checkEvent(const EventCursor& cursor, bool hasRows)
    {
        for (int field = 0; field < kEventFieldCount; ++field) {
            if (hasDictionary(static_cast<EventField>(field))
                && (cursor.value(field) < 0
                    || cursor.value(field) >= m_dictionaries.all()[static_cast<std::size_t>(field)].size())) {
                return finding("a code without its text");
            }
        }
        if (!hasRows) {
            return Done {};
        }
        if (!isIdent(cursor.value(kIdentField))) {
            return finding("an event of nobody");
        }
        const auto ledger = m_ledgers.find(cursor.value(kBatch));
        if (ledger == m_ledgers.end() || !ledger->second.has(cursor.value(kRow))
            || !isInForce(ledger->second.fates.at(cursor.value(kRow)))) {
            return finding("an event of a row that is not in force");
        }
        if (!cursor.part().projection) {
            ledger->second.found[static_cast<std::size_t>(cursor.value(kRow))] = true;
        }
        return Done {};
    }

    Status checkDocuments()
    {
        for (const KindSpec& kind : kinds()) {
            if (kind.target != KindTarget::Documents) {
                continue;
            }
            const std::string table(kind.table);
            const auto twice = m_database.queryInteger("SELECT count(*) FROM (SELECT 1 FROM " + table
                                                       + " WHERE current = 1 GROUP BY row_key HAVING "
                                                         "count(*) > 1)");
            Result<Statement> query
                = m_database.prepare("SELECT doc_id, batch_id, row_no, current, ident FROM " + table);
            if (!twice || !query) {
                return twice ? query.error() : twice.error();
            }
            if (twice->value_or(0) != 0) {
                return finding("two versions in force in " + table);
            }
            Status status
                = forEachRow(*query, [&](const Statement& row) { return checkDocument(kind, row); });
            if (!status) {
                return status;
            }
        }
        return Done {};
    }

    Status checkDocument(const KindSpec& kind, const Statement& row)
    {
        const std::string table(kind.table);
        const auto ledger = m_ledgers.find(row.integer(1));
        if (ledger == m_ledgers.end() || ledger->second.kind != kind.id || !ledger->second.has(row.integer(2))
            || row.integer(0) != documentNumber(row.integer(1), row.integer(2))) {
            return finding("a document without its row in " + table);
        }
        const RowFate fate = ledger->second.fates.at(row.integer(2));
        const bool aside = fate == RowFate::Superseded || fate == RowFate::Duplicate;
        if (row.integer(3) != 0 ? !isInForce(fate) : !aside) {
            return finding("a version whose fate says otherwise in " + table);
        }
        if (!isIdent(row.integer(4)) && (kind.needsPerson || row.integer(4) != 0)) {
            return finding("a document of nobody in " + table);
        }
        if (fate != RowFate::Duplicate) {
            ledger->second.found[static_cast<std::size_t>(row.integer(2))] = true;
        }
        return Done {};
    }

    Status checkQuarantine()
    {
        Result<Statement> query = m_database.prepare("SELECT DISTINCT batch_id, row_no FROM quarantine");
        return forEachRow(std::move(query), [&](const Statement& row) -> Status {
            const auto ledger = m_ledgers.find(row.integer(0));
            if (ledger == m_ledgers.end() || !ledger->second.has(row.integer(1))) {
                return finding("a quarantined row without its batch");
            }
            const RowFate fate = ledger->second.fates.at(row.integer(1));
            if (fate != RowFate::Quarantined && fate != RowFate::Erased) {
                return finding("a quarantined row whose fate says otherwise");
            }
            ledger->second.quarantined += fate == RowFate::Quarantined ? 1 : 0;
            return Done {};
        });
    }

    Status checkLedgers()
    {
        for (const auto& [number, ledger] : m_ledgers) {
            const KindSpec* kind = kindById(ledger.kind);
            if (kind == nullptr) {
                return finding("the kind of batch " + std::to_string(number));
            }
            const bool versions = kind->target == KindTarget::Documents;
            for (std::int64_t row = 0; row < ledger.fates.rows(); ++row) {
                const RowFate fate = ledger.fates.at(row);
                const bool stored = isInForce(fate) || (versions && fate == RowFate::Superseded);
                if (stored && !ledger.found[static_cast<std::size_t>(row)]) {
                    return finding("row " + std::to_string(row) + " of batch " + std::to_string(number)
                                   + " is missing");
                }
            }
            if (ledger.fates.counts()[static_cast<std::size_t>(RowFate::Quarantined)] != ledger.quarantined) {
                return finding("quarantined rows of batch " + std::to_string(number));
            }
        }
        return Done {};
    }

    Database& m_database;
    Job& m_job;
    EventStore m_store;
    Dictionaries m_dictionaries;
    std::map<std::int64_t, Ledger> m_ledgers;
    std::vector<bool> m_idents;
};

/// Whether a finding of SQLite's check says that a page could not be read at all.
bool isReadError(const std::string& answer)
{
    constexpr std::string_view kMark = "error code=";
    const std::size_t at = answer.find(kMark);
    return at != std::string::npos
        && (std::strtol(answer.c_str() + at + kMark.size(), nullptr, 10) & 0xFF) == SQLITE_IOERR;
}

/// The disk's own error, if reading the tables meets one.
Status readTables(Database& database)
{
    Result<Statement> query = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
    return forEachRow(std::move(query), [&](const Statement& row) -> Status {
        const auto count = database.queryInteger("SELECT count(*) FROM \"" + std::string(row.text(0)) + "\"");
        if (!count && count.error().code == ErrorCode::DiskError) {
            return count.error();
        }
        return Done {};
    });
}

}  // namespace

Status verifyStructure(Database& database, bool quick)
{
    const char* sql = quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)";
    // The check reports a failed read as a finding like any other: look again before calling a file damaged.
    Result<std::string> answer = database.queryText(sql);
    if (answer && *answer != "ok") {
        answer = database.queryText(sql);
    }
    if (!answer) {
        return answer.error();
    }
    if (*answer == "ok") {
        return Done {};
    }
    if (isReadError(*answer)) {
        return Error {.code = ErrorCode::DiskError, .subject = "workspace", .detail = *answer};
    }
    const Status readable = readTables(database);
    return !readable && readable.error().code == ErrorCode::DiskError ? readable : Status(finding(*answer));
}

Status verifyContents(Database& database, Job& job)
{
    return Verification(database, job).run();
}

}  // namespace meitrace

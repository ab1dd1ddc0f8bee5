// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/batches.h"

#include "models/base/hash.h"
#include "models/store/rows.h"

#include <zstd.h>

namespace meitrace {

namespace {

constexpr const char* kBatchColumns
    = "SELECT batch_id, kind, file_name, content_hash, file_bytes, encoding, delimiter, header_line, "
      "mapping, preset, imported_ms, rows_read, whole_original, fates FROM import_batch ";

Error damaged(const char* what)
{
    return {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = what};
}

Result<ImportBatch> readBatch(const Statement& row)
{
    std::optional<FateLog> fates = FateLog::fromBytes(row.blob(13), row.integer(11));
    if (!fates) {
        return damaged("fates of a batch");
    }
    ImportBatch batch;
    batch.id = row.integer(0);
    batch.kind = static_cast<std::uint8_t>(row.integer(1));
    batch.fileName = row.text(2);
    batch.contentHash = row.text(3);
    batch.fileBytes = row.integer(4);
    batch.encoding = row.text(5);
    batch.delimiter = row.text(6);
    batch.headerLine = row.integer(7);
    batch.mapping = row.text(8);
    batch.preset = row.text(9);
    batch.importedAt = row.integer(10);
    batch.rowsRead = row.integer(11);
    batch.wholeOriginal = row.integer(12) != 0;
    batch.fates = std::move(*fates);
    return batch;
}

}  // namespace

Result<std::int64_t> Batches::begin(const ImportBatch& batch)
{
    Result<Statement> insert
        = m_database.prepare("INSERT INTO import_batch(kind, file_name, content_hash, file_bytes, encoding, "
                             "delimiter, header_line, mapping, preset, "
                             "imported_ms, rows_read, rows_fixed, fates, whole_original) VALUES (?, ?, ?, ?, "
                             "?, ?, ?, ?, ?, ?, 0, 0, x'', 0)");
    if (!insert) {
        return insert.error();
    }
    const Status status = insert->bind(1, std::int64_t {batch.kind})
                              .bind(2, batch.fileName)
                              .bind(3, batch.contentHash)
                              .bind(4, batch.fileBytes)
                              .bind(5, batch.encoding)
                              .bind(6, batch.delimiter)
                              .bind(7, batch.headerLine)
                              .bind(8, batch.mapping)
                              .bind(9, batch.preset)
                              .bind(10, batch.importedAt)
                              .run();
    return status ? Result<std::int64_t>(m_database.lastInsertId()) : Result<std::int64_t>(status.error());
}

Status Batches::finish(const ImportBatch& batch)
{
    Result<Statement> update = m_database.prepare(
        "UPDATE import_batch SET rows_read = ?, whole_original = ?, content_hash = ? WHERE batch_id = ?");
    if (!update) {
        return update.error();
    }
    Status status = update->bind(1, batch.rowsRead)
                        .bind(2, std::int64_t {batch.wholeOriginal ? 1 : 0})
                        .bind(3, batch.contentHash)
                        .bind(4, batch.id)
                        .run();
    return status ? saveFates(batch.id, batch.fates) : status;
}

Status Batches::saveFates(std::int64_t batch, const FateLog& fates)
{
    Result<Statement> update
        = m_database.prepare("UPDATE import_batch SET fates = ?, rows_fixed = ? WHERE batch_id = ?");
    if (!update) {
        return update.error();
    }
    const std::string bytes = fates.bytes();
    return update->bindBlob(1, bytes)
        .bind(2, fates.counts()[static_cast<std::size_t>(RowFate::Fixed)])
        .bind(3, batch)
        .run();
}

Status Batches::saveMapping(std::int64_t batch, std::string_view json)
{
    Result<Statement> update = m_database.prepare("UPDATE import_batch SET mapping = ? WHERE batch_id = ?");
    return update ? update->bind(1, json).bind(2, batch).run() : Status(update.error());
}

Result<std::vector<ImportBatch>> Batches::all()
{
    std::vector<ImportBatch> batches;
    Result<Statement> query = m_database.prepare(std::string(kBatchColumns) + "ORDER BY batch_id");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) -> Status {
        Result<ImportBatch> batch = readBatch(row);
        if (!batch) {
            return batch.error();
        }
        batches.push_back(std::move(*batch));
        return Done {};
    });
    if (!status) {
        return status.error();
    }
    return batches;
}

Result<ImportBatch> Batches::find(std::int64_t id)
{
    Result<Statement> query = m_database.prepare(std::string(kBatchColumns) + "WHERE batch_id = ?");
    if (!query) {
        return query.error();
    }
    const Result<bool> row = query->bind(1, id).step();
    if (!row) {
        return row.error();
    }
    return *row ? readBatch(*query)
                : Result<ImportBatch>(
                    Error {.code = ErrorCode::NotFound, .subject = "batch", .value = std::to_string(id)});
}

Result<bool> Batches::hasSize(std::int64_t fileBytes)
{
    const auto found = m_database.queryInteger(
        "SELECT 1 FROM import_batch WHERE file_bytes = " + std::to_string(fileBytes) + " LIMIT 1");
    return found ? Result<bool>(found->has_value()) : Result<bool>(found.error());
}

Result<std::int64_t> Batches::byContent(const std::string& contentHash, std::uint8_t kind)
{
    Result<Statement> query
        = m_database.prepare("SELECT batch_id FROM import_batch WHERE content_hash = ? AND kind = ? LIMIT 1");
    if (!query) {
        return query.error();
    }
    const Result<bool> row = query->bind(1, contentHash).bind(2, std::int64_t {kind}).step();
    if (!row) {
        return row.error();
    }
    return *row ? query->integer(0) : std::int64_t {0};
}

Result<std::vector<std::int64_t>> Batches::numbers()
{
    return readRows(m_database.prepare("SELECT batch_id FROM import_batch ORDER BY batch_id"),
                    [](const Statement& row) { return row.integer(0); });
}

Result<std::vector<BatchHead>> Batches::heads()
{
    return readRows(
        m_database.prepare("SELECT batch_id, kind, file_name, mapping FROM import_batch ORDER BY batch_id"),
        [](const Statement& row) {
            return BatchHead {.id = row.integer(0),
                              .kind = static_cast<std::uint8_t>(row.integer(1)),
                              .fileName = std::string(row.text(2)),
                              .mapping = std::string(row.text(3))};
        });
}

Result<std::map<std::uint32_t, std::uint64_t>> Batches::order()
{
    std::map<std::uint32_t, std::uint64_t> order;
    Result<Statement> query = m_database.prepare("SELECT batch_id, content_hash FROM import_batch");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) {
        order[static_cast<std::uint32_t>(row.integer(0))] = hash64(row.text(1)) | 1U;
    });
    if (!status) {
        return status.error();
    }
    return order;
}

Status Batches::addQuarantine(const QuarantineEntry& entry)
{
    if (!m_insertQuarantine.isPrepared()) {
        Result<Statement> made = m_database.prepare("INSERT INTO quarantine(batch_id, row_no, line, field, "
                                                    "rule, value, suggestion) VALUES (?, ?, ?, ?, ?, ?, ?)");
        if (!made) {
            return made.error();
        }
        m_insertQuarantine = std::move(*made);
    }
    return m_insertQuarantine.bind(1, entry.batch)
        .bind(2, entry.row)
        .bind(3, entry.line)
        .bind(4, entry.field)
        .bind(5, static_cast<std::int64_t>(entry.rule))
        .bind(6, entry.value)
        .bind(7, entry.suggestion)
        .run();
}

Status Batches::addRepairs(std::int64_t batch,
                           const std::map<std::pair<std::string, RowRule>, std::int64_t>& cells)
{
    Result<Statement> insert
        = m_database.prepare("INSERT INTO repair(batch_id, field, rule, cells) VALUES (?, ?, ?, ?) "
                             "ON CONFLICT DO UPDATE SET cells = cells + excluded.cells");
    if (!insert) {
        return insert.error();
    }
    for (const auto& [what, count] : cells) {
        if (Status status = insert->bind(1, batch)
                                .bind(2, what.first)
                                .bind(3, static_cast<std::int64_t>(what.second))
                                .bind(4, count)
                                .run();
            !status) {
            return status;
        }
    }
    return Done {};
}

Result<std::vector<QuarantineEntry>> Batches::quarantine(std::int64_t batch, bool openOnly)
{
    Result<Statement> query = m_database.prepare(
        "SELECT entry_id, batch_id, row_no, line, field, rule, value, suggestion, mended_by FROM quarantine "
        "WHERE (?1 = 0 OR batch_id = ?1) AND (?2 = 0 OR mended_by = 0) ORDER BY batch_id, row_no, entry_id");
    if (!query) {
        return query.error();
    }
    query->bind(1, batch).bind(2, std::int64_t {openOnly ? 1 : 0});
    return readRows(*query, [&](const Statement& row) {
        return QuarantineEntry {.id = row.integer(0),
                                .batch = row.integer(1),
                                .row = row.integer(2),
                                .line = row.integer(3),
                                .field = std::string(row.text(4)),
                                .rule = static_cast<RowRule>(row.integer(5)),
                                .value = std::string(row.text(6)),
                                .suggestion = std::string(row.text(7)),
                                .mendedBy = row.integer(8)};
    });
}

Status Batches::markMended(std::int64_t entry, std::int64_t byBatch)
{
    Result<Statement> update = m_database.prepare("UPDATE quarantine SET mended_by = ? WHERE entry_id = ?");
    return update ? update->bind(1, byBatch).bind(2, entry).run() : Status(update.error());
}

Status Batches::addOriginal(std::int64_t batch, std::int64_t block, std::string_view bytes)
{
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 1);
    if (ZSTD_isError(size) != 0) {
        return Error {.code = ErrorCode::Internal, .subject = "zstd"};
    }
    packed.resize(size);
    Result<Statement> insert
        = m_database.prepare("INSERT INTO original_block(batch_id, block_no, data) VALUES (?, ?, ?)");
    return insert ? insert->bind(1, batch).bind(2, block).bindBlob(3, packed).run() : Status(insert.error());
}

Result<std::string> Batches::original(std::int64_t batch)
{
    Result<Statement> query
        = m_database.prepare("SELECT data FROM original_block WHERE batch_id = ? ORDER BY block_no");
    if (!query) {
        return query.error();
    }
    query->bind(1, batch);
    std::string bytes;
    const Status status = forEachRow(*query, [&](const Statement& row) -> Status {
        const std::string_view packed = row.blob(0);
        const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
        if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > (16U << 20U)) {
            return damaged("kept original");
        }
        const std::size_t begin = bytes.size();
        bytes.resize(begin + size);
        if (ZSTD_decompress(bytes.data() + begin, size, packed.data(), packed.size()) != size) {
            return damaged("kept original");
        }
        return Done {};
    });
    if (!status) {
        return status.error();
    }
    return bytes;
}

Status Batches::remove(std::int64_t batch)
{
    for (const char* sql :
         {"UPDATE quarantine SET mended_by = 0 WHERE mended_by = ?",
          "DELETE FROM quarantine WHERE batch_id = ?", "DELETE FROM repair WHERE batch_id = ?",
          "DELETE FROM original_block WHERE batch_id = ?", "DELETE FROM file_total WHERE batch_id = ?",
          "DELETE FROM recipe_change WHERE batch_id = ?", "DELETE FROM import_batch WHERE batch_id = ?"}) {
        Result<Statement> remove = m_database.prepare(sql);
        if (!remove) {
            return remove.error();
        }
        if (Status status = remove->bind(1, batch).run(); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace meitrace

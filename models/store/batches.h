// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/fate.h"
#include "models/store/database.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// The fate of every row of a file, as run lengths.
class FateLog {
public:
    void append(RowFate fate, std::int64_t count = 1);
    void append(const std::vector<RowFate>& fates);
    /// Changes one row; rows must have been appended before.
    void change(std::int64_t row, RowFate fate);
    /// A superseded or duplicate row comes into force: Ok or Fixed, whichever it was before.
    void restore(std::int64_t row);
    [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(m_fates.size()); }
    [[nodiscard]] RowFate at(std::int64_t row) const
    {
        return static_cast<RowFate>(static_cast<unsigned>(m_fates[static_cast<std::size_t>(row)]) & 7U);
    }
    /// Count per fate, indexed by the fate's number
    [[nodiscard]] const std::array<std::int64_t, 8>& counts() const { return m_counts; }
    /// Run lengths, packed where there are many.
    [[nodiscard]] std::string bytes() const;
    /// Empty when the bytes are damaged or do not stand for exactly `rows` rows.
    static std::optional<FateLog> fromBytes(std::string_view bytes, std::int64_t rows);

private:
    void set(std::int64_t row, RowFate fate);

    std::array<std::int64_t, 8> m_counts {};
    // Bit 3 marks a superseded or duplicate row that was Fixed before.
    std::vector<RowFate> m_fates;  // a byte a row: 50 MB for 50 million rows, only while a file is loaded
};

/// One import file as it was loaded.
struct ImportBatch {
    std::int64_t id = 0;
    std::uint8_t kind = 0;
    std::string fileName;
    std::string contentHash;
    std::int64_t fileBytes = 0;
    std::string encoding;
    std::string delimiter;
    std::int64_t headerLine = 0;
    std::string mapping;
    std::string preset;
    std::int64_t importedAt = 0;
    std::int64_t rowsRead = 0;
    bool wholeOriginal = false;
    FateLog fates;
};

/// A batch without what is large in it.
struct BatchHead {
    std::int64_t id = 0;
    std::uint8_t kind = 0;
    std::string fileName;
    std::string mapping;
};

struct QuarantineEntry {
    std::int64_t id = 0;
    std::int64_t batch = 0;
    std::int64_t row = 0;
    std::int64_t line = 0;
    std::string field;
    RowRule rule = RowRule::None;
    std::string value;
    std::string suggestion;
    std::int64_t mendedBy = 0;  ///< batch that brought the mended row; 0 = open
};

/// Import batches, their fates, quarantine, repairs and originals.
class Batches {
public:
    explicit Batches(Database& database)
        : m_database(database)
    {
    }

    /// Reserves the number of a new batch; its row is completed by finish().
    Result<std::int64_t> begin(const ImportBatch& batch);
    Status finish(const ImportBatch& batch);
    Status saveFates(std::int64_t batch, const FateLog& fates);
    Status saveMapping(std::int64_t batch, std::string_view json);
    Result<std::vector<ImportBatch>> all();
    Result<ImportBatch> find(std::int64_t id);
    /// What each batch is and how it was read, ascending; without the fates of its rows.
    Result<std::vector<BatchHead>> heads();
    /// Numbers of all batches, ascending.
    Result<std::vector<std::int64_t>> numbers();
    /// The batch that holds a file of this content, loaded as this kind; 0 = none.
    /// Whether any file of this size was loaded.
    Result<bool> hasSize(std::int64_t fileBytes);
    Result<std::int64_t> byContent(const std::string& contentHash, std::uint8_t kind);
    /// Place of each batch in the order of sources: from the file's content, not from the time of import.
    Result<std::map<std::uint32_t, std::uint64_t>> order();

    Status addQuarantine(const QuarantineEntry& entry);
    Status addRepairs(std::int64_t batch,
                      const std::map<std::pair<std::string, RowRule>, std::int64_t>& cells);
    /// batch 0 = all
    Result<std::vector<QuarantineEntry>> quarantine(std::int64_t batch, bool openOnly);
    Status markMended(std::int64_t entry, std::int64_t byBatch);

    Status addOriginal(std::int64_t batch, std::int64_t block, std::string_view bytes);
    /// The original's bytes, block after block.
    Result<std::string> original(std::int64_t batch);

    /// Takes the batch and everything that names it in these tables out.
    Status remove(std::int64_t batch);

private:
    Database& m_database;
    Statement m_insertQuarantine;
};

}  // namespace meitrace

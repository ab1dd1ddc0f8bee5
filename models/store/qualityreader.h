// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/kind.h"
#include "models/store/qualityrules.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace meitrace {

/// What a rule found.
struct QualityTally {
    std::int64_t count = 0;
    std::map<std::int64_t, std::int64_t> byBatch;
    std::map<Day, std::int64_t> byMonth;  ///< first day of the month of the row's own date
    std::int64_t undated = 0;             ///< of count, those in the month their file was loaded
};

/// A row a rule concerns, as it is stored.
struct QualityRow {
    std::int64_t batch = 0;
    std::int64_t row = 0;        ///< 0-based data row of its file
    std::uint32_t customer = 0;  ///< One-ID number; 0 = nobody
    std::uint8_t kind = 0;
    Millis time = kMissing;  ///< main time of the row
    struct Value {
        int field = 0;  ///< index in the fields of the kind
        std::int64_t number = kMissing;
        std::string text;
    };
    std::vector<Value> values;  ///< those that are there
};

/// How full a field of a source is.
struct FieldFill {
    std::string field;           ///< canonical name
    std::int64_t of = 0;         ///< rows, or persons where the field says who somebody is
    std::int64_t valid = 0;      ///< understood and stored
    std::int64_t invalid = 0;    ///< something stood there that could not be used
    std::int64_t repaired = 0;   ///< cells that were changed while loading
    std::int64_t ambiguous = 0;  ///< day and month cannot be told apart, or the date was guessed
    std::int64_t distinct = -1;  ///< different values; -1 = not counted
    bool ofPersons = false;
};

/// The rows of one file: from when to when, as far as they are dated.
struct BatchSpan {
    std::int64_t rows = 0;
    Millis first = kMissing;
    Millis last = kMissing;
};

/// What one kind of file brought.
struct SourceTally {
    std::uint8_t kind = 0;
    std::int64_t rows = 0;                      ///< in force
    std::vector<FieldFill> fields;              ///< those of which something was ever there
    std::map<std::int64_t, BatchSpan> batches;  ///< files with rows in force
    std::map<Day, std::int64_t> months;         ///< rows by the first day of the month of their main time
};

/// Looks through the tables for the checks of the data.
class QualityReader {
public:
    explicit QualityReader(Workspace& workspace);

    /// Cost    one pass over each table the rule names.  Errors  Cancelled, those of the database
    Result<QualityTally> tally(const QualityRule& rule, Job& job);
    /// The rows in force a rule concerns, by file and row; at most `limit`.
    Result<std::vector<QualityRow>> rows(const QualityRule& rule, std::int64_t limit, Job& job);

    /// Every kind of which a file was loaded, in the order of kinds(). withDistinct: count different values
    /// as well, which takes 16 bytes for each of them, and a million at most.
    Result<std::vector<SourceTally>> sources(bool withDistinct, Job& job);

    /// Every kind of key of every customer, in no particular order.
    Status eachKey(const std::function<void(std::uint32_t customer, KeyType type)>& read, Job& job);

private:
    struct Batch {
        std::uint8_t kind = 0;
        Millis imported = 0;
    };

    Status loadBatches();
    void count(QualityTally& tally, std::int64_t batch, Millis time, std::int64_t n) const;
    Status countAside(const QualityRule& rule, QualityTally& tally);
    Status readDocuments(const KindSpec& kind, SourceTally& source, Job& job);
    Status countDistinct(const KindSpec& kind, SourceTally& source, Job& job);
    /// The source of each file.
    [[nodiscard]] std::map<std::int64_t, SourceTally*>
    sourcesByBatch(std::vector<SourceTally>& sources) const;
    Status readStreams(std::vector<SourceTally>& sources, bool withDistinct, Job& job);
    Status readPersons(std::vector<SourceTally>& sources, Job& job);
    Status readTrouble(std::vector<SourceTally>& sources);
    [[nodiscard]] Day dayOf(Millis time) const;

    Workspace& m_workspace;
    std::map<std::int64_t, Batch> m_batches;
};

}  // namespace meitrace

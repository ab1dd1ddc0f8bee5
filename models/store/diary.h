// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/calendar.h"
#include "models/base/result.h"
#include "models/domain/kind.h"
#include "models/store/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

enum class DiaryAction : std::uint8_t {
    Loaded = 1,
    TakenOut = 2,
    ReadAgain = 3  ///< every file of a kind, with other cleaning rules
};

/// A figure of a month that came out differently: "rows", or a field of money in minor units.
struct DiaryFigure {
    Day month = 0;  ///< its first day
    std::string figure;
    std::int64_t before = 0;
    std::int64_t after = 0;
};

/// What loading a file, or taking it out, changed.
struct DiaryEntry {
    std::int64_t id = 0;
    Millis written = 0;
    DiaryAction action = DiaryAction::Loaded;
    std::int64_t batch = 0;
    std::string fileName;
    std::uint8_t kind = 0;
    std::int64_t rowsRead = 0;
    std::int64_t fresh = 0;     ///< rows nobody knew
    std::int64_t changed = 0;   ///< rows in the place of ones from earlier files
    std::int64_t again = 0;     ///< rows known already
    std::int64_t aside = 0;     ///< rows set aside
    std::int64_t vanished = 0;  ///< rows of earlier files from the same days that this one has not
    Day first = kMissingDay;    ///< of the rows of the file
    Day last = kMissingDay;
    std::int64_t customersBefore = kMissing;  ///< kMissing: files that came in together count with the last
    std::int64_t customersAfter = kMissing;
    std::vector<DiaryFigure> figures;  ///< of months that had a figure before; ascending
};

/// Figures of the months of a kind of file, over its rows in force: (first day of the month, figure).
using MonthFigures = std::map<std::pair<Day, std::string>, std::int64_t>;

/// What came out differently among the figures that were there before.
std::vector<DiaryFigure> movedFigures(const MonthFigures& before, const MonthFigures& after);

/// What every load changed, in the order of time. Entries stay when their file is taken out.
class Diary {
public:
    explicit Diary(Database& database)
        : m_database(database)
    {
    }

    /// Inside the caller's transaction.  Returns the entry's number.
    Result<std::int64_t> add(const DiaryEntry& entry);
    Status setCustomers(std::int64_t entry, std::int64_t before, std::int64_t after);
    /// The newest first; at most `limit`.
    Result<std::vector<DiaryEntry>> entries(std::int64_t limit);

    /// Rows, and sums of what adds up in money.  Empty for kinds whose rows have no date.
    /// Cost  one pass over the rows in force.
    Result<MonthFigures> months(const KindSpec& kind, const Zone& zone);
    /// Rows in force of these batches that are dated first to last.
    Result<std::int64_t> rowsBetween(const KindSpec& kind, const std::vector<std::int64_t>& batches,
                                     Millis first, Millis last);

private:
    Status readFigures(std::vector<DiaryEntry>& entries);

    Database& m_database;
};

}  // namespace meitrace

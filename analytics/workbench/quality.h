// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/frame/bitset.h"
#include "models/store/qualityreader.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Where in the sources a finding about files, months or fields lies.
struct QualityPlace {
    std::uint8_t kind = 0;
    std::int64_t batch = 0;       ///< file; 0 = the source as a whole
    std::int64_t otherBatch = 0;  ///< the file it overlaps with
    Day from = kMissingDay;
    Day to = kMissingDay;
    std::string field {};  ///< canonical name
    double share = 0;      ///< of the rows in which the field is filled
};

/// What one check found.
struct QualityFinding {
    std::string id;
    QualityWeight weight = QualityWeight::Note;
    QualityUnit unit = QualityUnit::Rows;
    std::int64_t count = 0;
    std::int64_t of = 0;                           ///< what was looked at, in the same unit
    std::map<Day, std::int64_t> byMonth;           ///< of rows and cells: by the first day of the month
    std::int64_t undated = 0;                      ///< of count: in the month their file was loaded
    std::map<std::int64_t, std::int64_t> byBatch;  ///< of rows and cells
    Bitset customers;                              ///< of customers: who
    std::vector<QualityPlace> places;              ///< of files, months and fields: where

    [[nodiscard]] bool isOpen() const { return count > 0 && weight != QualityWeight::Note; }
};

struct QualityReport {
    std::vector<QualityFinding> findings;  ///< every check, in the order of qualityRules()
    std::vector<SourceTally> sources;
    std::int64_t dataVersion = 0;
    Index customers = 0;  ///< looked at

    /// Checks that found something which figures suffer from.
    [[nodiscard]] int openProblems() const;
    /// nullptr when there is no such check
    [[nodiscard]] const QualityFinding* find(std::string_view id) const;
};

struct QualityOptions {
    Bitset population;          ///< customers looked at; none = every known one
    bool withDistinct = false;  ///< count the different values of each field as well
};

/// Goes through every check.
///
/// Rows       looked at are those in force and those set aside, of the kinds a check names.
/// Cost       a few passes over the documents, the keys and the stream.
/// Errors     Cancelled, DiskError, StoreDamaged
/// Source     semantics C16, C17, C18; domain 4 to 6
Result<QualityReport> qualityReport(Clinic& clinic, const QualityOptions& options, Job& job);

/// The rows in force behind a check, at most `limit`. Rows set aside stand in the quarantine.
/// Errors  NotFound(check), Cancelled …
Result<std::vector<QualityRow>> qualityRows(Clinic& clinic, std::string_view check, std::int64_t limit,
                                            Job& job);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/identity/tablelinker.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// A column of a table of people and how its cells are compared.
struct MatchColumn {
    std::string header;
    EvidenceKind kind = EvidenceKind::Code;
};

/// Which rows of one table, or of two, are the same person. Nothing goes into a workspace.
struct MatchRequest {
    std::vector<std::string> files;    ///< one: duplicates in it; two of one shape: pairs across
    std::vector<MatchColumn> columns;  ///< empty: by what the headers say
    std::string truth;   ///< header of a column that says who it is: only to measure, never compared
    std::string csv;     ///< file for the pairs; empty: none
    double keep = 0.5;   ///< pairs below are left out
    double merge = 0.9;  ///< rows are joined from here on
    std::uint64_t seed = 1;
};

/// Pairs of at least some probability against the truth.
struct MatchScore {
    double least = 0.0;
    std::int64_t right = 0;
    std::int64_t wrong = 0;
    double precision = 1.0;
    double recall = 1.0;
    double f1 = 1.0;
};

/// What p promises and what is true, for the pairs of one range.
struct MatchCalibration {
    double from = 0.0;
    double to = 0.0;
    std::int64_t pairs = 0;
    double promised = 0.0;  ///< mean p
    double right = 0.0;     ///< share that is one person
};

struct MatchReport {
    std::int64_t rows = 0;
    std::vector<MatchColumn> columns;
    std::vector<std::string> ignored;  ///< headers that were not compared
    std::vector<std::pair<std::string, BlockCount>> blocks;
    std::int64_t compared = 0;
    std::int64_t pairs = 0;    ///< kept
    std::int64_t persons = 0;  ///< groups of rows, single ones too
    std::int64_t refused = 0;  ///< joins that a guard refused
    Estimate estimate;
    bool measured = false;  ///< a truth was named; what follows is filled
    std::int64_t truePairs = 0;
    double completeness = 1.0;  ///< share of them that was compared at all
    std::vector<MatchScore> scores;
    MatchScore groups;  ///< of the persons found
    std::vector<MatchCalibration> calibration;
};

/// Writes the pairs as row_a,row_b,probability,score,person and one column per compared one with its level
/// and weight. Rows count from 1, those of the second table behind those of the first.
///
/// Truth: rows are one person when the first numbers in their cells are equal ("rec-12-org", "rec-12-dup-0"),
/// or the cells where they hold none.
/// Errors  those of reading; EmptyInput; UnknownColumn(columns | truth, value: header); BadOption(columns):
///         none to compare, or more than kMostColumns
Result<MatchReport> matchTables(const MatchRequest& request, Job& job);

/// Kind of a column by its header; also by the words of other kinds of files in the product's languages.
/// First: found.
std::vector<std::pair<bool, EvidenceKind>> kindsOfHeaders(const std::vector<std::string>& headers);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/identity/estimation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// Two rows that may be one person.
struct ScoredPair {
    std::uint32_t a = 0;  ///< a < b
    std::uint32_t b = 0;
    double score = 0.0;  ///< bits
    double probability = 0.0;
};

/// Scores pairs whose patterns are known and keeps those with p >= least; ascending by (a, b).
/// Same result for any number of threads. Nothing when the job was stopped.
std::optional<std::vector<ScoredPair>> scorePairs(const EvidenceTable& table, const LinkModel& model,
                                                  const std::vector<RowPair>& pairs,
                                                  const std::vector<Pattern>& patterns, double least,
                                                  Job& job);

/// Rows that one person's records may not hold together.
struct TableGuards {
    std::vector<std::size_t> exclusive;                          ///< columns of which a person has one value
    std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;  ///< rows that people hold to be two
    std::uint32_t mostRows = 12;                                 ///< of one source in one person
    std::optional<std::size_t> gender;                           ///< column
    std::optional<std::size_t> given;                            ///< column of names or given names
};

struct Grouping {
    std::vector<std::uint32_t> person;  ///< by row: the lowest row of its group
    std::vector<ScoredPair> refused;    ///< unions that a guard refused, best first
};

/// Joins rows by pairs of at least `least`, best pairs first (ties by rows), each time only when no guard is
/// hurt: the conflict removes the weakest evidence. Refused: two values of an exclusive column; two different
/// phones and two different dates; opposite gender and different given names; more than mostRows of one
/// source; rows held apart.
Grouping groupRows(const EvidenceTable& table, std::vector<ScoredPair> pairs, double least,
                   const TableGuards& guards);

struct TableOptions {
    EstimateOptions estimate;
    double keep = 0.5;                ///< pairs below are not kept
    double merge = 0.9;               ///< pairs from here on are joined
    std::vector<BlockRule> rules;     ///< empty: usualRules()
    std::vector<BlockRule> training;  ///< empty: usualTraining()
    TableGuards guards;
};

struct TableLinks {
    Estimate estimate;
    std::vector<std::pair<std::string, BlockCount>> blocks;  ///< by rule
    std::int64_t compared = 0;                               ///< different pairs
    std::vector<RowPair> candidates;                         ///< the pairs compared, ascending
    std::vector<ScoredPair> pairs;                           ///< ascending by (a, b)
    Grouping groups;
};

/// Finds the records of one table, or of two, that are one person; nothing has to be known beforehand.
/// Same bytes for any number of threads.
///
/// Cost    about 1 us a compared pair and thread, 12 bytes each
/// Errors  EmptyInput (fewer than two rows or no column), BadOption(columns: more than kMostColumns),
/// Cancelled Source  definition and worked example in docs/methods/identity.md
Result<TableLinks> linkTable(const EvidenceTable& table, const TableOptions& options, Job& job);

}  // namespace meitrace

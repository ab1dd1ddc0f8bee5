// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/identity/linkmodel.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// How often each pattern stands among pairs; ascending by pattern.
using PatternCounts = std::vector<std::pair<Pattern, std::int64_t>>;

/// Patterns of the pairs, by pair. False when the job was stopped.  Cost  about 1 us a pair and thread
bool comparePairs(const EvidenceTable& table, const std::vector<RowPair>& pairs,
                  std::vector<Pattern>& patterns, Job& job);
PatternCounts countPatterns(const std::vector<Pattern>& patterns);

/// How m was found inside one block: pairs that agree on some columns teach the others.
struct Training {
    std::string block;  ///< ruleName()
    std::int64_t pairs = 0;
    double matches = 0.0;  ///< expected number of pairs that are one person
    double share = 0.0;    ///< of the pairs in the block
    int rounds = 0;
    bool used = false;  ///< false: too few matches to learn from
};

struct Estimate {
    LinkModel model;
    std::vector<Training> trainings;
    std::int64_t randomPairs = 0;   ///< that u was counted on
    std::int64_t certainPairs = 0;  ///< that lambda comes from
};

struct EstimateOptions {
    std::uint64_t seed = 1;
    std::int64_t randomPairs = 400'000;
    std::int64_t mostTraining = 500'000;  ///< pairs per training block; of more, whole blocks by hash
    double recall = 0.7;                  ///< assumed for the certain pairs
    double usualWeight = 10.0;            ///< pairs that usualAgreement() counts for
};

/// m by expectation and maximisation inside one block, u fixed. The block's own columns say nothing there and
/// are left out: their m stays as it is in `model`.
///
/// m: in and out, the start (and, with usualWeight pairs, the prior) and what was found
Training maximise(const PatternCounts& counts, const LinkModel& model, Pattern leftOut, double usualWeight,
                  std::vector<std::array<double, kLevels>>& m);

/// Fits the model without knowing any true pair.
///
/// u       shares of the levels among random pairs, +0.5 each; pairs that are certainly one person left out
/// lambda  certain pairs / recall / all pairs. Certain: no name, word or date differs, and the equal values
///         are so telling that among all pairs not one in a hundred would be expected to agree by chance
/// m       maximise() in each training block, averaged over the blocks that taught something
///
/// training: one block per rule; between them each column should be free at least once
/// certain:  patterns of the pairs that blocking brings
/// Same result for any number of threads.  Errors  Cancelled
/// Source  Fellegi, Sunter 1969; Winkler 2000; training by blocks as in splink
Result<Estimate> estimateModel(const EvidenceTable& table, const std::vector<BlockRule>& training,
                               const PatternCounts& certain, const EstimateOptions& options, Job& job);

/// Up to four columns with the most telling values, each a block of its own.
std::vector<BlockRule> usualTraining(const EvidenceTable& table);

}  // namespace meitrace

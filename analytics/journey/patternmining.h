// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/patterncases.h"

#include <vector>

namespace meitrace {

using PatternSequence = std::vector<PatternStep>;

/// A sequence and the cases whose way holds it.
struct MinedPattern {
    PatternSequence sequence {};
    Share with {};  ///< hits: reached the outcome
};

/// All sequences of at most `longest` steps that at least `support` of these cases hold, ordered by sequence.
/// A way holds a sequence when its steps stand in it in this order, others may lie between.
/// which: numbers of cases. Errors  Cancelled
/// Cost    steps of the ways times kept sequences; first steps are spread over threads
/// Source  Pei et al. 2001, PrefixSpan with pseudo-projection
Result<std::vector<MinedPattern>> minePatterns(const PatternCases& cases, const std::vector<Index>& which,
                                               Index support, int longest, Job& job);

bool holdsPattern(std::span<const PatternStep> way, const PatternSequence& sequence);

/// Counts sequences on all cases. Errors  Cancelled
Result<std::vector<Share>> countPatterns(const PatternCases& cases,
                                         const std::vector<PatternSequence>& sequences, Job& job);

}  // namespace meitrace

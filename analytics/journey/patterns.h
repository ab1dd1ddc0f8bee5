// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"
#include "analytics/stats/lift.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

struct PatternOptions {
    EventPredicate outcome {{{.type = "bill"}}};  ///< what the sequences lead to
    ActivityOptions activities {};                ///< unit: customers
    int longest = 4;                              ///< steps of a sequence, 1 to 6
    int mostActivities = 40;  ///< the most common kinds of step, 2 to 60; rarer ones are passed over
    double support = 0.01;    ///< smallest share of the customers, above 0 up to 1; never fewer than kFewest
    /// Steps that so many of those who reached it have are stages on the way, not what sets them apart:
    /// passed over. Above 0; above 1: none.
    double common = 0.8;
    double limit = 0.05;  ///< false discoveries put up with, above 0 and below 1
    int top = 50;         ///< sequences shown, 1 to 500
    std::uint64_t seed = 1;

    static constexpr Index kFewest = 30;  ///< on each side of every margin
};

/// Steps that came one after the other, others may lie between.
struct Pattern {
    std::vector<std::string> sequence {};
    Share with {};  ///< customers whose way holds it: how many reached the outcome, of how many
    Share all {};   ///< all that are compared
    Lift lift {};
    double p = 1;  ///< with against without, two-sided
    double q = 1;  ///< Benjamini-Hochberg over everything compared
};

struct PatternResult {
    /// Those that lead to the outcome first, the surest lift on top; then those that lead away from it.
    std::vector<Pattern> patterns;
    std::vector<std::string> passedOver {};  ///< steps nearly everybody takes on the way, most common first
    Index reached = 0;                       ///< customers compared who reached the outcome
    Index others = 0;                        ///< and who did not, watched as long
    Index compared = 0;                      ///< sequences counted
    Index explained = 0;                     ///< sequences left out: what they are made of tells the same
    Index cut = 0;                           ///< sequences beyond `top`
    // Customers left out
    Index reachedBefore = 0;   ///< before the first day
    Index withoutHistory = 0;  ///< the outcome is the first thing known of them
    Index tooShort = 0;        ///< not known long enough to be compared
    Index notSelected = 0;
    Index anonymous = 0;
};

/// Sequences that those who reach an outcome have more (or less) often than those who do not.
///
/// Watched  Of those who reach it only what surely came before counts; of the others as long after their
///          first step as one of those took, drawn by customer code: so all were watched equally long.
/// Kept     sequences with q up to the limit and at least kFewest customers in each margin; none whose
/// customers
///          are all those of a longer one, and none that adds nothing to what it is made of.
/// Cost     two passes over the events, then about customers x steps x sequences; above 200,000 customers the
///          sequences are found on a sample and counted on all.
/// Errors   BadOption(outcome | unit | longest | activities | support | common | limit | top), those of
/// ActivityScan,
///          EmptyInput(outcome): nobody reached it, or everybody
/// Source   Pei et al. 2001, PrefixSpan; methods 5; docs/methods/patterns.md
Result<PatternResult> patterns(const Snapshot& snapshot, const PatternOptions& options, Job& job);

/// Customers whose way holds a sequence of the result that these options gave.
/// Errors  BadOption(pattern), those of patterns()
Result<Bitset> patternMembers(const Snapshot& snapshot, const PatternOptions& options,
                              const PatternResult& result, std::size_t pattern, Job& job);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

struct ProcessOptions {
    ActivityOptions activities {};
    int mostActivities = 40;  ///< names told apart, 2 to 60; the others are one
    int topVariants = 20;     ///< 1 to 200
};

/// One name and how people come through it. Times in seconds.
struct ProcessActivity {
    std::string label;
    bool isOther = false;
    Index events = 0;
    Index units = 0;  ///< ways in which it stands
    Index customers = 0;
    Index starts = 0;       ///< ways that begin with it
    Index ends = 0;         ///< ways that end with it
    Index returns = 0;      ///< times it came again in one way: events − units
    double medianWait = 0;  ///< from the activity before; 0 where it always comes first
};

struct ProcessFollow {
    int from = 0;  ///< numbers in ProcessResult::activities
    int to = 0;
    Index count = 0;  ///< times
    Index units = 0;  ///< ways
    double medianSeconds = 0;
    double upperSeconds = 0;  ///< three quarters are no longer
};

/// How often b comes anywhere behind the first a of a way.
struct ProcessOrder {
    int from = 0;
    int to = 0;
    Index units = 0;
    double share = 0;          ///< of the ways in which a stands
    double medianSeconds = 0;  ///< from the first a to the first b behind it
};

struct ProcessVariant {
    std::vector<int> sequence;  ///< numbers of activities; the first kLongest
    bool goesOn = false;        ///< more followed
    std::uint64_t rest = 0;     ///< tells apart what followed; 0 where nothing did
    Index units = 0;
    Index customers = 0;
    double share = 0;          ///< of all ways
    double cumulative = 0;     ///< with the more frequent ones
    double medianSeconds = 0;  ///< from the first to the last activity of the whole way

    static constexpr std::size_t kLongest = 20;
};

struct ProcessResult {
    std::vector<ProcessActivity> activities;  ///< most events first; Other last
    std::vector<ProcessFollow> follows;       ///< directly; by from, then to
    std::vector<ProcessOrder> orders;         ///< eventually; by from, then to, a ≠ b
    std::vector<ProcessVariant> variants;     ///< most ways first, ties by the sequence
    Index units = 0;
    Index customers = 0;
    Index different = 0;  ///< variants there are
    Index notSelected = 0;
    Index anonymous = 0;
    // Throughput: first to last activity of a way with more than one; exact, type 7. 0 when there is none.
    double lowerSeconds = 0;  ///< first quartile
    double medianSeconds = 0;
    double upperSeconds = 0;  ///< third quartile
};

/// What follows what, which ways there are, and what waits.
///
/// Flow    Σ follows out of a + ends of a = events of a = Σ follows into a + starts of a.
/// Cost    three passes over the events of the population; medians in classes of 6 %, the same for any number
/// of
///         threads.
/// Errors  those of ActivityScan, BadOption(activities | variants), EmptyInput(activity)
/// Source  semantics C2, methods 5; van der Aalst 2016, Process Mining (directly-follows graphs);
/// docs/methods/paths.md
Result<ProcessResult> processView(const Snapshot& snapshot, const ProcessOptions& options, Job& job);

/// Something in a result, to find its customers again: the one of the numbers that is not -1.
struct ProcessPlace {
    int activity = -1;  ///< in ProcessResult::activities
    int follow = -1;    ///< in ProcessResult::follows
    int order = -1;     ///< in ProcessResult::orders
    int variant = -1;   ///< in ProcessResult::variants
};

/// Customers of whom a way passes the place of the result that these options gave.
/// Errors  BadOption(place): nothing of this result; those of processView()
Result<Bitset> processMembers(const Snapshot& snapshot, const ProcessOptions& options,
                              const ProcessResult& result, const ProcessPlace& place, Job& job);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// Which match of the start opens a path.
enum class PathMatch : std::uint8_t { First, Last, Each };

struct PathOptions {
    ActivityOptions activities {};
    std::string
        start {};  ///< name of an activity, or of a type with all its values; empty: where the way begins
    std::string end {};               ///< empty: where it ends; without a start the steps before it are shown
    std::vector<std::string> via {};  ///< only ways that pass all of them between start and end
    PathMatch match = PathMatch::First;
    int steps = 6;  ///< columns, 2 to 12
    int top = 8;    ///< names per column, 1 to 20; the others are one node
    bool onlyComplete
        = false;  ///< only ways that reach the end; else the others are shown up to where they ended
};

struct PathNode {
    enum class Kind : std::uint8_t {
        Activity,
        Other,   ///< names beyond the top ones
        Ended,   ///< nothing more came
        Begun,   ///< of paths to an end: nothing came before
        Skipped  ///< between start and end: steps that have no column
    };

    int step = 0;  ///< column, from 0
    Kind kind = Kind::Activity;
    std::string label {};
    Index units = 0;
    Index beyond = 0;  ///< of them, those that go on behind the last column
    Index done = 0;    ///< of them, those that reached the end here
};

struct PathLink {
    int from = 0;  ///< nodes of neighbouring columns
    int to = 0;
    Index units = 0;
    double medianSeconds = 0;  ///< 0 towards Ended and from Begun
};

struct PathResult {
    std::vector<PathNode> nodes;  ///< by column; most units first, then Other, Skipped, Begun, Ended
    std::vector<PathLink> links;  ///< by from, then to
    Index units = 0;              ///< paths: the sum of the first column
    Index customers = 0;          ///< who have one
    Index complete = 0;           ///< paths that reached the end
    Index withoutStart = 0;       ///< ways that have no start (or, without one asked for, no end)
    Index incomplete = 0;         ///< ways left out by onlyComplete or via
    Index notSelected = 0;
    Index anonymous = 0;
};

/// A node or a link, or several nodes that the same way passed.
struct PathPlace {
    std::vector<int> nodes {};  ///< all of them; numbers in PathResult::nodes
    int link = -1;              ///< -1: none
};

/// The first steps of the ways people took, or those between two activities, or the last before one.
///
/// Flow    Of every node of an inner column: what comes in = what goes out + done; links lose nothing, weak
/// ones are
///         in "other". The first column holds every path once.
/// Middle  Paths between a start and an end that are longer than the columns keep their first and last steps;
/// what
///         lies between is one node.
/// Cost    three passes over the events of the population
/// Errors  those of ActivityScan, BadOption(steps | top | start | end | via): no such activity;
/// EmptyInput(path) Source  semantics C2; docs/methods/paths.md
Result<PathResult> paths(const Snapshot& snapshot, const PathOptions& options, Job& job);

/// Customers of whom a path passes a place of the result that these options gave.
Result<Bitset> pathMembers(const Snapshot& snapshot, const PathOptions& options, const PathResult& result,
                           const PathPlace& place, Job& job);

}  // namespace meitrace

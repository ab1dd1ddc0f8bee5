// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"

#include <string>
#include <vector>

namespace meitrace {

struct PainOptions {
    FunnelOptions funnel {};  ///< unit: customers; its split is not used
    /// What cases are told apart by: event fields, circumstances, attributes of customers
    std::vector<std::string> keys = defaultKeys();
    EventPredicate money {{{.type = "bill"}, {.type = "refund"}}};
    int moneyDays = 90;   ///< counted from passing a step; 1 to 3650
    Index support = 30;   ///< fewest cases of a value, and of all others; 10 or more
    double limit = 0.05;  ///< false discoveries put up with, above 0 and below 1

    static std::vector<std::string> defaultKeys();
};

/// What those who pass a step bring.
struct PainStep {
    Index previous = 0;  ///< matured cases that passed the step before and are not open here
    Index lost = 0;      ///< of them, those who did not get here
    Share payers;        ///< of those who got here: paid, net, within moneyDays
    Fen medianNet = 0;   ///< of the payers
};

/// A value whose cases are lost more often than those of the others.
struct PainPoint {
    int step = 1;         ///< 0-based; lost on the way to it
    std::size_t key = 0;  ///< number in PainOptions::keys
    std::string value {};
    Share lost {};           ///< of the value's cases
    Share others {};         ///< of all other cases with a value
    double expected = 0;     ///< usual share: median over the values, each as heavy as it has cases
    double excess = 0;       ///< cases lost beyond the usual
    Interval difference {};  ///< lost - others as shares, Newcombe
    double q = 1;            ///< Benjamini-Hochberg over everything compared
    Fen atStake = 0;         ///< excess x share of payers x their median net: at most; not additive
    FunnelTimes wait {};     ///< of the value's cases that got here, since the step before
    FunnelTimes waitOthers {};
};

struct PainResult {
    std::vector<PainStep> steps;    ///< by row; the first is empty
    std::vector<PainPoint> points;  ///< most at stake first, then most lost beyond the usual
    Index compared = 0;             ///< values looked at, over all steps and keys
    FunnelResult funnel;            ///< unsplit, with chains
};

/// Where customers are lost beyond the usual: every step times every value of every key, each beside all
/// others of its step. A value is read from the event that served the step before, so nothing that came later
/// can explain a loss; only cases whose window is over count. Kept are values with more lost than usual, an
/// interval above 0 and q up to the limit. Association, not cause; one loss may stand in several rows.
///
/// Cost    one funnel, then O(cases x steps x keys); answers and bookings look at the customer's events
/// Errors  BadOption(keys | unit | money_days | support | limit), those of funnel()
/// Source  methods 5 (excess lost), semantics C1 (money at stake)
Result<PainResult> painPoints(const Snapshot& snapshot, const PainOptions& options, Job& job);

/// The customers lost at a point. Errors  BadOption(point), those of painPoints()
Result<Bitset> painMembers(const Snapshot& snapshot, const PainOptions& options, const PainResult& result,
                           std::size_t point, Job& job);

}  // namespace meitrace

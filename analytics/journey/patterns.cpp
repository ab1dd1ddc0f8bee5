// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/patterns.h"

#include "analytics/journey/patternmining.h"
#include "analytics/stats/benjaminihochberg.h"
#include "models/base/badoption.h"
#include "models/base/random.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace meitrace {

namespace {

constexpr int kLongest = 6;
constexpr int kMostActivities = 60;
constexpr int kMostShown = 500;
constexpr Index kSample = 200'000;       // customers on whom sequences are found
constexpr std::size_t kRecounted = 300;  // sequences of a sample that are counted on all
constexpr double kSame = 0.05;           // p from which a longer sequence adds nothing

Status checked(const PatternOptions& options)
{
    if (options.outcome.clauses.empty()) {
        return badOption("outcome", "", "an event");
    }
    if (options.activities.unit.kind != UnitKind::Customer) {
        return badOption("unit", static_cast<int>(options.activities.unit.kind), "customers");
    }
    if (options.longest < 1 || options.longest > kLongest) {
        return badOption("longest", options.longest, "1 to 6");
    }
    if (options.mostActivities < 2 || options.mostActivities > kMostActivities) {
        return badOption("activities", options.mostActivities, "2 to 60");
    }
    if (!(options.support > 0 && options.support <= 1)) {
        return badOption("support", std::to_string(options.support), "above 0, up to 1");
    }
    if (!(options.common > 0)) {
        return badOption("common", std::to_string(options.common), "above 0");
    }
    if (!(options.limit > 0 && options.limit < 1)) {
        return badOption("limit", std::to_string(options.limit), "above 0, below 1");
    }
    if (options.top < 1 || options.top > kMostShown) {
        return badOption("top", options.top, "1 to 500");
    }
    return Done {};
}

/// One sequence with what it comes to.
struct Judged {
    PatternSequence sequence;
    Share with;
    double p = 1;
    double q = 1;
};

Share rest(const Share& all, const Share& with)
{
    return {.hits = all.hits - with.hits, .n = all.n - with.n};
}

bool hasRoom(const Share& with, const Share& all)
{
    return with.n >= PatternOptions::kFewest && all.n - with.n >= PatternOptions::kFewest;
}

/// All customers, or a sample that the seed draws by customer code.
std::vector<Index> sampled(const Snapshot& snapshot, const PatternCases& cases, std::uint64_t seed)
{
    std::vector<Index> which(static_cast<std::size_t>(cases.size()));
    std::iota(which.begin(), which.end(), 0);
    if (cases.size() > kSample) {
        const auto all = static_cast<std::uint64_t>(cases.size());
        const auto out = std::remove_if(which.begin(), which.end(), [&](Index i) {
            const auto code = static_cast<std::uint64_t>(
                snapshot.frame().code[cases.customer[static_cast<std::size_t>(i)]]);
            return randomAt(seed, code, 0) % all >= static_cast<std::uint64_t>(kSample);
        });
        which.erase(out, which.end());
    }
    return which;
}

Share allOf(const PatternCases& cases, const std::vector<Index>& which)
{
    Share all {.hits = 0, .n = static_cast<Index>(which.size())};
    for (const Index i : which) {
        all.hits += cases.reached[static_cast<std::size_t>(i)];
    }
    return all;
}

/// Counts those on all customers that a sample makes likely; the others keep the p of the sample.
Status recount(const PatternCases& cases, const Share& all, std::vector<Judged>& judged, Job& job)
{
    std::vector<std::size_t> order(judged.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return judged[a].p < judged[b].p; });
    order.resize(std::min(order.size(), kRecounted));
    std::vector<PatternSequence> sequences;
    sequences.reserve(order.size());
    for (const std::size_t at : order) {
        sequences.push_back(judged[at].sequence);
    }
    const Result<std::vector<Share>> counts = countPatterns(cases, sequences, job);
    if (!counts) {
        return counts.error();
    }
    std::vector<Judged> kept;
    kept.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        Judged& one = kept.emplace_back(std::move(judged[order[i]]));
        one.with = (*counts)[i];
        one.p = twoProportionP(one.with, rest(all, one.with));
    }
    std::sort(kept.begin(), kept.end(),
              [](const Judged& a, const Judged& b) { return a.sequence < b.sequence; });
    judged = std::move(kept);
    return Done {};
}

/// Sequences found in the ways, in their order, each with its q over everything compared.
Result<std::vector<Judged>> judge(const Snapshot& snapshot, const PatternOptions& options,
                                  const PatternCases& cases, PatternResult& result, Job& job)
{
    const std::vector<Index> which = sampled(snapshot, cases, options.seed);
    const Share all = allOf(cases, which);
    const auto support = std::max(
        PatternOptions::kFewest, static_cast<Index>(std::ceil(options.support * static_cast<double>(all.n))));
    const Result<std::vector<MinedPattern>> mined = minePatterns(cases, which, support, options.longest, job);
    if (!mined) {
        return mined.error();
    }
    std::vector<Judged> judged;
    for (const MinedPattern& pattern : *mined) {
        if (hasRoom(pattern.with, all)) {
            judged.push_back({.sequence = pattern.sequence,
                              .with = pattern.with,
                              .p = twoProportionP(pattern.with, rest(all, pattern.with))});
        }
    }
    result.compared = static_cast<Index>(judged.size());
    const std::size_t compared = judged.size();
    if (static_cast<Index>(which.size()) < cases.size()) {
        const Share everybody {.hits = result.reached, .n = result.reached + result.others};
        if (Status status = recount(cases, everybody, judged, job); !status) {
            return status.error();
        }
    }
    std::vector<double> p;
    p.reserve(compared);
    for (const Judged& one : judged) {
        p.push_back(one.p);
    }
    p.resize(compared, 1.0);  // those a sample left out
    const std::vector<double> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        judged[i].q = q[i];
    }
    return judged;
}

/// The sequence without each of its steps in turn.
std::vector<PatternSequence> partsOf(const PatternSequence& sequence)
{
    std::vector<PatternSequence> parts;
    for (std::size_t left = 0; sequence.size() > 1 && left < sequence.size(); ++left) {
        PatternSequence part = sequence;
        part.erase(part.begin() + static_cast<std::ptrdiff_t>(left));
        parts.push_back(std::move(part));
    }
    return parts;
}

/// Drops sequences that a part of them explains, and parts whose customers all hold a longer one.
std::vector<Judged> telling(const std::vector<Judged>& judged, double limit, PatternResult& result)
{
    std::map<PatternSequence, const Judged*> known;
    for (const Judged& one : judged) {
        known.emplace(one.sequence, &one);
    }
    std::map<PatternSequence, bool> open;  // parts with a longer sequence of the same customers
    for (const Judged& one : judged) {
        for (const PatternSequence& part : partsOf(one.sequence)) {
            const auto found = known.find(part);
            if (found != known.end() && found->second->with.n == one.with.n) {
                open[part] = true;
            }
        }
    }
    std::vector<Judged> kept;
    for (const Judged& one : judged) {
        if (!(one.q <= limit)) {
            continue;
        }
        const std::vector<PatternSequence> parts = partsOf(one.sequence);
        const bool explained
            = open.contains(one.sequence)
            || std::any_of(parts.begin(), parts.end(), [&](const PatternSequence& part) {
                   const auto found = known.find(part);
                   return found != known.end() && found->second->with.n > one.with.n
                       && twoProportionP(one.with, rest(found->second->with, one.with)) > kSame;
               });
        if (explained) {
            ++result.explained;
        } else {
            kept.push_back(one);
        }
    }
    return kept;
}

std::vector<Pattern> shown(const std::vector<Judged>& kept, const PatternCases& cases, const Share& all)
{
    std::vector<Pattern> patterns;
    patterns.reserve(kept.size());
    for (const Judged& one : kept) {
        Pattern& pattern = patterns.emplace_back();
        for (const PatternStep step : one.sequence) {
            pattern.sequence.push_back(cases.labels[step]);
        }
        pattern.with = one.with;
        pattern.all = all;
        pattern.lift = lift(one.with, all);
        pattern.p = one.p;
        pattern.q = one.q;
    }
    std::sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
        const auto rank = [](const Pattern& pattern) {
            const bool towards = pattern.lift.ratio > 1;
            const double bound = towards ? -pattern.lift.interval.low : pattern.lift.interval.high;
            return std::tuple(!towards, bound, -pattern.with.n);
        };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.sequence < b.sequence;
    });
    return patterns;
}

}  // namespace

Result<PatternResult> patterns(const Snapshot& snapshot, const PatternOptions& options, Job& job)
{
    if (Status status = checked(options); !status) {
        return status.error();
    }
    const Result<PatternCases> cases = patternCases(snapshot, options, job);
    if (!cases) {
        return cases.error();
    }
    PatternResult result {.patterns = {},
                          .passedOver = cases->passedOver,
                          .reachedBefore = cases->reachedBefore,
                          .withoutHistory = cases->withoutHistory,
                          .tooShort = cases->tooShort,
                          .notSelected = cases->notSelected,
                          .anonymous = cases->anonymous};
    result.reached = std::accumulate(cases->reached.begin(), cases->reached.end(), Index {0});
    result.others = cases->size() - result.reached;
    if (result.reached == 0 || result.others == 0) {
        return Error {.code = ErrorCode::EmptyInput,
                      .subject = "outcome",
                      .value = result.reached == 0 ? "none" : "all",
                      .detail = result.reached == 0 ? "nobody reached it" : "everybody reached it"};
    }
    const Share all {.hits = result.reached, .n = cases->size()};
    if (result.reached < PatternOptions::kFewest || result.others < PatternOptions::kFewest) {
        return result;  // too few to tell anything
    }
    const Result<std::vector<Judged>> judged = judge(snapshot, options, *cases, result, job);
    if (!judged) {
        return judged.error();
    }
    result.patterns = shown(telling(*judged, options.limit, result), *cases, all);
    const auto top = static_cast<std::size_t>(options.top);
    if (result.patterns.size() > top) {
        result.cut = static_cast<Index>(result.patterns.size() - top);
        result.patterns.resize(top);
    }
    return result;
}

Result<Bitset> patternMembers(const Snapshot& snapshot, const PatternOptions& options,
                              const PatternResult& result, std::size_t pattern, Job& job)
{
    if (pattern >= result.patterns.size()) {
        return badOption("pattern", pattern);
    }
    const Result<PatternCases> cases = patternCases(snapshot, options, job);
    if (!cases) {
        return cases.error();
    }
    PatternSequence sequence;
    for (const std::string& label : result.patterns[pattern].sequence) {
        const auto found = std::find(cases->labels.begin(), cases->labels.end(), label);
        if (found == cases->labels.end()) {
            return badOption("pattern", label);
        }
        sequence.push_back(static_cast<PatternStep>(found - cases->labels.begin()));
    }
    Bitset members(snapshot.customers());
    for (Index i = 0; i < cases->size(); ++i) {
        if (holdsPattern(cases->way(i), sequence)) {
            members.set(cases->customer[static_cast<std::size_t>(i)]);
        }
    }
    return members;
}

}  // namespace meitrace

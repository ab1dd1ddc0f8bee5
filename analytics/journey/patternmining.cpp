// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/patternmining.h"

#include "models/base/parallel.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kMostSteps = 64;  // kinds of step: a bit each

/// Where a case goes on behind a sequence that it holds.
struct Projection {
    std::uint32_t which = 0;
    std::uint32_t from = 0;  ///< step of the way
};

/// A sequence whose longer ones are still to be found.
struct Open {
    PatternSequence sequence;
    std::vector<Projection> projections;
};

class Miner {
public:
    Miner(const PatternCases& cases, Index support, int longest)
        : m_cases(cases)
        , m_support(support)
        , m_longest(static_cast<std::size_t>(longest))
    {
    }

    /// How many of the projections go on with each kind of step.
    [[nodiscard]] std::array<Share, kMostSteps> goingOn(const std::vector<Projection>& projections) const
    {
        std::array<Share, kMostSteps> counts {};
        for (const Projection& projection : projections) {
            const auto way = m_cases.way(projection.which);
            std::uint64_t seen = 0;
            for (std::size_t step = projection.from; step < way.size(); ++step) {
                const std::uint64_t bit = std::uint64_t {1} << way[step];
                if ((seen & bit) == 0) {
                    seen |= bit;
                    ++counts[way[step]].n;
                    counts[way[step]].hits += m_cases.reached[projection.which];
                }
            }
        }
        return counts;
    }

    /// The cases that go on with the step, behind its first place.
    [[nodiscard]] std::vector<Projection> projected(const std::vector<Projection>& projections,
                                                    PatternStep step) const
    {
        std::vector<Projection> behind;
        for (const Projection& projection : projections) {
            const auto way = m_cases.way(projection.which);
            const auto found
                = std::find(way.begin() + static_cast<std::ptrdiff_t>(projection.from), way.end(), step);
            if (found != way.end()) {
                behind.push_back({projection.which, static_cast<std::uint32_t>(found - way.begin()) + 1});
            }
        }
        return behind;
    }

    /// Everything that begins with the step.
    [[nodiscard]] std::vector<MinedPattern> beginningWith(const std::vector<Projection>& all,
                                                          PatternStep step, const Job& job) const
    {
        std::vector<MinedPattern> found;
        std::vector<Open> open {{{step}, projected(all, step)}};
        while (!open.empty() && !job.stopped()) {
            const Open parent = std::move(open.back());
            open.pop_back();
            if (parent.sequence.size() == m_longest) {
                continue;
            }
            const std::array<Share, kMostSteps> counts = goingOn(parent.projections);
            for (std::size_t next = 0; next < m_cases.labels.size(); ++next) {
                if (counts[next].n >= m_support) {
                    PatternSequence longer = parent.sequence;
                    longer.push_back(static_cast<PatternStep>(next));
                    found.push_back({longer, counts[next]});
                    open.push_back(
                        {std::move(longer), projected(parent.projections, static_cast<PatternStep>(next))});
                }
            }
        }
        return found;
    }

private:
    const PatternCases& m_cases;
    Index m_support;
    std::size_t m_longest;
};

}  // namespace

Result<std::vector<MinedPattern>> minePatterns(const PatternCases& cases, const std::vector<Index>& which,
                                               Index support, int longest, Job& job)
{
    const Miner miner(cases, support, longest);
    std::vector<Projection> all;
    all.reserve(which.size());
    for (const Index number : which) {
        all.push_back({static_cast<std::uint32_t>(number), 0});
    }
    const std::array<Share, kMostSteps> counts = miner.goingOn(all);
    std::vector<MinedPattern> found;
    for (std::size_t step = 0; step < cases.labels.size(); ++step) {
        if (counts[step].n >= support) {
            found.push_back({{static_cast<PatternStep>(step)}, counts[step]});
        }
    }
    const auto firsts = static_cast<Index>(found.size());
    std::vector<std::vector<MinedPattern>> longer(found.size());
    const bool done = forChunks(firsts, 1, job, [&](Index first, Index /*begin*/, Index /*end*/) {
        const auto at = static_cast<std::size_t>(first);
        longer[at] = miner.beginningWith(all, found[at].sequence.front(), job);
    });
    if (!done || job.stopped()) {
        return Error {.code = ErrorCode::Cancelled};
    }
    for (const std::vector<MinedPattern>& part : longer) {
        found.insert(found.end(), part.begin(), part.end());
    }
    std::sort(found.begin(), found.end(),
              [](const MinedPattern& a, const MinedPattern& b) { return a.sequence < b.sequence; });
    return found;
}

bool holdsPattern(std::span<const PatternStep> way, const PatternSequence& sequence)
{
    auto next = sequence.begin();
    for (const PatternStep step : way) {
        if (next != sequence.end() && step == *next) {
            ++next;
        }
    }
    return next == sequence.end();
}

namespace {

using Counts = std::vector<Share>;

void countCase(const PatternCases& cases, Index number, const std::vector<PatternSequence>& sequences,
               Counts& counts)
{
    for (std::size_t s = 0; s < sequences.size(); ++s) {
        if (holdsPattern(cases.way(number), sequences[s])) {
            ++counts[s].n;
            counts[s].hits += cases.reached[static_cast<std::size_t>(number)];
        }
    }
}

}  // namespace

Result<std::vector<Share>> countPatterns(const PatternCases& cases,
                                         const std::vector<PatternSequence>& sequences, Job& job)
{
    constexpr Index kChunk = 16'384;
    std::vector<Counts> parts(static_cast<std::size_t>(chunkCount(cases.size(), kChunk)),
                              Counts(sequences.size()));
    const bool done = forChunks(cases.size(), kChunk, job, [&](Index chunk, Index begin, Index end) {
        for (Index i = begin; i < end; ++i) {
            countCase(cases, i, sequences, parts[static_cast<std::size_t>(chunk)]);
        }
    });
    if (!done) {
        return Error {.code = ErrorCode::Cancelled};
    }
    Counts counts(sequences.size());
    for (const Counts& part : parts) {
        for (std::size_t s = 0; s < part.size(); ++s) {
            counts[s].hits += part[s].hits;
            counts[s].n += part[s].n;
        }
    }
    return counts;
}

}  // namespace meitrace

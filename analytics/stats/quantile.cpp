// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/quantile.h"

#include "models/base/parallel.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace meitrace {

namespace {

constexpr Index kChunk = 65'536;
constexpr std::size_t kFewValues = 4'096;
constexpr int kBucketBits = 12;
constexpr std::size_t kBuckets = std::size_t {1} << kBucketBits;

template <typename T>
double type7(const std::vector<T>& sorted, double p)
{
    assert(!sorted.empty() && p >= 0 && p <= 1);
    const double position = static_cast<double>(sorted.size() - 1) * p;
    const double below = std::floor(position);
    const auto k = static_cast<std::size_t>(below);
    if (k + 1 >= sorted.size()) {
        return static_cast<double>(sorted.back());
    }
    const auto step = static_cast<double>(sorted[k + 1] - sorted[k]);
    return static_cast<double>(sorted[k]) + (position - below) * step;
}

/// Values into 4,096 buckets that keep their order.
class Buckets {
public:
    Buckets(std::int64_t low, std::int64_t high)
        : m_low(static_cast<std::uint64_t>(low))
        , m_shift(std::max(
              0, static_cast<int>(std::bit_width(static_cast<std::uint64_t>(high) - m_low)) - kBucketBits))
    {
    }

    [[nodiscard]] std::size_t of(std::int64_t value) const
    {
        return (static_cast<std::uint64_t>(value) - m_low) >> m_shift;
    }
    /// All values of one bucket are equal
    [[nodiscard]] bool areSingle() const { return m_shift == 0; }
    [[nodiscard]] std::int64_t lowestOf(std::size_t bucket) const
    {
        return static_cast<std::int64_t>(m_low + (bucket << m_shift));
    }

private:
    std::uint64_t m_low;
    int m_shift;
};

bool findRange(std::span<const std::int64_t> values, std::int64_t& low, std::int64_t& high, Job& job)
{
    const auto n = static_cast<Index>(values.size());
    const auto chunks = static_cast<std::size_t>(chunkCount(n, kChunk));
    std::vector<std::int64_t> lows(chunks);
    std::vector<std::int64_t> highs(chunks);
    const bool done = forChunks(n, kChunk, job, [&](Index chunk, Index begin, Index end) {
        std::int64_t least = values[static_cast<std::size_t>(begin)];
        std::int64_t most = least;
        for (Index i = begin; i < end; ++i) {
            least = std::min(least, values[static_cast<std::size_t>(i)]);
            most = std::max(most, values[static_cast<std::size_t>(i)]);
        }
        lows[static_cast<std::size_t>(chunk)] = least;
        highs[static_cast<std::size_t>(chunk)] = most;
    });
    if (done) {
        low = *std::min_element(lows.begin(), lows.end());
        high = *std::max_element(highs.begin(), highs.end());
    }
    return done;
}

bool countBuckets(std::span<const std::int64_t> values, const Buckets& buckets, std::vector<Index>& counts,
                  Job& job)
{
    // few, large chunks: each has a histogram of its own
    const auto n = static_cast<Index>(values.size());
    const Index size = std::max(kChunk, (n + 15) / 16);
    std::vector<std::vector<Index>> parts(static_cast<std::size_t>(chunkCount(n, size)));
    const bool done = forChunks(n, size, job, [&](Index chunk, Index begin, Index end) {
        std::vector<Index>& part = parts[static_cast<std::size_t>(chunk)];
        part.assign(kBuckets, 0);
        for (Index i = begin; i < end; ++i) {
            ++part[buckets.of(values[static_cast<std::size_t>(i)])];
        }
    });
    counts.assign(kBuckets, 0);
    for (std::size_t chunk = 0; done && chunk < parts.size(); ++chunk) {
        for (std::size_t b = 0; b < kBuckets; ++b) {
            counts[b] += parts[chunk][b];
        }
    }
    return done;
}

/// Which bucket each rank falls into, and how many values stand before that bucket.
struct Target {
    std::size_t bucket = 0;
    Index before = 0;
};

std::vector<Target> locate(const std::vector<Index>& counts, const std::vector<Index>& ranks)
{
    std::vector<Target> targets;
    targets.reserve(ranks.size());
    std::size_t bucket = 0;
    Index before = 0;
    for (const Index rank : ranks) {
        while (before + counts[bucket] <= rank) {
            before += counts[bucket++];
        }
        targets.push_back({bucket, before});
    }
    return targets;
}

/// The values of every wanted bucket, one list per rank; ranks that share a bucket share the first's list.
std::vector<std::vector<std::int64_t>> gather(std::span<const std::int64_t> values, const Buckets& buckets,
                                              const std::vector<Target>& targets,
                                              const std::vector<Index>& counts)
{
    std::vector<std::int32_t> listOf(kBuckets, -1);
    std::vector<std::vector<std::int64_t>> lists(targets.size());
    for (std::size_t t = 0; t < targets.size(); ++t) {
        if (listOf[targets[t].bucket] < 0) {
            listOf[targets[t].bucket] = static_cast<std::int32_t>(t);
            lists[t].reserve(static_cast<std::size_t>(counts[targets[t].bucket]));
        }
    }
    for (const std::int64_t value : values) {
        const std::int32_t list = listOf[buckets.of(value)];
        if (list >= 0) {
            lists[static_cast<std::size_t>(list)].push_back(value);
        }
    }
    return lists;
}

std::vector<std::int64_t> bySorting(std::span<const std::int64_t> values, const std::vector<Index>& ranks)
{
    std::vector<std::int64_t> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::int64_t> found;
    found.reserve(ranks.size());
    for (const Index rank : ranks) {
        found.push_back(sorted[static_cast<std::size_t>(rank)]);
    }
    return found;
}

}  // namespace

double quantileType7(const std::vector<double>& sorted, double p)
{
    return type7(sorted, p);
}

double quantileType7(const std::vector<std::int64_t>& sorted, double p)
{
    return type7(sorted, p);
}

// A radix selection: each round narrows the range of the lists that hold a wanted rank 4,096-fold, so there
// are at most six, whatever the values.
std::vector<std::int64_t> orderStatistics(std::span<const std::int64_t> values,
                                          const std::vector<Index>& ranks, Job& job)
{
    assert(std::is_sorted(ranks.begin(), ranks.end()));
    assert(ranks.empty() || (ranks.front() >= 0 && ranks.back() < static_cast<Index>(values.size())));
    if (values.size() <= kFewValues && !job.stopped()) {
        return bySorting(values, ranks);
    }
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::vector<Index> counts;
    if (ranks.empty() || !findRange(values, low, high, job)) {
        return {};
    }
    const Buckets buckets(low, high);
    if (!countBuckets(values, buckets, counts, job)) {
        return {};
    }
    const std::vector<Target> targets = locate(counts, ranks);
    std::vector<std::int64_t> found;
    found.reserve(ranks.size());
    if (buckets.areSingle()) {
        for (const Target& target : targets) {
            found.push_back(buckets.lowestOf(target.bucket));
        }
        return found;
    }
    const auto lists = gather(values, buckets, targets, counts);
    for (std::size_t t = 0; t < targets.size();) {
        std::vector<Index> inside;
        const std::size_t first = t;
        for (; t < targets.size() && targets[t].bucket == targets[first].bucket; ++t) {
            inside.push_back(ranks[t] - targets[t].before);
        }
        const std::vector<std::int64_t> part = orderStatistics(lists[first], inside, job);
        if (part.empty()) {
            return {};
        }
        found.insert(found.end(), part.begin(), part.end());
    }
    return found;
}

std::vector<WholeQuantile> innerQuantiles(std::span<const std::int64_t> values, int bins, Job& job)
{
    assert(bins >= 1);
    std::vector<WholeQuantile> quantiles;
    if (values.empty()) {
        return quantiles;
    }
    const auto last = static_cast<Index>(values.size()) - 1;
    std::vector<Index> ranks;
    for (int j = 1; j < bins; ++j) {
        ranks.push_back(last * j / bins);
        ranks.push_back(std::min(last, last * j / bins + 1));
    }
    const std::vector<Index> asked = ranks;
    std::sort(ranks.begin(), ranks.end());
    const std::vector<std::int64_t> found = orderStatistics(values, ranks, job);
    if (found.empty()) {
        return quantiles;
    }
    const auto valueAt = [&](Index rank) {
        return found[static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), rank)
                                              - ranks.begin())];
    };
    for (int j = 1; j < bins; ++j) {
        const std::size_t slot = 2 * static_cast<std::size_t>(j - 1);
        const std::int64_t below = valueAt(asked[slot]);
        const std::int64_t step = valueAt(asked[slot + 1]) - below;
        const std::int64_t part = step * (last * j % bins);
        quantiles.push_back(
            {below + part / bins, static_cast<double>(below) + static_cast<double>(part) / bins});
    }
    return quantiles;
}

std::vector<double> innerQuantiles(std::vector<double> values, int bins)
{
    assert(bins >= 1);
    std::vector<double> quantiles;
    if (values.empty()) {
        return quantiles;
    }
    const auto last = static_cast<Index>(values.size()) - 1;
    auto from = values.begin();
    for (int j = 1; j < bins; ++j) {
        const auto place = values.begin() + last * j / bins;
        std::nth_element(from, place, values.end());
        const auto next = place + 1 == values.end() ? place : std::min_element(place + 1, values.end());
        quantiles.push_back(*place + (*next - *place) * static_cast<double>(last * j % bins) / bins);
        from = place;
    }
    return quantiles;
}

}  // namespace meitrace

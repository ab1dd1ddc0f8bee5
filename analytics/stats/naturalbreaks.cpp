// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/naturalbreaks.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>

namespace meitrace {

namespace {

/// Sums of counts, values and squares of the values before a place, around the mean so that little is lost
/// in the differences.
class Spread {
public:
    explicit Spread(const std::vector<CountedValue>& values)
    {
        double total = 0;
        double count = 0;
        for (const CountedValue& v : values) {
            total += v.value * static_cast<double>(v.count);
            count += static_cast<double>(v.count);
        }
        const double mean = total / count;
        m_sums.reserve(values.size() + 1);
        Sums sums;
        m_sums.push_back(sums);
        for (const CountedValue& v : values) {
            const auto weight = static_cast<double>(v.count);
            const double x = v.value - mean;
            sums.count += weight;
            sums.value += weight * x;
            sums.square += weight * x * x;
            m_sums.push_back(sums);
        }
    }

    /// Sum of squares around their mean of the values from … to - 1
    [[nodiscard]] double within(std::int32_t from, std::int32_t to) const
    {
        const Sums& a = m_sums[static_cast<std::size_t>(from)];
        const Sums& b = m_sums[static_cast<std::size_t>(to)];
        const double value = b.value - a.value;
        return to - from <= 1 ? 0 : std::max(0.0, b.square - a.square - value * value / (b.count - a.count));
    }

private:
    struct Sums {
        double count = 0;
        double value = 0;
        double square = 0;
    };
    std::vector<Sums> m_sums;
};

/// One layer of the programme: best cost of the first i values in k classes, from that in k - 1 classes.
struct Layer {
    const Spread& spread;
    const std::vector<double>& previous;
    std::vector<double>& cost;
    std::vector<std::int32_t>& split;  ///< where the last class begins
};

/// Rows first … last, whose best splits lie in least … most.
void solve(const Layer& layer, std::int32_t first, std::int32_t last, std::int32_t least, std::int32_t most)
{
    if (first > last) {
        return;
    }
    const std::int32_t row = first + (last - first) / 2;
    double best = std::numeric_limits<double>::infinity();
    std::int32_t at = least;
    for (std::int32_t from = least; from <= std::min(most, row - 1); ++from) {
        const double cost = layer.previous[static_cast<std::size_t>(from)] + layer.spread.within(from, row);
        if (cost < best) {
            best = cost;
            at = from;
        }
    }
    layer.cost[static_cast<std::size_t>(row)] = best;
    layer.split[static_cast<std::size_t>(row)] = at;
    solve(layer, first, row - 1, least, at);
    solve(layer, row + 1, last, at, most);
}

}  // namespace

Result<std::vector<double>> naturalBreaks(const std::vector<CountedValue>& values, int classes, Job& job)
{
    assert(classes >= 1);
    const auto m = static_cast<std::int32_t>(values.size());
    const auto wanted
        = static_cast<std::int32_t>(std::min<std::size_t>(static_cast<std::size_t>(classes), values.size()));
    std::vector<double> breaks;
    if (wanted <= 1) {
        return breaks;
    }
    const Spread spread(values);
    std::vector<double> previous(values.size() + 1, std::numeric_limits<double>::infinity());
    std::vector<double> cost(values.size() + 1, std::numeric_limits<double>::infinity());
    for (std::int32_t i = 1; i <= m; ++i) {
        previous[static_cast<std::size_t>(i)] = spread.within(0, i);
    }
    std::vector<std::vector<std::int32_t>> splits;
    for (std::int32_t k = 2; k <= wanted; ++k) {
        if (job.stopped()) {
            return Error {ErrorCode::Cancelled};
        }
        job.progress(static_cast<double>(k - 1) / wanted);
        splits.emplace_back(values.size() + 1, 0);
        std::fill(cost.begin(), cost.end(), std::numeric_limits<double>::infinity());
        solve({spread, previous, cost, splits.back()}, k, m, k - 1, m - 1);
        std::swap(previous, cost);
    }
    std::int32_t end = m;
    for (std::size_t k = splits.size(); k > 0; --k) {
        end = splits[k - 1][static_cast<std::size_t>(end)];
        breaks.push_back(values[static_cast<std::size_t>(end - 1)].value);
    }
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfmscores.h"

#include "analytics/customer/rfmgrids.h"
#include "analytics/stats/naturalbreaks.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <span>

namespace meitrace {

namespace {

constexpr Index kChunk = 65'536;
constexpr double kMinorPerMajor = 100;

/// Different values ascending, with the number of each
struct Different {
    std::vector<std::int64_t> values;
    std::vector<Index> counts;
};

Different differentOf(const Column<std::int64_t>& values)
{
    std::vector<std::int64_t> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    Different different;
    for (const std::int64_t value : sorted) {
        if (different.values.empty() || different.values.back() != value) {
            different.values.push_back(value);
            different.counts.push_back(0);
        }
        ++different.counts.back();
    }
    return different;
}

double onScale(std::int64_t value, BreakScale scale)
{
    const auto number = static_cast<double>(value);
    switch (scale) {
    case BreakScale::LogCount:
        return std::log1p(number);
    case BreakScale::LogMoney:
        return std::log1p(std::max(0.0, number / kMinorPerMajor));
    case BreakScale::Plain:
        break;
    }
    return number;
}

Result<RfmCuts> naturalCuts(const Column<std::int64_t>& values, int bins, BreakScale scale, Job& job)
{
    const Different different = differentOf(values);
    std::vector<CountedValue> scaled;
    std::vector<std::int64_t> largest;  // whole number behind each scaled value
    for (std::size_t i = 0; i < different.values.size(); ++i) {
        const double value = onScale(different.values[i], scale);
        if (scaled.empty() || scaled.back().value != value) {
            scaled.push_back({value, 0});
            largest.push_back(0);
        }
        scaled.back().count += different.counts[i];
        largest.back() = different.values[i];
    }
    const Result<std::vector<double>> breaks = naturalBreaks(scaled, bins, job);
    if (!breaks) {
        return breaks.error();
    }
    RfmCuts cuts {RfmMethod::Breaks, {}};
    for (const double at : *breaks) {
        const auto place = std::lower_bound(scaled.begin(), scaled.end(), at,
                                            [](const CountedValue& v, double x) { return v.value < x; });
        const std::int64_t whole = largest[static_cast<std::size_t>(place - scaled.begin())];
        cuts.at.push_back({whole, static_cast<double>(whole)});
    }
    return cuts;
}

const ElevenGridRule* ruleOf(int r, int f)
{
    const auto* rule = std::find_if(kElevenGrid.begin(), kElevenGrid.end(), [&](const ElevenGridRule& one) {
        return r >= one.rLow && r <= one.rHigh && f >= one.fLow && f <= one.fHigh;
    });
    assert(rule != kElevenGrid.end());
    return rule;
}

double meanOf(const Column<std::int64_t>& values)
{
    return static_cast<double>(values.sum()) / static_cast<double>(values.size());
}

std::span<const std::int64_t> spanOf(const Column<std::int64_t>& values)
{
    return {values.data(), static_cast<std::size_t>(values.size())};
}

}  // namespace

Result<ScoredValues> scoredValues(const PurchaseFacts& facts, Job& job)
{
    const Index n = facts.recency.size();
    std::vector<Index> place(static_cast<std::size_t>(chunkCount(n, kChunk)) + 1, 0);
    const bool counted = forChunks(n, kChunk, job, [&](Index chunk, Index begin, Index end) {
        place[static_cast<std::size_t>(chunk) + 1] = (facts.recency.segment(begin, end - begin) >= 0).count();
    });
    if (!counted) {
        return Error {ErrorCode::Cancelled};
    }
    std::partial_sum(place.begin(), place.end(), place.begin());
    ScoredValues values;
    const Index size = place.back();
    values.recency.resize(size);
    values.frequency.resize(size);
    values.monetary.resize(size);
    const bool filled = forChunks(n, kChunk, job, [&](Index chunk, Index begin, Index end) {
        Index at = place[static_cast<std::size_t>(chunk)];
        for (Index c = begin; c < end; ++c) {
            if (facts.recency[c] >= 0) {
                values.recency[at] = facts.recency[c];
                values.frequency[at] = facts.frequency[c];
                values.monetary[at] = facts.monetary[c];
                ++at;
            }
        }
    });
    if (!filled) {
        return Error {ErrorCode::Cancelled};
    }
    return values;
}

std::vector<std::int64_t> defaultFrequencyCuts(int bins)
{
    std::vector<std::int64_t> cuts;
    std::int64_t cut = 1;
    for (int i = 1; i < bins; ++i) {
        cuts.push_back(cut);
        cut += i;
    }
    return cuts;
}

Result<RfmCuts> cutValues(const Column<std::int64_t>& values, RfmMethod method, int bins,
                          const std::vector<std::int64_t>& fixedCuts, BreakScale scale, Job& job)
{
    assert(method != RfmMethod::Auto && values.size() > 0);
    if (method == RfmMethod::Breaks) {
        return naturalCuts(values, bins, scale, job);
    }
    RfmCuts cuts {method, {}};
    if (method == RfmMethod::Fixed) {
        for (const std::int64_t cut : fixedCuts) {
            cuts.at.push_back({cut, static_cast<double>(cut)});
        }
        return cuts;
    }
    cuts.at = innerQuantiles(spanOf(values), bins, job);
    if (cuts.at.empty()) {
        return Error {ErrorCode::Cancelled};
    }
    return cuts;
}

Result<RfmThresholds> eightThresholds(const ScoredValues& values, const RfmOptions& options, Job& job)
{
    switch (options.threshold) {
    case RfmThreshold::Fixed:
        return options.fixedThresholds;
    case RfmThreshold::Mean:
        return RfmThresholds {meanOf(values.recency), meanOf(values.frequency), meanOf(values.monetary)};
    case RfmThreshold::Median:
        break;
    }
    const auto recency = innerQuantiles(spanOf(values.recency), 2, job);
    const auto frequency = innerQuantiles(spanOf(values.frequency), 2, job);
    const auto monetary = innerQuantiles(spanOf(values.monetary), 2, job);
    if (recency.empty() || frequency.empty() || monetary.empty()) {
        return Error {ErrorCode::Cancelled};
    }
    return RfmThresholds {recency[0].value, frequency[0].value, monetary[0].value};
}

SegmentTable::SegmentTable(RfmGrid grid, int bins)
    : m_bins(bins)
{
    if (grid == RfmGrid::Eight) {
        m_segment.assign(kEightGrid.size(), RfmResult::kNoSegment);
        for (std::size_t i = 0; i < kEightGrid.size(); ++i) {
            const EightGridRule& rule = kEightGrid[i];
            const int bits = (rule.recency ? 4 : 0) + (rule.frequency ? 2 : 0) + (rule.monetary ? 1 : 0);
            m_segment[static_cast<std::size_t>(bits)] = static_cast<std::uint8_t>(i);
        }
        return;
    }
    assert(bins % kElevenGridSide == 0);
    const std::vector<std::string_view> codes = segmentCodes(grid);
    const int perSide = bins / kElevenGridSide;
    for (int r = 0; r < bins; ++r) {
        for (int f = 0; f < bins; ++f) {
            const auto* rule = ruleOf(r / perSide + 1, f / perSide + 1);
            const auto place = std::find(codes.begin(), codes.end(), rule->segment) - codes.begin();
            m_segment.push_back(static_cast<std::uint8_t>(place));
        }
    }
}

std::vector<std::string_view> segmentCodes(RfmGrid grid)
{
    std::vector<std::string_view> codes;
    if (grid == RfmGrid::Eight) {
        for (const EightGridRule& rule : kEightGrid) {
            codes.push_back(rule.segment);
        }
        return codes;
    }
    for (const ElevenGridRule& rule : kElevenGrid) {
        if (codes.empty() || codes.back() != rule.segment) {
            codes.push_back(rule.segment);
        }
    }
    return codes;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfm.h"

#include "analytics/customer/purchasefacts.h"
#include "analytics/customer/rfmscores.h"
#include "analytics/features/population.h"
#include "models/base/badoption.h"
#include "models/base/calendar.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace meitrace {

namespace {

constexpr Index kChunk = 16'384;
constexpr int kMaxMonths = 1'200;

RfmMethod methodOf(RfmMethod chosen, bool forFrequency)
{
    if (chosen != RfmMethod::Auto) {
        return chosen;
    }
    return forFrequency ? RfmMethod::Fixed : RfmMethod::Quantile;
}

std::vector<std::int64_t> frequencyCuts(const RfmOptions& options)
{
    return options.fixedCuts.frequency.empty() ? defaultFrequencyCuts(options.bins)
                                               : options.fixedCuts.frequency;
}

bool areCuts(const std::vector<std::int64_t>& cuts, int bins)
{
    return static_cast<int>(cuts.size()) == bins - 1
        && std::adjacent_find(cuts.begin(), cuts.end(), std::greater_equal<> {}) == cuts.end();
}

std::optional<Error> checkCuts(const RfmOptions& options)
{
    const char* detail = "fixed cuts must be bins - 1 ascending numbers";
    if (methodOf(options.method, true) == RfmMethod::Fixed
        && !areCuts(frequencyCuts(options), options.bins)) {
        return badOption("cuts", "frequency", detail);
    }
    if (options.method != RfmMethod::Fixed) {
        return std::nullopt;
    }
    if (!areCuts(options.fixedCuts.recency, options.bins)) {
        return badOption("cuts", "recency", detail);
    }
    if (!areCuts(options.fixedCuts.monetary, options.bins)) {
        return badOption("cuts", "monetary", detail);
    }
    return std::nullopt;
}

std::optional<Error> checkOptions(const Snapshot& snapshot, const RfmOptions& options)
{
    if (options.windowMonths < 0 || options.windowMonths > kMaxMonths) {
        return badOption("window", options.windowMonths, "1 to 1200 months, or 0 for all");
    }
    if (options.bins < 2 || options.bins > 10) {
        return badOption("bins", options.bins, "2 to 10");
    }
    if (options.grid == RfmGrid::Eleven && options.bins % 5 != 0) {
        return badOption("bins", options.bins, "the eleven segments stand on 5 or 10 scores");
    }
    if (options.value == RfmValue::Margin && snapshot.frame().itemMargin.size() == 0) {
        return badOption("value", "margin", "a list of items with their margins has to be loaded first");
    }
    const RfmThresholds& fixed = options.fixedThresholds;
    if (options.threshold == RfmThreshold::Fixed
        && !(fixed.recency >= 0 && fixed.frequency >= 0 && fixed.monetary >= 0)) {
        return badOption("threshold", "fixed", "thresholds must not be negative");
    }
    if (Status checked = checkPopulation(snapshot, options.population); !checked) {
        return checked.error();
    }
    return checkCuts(options);
}

Status cutAll(const ScoredValues& values, const RfmOptions& options, RfmResult& result, Job& job)
{
    const RfmMethod method = methodOf(options.method, false);
    auto recency
        = cutValues(values.recency, method, options.bins, options.fixedCuts.recency, BreakScale::Plain, job);
    if (!recency) {
        return recency.error();
    }
    job.progress(0.75);
    auto frequency = cutValues(values.frequency, methodOf(options.method, true), options.bins,
                               frequencyCuts(options), BreakScale::LogCount, job);
    if (!frequency) {
        return frequency.error();
    }
    job.progress(0.8);
    auto monetary = cutValues(values.monetary, method, options.bins, options.fixedCuts.monetary,
                              BreakScale::LogMoney, job);
    if (!monetary) {
        return monetary.error();
    }
    const auto thresholds = eightThresholds(values, options, job);
    if (!thresholds) {
        return thresholds.error();
    }
    result.recencyCuts = *std::move(recency);
    result.frequencyCuts = *std::move(frequency);
    result.monetaryCuts = *std::move(monetary);
    result.thresholds = *thresholds;
    job.progress(0.9);
    return Done {};
}

/// Customers and money per cell and per segment.
struct Totals {
    struct One {
        Index customers = 0;
        Fen spend = 0;
        void add(Fen money)
        {
            ++customers;
            spend += money;
        }
    };
    std::vector<One> cells;
    std::vector<One> segments;
    Index notPositive = 0;

    Totals(int bins, std::size_t segmentCount)
        : cells(static_cast<std::size_t>(bins) * static_cast<std::size_t>(bins))
        , segments(segmentCount)
    {
    }
    void add(const Totals& other)
    {
        const auto merge = [](std::vector<One>& into, const std::vector<One>& from) {
            for (std::size_t i = 0; i < into.size(); ++i) {
                into[i].customers += from[i].customers;
                into[i].spend += from[i].spend;
            }
        };
        merge(cells, other.cells);
        merge(segments, other.segments);
        notPositive += other.notPositive;
    }
};

std::uint8_t segmentOf(const SegmentTable& table, const RfmOptions& options, const RfmResult& result, Index c)
{
    if (options.grid == RfmGrid::Eleven) {
        const int f = result.f[c];
        return table.ofScores(result.r[c],
                              options.axis == RfmAxis::Frequency ? f : (f + result.m[c] + 1) / 2);
    }
    const Fen money = result.monetary[c];
    return table.ofBits(result.recency[c] <= result.thresholds.recency,
                        result.frequency[c] >= result.thresholds.frequency,
                        money > 0 && static_cast<double>(money) >= result.thresholds.monetary);
}

/// Scores of one customer and what they add to the totals.
void scoreOne(Index c, const SegmentTable& table, const RfmOptions& options, RfmResult& result,
              Totals& totals)
{
    const Fen money = result.monetary[c];
    const int r = options.bins + 1 - classOf(result.recency[c], result.recencyCuts.at);
    const int f = classOf(result.frequency[c], result.frequencyCuts.at);
    const int m = money > 0 ? classOf(money, result.monetaryCuts.at) : 1;
    result.r[c] = static_cast<std::uint8_t>(r);
    result.f[c] = static_cast<std::uint8_t>(f);
    result.m[c] = static_cast<std::uint8_t>(m);
    const std::uint8_t segment = segmentOf(table, options, result, c);
    result.segment[c] = segment;
    totals.cells[static_cast<std::size_t>((options.bins - r) * options.bins + f - 1)].add(money);
    totals.segments[segment].add(money);
    totals.notPositive += money > 0 ? 0 : 1;
}

void fillTables(const Totals& totals, const std::vector<std::string_view>& codes, RfmResult& result)
{
    for (std::size_t i = 0; i < totals.cells.size(); ++i) {
        const int row = static_cast<int>(i) / result.bins;
        const int column = static_cast<int>(i) % result.bins;
        result.cells.push_back(
            {result.bins - row, column + 1, totals.cells[i].customers, totals.cells[i].spend});
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const Totals::One& one = totals.segments[i];
        result.segments.push_back({codes[i], one.customers,
                                   static_cast<double>(one.customers) / static_cast<double>(result.scored),
                                   one.spend});
    }
    result.notPositive = totals.notPositive;
}

Status scoreAll(const RfmOptions& options, RfmResult& result, Job& job)
{
    const Index n = result.recency.size();
    const std::vector<std::string_view> codes = segmentCodes(options.grid);
    const SegmentTable table(options.grid, options.bins);
    result.r.setZero(n);
    result.f.setZero(n);
    result.m.setZero(n);
    result.segment.setConstant(n, RfmResult::kNoSegment);
    std::vector<Totals> parts(static_cast<std::size_t>(chunkCount(n, kChunk)),
                              Totals(options.bins, codes.size()));
    const bool done = forChunks(n, kChunk, job, [&](Index chunk, Index begin, Index end) {
        for (Index c = begin; c < end; ++c) {
            if (result.recency[c] >= 0) {
                scoreOne(c, table, options, result, parts[static_cast<std::size_t>(chunk)]);
            }
        }
    });
    if (!done) {
        return Error {ErrorCode::Cancelled};
    }
    Totals totals(options.bins, codes.size());
    for (const Totals& part : parts) {
        totals.add(part);
    }
    fillTables(totals, codes, result);
    job.progress(1);
    return Done {};
}

}  // namespace

Result<RfmResult> rfm(const Snapshot& snapshot, const RfmOptions& options, Job& job)
{
    if (auto wrong = checkOptions(snapshot, options)) {
        return *std::move(wrong);
    }
    RfmResult result;
    result.bins = options.bins;
    result.asOf = options.asOf != kMissingDay ? options.asOf : snapshot.frame().asOf;
    PurchaseWindow window {.asOf = result.asOf};
    if (options.windowMonths > 0) {
        window.from = addMonths(result.asOf + 1, -options.windowMonths);
    }
    result.from = window.from != kMissingDay ? window.from : std::min(snapshot.frame().firstDay, result.asOf);
    const Population population = populationOf(snapshot, options.population, options.includeAnonymous);
    result.notSelected = population.notSelected;
    result.anonymous = population.anonymous;
    auto facts = purchaseFacts(snapshot, window, options.frequency, options.value, population.rows, job);
    if (!facts) {
        return facts.error();
    }
    if (facts->scored == 0 && facts->noMargin > 0) {
        return badOption("value", "margin", "of nobody all items treated have a margin in the loaded lists");
    }
    if (facts->scored == 0) {
        return Error {.code = ErrorCode::EmptyInput,
                      .subject = options.frequency == RfmFrequency::Treatments ? "treat" : "bill",
                      .detail = "nobody bought in the window"};
    }
    const auto values = scoredValues(*facts, job);
    if (!values) {
        return values.error();
    }
    result.scored = facts->scored;
    result.noEvent = facts->noEvent;
    result.beforeWindow = facts->beforeWindow;
    result.noMargin = facts->noMargin;
    if (Status cut = cutAll(*values, options, result, job); !cut) {
        return cut.error();
    }
    result.recency = std::move(facts->recency);
    result.frequency = std::move(facts->frequency);
    result.monetary = std::move(facts->monetary);
    if (Status scored = scoreAll(options, result, job); !scored) {
        return scored.error();
    }
    return result;
}

}  // namespace meitrace

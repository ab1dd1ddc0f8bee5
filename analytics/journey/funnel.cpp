// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"

#include "analytics/journey/funnelcases.h"
#include "analytics/journey/funnelplan.h"
#include "analytics/journey/funneltotals.h"
#include "analytics/journey/plainscan.h"
#include "analytics/journey/unitfunnel.h"
#include "models/base/parallel.h"
#include "models/domain/kind.h"

#include <algorithm>
#include <atomic>
#include <optional>

namespace meitrace {

namespace {

constexpr Index kChunk = 2048;

bool anyDay(const FunnelPlan& plan, Index begin, Index end)
{
    const std::uint8_t* precision = plan.snapshot.precision().data();
    constexpr auto kDay = static_cast<std::uint8_t>(TimeQuality::WholeDay);
    return plan.hasDays
        && std::any_of(precision + begin, precision + end, [](std::uint8_t p) { return p >= kDay; });
}

void scan(const FunnelPlan& plan, Index begin, Index end, FunnelChunk& chunk)
{
    CaseWriter writer(plan, end - begin, chunk);
    PlainScan plain(plan);
    std::optional<UnitFunnel> full;
    for (Index customer = begin; customer < end; ++customer) {
        if (!plan.isCounted(customer)) {
            ++chunk.outside;
            continue;
        }
        const Index first = plan.snapshot.begin(customer);
        const Index last = plan.snapshot.end(customer);
        if (plan.isPlain && !anyDay(plan, first, last)) {
            plain.evaluate(customer, first, last, chunk, writer);
            continue;
        }
        if (!full) {
            full.emplace(plan);
        }
        full->evaluate(customer, first, plan.seenEnd(customer), chunk, writer);
    }
}

}  // namespace

Result<FunnelResult> funnel(const Snapshot& snapshot, const FunnelOptions& options, Job& job)
{
    const Result<std::unique_ptr<const FunnelPlan>> plan = FunnelPlan::make(snapshot, options, job);
    if (!plan) {
        return plan.error();
    }
    const Index customers = snapshot.customers();
    const Index chunkTotal = chunkCount(customers, kChunk);
    std::vector<FunnelChunk> chunks(static_cast<std::size_t>(chunkTotal));
    std::atomic<Index> done {0};
    const bool whole = forChunks(customers, kChunk, job, [&](Index chunk, Index begin, Index end) {
        scan(**plan, begin, end, chunks[static_cast<std::size_t>(chunk)]);
        job.progress(static_cast<double>(done.fetch_add(1) + 1) / static_cast<double>(chunkTotal));
    });
    if (!whole) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return totalFunnel(**plan, chunks, job);
}

}  // namespace meitrace

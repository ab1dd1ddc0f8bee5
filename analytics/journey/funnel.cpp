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

/// Some customer has events that are not seen. A loop of its own, so that the reads do not wait for each
/// other.
bool anyUnseen(const FunnelPlan& plan, Index begin, Index end)
{
    const Millis* time = plan.snapshot.time().data();
    bool unseen = false;
    for (Index customer = begin; customer < end; ++customer) {
        const Index last = plan.snapshot.end(customer);
        unseen |= last > plan.snapshot.begin(customer) && time[last - 1] >= plan.end;
    }
    return unseen;
}

/// Events behind it are not seen. A customer's events are ordered by day at least, so the unseen are the
/// last.
Index seenEnd(const FunnelPlan& plan, Index customer)
{
    const Millis* time = plan.snapshot.time().data();
    const Index begin = plan.snapshot.begin(customer);
    Index end = plan.snapshot.end(customer);
    while (end > begin && time[end - 1] >= plan.end) {
        --end;
    }
    return end;
}

bool anyDay(const FunnelPlan& plan, Index begin, Index end)
{
    const std::uint8_t* precision = plan.snapshot.precision().data();
    constexpr auto kDay = static_cast<std::uint8_t>(TimeQuality::WholeDay);
    return plan.hasDays
        && std::any_of(precision + begin, precision + end, [](std::uint8_t p) { return p >= kDay; });
}

void scan(const FunnelPlan& plan, Index begin, Index end, FunnelChunk& chunk)
{
    CaseWriter writer(plan, chunk);
    PlainScan plain(plan);
    std::optional<UnitFunnel> full;
    const bool cut = anyUnseen(plan, begin, end);
    for (Index customer = begin; customer < end; ++customer) {
        if (!plan.isCounted(customer)) {
            ++chunk.outside;
            continue;
        }
        const Index first = plan.snapshot.begin(customer);
        const Index last = cut ? seenEnd(plan, customer) : plan.snapshot.end(customer);
        if (plan.isPlain && !anyDay(plan, first, last)) {
            plain.evaluate(customer, first, last, chunk, writer);
            continue;
        }
        if (!full) {
            full.emplace(plan);
        }
        full->evaluate(customer, first, last, chunk, writer);
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

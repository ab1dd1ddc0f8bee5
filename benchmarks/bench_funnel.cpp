// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"

#include <benchmark/benchmark.h>

#include "benchmarks/drawnclinic.h"

/// Funnels over the drawn clinic. Argument: threads. Items are events.

namespace meitrace {

namespace {

FunnelOptions clinicFunnel()
{
    FunnelOptions options;
    options.steps = *parseEventList("page_view,consult_online,booking_create,arrive,bill");
    options.window = Duration {30, DurationUnit::Days};
    return options;
}

void run(benchmark::State& state, const FunnelOptions& options, bool byDay = false)
{
    const Snapshot& snapshot = drawnClinic(byDay);
    Job job(static_cast<int>(state.range(0)));
    Index converted = 0;
    for (auto _ : state) {
        const auto result = funnel(snapshot, options, job);
        if (!result) {
            state.SkipWithError("refused");
            return;
        }
        converted = result->steps.back().reached;
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * snapshot.events());
    state.counters["converted"] = static_cast<double>(converted);
}

void plain(benchmark::State& state)
{
    run(state, clinicFunnel());
}

void filteredStep(benchmark::State& state)
{
    FunnelOptions options = clinicFunnel();
    options.steps[4] = *parseEventPredicate("bill[item in (\"item 1\",\"item 2\")]|treat");
    run(state, options);
}

void splitByItem(benchmark::State& state)
{
    FunnelOptions options = clinicFunnel();
    options.split = "item";
    run(state, options);
}

void billsByDay(benchmark::State& state)
{
    run(state, clinicFunnel(), true);
}

void inMode(benchmark::State& state, FunnelMode mode)
{
    FunnelOptions options = clinicFunnel();
    options.mode = mode;
    run(state, options);
}

void byEntry(benchmark::State& state, FunnelEntry entry)
{
    FunnelOptions options = clinicFunnel();
    options.entry = entry;
    run(state, options);
}

void withExclusion(benchmark::State& state, ExclusionPolicy policy)
{
    FunnelOptions options = clinicFunnel();
    options.exclusions = {{.event = *parseEventPredicate("search"), .from = 2, .to = 3}};
    options.policy = policy;
    run(state, options);
}

void sessionsAsUnits(benchmark::State& state)
{
    FunnelOptions options = clinicFunnel();
    options.unit = UnitKind::Session;
    run(state, options);
}

void heldItem(benchmark::State& state)
{
    FunnelOptions options = clinicFunnel();
    options.hold = {EventField::Item};
    run(state, options);
}

void optionalStep(benchmark::State& state)
{
    FunnelOptions options = clinicFunnel();
    options.optional = {2};
    run(state, options);
}

}  // namespace

BENCHMARK(plain)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(filteredStep)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(splitByItem)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(billsByDay)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(inMode, strict, FunnelMode::Strict)
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(inMode, any, FunnelMode::Any)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(inMode, anchored, FunnelMode::Anchored)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(byEntry, first, FunnelEntry::First)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(byEntry, every, FunnelEntry::Every)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(byEntry, session, FunnelEntry::Session)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(withExclusion, clean, ExclusionPolicy::Clean)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(withExclusion, end, ExclusionPolicy::End)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(sessionsAsUnits)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(heldItem)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(optionalStep)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace meitrace

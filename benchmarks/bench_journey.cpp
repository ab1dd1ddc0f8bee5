// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/attribution.h"
#include "analytics/journey/monitor.h"
#include "analytics/journey/painpoints.h"
#include "analytics/journey/paths.h"
#include "analytics/journey/patterns.h"
#include "analytics/journey/process.h"
#include "analytics/journey/retention.h"
#include "analytics/journey/sessions.h"

#include <benchmark/benchmark.h>

#include "benchmarks/drawnclinic.h"

/// Paths, process, patterns, pain points, sessions, watched numbers, retention and attribution over the drawn
/// clinic. Argument: threads. Items are events.

namespace meitrace {

namespace {

/// analyse(snapshot, job) gives a Result.
template <typename Analyse>
void run(benchmark::State& state, Analyse analyse)
{
    const Snapshot& snapshot = drawnClinic();
    Job job(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        const auto result = analyse(snapshot, job);
        if (!result) {
            state.SkipWithError(result.error().subject.c_str());
            return;
        }
        benchmark::DoNotOptimize(&*result);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * snapshot.events());
}

/// The first six steps of every session.
void sessionPaths(benchmark::State& state)
{
    PathOptions options;
    options.activities.unit.kind = UnitKind::Session;
    options.activities.repeats = ActivityRepeats::Keep;
    run(state, [&](const Snapshot& snapshot, Job& job) { return paths(snapshot, options, job); });
}

void pathsToAPurchase(benchmark::State& state)
{
    PathOptions options;
    options.end = "bill";
    run(state, [&](const Snapshot& snapshot, Job& job) { return paths(snapshot, options, job); });
}

void process(benchmark::State& state)
{
    run(state, [](const Snapshot& snapshot, Job& job) { return processView(snapshot, {}, job); });
}

/// Sequences that go with a purchase.
void purchasePatterns(benchmark::State& state)
{
    PatternOptions options;
    options.outcome = *parseEventPredicate("bill");
    options.longest = 3;
    run(state, [&](const Snapshot& snapshot, Job& job) { return patterns(snapshot, options, job); });
}

void painOfAFunnel(benchmark::State& state)
{
    PainOptions options;
    for (const char* step : {"page_view", "consult_online", "booking_create"}) {
        options.funnel.steps.push_back(*parseEventPredicate(step));
    }
    options.funnel.window = Duration {30, DurationUnit::Days};
    options.keys = {"hour_block", "weekday", "channel"};
    run(state, [&](const Snapshot& snapshot, Job& job) { return painPoints(snapshot, options, job); });
}

void webSessions(benchmark::State& state)
{
    run(state, [](const Snapshot& snapshot, Job& job) { return sessions(snapshot, {}, job); });
}

void watchedNumbers(benchmark::State& state)
{
    MonitorOptions options;
    for (const char* type : {"page_view", "consult_online", "booking_create", "arrive"}) {
        options.metrics.push_back({.id = type, .events = *parseEventPredicate(type)});
    }
    run(state, [&](const Snapshot& snapshot, Job& job) { return monitor(snapshot, options, job); });
}

void weeklyRetention(benchmark::State& state)
{
    RetentionOptions options;
    options.entry = *parseEventPredicate("*");
    options.comeBack = *parseEventPredicate("*");
    options.unit = PeriodUnit::Weeks;
    options.columns = 52;
    run(state, [&](const Snapshot& snapshot, Job& job) { return retention(snapshot, options, job); });
}

AttributionOptions everyPurchase()
{
    AttributionOptions options;
    options.touches.conversion = *parseEventPredicate("bill");
    options.touches.scope = ConversionScope::Every;
    options.touches.windowDays = 30;
    return options;
}

/// What touches stand before what purchases, by rules and by one chain.
void attributionOnce(benchmark::State& state)
{
    AttributionOptions options = everyPurchase();
    options.resamples = 0;
    run(state, [&](const Snapshot& snapshot, Job& job) { return attribution(snapshot, options, job); });
}

/// As the page asks for it, with the intervals.
void attributionWithIntervals(benchmark::State& state)
{
    AttributionOptions options = everyPurchase();
    options.touches.scope = ConversionScope::First;
    run(state, [&](const Snapshot& snapshot, Job& job) { return attribution(snapshot, options, job); });
}

/// The touch paths alone: the floor beneath every model.
void touchPaths(benchmark::State& state)
{
    const Snapshot& snapshot = drawnClinic();
    Job job(static_cast<int>(state.range(0)));
    const auto scan = TouchScan::make(snapshot, everyPurchase().touches, job);
    Index paths = 0;
    for (auto _ : state) {
        paths = 0;
        const Status done = scanTouchPaths<Index>(
            *scan, {snapshot.known()}, job, [] { return Index {0}; },
            [](Index& count, const TouchPath&) { ++count; }, [&](Index count) { paths += count; });
        benchmark::DoNotOptimize(done);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * snapshot.events());
    state.counters["paths"] = static_cast<double>(paths);
}

BENCHMARK(sessionPaths)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(pathsToAPurchase)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(process)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(purchasePatterns)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(painOfAFunnel)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(webSessions)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(watchedNumbers)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(weeklyRetention)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(touchPaths)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(attributionOnce)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(attributionWithIntervals)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

}  // namespace meitrace

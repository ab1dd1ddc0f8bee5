// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole jobs on a clinic's files: import with durable commit, reopening, and each analysis on the snapshot.
// MEITRACE_BENCH_DATA names a folder with events.csv, customers.csv and purchases.csv (docs/performance.md
// says how they are made).
#include "analytics/campaign/ruleparser.h"
#include "analytics/customer/rfm.h"
#include "analytics/journey/funnel.h"
#include "analytics/workbench/audiences.h"
#include "models/base/platform.h"
#include "models/pipeline/importjob.h"
#include "models/store/snapshotreader.h"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

using namespace meitrace;

std::string dataFolder()
{
    const char* folder = std::getenv("MEITRACE_BENCH_DATA");
    return folder == nullptr ? std::string() : std::string(folder);
}

std::string mapping(const char* name)
{
    return std::string(MEITRACE_SOURCE_DIR) + "/resources/mappings/" + name + ".json";
}

bool load(Workspace& workspace, const char* file, const char* map)
{
    Job job;
    ImportRequest request;
    request.files = {dataFolder() + "/" + file};
    request.mapping.mappingFile = mapping(map);
    const Result<ImportReport> report = importFiles(workspace, request, job);
    return report && !report->failure;
}

/// A workspace made once for all benchmarks: events alone, or with customers and consents.
const std::string& preparedWorkspace()
{
    static const std::string path = [] {
        Result<std::string> folder = platform::makeTemporaryFolder();
        if (!folder || dataFolder().empty()) {
            return std::string();
        }
        std::string file = *folder + "/bench.meitrace";
        Result<Workspace> workspace
            = Workspace::create(file, {.timeZone = "UTC", .currency = "CNY", .dayStartMinutes = 0});
        if (!workspace || !load(*workspace, "events.csv", "bench_events")
            || !load(*workspace, "customers.csv", "bench_customers")
            || !load(*workspace, "customers.csv", "bench_consents")) {
            return std::string();
        }
        return file;
    }();
    return path;
}

Clinic* openClinic(benchmark::State& state)
{
    static Result<Clinic> clinic = [] {
        Job job;
        return preparedWorkspace().empty() ? Result<Clinic>(Error {.code = ErrorCode::NotFound})
                                           : Clinic::forReading(preparedWorkspace(), job);
    }();
    if (!clinic) {
        state.SkipWithError("set MEITRACE_BENCH_DATA to a folder with events.csv and customers.csv");
        return nullptr;
    }
    return &*clinic;
}

FunnelOptions funnelOptions()
{
    FunnelOptions options;
    options.steps = *parseEventList("page_view,consult,book,visit,purchase");
    options.window = Duration {30, DurationUnit::Days};
    options.includeAnonymous = true;
    return options;
}

void importEvents(benchmark::State& state)
{
    if (dataFolder().empty()) {
        state.SkipWithError("set MEITRACE_BENCH_DATA");
        return;
    }
    for (auto _ : state) {
        state.PauseTiming();
        const Result<std::string> folder = platform::makeTemporaryFolder();
        state.ResumeTiming();
        {
            Result<Workspace> workspace = Workspace::create(
                *folder + "/w.meitrace", {.timeZone = "UTC", .currency = "CNY", .dayStartMinutes = 0});
            if (!workspace || !load(*workspace, "events.csv", "bench_events")) {
                state.SkipWithError("import failed");
            }
        }
        state.PauseTiming();
        std::filesystem::remove_all(*folder);
        state.ResumeTiming();
    }
    state.SetBytesProcessed(state.iterations() * platform::fileSize(dataFolder() + "/events.csv"));
}
BENCHMARK(importEvents)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

void openToFirstFunnel(benchmark::State& state)
{
    if (openClinic(state) == nullptr) {
        return;
    }
    for (auto _ : state) {
        Job job(static_cast<int>(state.range(0)));
        Result<Clinic> clinic = Clinic::forReading(preparedWorkspace(), job);
        const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
        benchmark::DoNotOptimize(funnel(**snapshot, funnelOptions(), job));
    }
}
BENCHMARK(openToFirstFunnel)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void refreshSnapshot(benchmark::State& state)
{
    if (openClinic(state) == nullptr) {
        return;
    }
    Job job(2);
    Result<Workspace> workspace = Workspace::open(preparedWorkspace(), Workspace::Access::Read);
    for (auto _ : state) {
        const Result<SnapshotPtr> snapshot = readSnapshot(*workspace, job);
        benchmark::DoNotOptimize((*snapshot)->load({EventField::Time, EventField::Type}, job));
    }
}
BENCHMARK(refreshSnapshot)->Unit(benchmark::kMillisecond)->UseRealTime();

void runFunnel(benchmark::State& state)
{
    Clinic* clinic = openClinic(state);
    if (clinic == nullptr) {
        return;
    }
    Job job(static_cast<int>(state.range(0)));
    const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
    Index reached = 0;
    for (auto _ : state) {
        const Result<FunnelResult> result = funnel(**snapshot, funnelOptions(), job);
        reached = result->steps.back().reached;
    }
    state.SetItemsProcessed(state.iterations() * (*snapshot)->events());
    state.counters["reached_last"] = static_cast<double>(reached);
}
BENCHMARK(runFunnel)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void previewAudience(benchmark::State& state)
{
    Clinic* clinic = openClinic(state);
    if (clinic == nullptr) {
        return;
    }
    Job job(static_cast<int>(state.range(0)));
    const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
    const AudienceQuestion question {
        "consent(marketing) = granted AND city in (0, 1, 2, 3, 4) AND "
        "member_level in (1, 2, 3, 4) AND did purchase[item in (0, 3, 7)] last 90d "
        "AND did not visit last 30d AND did page_view count >= 2 last 60d",
        kMissingDay, false};
    const Result<ReadyRule> ready = readyRule(*clinic, question, job);
    if (!ready) {
        state.SkipWithError(
            ("rule refused: " + ready.error().subject + " " + std::to_string(ready.error().place.column))
                .c_str());
        return;
    }
    Index members = 0;
    for (auto _ : state) {
        const Result<Audience> audience = evaluateAudience(**snapshot, ready->rule, ready->options, job);
        if (!audience) {
            state.SkipWithError(audience.error().subject.c_str());
            return;
        }
        members = audience->members.count();
    }
    state.counters["members"] = static_cast<double>(members);
}
BENCHMARK(previewAudience)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

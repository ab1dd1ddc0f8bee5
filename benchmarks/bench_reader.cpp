// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/pipeline.h"
#include "models/base/platform.h"
#include "models/base/random.h"
#include "models/ingest/rowsource.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <string>
#include <utility>

using namespace meitrace;

namespace {

enum Shape { Plain, Quoted, Chinese, ChineseGb };

constexpr std::int64_t kFileBytes = 64 << 20;

/// Seven columns as a tracking export has them.
std::string rowOf(Random& random, std::int64_t number, bool quoted)
{
    const std::string mark = quoted ? "\"" : "";
    std::string row = mark + std::to_string(random.below(100'000));
    for (const std::string& cell :
         {std::to_string(1'704'067'200'000 + number * 731), std::string("page_view"),
          std::string("wechat_mp"), std::to_string(random.below(60)), std::string("0"),
          std::to_string(number)}) {
        row += mark + "," + mark + cell;
    }
    return row + mark + "\n";
}

/// "客户…,热玛吉,抖音" in the encoding, with number, day and amount
std::string chineseRowOf(Random& random, std::int64_t number, bool gb)
{
    const std::string name = gb ? "\xBF\xCD\xBB\xA7" : "客户";
    const std::string item = gb ? "\xC8\xC8\xC2\xEA\xBC\xAA" : "热玛吉";
    const std::string channel = gb ? "\xB6\xB6\xD2\xF4" : "抖音";
    return "T" + std::to_string(number) + "," + name + std::to_string(random.below(100'000))
        + ",13812345678,2026-03-01," + item + "," + std::to_string(random.below(9000)) + ".00," + channel
        + "\n";
}

/// A file of about 64 MiB in a folder that goes with the program.
class Files {
public:
    Files()
        : m_folder(*platform::makeTemporaryFolder())
    {
    }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    ~Files()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    std::string path(Shape shape)
    {
        const std::string path = m_folder + "/" + std::to_string(shape) + ".csv";
        if (platform::fileSize(path) < 0) {
            Random random(1, shape);
            std::string text = "a,b,c,d,e,f,g\n";
            text.reserve(kFileBytes + 1000);
            for (std::int64_t i = 0; static_cast<std::int64_t>(text.size()) < kFileBytes; ++i) {
                text += shape == Plain || shape == Quoted ? rowOf(random, i, shape == Quoted)
                                                          : chineseRowOf(random, i, shape == ChineseGb);
            }
            if (!platform::writeWhole(path, text)) {
                std::abort();
            }
        }
        return path;
    }

private:
    std::string m_folder;
};

Files& files()
{
    static Files all;
    return all;
}

void readerOpen(benchmark::State& state)
{
    const std::string path = files().path(static_cast<Shape>(state.range(0)));
    for (auto _ : state) {
        const auto source = openRowSource(path);
        benchmark::DoNotOptimize((*source)->shape().contentHash.data());
    }
    state.SetBytesProcessed(state.iterations() * platform::fileSize(path));
}

/// Opening is not counted.
void readerRows(benchmark::State& state)
{
    using Raw = std::unique_ptr<RowSource::Raw>;
    const std::string path = files().path(static_cast<Shape>(state.range(0)));
    std::int64_t rows = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto source = openRowSource(path);
        state.ResumeTiming();
        const Status done = orderedPipeline<Raw, RowBlock>(
            static_cast<int>(state.range(1)),
            [&]() -> Result<std::optional<Raw>> {
                Result<Raw> raw = (*source)->nextRaw();
                if (!raw) {
                    return raw.error();
                }
                return *raw ? std::optional<Raw>(std::move(*raw)) : std::nullopt;
            },
            [&](Raw raw) -> Result<RowBlock> { return (*source)->parse(std::move(raw)); },
            [&](const RowBlock& block) -> Status {
                rows += block.rows();
                return Done {};
            });
        if (!done) {
            state.SkipWithError("the file cannot be read");
        }
    }
    state.SetBytesProcessed(state.iterations() * platform::fileSize(path));
    state.SetItemsProcessed(rows);
    state.counters["peakMB"] = static_cast<double>(platform::peakMemory()) / 1e6;
}

/// Cutting pieces, and making rows of them, each on one thread.
void readerHalves(benchmark::State& state)
{
    const std::string path = files().path(static_cast<Shape>(state.range(0)));
    const bool parses = state.range(1) == 1;
    for (auto _ : state) {
        state.PauseTiming();
        auto source = openRowSource(path);
        std::vector<std::unique_ptr<RowSource::Raw>> pieces;
        if (!parses) {
            state.ResumeTiming();
        }
        while (true) {
            auto raw = (*source)->nextRaw();
            if (!raw || !*raw) {
                break;
            }
            pieces.push_back(std::move(*raw));
        }
        if (parses) {
            state.ResumeTiming();
            for (auto& piece : pieces) {
                const RowBlock block = (*source)->parse(std::move(piece));
                benchmark::DoNotOptimize(block.cells.data());
            }
        }
    }
    state.SetBytesProcessed(state.iterations() * platform::fileSize(path));
    state.SetLabel(parses ? "parse" : "nextRaw");
}

BENCHMARK(readerOpen)->ArgName("shape")->DenseRange(Plain, ChineseGb)->Unit(benchmark::kMillisecond);
BENCHMARK(readerHalves)
    ->ArgNames({"shape", "parse"})
    ->ArgsProduct({{Plain, Quoted, Chinese, ChineseGb}, {0, 1}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(readerRows)
    ->ArgNames({"shape", "threads"})
    ->ArgsProduct({{Plain, Quoted, Chinese, ChineseGb}, {1, 2}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace

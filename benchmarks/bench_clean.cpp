// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/ingest/cleanblock.h"
#include "models/resources/resource.h"

#include <benchmark/benchmark.h>
#include <cstring>
#include <string>

using namespace meitrace;

namespace {

constexpr std::int32_t kRows = 85'000;  // what a block of 4 MiB holds of such a file
constexpr Millis kNow = 1'790'000'000'000;

const std::vector<std::string> kEventHeader {"customer_id", "ts",           "event_type", "channel",
                                             "item",        "amount_minor", "session"};
const std::vector<std::string> kBillHeader {"订单号", "客户姓名", "手机号", "消费日期",
                                            "项目",   "金额",     "渠道"};

RowBlock blockOf(const std::string& text, std::size_t columns)
{
    RowBlock block;
    block.storage.push_back(std::make_unique<char[]>(text.size()));
    char* at = block.storage.back().get();
    std::memcpy(at, text.data(), text.size());
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ',' || text[i] == '\n') {
            block.cells.emplace_back(at + begin, i - begin);
            begin = i + 1;
        }
    }
    for (std::size_t cell = 0; cell <= block.cells.size(); cell += columns) {
        block.rowStart.push_back(static_cast<std::uint32_t>(cell));
    }
    return block;
}

RowBlock copyOf(const RowBlock& block)
{
    RowBlock copy;
    copy.cells = block.cells;
    copy.rowStart = block.rowStart;
    return copy;
}

std::string eventRows()
{
    constexpr const char* kTypes[] {"page_view", "search", "click",   "favourite",
                                    "consult",   "book",   "purchase"};
    constexpr const char* kChannels[] {"direct",  "wechat_mp", "douyin", "xiaohongshu",
                                       "meituan", "web",       "app"};
    Random random(1);
    std::string text;
    for (std::int32_t i = 0; i < kRows; ++i) {
        text += std::to_string(random.below(100'000)) + ',';
        text += std::to_string(1'704'067'200'000 + static_cast<std::int64_t>(random.below(60'000'000'000)))
            + ',';
        text += std::string(kTypes[random.below(7)]) + ',' + kChannels[random.below(7)] + ',';
        text += std::to_string(random.below(80)) + ',';
        text += (random.chance(60'000) ? std::to_string(random.below(5'000'000)) : std::string("0")) + ',';
        text += std::to_string(random.below(1'200'000)) + '\n';
    }
    return text;
}

std::string billRows(bool ugly)
{
    constexpr const char* kItems[] {"热玛吉", "光子嫩肤", "皮秒", "肉毒素", "水光针", "玻尿酸"};
    constexpr const char* kChannels[] {"抖音", "小红书", "老带新", "自然到店", "美团"};
    Random random(2);
    std::string text;
    for (std::int32_t i = 0; i < kRows; ++i) {
        const std::string phone
            = std::to_string(13'900'000'000 + static_cast<std::int64_t>(random.below(90'000'000)));
        const std::string day = std::to_string(10 + random.below(18));
        text += "T" + std::to_string(1'000'000 + i) + ",客户" + std::to_string(i) + ',';
        text += ugly ? phone.substr(0, 3) + "-" + phone.substr(3, 4) + " " + phone.substr(7) : phone;
        text += ugly ? ",2024年3月" + day + "日 下午2:30," : ",2024-03-" + day + " 14:30:09,";
        text += std::string(kItems[random.below(6)]) + ',';
        text += (ugly ? "¥" : "") + std::to_string(100 + random.below(9'000)) + ".50,";
        text += std::string(kChannels[random.below(5)]) + '\n';
    }
    return text;
}

void clean(benchmark::State& state, const std::string& text, const std::vector<std::string>& header,
           const Mapping& mapping)
{
    const RowBlock block = blockOf(text, header.size());
    Sample sample;
    sample.header = header;
    for (std::size_t row = 0; row < 200; ++row) {
        const std::string_view* cells = block.cells.data() + row * header.size();
        sample.rows.emplace_back(cells, cells + header.size());
    }
    const auto plan
        = CleaningPlan::make(mapping, header, sample, *Zone::find("Asia/Shanghai"), kNow, "bench.csv");
    if (!plan) {
        state.SkipWithError("no plan");
        return;
    }
    std::size_t kept = 0;
    for (auto _ : state) {
        state.PauseTiming();
        RowBlock rows = copyOf(block);
        state.ResumeTiming();
        CleanBlock out = (*plan)->clean(std::move(rows));
        kept = out.kept.size();
        benchmark::DoNotOptimize(out.content.data());
        state.PauseTiming();
        out = CleanBlock {};
        state.ResumeTiming();
    }
    if (kept != static_cast<std::size_t>(kRows)) {
        state.SkipWithError("rows were set aside");
    }
    state.SetItemsProcessed(state.iterations() * kRows);
}

void cleanEvents(benchmark::State& state)
{
    clean(state, eventRows(), kEventHeader,
          *mappingFromJson(std::string(resource("mappings/bench_events.json")), "bench"));
}

void cleanBills(benchmark::State& state, bool ugly)
{
    Mapping mapping;
    mapping.kind = kindByCode("his_billing");
    const char* kFields[] {"order_no", "name", "phone", "pay_time", "item_name", "paid_amount", "source_l1"};
    for (std::size_t i = 0; i < kBillHeader.size(); ++i) {
        mapping.columns.push_back({fieldIndex(*mapping.kind, kFields[i]), kBillHeader[i], 1.0, "mapping"});
    }
    clean(state, billRows(ugly), kBillHeader, mapping);
}

}  // namespace

BENCHMARK(cleanEvents)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(cleanBills, tidy, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(cleanBills, ugly, true)->Unit(benchmark::kMillisecond);

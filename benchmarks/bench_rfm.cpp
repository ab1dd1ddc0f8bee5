// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/persona.h"
#include "analytics/customer/rfm.h"
#include "analytics/stats/naturalbreaks.h"
#include "models/base/random.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <vector>

/// RFM and personas on one million customers with three million purchases among nine million events.
/// Second argument of each: threads.

namespace meitrace {

namespace {

constexpr Index kCustomers = 1'000'000;
constexpr int kNoise = 2;  ///< other events per purchase
constexpr Day kFirstDay = 19'800;
constexpr int kDays = 720;

/// Columns made on the spot from a seed.
class DrawnSource final : public ColumnSource {
public:
    EventColumns columns;

    Status loadEvents(EventField field, EventColumns& into, Job&) override
    {
        switch (field) {
        case EventField::Time:
            into.time = columns.time;
            break;
        case EventField::Amount:
            into.amount = columns.amount;
            break;
        case EventField::Type:
        case EventField::Channel:
            into.narrow[EventColumns::narrowIndex(field)] = columns.narrow[EventColumns::narrowIndex(field)];
            break;
        default:
            into.wide[EventColumns::wideIndex(EventField::Detail)]
                = columns.wide[EventColumns::wideIndex(EventField::Detail)];
        }
        return Done {};
    }
    Result<std::shared_ptr<const Attribute>> loadAttribute(std::string_view name, Job&) override
    {
        auto attribute = std::make_shared<Attribute>();
        attribute->name = name;
        const bool isCity = name == "city";
        attribute->type = isCity ? AttributeType::Category : AttributeType::Number;
        for (int i = 0; isCity && i < 300; ++i) {
            attribute->texts.add("city " + std::to_string(i));
        }
        attribute->code.setZero(isCity ? kCustomers : 0);
        attribute->number.setZero(isCity ? 0 : kCustomers);
        for (Index c = 0; c < kCustomers; ++c) {
            const std::uint64_t draw = randomAt(3, isCity ? 1 : 2, static_cast<std::uint64_t>(c));
            if (isCity) {
                attribute->code[c] = static_cast<std::uint32_t>(draw % 300);
            } else {
                attribute->number[c] = static_cast<double>(draw % 10'000) / 7;
            }
        }
        return std::shared_ptr<const Attribute>(attribute);
    }
    Status loadConsents(std::vector<ConsentRecord>&, Column<std::int64_t>&, Job&) override { return Done {}; }
};

SnapshotPtr drawWorld()
{
    Random random(1);
    SnapshotFrame frame;
    frame.zone = *Zone::find("Asia/Shanghai");
    frame.firstDay = kFirstDay;
    frame.asOf = kFirstDay + kDays;
    frame.code.setLinSpaced(kCustomers, 1, static_cast<std::uint32_t>(kCustomers));
    frame.known = Bitset(kCustomers, true);
    frame.attributeNames = {"city", "points"};
    frame.offset.setZero(kCustomers + 1);
    for (Index c = 0; c < kCustomers; ++c) {
        Index purchases = 1;
        while (random.chance(666'667)) {
            ++purchases;
        }
        frame.offset[c + 1] = frame.offset[c] + purchases * (1 + kNoise);
    }
    const Index events = frame.offset[kCustomers];
    auto source = std::make_unique<DrawnSource>();
    EventColumns& columns = source->columns;
    columns.time.resize(events);
    columns.amount.setZero(events);
    columns.narrow[0].resize(events);
    columns.narrow[1].setConstant(events, 1);
    auto& detail = columns.wide[EventColumns::wideIndex(EventField::Detail)];
    detail.setZero(events);
    const std::uint32_t sale = frame.dictionaries[static_cast<std::size_t>(EventField::Detail)].add("sale");
    frame.dictionaries[static_cast<std::size_t>(EventField::Type)].set(event::kBill, "bill");
    frame.dictionaries[static_cast<std::size_t>(EventField::Type)].set(event::kPageView, "page_view");
    frame.dictionaries[static_cast<std::size_t>(EventField::Channel)].add("walkin");
    const Millis start = frame.zone.startOfDay(kFirstDay);
    for (Index c = 0; c < kCustomers; ++c) {
        Millis* times = columns.time.data();
        for (Index row = frame.offset[c]; row < frame.offset[c + 1]; ++row) {
            times[row] = start + static_cast<Millis>(random.below(kDays * 86'400)) * 1000;
            const bool isBill = (row - frame.offset[c]) % (1 + kNoise) == 0;
            columns.narrow[0][row] = isBill ? event::kBill : event::kPageView;
            if (isBill) {
                const double money
                    = std::exp(10 + 1.3 * (random.unit() + random.unit() + random.unit() - 1.5) * 2);
                columns.amount[row] = static_cast<Fen>(money);
                detail[row] = sale;
            }
        }
        std::sort(times + frame.offset[c], times + frame.offset[c + 1]);
    }
    return std::make_shared<const Snapshot>(std::move(frame), std::move(source));
}

const Snapshot& world()
{
    static const SnapshotPtr snapshot = drawWorld();
    return *snapshot;
}

void scoreCustomers(benchmark::State& state)
{
    const RfmOptions options {.method = static_cast<RfmMethod>(state.range(0))};
    Job job(static_cast<int>(state.range(1)));
    static_cast<void>(rfm(world(), options, job));  // loads the columns
    for (auto _ : state) {
        const auto result = rfm(world(), options, job);
        benchmark::DoNotOptimize(result->scored);
    }
    state.counters["purchases"] = static_cast<double>(world().events()) / (1 + kNoise);
}

void describeAudience(benchmark::State& state)
{
    Job job(static_cast<int>(state.range(0)));
    PersonaOptions options;
    options.members = Bitset(kCustomers);
    for (Index c = 0; c < kCustomers; c += 10) {
        options.members.set(c);
    }
    static_cast<void>(persona(world(), options, job));
    for (auto _ : state) {
        const auto result = persona(world(), options, job);
        benchmark::DoNotOptimize(result->traits.size());
    }
}

void breakMillionValues(benchmark::State& state)
{
    std::vector<CountedValue> values;
    double at = 0;
    for (Index i = 0; i < state.range(0); ++i) {
        at += static_cast<double>(1 + randomAt(5, 0, static_cast<std::uint64_t>(i)) % 100);
        values.push_back({std::log1p(at), 1});
    }
    Job job(1);
    for (auto _ : state) {
        const auto breaks = naturalBreaks(values, 5, job);
        benchmark::DoNotOptimize(breaks->size());
    }
}

}  // namespace

BENCHMARK(scoreCustomers)
    ->ArgsProduct({{static_cast<int>(RfmMethod::Quantile), static_cast<int>(RfmMethod::Auto),
                    static_cast<int>(RfmMethod::Breaks)},
                   {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(describeAudience)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(breakMillionValues)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace meitrace

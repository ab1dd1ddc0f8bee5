// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/audience.h"
#include "analytics/campaign/audiencereason.h"
#include "analytics/campaign/ruleparser.h"
#include "models/base/random.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdlib>
#include <map>

/// A rule of six conditions on 100,000 customers with 4.9 million events, and on one million with 20 million.
/// Arguments: thousands of customers, threads.

namespace meitrace {

namespace {

constexpr Day kFirstDay = 20'000;
constexpr int kDays = 365;
constexpr const char* kSixConditions
    = "reachable(wechat) AND city in (c1, c2, c3, c4, c5) AND tier >= 1 "
      "AND did bill[item in (i1,i4,i8)] last 90d AND did not arrive last 30d "
      "AND did page_view count >= 2 last 60d";

/// Columns made on the spot from a seed.
class DrawnSource final : public ColumnSource {
public:
    EventColumns columns;
    std::map<std::string, std::shared_ptr<const Attribute>, std::less<>> attributes;
    std::vector<ConsentRecord> consents;
    Column<std::int64_t> consentOffset;

    Status loadEvents(EventField field, EventColumns& into, Job&) override
    {
        if (field == EventField::Time) {
            into.time = columns.time;
        } else if (field == EventField::Precision) {
            into.precision = columns.precision;
        } else if (field == EventField::Type) {
            into.narrow[0] = columns.narrow[0];
        } else {
            into.wide[EventColumns::wideIndex(field)] = columns.wide[EventColumns::wideIndex(field)];
        }
        return Done {};
    }
    Result<std::shared_ptr<const Attribute>> loadAttribute(std::string_view name, Job&) override
    {
        return attributes.find(name)->second;
    }
    Status loadConsents(std::vector<ConsentRecord>& records, Column<std::int64_t>& offsets, Job&) override
    {
        records = consents;
        offsets = consentOffset;
        return Done {};
    }
};

/// Code 1 … count, the k-th with weight k^-power.
std::uint32_t zipf(Random& random, int count, double power)
{
    double total = 0;
    for (int i = 1; i <= count; ++i) {
        total += std::pow(i, -power);
    }
    double left = random.unit() * total;
    int code = 0;
    while (code < count && left >= 0) {
        left -= std::pow(++code, -power);
    }
    return static_cast<std::uint32_t>(code);
}

std::shared_ptr<Attribute> named(const std::string& name, AttributeType type, Index customers)
{
    auto attribute = std::make_shared<Attribute>();
    attribute->name = name;
    attribute->type = type;
    attribute->code.setZero(type == AttributeType::Category ? customers : 0);
    attribute->number.setZero(type == AttributeType::Category ? 0 : customers);
    return attribute;
}

void drawFacts(DrawnSource& source, Random& random, Index customers)
{
    const auto city = named("city", AttributeType::Category, customers);
    const auto tier = named("tier", AttributeType::Number, customers);
    for (int i = 1; i <= 30; ++i) {
        city->texts.add("c" + std::to_string(i));
    }
    source.consentOffset.setZero(customers + 1);
    for (Index c = 0; c < customers; ++c) {
        city->code[c] = zipf(random, 30, 0.8);
        tier->number[c] = random.chance(600'000) ? 0 : 1 + static_cast<double>(random.below(4));
        const bool granted = random.chance(720'000);
        source.consents.push_back({.scope = ConsentScope::Marketing,
                                   .channel = ConsentChannel::Wechat,
                                   .state = granted ? ConsentState::Granted : ConsentState::Withdrawn,
                                   .at = 1});
        source.consentOffset[c + 1] = c + 1;
    }
    source.attributes["city"] = city;
    source.attributes["tier"] = tier;
}

/// Few customers do most: numbers of events follow a power law.
void drawOffsets(SnapshotFrame& frame, Random& random, Index customers, double perCustomer)
{
    constexpr double kMeanWeight = 3.8;  // of min(300, u^-0.8)
    frame.offset.setZero(customers + 1);
    for (Index c = 0; c < customers; ++c) {
        const double weight = std::min(300.0, std::pow(1.0 - random.unit(), -0.8));
        frame.offset[c + 1] = frame.offset[c] + 1 + static_cast<Index>(perCustomer * weight / kMeanWeight);
    }
}

void drawEvents(DrawnSource& source, const SnapshotFrame& frame, Random& random)
{
    const Index customers = frame.code.size();
    const Index events = frame.offset[customers];
    EventColumns& columns = source.columns;
    columns.time.resize(events);
    columns.precision.setZero(events);
    columns.narrow[0].resize(events);
    auto& item = columns.wide[EventColumns::wideIndex(EventField::Item)];
    item.resize(events);
    std::vector<std::uint32_t> items(4096);
    std::generate(items.begin(), items.end(), [&] { return zipf(random, 80, 0.9); });
    for (Index c = 0; c < customers; ++c) {
        const Index begin = frame.offset[c];
        const Index end = frame.offset[c + 1];
        for (Index row = begin; row < end; ++row) {
            const std::uint64_t draw = random.below(1000);
            const std::uint64_t second = random.below(kDays * 86'400);
            columns.time[row] = (kFirstDay * 86'400 + static_cast<Millis>(second)) * 1000;
            columns.narrow[0][row] = draw < 380 ? event::kPageView
                : draw < 410                    ? event::kBill
                : draw < 440                    ? event::kArrive
                                                : static_cast<std::uint16_t>(40 + draw % 7);
            item[row] = items[random.below(items.size())];
        }
        std::sort(columns.time.data() + begin, columns.time.data() + end);
    }
}

SnapshotPtr drawWorld(Index customers)
{
    Random random(7);
    SnapshotFrame frame;
    frame.firstDay = kFirstDay;
    frame.asOf = kFirstDay + kDays - 1;
    frame.code.setLinSpaced(customers, 1, static_cast<std::uint32_t>(customers));
    frame.known = Bitset(customers, true);
    frame.attributeNames = {"city", "tier"};
    drawOffsets(frame, random, customers, customers > 100'000 ? 19.5 : 48.5);
    auto source = std::make_unique<DrawnSource>();
    drawFacts(*source, random, customers);
    drawEvents(*source, frame, random);
    for (const EventType& type : standardEventTypes()) {
        frame.dictionaries[static_cast<std::size_t>(EventField::Type)].set(type.code, type.name);
    }
    for (int i = 1; i <= 80; ++i) {
        frame.dictionaries[static_cast<std::size_t>(EventField::Item)].add("i" + std::to_string(i));
    }
    return std::make_shared<const Snapshot>(std::move(frame), std::move(source));
}

const Snapshot& world(Index thousands)
{
    static std::map<Index, SnapshotPtr> worlds;
    SnapshotPtr& snapshot = worlds[thousands];
    if (snapshot == nullptr) {
        snapshot = drawWorld(thousands * 1000);
    }
    return *snapshot;
}

void evaluate(benchmark::State& state, const char* text)
{
    const Result<RuleNode> rule = parseRule(text, KeywordTable::english());
    const Snapshot& snapshot = world(state.range(0));
    Job job(static_cast<int>(state.range(1)));
    Index members = 0;
    for (auto _ : state) {
        const Result<Audience> audience = evaluateAudience(snapshot, *rule, {}, job);
        if (!audience) {
            std::abort();
        }
        members = audience->members.count();
    }
    state.counters["members"] = static_cast<double>(members);
    state.counters["events"] = static_cast<double>(snapshot.events());
}

void explain(benchmark::State& state)
{
    const Result<RuleNode> rule = parseRule(kSixConditions, KeywordTable::english());
    const Snapshot& snapshot = world(state.range(0));
    Job job(1);
    Index customer = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(explainMembership(snapshot, *rule, {}, customer, job)->isMember());
        customer = (customer + 7919) % snapshot.customers();
    }
}

void parse(benchmark::State& state)
{
    const KeywordTable words = KeywordTable::english();
    for (auto _ : state) {
        benchmark::DoNotOptimize(static_cast<bool>(parseRule(kSixConditions, words)));
    }
}

constexpr const char* kWholeHistory = "did bill count >= 2 AND did not arrive";
constexpr const char* kLapsed = "did arrive but not last 90d";
constexpr const char* kWithin = "did bill within 30d of arrive";

}  // namespace

BENCHMARK_CAPTURE(evaluate, sixConditions, kSixConditions)
    ->ArgsProduct({{100, 1000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(evaluate, wholeHistory, kWholeHistory)->Args({100, 1})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(evaluate, lapsed, kLapsed)->Args({100, 1})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(evaluate, within, kWithin)->Args({100, 1})->Unit(benchmark::kMillisecond);
BENCHMARK(explain)->Arg(100)->Unit(benchmark::kMicrosecond);
BENCHMARK(parse)->Unit(benchmark::kMicrosecond);

}  // namespace meitrace

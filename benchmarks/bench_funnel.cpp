// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"
#include "models/base/random.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <cmath>
#include <vector>

/// Funnels over 100,000 customers and about five million events of one year: sessions drawn from a Markov
/// chain over twelve types, activity by a power law (the most active customer has some thousand events).
/// Argument: threads. Items are events.

namespace meitrace {

namespace {

constexpr Index kCustomers = 100'000;
constexpr Index kEvents = 4'940'000;
constexpr int kDays = 365;
constexpr Day kFirstDay = 19'723;  // 2024-01-01
constexpr int kTypes = 12;
constexpr int kEnd = kTypes;  // the session ends

enum Kind {
    PageView,
    Search,
    Click,
    Favourite,
    Consult,
    Register,
    Book,
    Visit,
    Purchase,
    Treat,
    Review,
    Share
};
constexpr std::array<const char*, kTypes> kNames {
    "page_view",      "search", "content_engage", "oa_follow", "consult_online", "form_submit",
    "booking_create", "arrive", "bill",           "treat",     "review_post",    "referral_made"};

// per mille of what comes next inside a session, the last column ends it
constexpr std::array<std::array<int, kTypes + 1>, kTypes> kNext {{
    {206, 95, 206, 32, 40, 12, 10, 0, 5, 0, 0, 6, 388},
    {335, 99, 335, 20, 39, 5, 5, 0, 3, 0, 0, 2, 157},
    {337, 79, 139, 89, 89, 20, 30, 0, 10, 0, 0, 10, 197},
    {283, 57, 170, 47, 113, 19, 47, 0, 19, 0, 0, 38, 207},
    {133, 19, 76, 29, 171, 57, 171, 0, 38, 0, 0, 10, 296},
    {252, 58, 155, 29, 117, 0, 136, 0, 29, 0, 0, 10, 214},
    {118, 10, 39, 20, 59, 10, 10, 0, 39, 0, 0, 20, 675},
    {0, 0, 0, 0, 100, 0, 40, 0, 460, 220, 0, 0, 180},
    {20, 0, 0, 0, 20, 0, 60, 0, 100, 560, 20, 20, 220},
    {20, 0, 0, 0, 20, 0, 120, 0, 60, 80, 140, 40, 520},
    {77, 10, 29, 10, 10, 0, 29, 0, 5, 0, 19, 135, 676},
    {160, 30, 60, 20, 10, 0, 10, 0, 3, 0, 0, 60, 647},
}};

struct Row {
    Millis time = 0;
    int type = 0;
    std::uint32_t session = 0;
};

double exponential(Random& random, double mean)
{
    return -mean * std::log(1.0 - random.unit());
}

int drawNext(Random& random, int type)
{
    int left = static_cast<int>(random.below(1000));
    for (int next = 0; next <= kTypes; ++next) {
        left -= kNext[static_cast<std::size_t>(type)][static_cast<std::size_t>(next)];
        if (left < 0) {
            return next;
        }
    }
    return kEnd;
}

std::vector<Millis> drawStarts(Random& random, Index sessions)
{
    std::vector<Millis> starts;
    const bool joinedLater = random.chance(450'000);
    const Millis joined = joinedLater ? static_cast<Millis>(random.below(kDays - 5)) : 0;
    for (Index i = 0; i < sessions; ++i) {
        const Millis day
            = joined + static_cast<Millis>(random.below(static_cast<std::uint64_t>(kDays - joined)));
        const std::uint64_t hour = random.chance(700'000) ? 10 + random.below(12) : random.below(24);
        starts.push_back(day * kDayMillis + static_cast<Millis>(hour * 3'600'000 + random.below(3'600'000)));
    }
    std::sort(starts.begin(), starts.end());
    return starts;
}

std::vector<Row> drawCustomer(Random& random, Index quota, std::uint32_t& session)
{
    std::vector<Row> rows;
    const std::vector<Millis> starts = drawStarts(random, std::max<Index>(1, quota / 4));
    Millis last = 0;
    bool booked = false;
    for (std::size_t s = 0; static_cast<Index>(rows.size()) < quota; ++s) {
        const bool visit = booked && random.chance(700'000);
        booked = booked && !visit;
        Millis time = s < starts.size() ? std::max(starts[s], last + 1000)
                                        : last + 3'600'000 + static_cast<Millis>(random.below(200'000'000));
        int type = visit ? Visit : random.chance(860'000) ? PageView : Search;
        ++session;
        while (type != kEnd && static_cast<Index>(rows.size()) < quota) {
            rows.push_back({kFirstDay * kDayMillis + time, type, session});
            booked = booked || type == Book;
            last = time;
            time += 1000 + static_cast<Millis>(exponential(random, type >= Visit ? 900'000 : 55'000));
            type = drawNext(random, type);
        }
    }
    return rows;
}

class DrawnSource final : public ColumnSource {
public:
    EventColumns columns;

    Status loadEvents(EventField field, EventColumns& into, Job&) override
    {
        switch (field) {
        case EventField::Time:
            into.time = columns.time;
            break;
        case EventField::Precision:
            into.precision = columns.precision;
            break;
        case EventField::Type:
            into.narrow[0] = columns.narrow[0];
            break;
        case EventField::Item:
        case EventField::Session:
            into.wide[EventColumns::wideIndex(field)] = columns.wide[EventColumns::wideIndex(field)];
            break;
        default:
            return Error {.code = ErrorCode::Internal};
        }
        return Done {};
    }
    Result<std::shared_ptr<const Attribute>> loadAttribute(std::string_view, Job&) override
    {
        return Error {.code = ErrorCode::NotFound};
    }
    Status loadConsents(std::vector<ConsentRecord>&, Column<std::int64_t>&, Job&) override { return Done {}; }
};

std::vector<Index> drawQuotas()
{
    std::vector<double> weights;
    double sum = 0;
    for (Index c = 0; c < kCustomers; ++c) {
        Random random(1, static_cast<std::uint64_t>(c));
        weights.push_back(std::min(300.0, std::pow(1.0 - random.unit(), -1.0 / 1.25)));
        sum += weights.back();
    }
    std::vector<Index> quotas;
    for (const double weight : weights) {
        quotas.push_back(
            std::max<Index>(1, static_cast<Index>(static_cast<double>(kEvents) * weight / sum + 0.5)));
    }
    return quotas;
}

/// byDay: bills are known by their day only, as tills export them.
SnapshotPtr drawSnapshot(bool byDay)
{
    SnapshotFrame frame;
    auto source = std::make_unique<DrawnSource>();
    const std::vector<Index> quotas = drawQuotas();
    frame.offset.setZero(kCustomers + 1);
    frame.code.resize(kCustomers);
    frame.known = Bitset(kCustomers, true);
    frame.asOf = kFirstDay + kDays + 60;
    std::array<std::uint16_t, kTypes> codes {};
    for (std::size_t t = 0; t < kTypes; ++t) {
        codes[t] = standardEventType(kNames[t])->code;
        frame.dictionaries[2].set(codes[t], kNames[t]);
    }
    for (int i = 1; i <= 80; ++i) {
        frame.dictionaries[8].add("item " + std::to_string(i));
    }
    for (Index c = 0; c < kCustomers; ++c) {
        frame.offset[c + 1] = frame.offset[c] + quotas[static_cast<std::size_t>(c)];
        frame.code[c] = static_cast<std::uint32_t>(c + 1);
    }
    const Index events = frame.offset[kCustomers];
    EventColumns& columns = source->columns;
    columns.time.resize(events);
    columns.precision.setZero(events);
    columns.narrow[0].resize(events);
    Column<std::uint32_t>& items = columns.wide[EventColumns::wideIndex(EventField::Item)];
    Column<std::uint32_t>& sessions = columns.wide[EventColumns::wideIndex(EventField::Session)];
    items.resize(events);
    sessions.resize(events);
    std::uint32_t session = 0;
    for (Index c = 0, at = 0; c < kCustomers; ++c) {
        Random random(2, static_cast<std::uint64_t>(c));
        for (const Row& row : drawCustomer(random, quotas[static_cast<std::size_t>(c)], session)) {
            columns.time[at] = row.time;
            columns.narrow[0][at] = codes[static_cast<std::size_t>(row.type)];
            items[at] = static_cast<std::uint32_t>(1 + random.below(80));
            sessions[at] = row.session;
            if (byDay && row.type == Purchase) {
                columns.precision[at] = 2;
                columns.time[at] = row.time / kDayMillis * kDayMillis;
            }
            ++at;
        }
    }
    return std::make_shared<const Snapshot>(std::move(frame), std::move(source));
}

const Snapshot& drawn(bool byDay = false)
{
    static const SnapshotPtr kExact = drawSnapshot(false);
    static const SnapshotPtr kByDay = drawSnapshot(true);
    return byDay ? *kByDay : *kExact;
}

FunnelOptions clinicFunnel()
{
    FunnelOptions options;
    options.steps = *parseEventList("page_view,consult_online,booking_create,arrive,bill");
    options.window = Duration {30, DurationUnit::Days};
    return options;
}

void run(benchmark::State& state, const FunnelOptions& options, bool byDay = false)
{
    const Snapshot& snapshot = drawn(byDay);
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

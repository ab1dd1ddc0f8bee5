// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"
#include "analytics/journey/funnelcases.h"
#include "analytics/journey/funnelplan.h"
#include "analytics/journey/plainscan.h"
#include "analytics/journey/unitfunnel.h"
#include "tests/analytics/journey/funneloracle.h"
#include "tests/analytics/journey/funnelworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <sstream>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::string described(const std::vector<WorldEvent>& events)
{
    std::ostringstream text;
    for (const WorldEvent& e : events) {
        text << e.type << e.time / kHour << (e.byDay ? "." : "") << "/i" << e.item << "s" << e.store << "n"
             << e.session << " ";
    }
    return text.str();
}

std::string described(const FunnelOptions& options)
{
    std::ostringstream text;
    text << printed(options.steps) << " mode " << nameOf(options.mode) << " entry " << nameOf(options.entry)
         << " unit " << nameOf(options.unit) << " bound " << nameOf(options.bound) << " policy "
         << nameOf(options.policy) << " window "
         << (options.window ? printDuration(*options.window) : "none");
    for (const FunnelExclusion& exclusion : options.exclusions) {
        text << " exclude " << printed(exclusion);
    }
    for (const auto& window : options.stepWindows) {
        text << " step window " << (window ? printDuration(*window) : "none");
    }
    for (const int step : options.optional) {
        text << " optional " << step;
    }
    for (const int step : options.anchors) {
        text << " anchor " << step;
    }
    text << " open entry " << options.openEntry << " hold " << options.hold.size() << " values "
         << options.countHoldValues << " tolerance " << options.toleranceSeconds << " from " << options.from
         << " to " << options.to << " visible " << printed(options.visible);
    return text.str();
}

/// The cases of one customer as the program finds them.
FunnelChunk evaluated(const FunnelPlan& plan, UnitFunnel& full, Index customer)
{
    FunnelChunk chunk;
    CaseWriter writer(plan, 1, chunk);
    full.evaluate(customer, plan.snapshot.begin(customer), plan.seenEnd(customer), chunk, writer);
    return chunk;
}

FunnelChunk scanned(const FunnelPlan& plan, PlainScan& plain, Index customer)
{
    FunnelChunk chunk;
    CaseWriter writer(plan, 1, chunk);
    plain.evaluate(customer, plan.snapshot.begin(customer), plan.snapshot.end(customer), chunk, writer);
    return chunk;
}

/// Times between the events of each case, read off the rows.
std::vector<std::vector<Millis>> waitsOf(const FunnelChunk& chunk)
{
    std::vector<std::vector<Millis>> waits(chunk.served.size());
    std::vector<std::size_t> next(chunk.rows.size(), 0);
    for (std::size_t c = 0; c < chunk.served.size(); ++c) {
        const std::uint32_t later = chunk.served[c] & (chunk.served[c] - 1U);
        for (std::size_t row = 0; row < chunk.rows.size(); ++row) {
            if (((later >> row) & 1U) != 0) {
                waits[c].push_back(chunk.rows[row].wait[next[row]++]);
            }
        }
    }
    return waits;
}

bool agrees(const FunnelChunk& chunk, std::size_t found, const std::vector<Millis>& waits,
            const OracleCase& expected)
{
    const bool open = (chunk.flags[found] & FunnelCases::kOpen) != 0;
    const bool matured = (chunk.flags[found] & FunnelCases::kMatured) != 0;
    return chunk.served[found] == expected.rows && open == expected.open && matured == expected.matured
        && std::find(expected.waits.begin(), expected.waits.end(), waits) != expected.waits.end();
}

/// Empty when the program and the oracle agree on a customer.
std::string difference(const FunnelChunk& chunk, const std::vector<OracleAnswer>& answers)
{
    std::vector<OracleCase> expected;
    Index dropped = 0;
    Index withoutEntry = 0;
    for (const OracleAnswer& answer : answers) {
        dropped += answer.dropped ? 1 : 0;
        withoutEntry += !answer.dropped && answer.cases.empty() ? 1 : 0;
        if (!answer.dropped) {
            expected.insert(expected.end(), answer.cases.begin(), answer.cases.end());
        }
    }
    std::ostringstream text;
    if (chunk.dropped != dropped || chunk.withoutEntry != withoutEntry
        || chunk.served.size() != expected.size()) {
        text << "dropped " << chunk.dropped << "/" << dropped << " without entry " << chunk.withoutEntry
             << "/" << withoutEntry << " cases " << chunk.served.size() << "/" << expected.size();
        return text.str();
    }
    const auto waits = waitsOf(chunk);
    std::vector<bool> taken(expected.size(), false);
    for (std::size_t i = 0; i < chunk.served.size(); ++i) {
        bool known = false;
        for (std::size_t j = 0; j < expected.size() && !known; ++j) {
            if (!taken[j] && agrees(chunk, i, waits[i], expected[j])) {
                taken[j] = true;
                known = true;
            }
        }
        if (!known) {
            text << "case " << i << " rows " << chunk.served[i] << " flags " << int {chunk.flags[i]}
                 << " waits";
            for (const Millis wait : waits[i]) {
                text << " " << wait / kHour;
            }
            for (const OracleCase& e : expected) {
                text << "; expected rows " << e.rows << " open " << e.open << " matured " << e.matured
                     << " waits";
                for (const Millis wait : e.waits.front()) {
                    text << " " << wait / kHour;
                }
            }
            return text.str();
        }
    }
    return {};
}

std::vector<WorldEvent> seenOf(std::vector<WorldEvent> events, Millis end)
{
    std::erase_if(events, [end](const WorldEvent& event) { return event.time >= end; });
    return events;
}

/// Compares every customer of a world; the first difference as text.
std::string firstDifference(const World& world, FunnelOptions options, Day asOf)
{
    Job job(1);
    const SnapshotPtr snapshot = snapshotOf(world, asOf);
    const auto plan = FunnelPlan::make(*snapshot, options, job);
    if (!plan) {
        return "refused " + plan.error().subject + " " + described(options);
    }
    UnitFunnel full(**plan);
    PlainScan plain(**plan);
    for (std::size_t c = 0; c < world.size(); ++c) {
        const auto expected = oracleFunnel(seenOf(world[c], (*plan)->end), options, (*plan)->end);
        const auto customer = static_cast<Index>(c);
        if (std::any_of(expected.begin(), expected.end(),
                        [](const OracleAnswer& a) { return a.isAmbiguous; })) {
            continue;
        }
        std::string text = difference(evaluated(**plan, full, customer), expected);
        const bool exact
            = std::none_of(world[c].begin(), world[c].end(), [](const WorldEvent& e) { return e.byDay; });
        if (text.empty() && (*plan)->isPlain && exact) {
            text = difference(scanned(**plan, plain, customer), expected);
            text = text.empty() ? text : "plain: " + text;
        }
        if (!text.empty()) {
            return described(options) + "\n" + described(world[c]) + "\n" + text;
        }
    }
    return {};
}

FunnelExclusion exclusionOf(char type, int from, int to)
{
    return {.event = stepsOf(std::string(1, type)).front(), .from = from, .to = to};
}

/// Any combination of options that the funnel accepts.
FunnelOptions randomOptions(Random& random)
{
    static const std::vector<std::string> kSteps {
        "a,b,c", "a,b,c,d", "a,a", "a|b,b|c,c", "a,b|a,a|c", "b,a", "a|b|c,a|b|c,a|b|c", "a,b,a,b", "*,b,*"};
    FunnelOptions options;
    options.steps = stepsOf(kSteps[random.below(kSteps.size())]);
    const int steps = static_cast<int>(options.steps.size());
    const auto step = [&](int from, int to) {
        return from + static_cast<int>(random.below(static_cast<std::uint64_t>(to - from + 1)));
    };
    options.mode = static_cast<FunnelMode>(random.below(4));
    options.entry = static_cast<FunnelEntry>(random.below(4));
    const bool inOrder = options.mode == FunnelMode::Ordered || options.mode == FunnelMode::Strict;
    const std::vector<std::optional<Duration>> windows {std::nullopt, Duration {2, DurationUnit::Days},
                                                        Duration {30, DurationUnit::Hours},
                                                        Duration {4, DurationUnit::Days}};
    options.window = windows[random.below(windows.size())];
    if (random.below(3) == 0) {
        for (int i = 0; i < steps; ++i) {
            options.stepWindows.push_back(windows[random.below(windows.size())]);
        }
    }
    if (random.below(2) == 0) {
        for (std::uint64_t i = 0; i <= random.below(2); ++i) {
            const int from = step(1, steps - 1);
            options.exclusions.push_back(
                exclusionOf(static_cast<char>('a' + random.below(5)), from, step(from + 1, steps)));
        }
        options.policy = static_cast<ExclusionPolicy>(random.below(3));
    }
    options.openEntry = inOrder && random.below(5) == 0;
    if (inOrder && random.below(3) == 0) {
        for (int i = options.openEntry ? 1 : 2; i <= steps; ++i) {
            if (random.below(2) == 0 && static_cast<int>(options.optional.size()) + 1 < steps) {
                options.optional.push_back(i);
            }
        }
    }
    if (options.mode == FunnelMode::Anchored) {
        options.anchors = {step(1, steps)};
    }
    if (random.below(4) == 0) {
        options.hold = {EventField::Item};
        options.countHoldValues = random.below(2) == 0;
    }
    if (random.below(4) == 0) {
        options.unit = random.below(2) == 0 ? UnitKind::Session : UnitKind::Visit;
    }
    if (random.below(5) == 0) {
        options.bound = random.below(2) == 0 ? UnitKind::Session : UnitKind::Visit;
    }
    if (random.below(4) == 0) {
        options.visible = stepsOf("d");
    }
    if (random.below(4) == 0) {
        options.from = static_cast<Day>(random.below(4));
        options.to = options.from + 1 + static_cast<Day>(random.below(4));
    }
    options.gap = {8, DurationUnit::Hours};
    return options;
}

}  // namespace

class TestFunnelSearch : public QObject {
    Q_OBJECT

private slots:
    void theMainModesAreExactOn100000Customers_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("entry");
        for (const auto mode :
             {FunnelMode::Ordered, FunnelMode::Strict, FunnelMode::Any, FunnelMode::Anchored}) {
            for (const auto entry : {FunnelEntry::Best, FunnelEntry::First}) {
                QTest::addRow("%s %s", nameOf(mode).data(), nameOf(entry).data())
                    << static_cast<int>(mode) << static_cast<int>(entry);
            }
        }
    }

    void theMainModesAreExactOn100000Customers()
    {
        QFETCH(int, mode);
        QFETCH(int, entry);
        static const World kWorld = randomWorld(
            {.customers = 100'000, .mostEvents = 6, .types = 5, .hours = 240, .stepHours = 6}, 1);
        FunnelOptions options;
        options.steps = stepsOf("a,b,a|c,d");
        options.mode = static_cast<FunnelMode>(mode);
        options.entry = static_cast<FunnelEntry>(entry);
        options.window = Duration {5, DurationUnit::Days};
        const std::string text = firstDifference(kWorld, options, 9);
        QVERIFY2(text.empty(), text.c_str());
    }

    void everyCombinationOfOptionsIsExactWithExactTimes()
    {
        Random random(20261121);
        for (int round = 0; round < 5000; ++round) {
            const FunnelOptions options = randomOptions(random);
            const World world = randomWorld({.customers = 12,
                                             .mostEvents = options.mode == FunnelMode::Any ? 6 : 7,
                                             .types = 5,
                                             .hours = 144,
                                             .stepHours = 5,
                                             .items = 3,
                                             .sessionPercent = 40},
                                            static_cast<std::uint64_t>(round));
            const std::string text = firstDifference(world, options, static_cast<Day>(3 + random.below(6)));
            QVERIFY2(text.empty(), text.c_str());
        }
    }

    void everyCombinationOfOptionsIsExactWithDays()
    {
        Random random(7);
        for (int round = 0; round < 5000; ++round) {
            FunnelOptions options = randomOptions(random);
            options.toleranceSeconds = random.below(3) == 0 ? 3600 : 0;
            const World world = randomWorld({.customers = 12,
                                             .mostEvents = options.mode == FunnelMode::Any ? 5 : 6,
                                             .types = 5,
                                             .hours = 96,
                                             .stepHours = random.below(2) == 0 ? 1 : 5,
                                             .items = 3,
                                             .dayPercent = 40,
                                             .sessionPercent = 40},
                                            static_cast<std::uint64_t>(round));
            const std::string text = firstDifference(world, options, static_cast<Day>(2 + random.below(6)));
            QVERIFY2(text.empty(), text.c_str());
        }
    }
};

MEITRACE_TEST(TestFunnelSearch)
#include "tst_funnelsearch.moc"

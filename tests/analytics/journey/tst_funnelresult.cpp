// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"
#include "tests/analytics/journey/funnelworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const World& largeWorld()
{
    static const World kWorld = randomWorld({.customers = 6000,
                                             .mostEvents = 20,
                                             .types = 5,
                                             .hours = 900,
                                             .stepHours = 3,
                                             .items = 4,
                                             .dayPercent = 10,
                                             .sessionPercent = 50},
                                            42);
    return kWorld;
}

const Snapshot& large()
{
    static const SnapshotPtr kSnapshot = snapshotOf(largeWorld());
    return *kSnapshot;
}

FunnelOptions optionsOf(FunnelMode mode)
{
    FunnelOptions options;
    options.steps = stepsOf("a,b|c,c,d");
    options.mode = mode;
    options.window = Duration {10, DurationUnit::Days};
    return options;
}

FunnelResult counted(const Snapshot& snapshot, const FunnelOptions& options, int threads = 2)
{
    Job job(threads);
    auto result = funnel(snapshot, options, job);
    return result ? *std::move(result) : FunnelResult {};
}

std::vector<Index> reached(const FunnelResult& result)
{
    std::vector<Index> rows;
    for (const FunnelStep& step : result.steps) {
        rows.push_back(step.reached);
    }
    return rows;
}

/// By customer; cases are customers here.
std::vector<int> levels(const Snapshot& snapshot, const FunnelOptions& options)
{
    const FunnelResult result = counted(snapshot, options);
    std::vector<int> level(static_cast<std::size_t>(snapshot.customers()), 0);
    for (Index i = 0; i < result.cases.customer.size(); ++i) {
        level[static_cast<std::size_t>(result.cases.customer[i])]
            = static_cast<int>(std::bit_width(result.cases.served[i]));
    }
    return level;
}

bool sameBits(double a, double b)
{
    return std::memcmp(&a, &b, sizeof a) == 0;
}

bool sameSteps(const std::vector<FunnelStep>& a, const std::vector<FunnelStep>& b)
{
    bool same = a.size() == b.size();
    for (std::size_t i = 0; same && i < a.size(); ++i) {
        same = a[i].reached == b[i].reached && a[i].lost == b[i].lost && a[i].open == b[i].open
            && a[i].maturedOfFirst.hits == b[i].maturedOfFirst.hits
            && sameBits(a[i].ofFirst.interval.low, b[i].ofFirst.interval.low)
            && sameBits(a[i].wait.p25, b[i].wait.p25) && sameBits(a[i].wait.median, b[i].wait.median)
            && sameBits(a[i].sinceFirst.p75, b[i].sinceFirst.p75);
    }
    return same;
}

/// Stops after a number of questions.
class ImpatientJob final : public Job {
public:
    explicit ImpatientJob(int patience)
        : Job(1)
        , m_patience(patience)
    {
    }
    [[nodiscard]] bool stopped() const override { return m_patience.fetch_sub(1) <= 0; }

private:
    mutable std::atomic<int> m_patience;
};

}  // namespace

class TestFunnelResult : public QObject {
    Q_OBJECT

private slots:
    void everyRowIsReachedLostAndOpen()
    {
        for (const auto mode :
             {FunnelMode::Ordered, FunnelMode::Strict, FunnelMode::Any, FunnelMode::Anchored}) {
            FunnelOptions options = optionsOf(mode);
            options.asOf = 25;
            const FunnelResult result = counted(large(), options);
            Index before = result.cases.customer.size();
            QVERIFY(before > 1000);
            for (std::size_t row = 0; row < result.steps.size(); ++row) {
                const FunnelStep& step = result.steps[row];
                QCOMPARE(step.previous, before);
                QCOMPARE(step.reached + step.lost + step.open, step.previous);
                QVERIFY(step.reached <= step.previous);
                for (const auto which : {FunnelClass::Reached, FunnelClass::Lost, FunnelClass::Open}) {
                    const auto members = funnelMembers(result, static_cast<int>(row), which);
                    const Index expected = which == FunnelClass::Reached ? step.reached
                        : which == FunnelClass::Lost                     ? step.lost
                                                                         : step.open;
                    QCOMPARE(static_cast<Index>(members.size()), expected);
                    const Bitset customers
                        = funnelCustomers(result, large().customers(), static_cast<int>(row), which);
                    QCOMPARE(customers.count(), expected);
                }
                before = step.reached;
            }
            QVERIFY(result.steps[1].open > 0);
        }
    }

    void anyIsAtLeastOrderedIsAtLeastStrict()
    {
        const auto any = levels(large(), optionsOf(FunnelMode::Any));
        const auto anchored = levels(large(), optionsOf(FunnelMode::Anchored));
        const auto ordered = levels(large(), optionsOf(FunnelMode::Ordered));
        const auto strict = levels(large(), optionsOf(FunnelMode::Strict));
        Index differences = 0;
        for (std::size_t c = 0; c < any.size(); ++c) {
            QVERIFY(any[c] >= anchored[c] && anchored[c] >= ordered[c] && ordered[c] >= strict[c]);
            differences += any[c] > ordered[c] && ordered[c] > strict[c] ? 1 : 0;
        }
        QVERIFY(differences > 50);
    }

    void aWiderWindowNeverLowersALevel()
    {
        for (const auto mode : {FunnelMode::Ordered, FunnelMode::Strict, FunnelMode::Any}) {
            std::vector<int> before(largeWorld().size(), 0);
            for (const int days : {1, 2, 5, 20}) {
                FunnelOptions options = optionsOf(mode);
                options.window = Duration {days, DurationUnit::Days};
                const auto now = levels(large(), options);
                for (std::size_t c = 0; c < now.size(); ++c) {
                    QVERIFY(now[c] >= before[c]);
                }
                before = now;
            }
        }
    }

    void theOrderOfTheInputChangesNothing()
    {
        // one type at each instant: equal instants of different types keep their order, which is information
        const auto byType = [](const WorldEvent& a, const WorldEvent& b) { return a.type < b.type; };
        World shuffled = largeWorld();
        World sorted = largeWorld();
        Random random(3);
        for (std::size_t c = 0; c < shuffled.size(); ++c) {
            std::vector<WorldEvent>& events = shuffled[c];
            for (std::size_t i = events.size(); i > 1; --i) {
                std::swap(events[i - 1], events[random.below(i)]);
            }
            std::stable_sort(events.begin(), events.end(), byType);
            std::stable_sort(sorted[c].begin(), sorted[c].end(), byType);
        }
        const SnapshotPtr first = snapshotOf(shuffled);
        const SnapshotPtr second = snapshotOf(sorted);
        for (const auto mode : {FunnelMode::Ordered, FunnelMode::Any}) {
            QVERIFY(
                sameSteps(counted(*first, optionsOf(mode)).steps, counted(*second, optionsOf(mode)).steps));
        }
    }

    void permutingTheCustomersPermutesTheLevels()
    {
        World turned = largeWorld();
        std::reverse(turned.begin(), turned.end());
        const SnapshotPtr snapshot = snapshotOf(turned);
        auto levelsTurned = levels(*snapshot, optionsOf(FunnelMode::Ordered));
        std::reverse(levelsTurned.begin(), levelsTurned.end());
        QVERIFY(levelsTurned == levels(large(), optionsOf(FunnelMode::Ordered)));
    }

    void theNumberOfThreadsChangesNothing()
    {
        for (const auto mode :
             {FunnelMode::Ordered, FunnelMode::Strict, FunnelMode::Any, FunnelMode::Anchored}) {
            FunnelOptions options = optionsOf(mode);
            options.split = "item";
            const FunnelResult one = counted(large(), options, 1);
            for (const int threads : {2, 7}) {
                const FunnelResult many = counted(large(), options, threads);
                QVERIFY(sameSteps(one.steps, many.steps));
                QVERIFY((one.cases.customer == many.cases.customer).all());
                QVERIFY((one.cases.served == many.cases.served).all());
                QVERIFY((one.cases.group == many.cases.group).all());
                for (std::size_t i = 0; i < one.splits.size(); ++i) {
                    QVERIFY(sameSteps(one.splits[i].steps, many.splits[i].steps));
                }
            }
        }
    }

    void splitsAddUpToTheWhole()
    {
        for (const auto at : {FunnelAttribution::At::First, FunnelAttribution::At::Last}) {
            FunnelOptions options = optionsOf(FunnelMode::Ordered);
            options.split = "item";
            options.splitValues = 2;
            options.attribution.at = at;
            const FunnelResult result = counted(large(), options);
            // items 1 to 3: two shown, others, and chains without any item
            QCOMPARE(result.splits.size(), std::size_t {4});
            QCOMPARE(result.splits[2].kind, SplitKind::Other);
            QCOMPARE(result.splits[3].kind, SplitKind::Missing);
            for (std::size_t row = 0; row < result.steps.size(); ++row) {
                Index sum = 0;
                Index times = 0;
                for (std::size_t i = 0; i < result.splits.size(); ++i) {
                    const FunnelStep& step = result.splits[i].steps[row];
                    sum += step.reached;
                    times += step.wait.n;
                    QCOMPARE(static_cast<Index>(funnelMembers(result, static_cast<int>(row),
                                                              FunnelClass::Reached, static_cast<int>(i))
                                                    .size()),
                             step.reached);
                }
                QCOMPARE(sum, result.steps[row].reached);
                QCOMPARE(times, result.steps[row].wait.n);
            }
            QVERIFY(result.splits[0].steps[0].reached >= result.splits[1].steps[0].reached);
        }
    }

    void aSplitByAStepHoldsThoseWhoReachedIt()
    {
        FunnelOptions options = optionsOf(FunnelMode::Ordered);
        options.split = "item";
        options.attribution = {.at = FunnelAttribution::At::Step, .step = 2};
        const FunnelResult result = counted(large(), options);
        Index sum = 0;
        for (const FunnelSplit& split : result.splits) {
            QCOMPARE(split.steps[0].reached, split.steps[1].reached);
            sum += split.steps[1].reached;
        }
        QCOMPARE(sum, result.steps[1].reached);
    }

    void aSplitByAnAttributeUsesTheCustomersValue()
    {
        SnapshotBuilder builder;
        for (int i = 0; i < 6; ++i) {
            const Index customer = builder.addCustomer();
            builder.addEvent(customer, {.time = 1, .type = "a", .texts = {}});
            if (i % 2 == 0) {
                builder.addEvent(customer, {.time = 2, .type = "b", .texts = {}});
            }
            if (i < 5) {
                builder.setText(customer, "city", i < 3 ? "Hangzhou" : "Suzhou");
            }
        }
        FunnelOptions options;
        options.steps = stepsOf("a,b");
        options.split = "city";
        const FunnelResult result = counted(*builder.build(), options);
        QCOMPARE(result.splits.size(), std::size_t {3});
        QCOMPARE(result.splits[0].value, std::string("Hangzhou"));
        QCOMPARE(result.splits[0].steps[0].reached, Index {3});
        QCOMPARE(result.splits[0].steps[1].reached, Index {2});
        QCOMPARE(result.splits[1].value, std::string("Suzhou"));
        QCOMPARE(result.splits[1].steps[1].reached, Index {1});
        QCOMPARE(result.splits[2].kind, SplitKind::Missing);
        QCOMPARE(result.splits[2].steps[0].reached, Index {1});
    }

    void onlyThePopulationIsCounted()
    {
        SnapshotBuilder builder;
        for (int i = 0; i < 8; ++i) {
            builder.addEvent(builder.addCustomer(i < 6), {.time = 1, .type = "a", .texts = {}});
        }
        const SnapshotPtr snapshot = builder.build();
        FunnelOptions options;
        options.steps = stepsOf("a,b");
        QCOMPARE(counted(*snapshot, options).steps[0].reached, Index {6});
        QCOMPARE(counted(*snapshot, options).outsidePopulation, Index {2});
        options.includeAnonymous = true;
        QCOMPARE(counted(*snapshot, options).steps[0].reached, Index {8});
        options.population = Bitset(8);
        options.population.set(1);
        options.population.set(7);
        QCOMPARE(counted(*snapshot, options).steps[0].reached, Index {2});
        options.includeAnonymous = false;
        QCOMPARE(counted(*snapshot, options).steps[0].reached, Index {1});
        QCOMPARE(counted(*snapshot, options).outsidePopulation, Index {7});
    }

    void filtersOfStepsCount()
    {
        FunnelOptions byItem = optionsOf(FunnelMode::Ordered);
        byItem.steps = stepsOf("a[item=i1],b[item in (i1,i2)],c");
        World only = largeWorld();
        for (auto& events : only) {
            std::erase_if(events, [](const WorldEvent& e) {
                return (e.type == 'a' && e.item != 1) || (e.type == 'b' && e.item != 1 && e.item != 2);
            });
        }
        FunnelOptions plain = byItem;
        plain.steps = stepsOf("a,b,c");
        const SnapshotPtr thinned = snapshotOf(only, large().frame().asOf);
        QVERIFY(reached(counted(large(), byItem))[2] > 0);
        QVERIFY(sameSteps(counted(large(), byItem).steps, counted(*thinned, plain).steps));
    }

    void unknownNamesAreWarnings()
    {
        FunnelOptions options;
        options.steps = stepsOf("a,nonsense");
        const FunnelResult result = counted(large(), options);
        QCOMPARE(result.unknown.size(), std::size_t {1});
        QCOMPARE(result.unknown[0].name, std::string("nonsense"));
        QCOMPARE(result.steps[1].reached, Index {0});
    }

    void aFunnelNobodyEntersIsAResult()
    {
        FunnelOptions options;
        options.steps = stepsOf("lead,bill");
        const FunnelResult result = counted(large(), options);
        QCOMPARE(result.steps.size(), std::size_t {2});
        QCOMPARE(result.steps[0].reached, Index {0});
        QCOMPARE(result.withoutEntry, large().customers());
        QVERIFY(std::isnan(result.steps[1].ofFirst.rate));
        QCOMPARE(counted(*SnapshotBuilder().build(), options).steps.size(), std::size_t {2});
    }

    void twentyStepsInAnyOrderAreCounted()
    {
        SnapshotBuilder builder;
        const Index customer = builder.addCustomer();
        FunnelOptions options;
        options.mode = FunnelMode::Any;
        for (int i = 0; i < 20; ++i) {
            const std::string type = "t" + std::to_string(i);
            options.steps.push_back(stepsOf(type).front());
            builder.addEvent(customer, {.time = 1000 - i, .type = type, .texts = {}});
        }
        const FunnelResult result = counted(*builder.build(), options);
        QCOMPARE(result.steps[19].reached, Index {1});
        QCOMPARE(result.steps[19].sinceFirst.median, 19.0);
    }

    void badOptionsAreRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("subject");
        const char* subjects[] = {
            "steps",    "steps",       "window",       "step_windows", "gap",        "gap",        "optional",
            "optional", "optional",    "anchors",      "exclude",      "exclude",    "hold",       "hold",
            "split",    "attribution", "split_values", "tolerance",    "population", "open_entry", "steps"};
        for (int i = 0; i < 21; ++i) {
            QTest::addRow("%d %s", i, subjects[i]) << i << QString::fromLatin1(subjects[i]);
        }
    }

    void badOptionsAreRefused()
    {
        QFETCH(int, which);
        FunnelOptions options = optionsOf(FunnelMode::Ordered);
        const auto change = [&](int number, const auto& apply) {
            if (number == which) {
                apply();
            }
        };
        change(0, [&] { options.steps = stepsOf("a"); });
        change(1, [&] { options.steps.assign(21, options.steps[0]); });
        change(2, [&] { options.window = Duration {-1, DurationUnit::Days}; });
        change(3, [&] { options.stepWindows = {Duration {1, DurationUnit::Days}}; });
        change(4, [&] { options.gap = {1, DurationUnit::Months}; });
        change(5, [&] { options.gap = {0, DurationUnit::Minutes}; });
        change(6, [&] { options.optional = {1}; });
        change(7, [&] { options.optional = {5}; });
        change(8, [&] {
            options.optional = {2};
            options.mode = FunnelMode::Any;
        });
        change(9, [&] {
            options.mode = FunnelMode::Anchored;
            options.anchors = {};
        });
        change(10, [&] { options.exclusions = {{.event = stepsOf("e").front(), .from = 3, .to = 3}}; });
        change(11, [&] { options.exclusions.assign(9, {.event = stepsOf("e").front()}); });
        change(12, [&] { options.hold = {EventField::Amount}; });
        change(13, [&] { options.hold.assign(4, EventField::Item); });
        change(14, [&] { options.split = "nothing_like_it"; });
        change(15, [&] { options.attribution = {.at = FunnelAttribution::At::Step, .step = 5}; });
        change(16, [&] { options.splitValues = 0; });
        change(17, [&] { options.toleranceSeconds = -1; });
        change(18, [&] { options.population = Bitset(3); });
        change(19, [&] {
            options.openEntry = true;
            options.mode = FunnelMode::Any;
        });
        change(20, [&] {
            options.steps.assign(20, options.steps[0]);
            options.mode = FunnelMode::Anchored;
        });
        Job job;
        const auto result = funnel(large(), options, job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadOption);
        QTEST(QString::fromStdString(result.error().subject), "subject");
    }

    void aCancelledFunnelHasNoResult()
    {
        for (const int patience : {0, 1, 2, 3}) {
            ImpatientJob job(patience);
            const auto result = funnel(large(), optionsOf(FunnelMode::Ordered), job);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::Cancelled);
        }
    }
};

MEITRACE_TEST(TestFunnelResult)
#include "tst_funnelresult.moc"

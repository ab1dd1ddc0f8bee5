// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who came back: the worked example of docs/methods/retention.md, and random worlds against the definitions.
#include "analytics/journey/retention.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace meitrace;

namespace {

EventPredicate events(const char* text)
{
    return *parseEventPredicate(text);
}

RetentionOptions visits()
{
    RetentionOptions options;
    options.entry = events("arrive");
    options.comeBack = events("arrive");
    options.columns = 3;
    return options;
}

Millis at(int year, int month, int day, Millis clock = 36'000'000)
{
    return static_cast<Millis>(dayFromCivil(year, month, day)) * kDayMillis + clock;
}

RetentionResult counted(const Snapshot& snapshot, const RetentionOptions& options, int threads = 2)
{
    Job job(threads);
    Result<RetentionResult> result = retention(snapshot, options, job);
    if (!result) {
        qFatal("%s %s", result.error().subject.c_str(), result.error().detail.c_str());
    }
    return *std::move(result);
}

/// Four customers who enter in January 2026: back in February and April; April; February; never.
SnapshotPtr fourCustomers()
{
    SnapshotBuilder builder;
    const std::vector<std::vector<int>> months {{2, 4}, {4}, {2}, {}};
    for (const std::vector<int>& back : months) {
        const Index customer = builder.addCustomer();
        builder.addEvent(customer, {.time = at(2026, 1, 10), .type = "arrive", .texts = {}, .amount = 1'000});
        for (const int month : back) {
            builder.addEvent(customer,
                             {.time = at(2026, month, 5), .type = "arrive", .texts = {}, .amount = 200});
        }
    }
    builder.setAsOf(dayFromCivil(2026, 5, 1));
    return builder.build();
}

/// "3/4 2/4", a star where the cell has not elapsed
std::string cells(const RetentionRow& row, std::size_t from = 1)
{
    std::string text;
    for (std::size_t i = from; i < row.cells.size(); ++i) {
        text += (text.empty() ? "" : " ") + std::to_string(row.cells[i].returned) + "/"
            + std::to_string(row.size) + (row.cells[i].mature < row.size ? "*" : "");
    }
    return text;
}

struct Happening {
    Millis time = 0;
    bool enters = false;
    bool returns = false;
    Fen amount = 0;
    std::string item;
};

/// The definition, cell by cell, with loops only.
struct Oracle {
    const RetentionOptions& options;
    Day asOf = 0;

    [[nodiscard]] static Day dayOf(Millis time) { return static_cast<Day>(time / kDayMillis); }

    [[nodiscard]] int column(const Happening& entry, const Happening& other) const
    {
        if (!options.brackets.empty()) {
            const int days = dayOf(other.time) - dayOf(entry.time);
            for (std::size_t i = 0; i < options.brackets.size(); ++i) {
                if (days >= options.brackets[i].from && days <= options.brackets[i].to) {
                    return static_cast<int>(i);
                }
            }
            return 1'000;
        }
        int k = 0;
        if (options.alignment == RetentionAlignment::Calendar) {
            Day start = periodStart(options.unit, dayOf(entry.time));
            while (dayOf(other.time) >= periodAfter(options.unit, start, k + 1)) {
                ++k;
            }
            return k;
        }
        const int days = options.cycleDays > 0  ? options.cycleDays
            : options.unit == PeriodUnit::Weeks ? 7
                                                : 1;
        return static_cast<int>((other.time - entry.time) / (days * kDayMillis));
    }

    [[nodiscard]] bool elapsed(const Happening& entry, int k) const
    {
        if (!options.brackets.empty()) {
            return dayOf(entry.time) + options.brackets[static_cast<std::size_t>(k)].to <= asOf;
        }
        if (options.alignment == RetentionAlignment::Calendar) {
            return periodAfter(options.unit, periodStart(options.unit, dayOf(entry.time)), k + 1) - 1 <= asOf;
        }
        const int days = options.cycleDays > 0  ? options.cycleDays
            : options.unit == PeriodUnit::Weeks ? 7
                                                : 1;
        return entry.time + (k + 1) * days * kDayMillis <= (asOf + 1) * kDayMillis;
    }

    [[nodiscard]] bool holds(const std::vector<int>& came, int k) const
    {
        const auto in = [&](int column) { return std::find(came.begin(), came.end(), column) != came.end(); };
        switch (options.criterion) {
        case RetentionCriterion::On:
            return in(k);
        case RetentionCriterion::OnOrAfter:
            return std::any_of(came.begin(), came.end(), [&](int column) { return column >= k; });
        case RetentionCriterion::OnOrBefore:
            return k == 0 ? in(0) : std::any_of(came.begin(), came.end(), [&](int column) {
                return column >= 1 && column <= k;
            });
        case RetentionCriterion::Streak:
            for (int i = k == 0 ? 0 : 1; i <= k; ++i) {
                if (!in(i)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }
};

}  // namespace

class TestRetention : public QObject {
    Q_OBJECT

private slots:
    void fourCustomersByHand_data()
    {
        QTest::addColumn<int>("criterion");
        QTest::addColumn<QString>("expected");
        QTest::newRow("on") << 0 << "2/4 0/4 2/4";
        QTest::newRow("on or after") << 1 << "3/4 2/4 2/4";
        QTest::newRow("on or before") << 2 << "2/4 2/4 3/4";
        QTest::newRow("streak") << 3 << "2/4 0/4 0/4";
    }

    void fourCustomersByHand()
    {
        QFETCH(int, criterion);
        QFETCH(QString, expected);
        RetentionOptions options = visits();
        options.criterion = static_cast<RetentionCriterion>(criterion);
        const SnapshotPtr snapshot = fourCustomers();
        const RetentionResult result = counted(*snapshot, options);
        QCOMPARE(result.groups.size(), std::size_t {1});
        const RetentionRow& january = result.groups[0].rows[0];
        QCOMPARE(january.start, dayFromCivil(2026, 1, 1));
        QCOMPARE(QString::fromStdString(cells(january)), expected);
        options.asOf = dayFromCivil(2026, 4, 20);
        const RetentionResult earlier = counted(*snapshot, options);
        QVERIFY(cells(earlier.groups[0].rows[0]).back() == '*');
        QCOMPARE(earlier.groups[0].total.cells[3].mature, Index {0});
        QCOMPARE(earlier.groups[0].total.cells[2].mature, Index {4});
    }

    void membersAreTheCells()
    {
        Job job(2);
        const SnapshotPtr snapshot = fourCustomers();
        const RetentionOptions options = visits();
        const RetentionResult result = counted(*snapshot, options);
        const auto members = [&](RetentionPlace place) {
            const Result<Bitset> found = retentionMembers(*snapshot, options, result, place, job);
            std::string text;
            for (Index c = 0; found && c < found->size(); ++c) {
                text += found->test(c) ? std::to_string(c) : "";
            }
            return text;
        };
        QCOMPARE(members({.row = 0, .column = 1}), std::string("02"));
        QCOMPARE(members({.row = 0, .column = 1, .returned = false}), std::string("13"));
        QCOMPARE(members({.row = -1, .column = 3}), std::string("01"));
        QCOMPARE(members({.row = 0}), std::string("0123"));
        QVERIFY(!retentionMembers(*snapshot, options, result, {.row = 7}, job));
        QVERIFY(!retentionMembers(*snapshot, options, result, {.row = 0, .column = 9}, job));
    }

    void moneyAndTimesStandBeside()
    {
        RetentionOptions options = visits();
        options.money = events("arrive");
        const RetentionResult result = counted(*fourCustomers(), options);
        const RetentionRow& total = result.groups[0].total;
        QCOMPARE(total.cells[0].money, Fen {4'000});
        QCOMPARE(total.cells[1].money, Fen {400});
        QCOMPARE(total.cells[2].money, Fen {0});
        QCOMPARE(total.cells[3].money, Fen {400});
        // February 5 is 26 days after January 10, April 5 is 85; nobody else until May 1, 111 days after it
        QCOMPARE(result.times[0].returned[26], Index {2});
        QCOMPARE(result.times[0].returned[85], Index {1});
        QCOMPARE(result.times[0].unseen[111], Index {1});
        QCOMPARE(total.cells[2].maturePrevious, Index {2});
    }

    void theSamePeriodAndTheEntryItself()
    {
        SnapshotBuilder builder;
        builder.addCustomer();
        builder.addEvent(0, {.time = at(2026, 1, 10), .type = "arrive", .texts = {}});
        builder.addEvent(0, {.time = at(2026, 1, 10), .type = "arrive", .texts = {}});
        builder.addCustomer();
        builder.addEvent(1, {.time = at(2026, 1, 31), .type = "arrive", .texts = {}});
        builder.addEvent(1, {.time = at(2026, 2, 1, 0), .type = "arrive", .texts = {}});
        builder.setAsOf(dayFromCivil(2026, 2, 28));
        const SnapshotPtr snapshot = builder.build();
        RetentionOptions options = visits();
        options.columns = 1;
        QCOMPARE(cells(counted(*snapshot, options).groups[0].total, 0), std::string("1/2 1/2"));
        options.alignment = RetentionAlignment::Rolling;
        QCOMPARE(cells(counted(*snapshot, options).groups[0].total, 0), std::string("2/2 0/2*"));
        options.entryRule = RetentionEntry::Every;
        QCOMPARE(counted(*snapshot, options).entries, Index {4});
        options.entryRule = RetentionEntry::FirstInRange;
        options.from = dayFromCivil(2026, 2, 1);
        QCOMPARE(counted(*snapshot, options).customers, Index {1});
        options.entryRule = RetentionEntry::FirstEver;
        Job job;
        const auto none = retention(*snapshot, options, job);
        QVERIFY(!none && none.error().code == ErrorCode::EmptyInput);
    }

    void wrongOptionsAreRefused()
    {
        Job job;
        const SnapshotPtr snapshot = fourCustomers();
        const auto refused = [&](const std::function<void(RetentionOptions&)>& change) {
            RetentionOptions options = visits();
            change(options);
            const auto result = retention(*snapshot, options, job);
            return !result && result.error().code == ErrorCode::BadOption;
        };
        QVERIFY(refused([](RetentionOptions& o) { o.columns = 0; }));
        QVERIFY(refused([](RetentionOptions& o) { o.columns = 61; }));
        QVERIFY(refused([](RetentionOptions& o) { o.cycleDays = 90; }));
        QVERIFY(refused([](RetentionOptions& o) { o.brackets = {{0, 30}, {30, 60}}; }));
        QVERIFY(refused([](RetentionOptions& o) {
            o.brackets = {{0, 30}};
            o.criterion = RetentionCriterion::Streak;
        }));
        QVERIFY(refused([](RetentionOptions& o) { o.splitBy = EventField::Amount; }));
        QVERIFY(refused([](RetentionOptions& o) { o.population = Bitset(9, true); }));
        QVERIFY(refused([](RetentionOptions& o) {
            o.from = 30'000;
            o.to = 20'000;
        }));
    }

    void randomWorldsFollowTheDefinition()
    {
        Random random(11);
        for (int trial = 0; trial < 240; ++trial) {
            RetentionOptions options;
            options.entry = events("arrive");
            options.comeBack = trial % 3 == 0 ? events("arrive | bill") : events("bill");
            options.money = events("bill");
            options.entryRule = static_cast<RetentionEntry>(random.below(3));
            options.criterion = static_cast<RetentionCriterion>(random.below(4));
            options.unit = static_cast<PeriodUnit>(random.below(4));
            options.columns = 1 + static_cast<int>(random.below(8));
            if (trial % 4 == 1) {
                options.alignment = RetentionAlignment::Rolling;
                options.unit = random.below(2) == 0 ? PeriodUnit::Days : PeriodUnit::Weeks;
                options.cycleDays = random.below(2) == 0 ? 0 : 10 + static_cast<int>(random.below(90));
            } else if (trial % 4 == 2) {
                options.criterion = RetentionCriterion::On;
                options.brackets = {{0, 30}, {31, 90}, {100, 180}};
            }
            if (trial % 5 == 0) {
                options.splitBy = EventField::Item;
                options.splitTop = 2;
            }
            checkWorld(random, options);
        }
    }

private:
    void checkWorld(Random& random, RetentionOptions options)
    {
        constexpr Day kFirst = 20'454;  // 2026-01-01
        SnapshotBuilder builder;
        std::vector<std::vector<Happening>> lives;
        const auto customers = static_cast<Index>(1 + random.below(40));
        const auto span = static_cast<Millis>(5 + random.below(400));
        for (Index c = 0; c < customers; ++c) {
            builder.addCustomer();
            std::vector<Happening> life(random.below(9));
            for (Happening& one : life) {
                one.time = kFirst * kDayMillis
                    + static_cast<Millis>(random.below(static_cast<std::uint64_t>(span * kDayMillis)));
                one.enters = random.below(2) == 0;
                one.amount = one.enters ? 0 : static_cast<Fen>(random.below(1'000));
                one.item = "item" + std::to_string(random.below(4));
            }
            std::sort(life.begin(), life.end(),
                      [](const Happening& a, const Happening& b) { return a.time < b.time; });
            for (Happening& one : life) {
                one.returns = !one.enters || options.comeBack.clauses.size() == 2;
                builder.addEvent(c,
                                 {.time = one.time,
                                  .type = one.enters ? "arrive" : "bill",
                                  .texts = {{EventField::Item, one.item}},
                                  .amount = one.amount});
            }
            lives.push_back(std::move(life));
        }
        const Day asOf = kFirst + static_cast<Day>(random.below(420));
        builder.setAsOf(asOf);
        const SnapshotPtr snapshot = builder.build();
        Job job(2);
        const Result<RetentionResult> result = retention(*snapshot, options, job);
        const Oracle oracle {options, asOf};
        using Key = std::pair<Day, int>;
        std::map<Key, RetentionCell> expected;
        std::map<Day, Index> sizes;
        Index entries = 0;
        for (const std::vector<Happening>& life : lives) {
            bool done = false;
            for (std::size_t i = 0; i < life.size() && !done; ++i) {
                const Happening& entry = life[i];
                if (!entry.enters || Oracle::dayOf(entry.time) > asOf) {
                    continue;
                }
                done = options.entryRule != RetentionEntry::Every;
                ++entries;
                const Day start = periodStart(options.unit, Oracle::dayOf(entry.time));
                ++sizes[start];
                addEntry(oracle, options, life, i, start, expected);
            }
        }
        if (entries == 0) {
            QVERIFY(!result && result.error().code == ErrorCode::EmptyInput);
            return;
        }
        QVERIFY(result);
        QCOMPARE(result->entries, entries);
        std::map<Key, RetentionCell> found;
        std::map<Day, Index> foundSizes;
        for (const RetentionGroup& group : result->groups) {
            for (const RetentionRow& row : group.rows) {
                foundSizes[row.start] += row.size;
                for (std::size_t k = 0; k < row.cells.size(); ++k) {
                    found[{row.start, static_cast<int>(k)}].add(row.cells[k]);
                }
            }
        }
        for (const auto& [start, size] : sizes) {
            QCOMPARE(foundSizes[start], size);
        }
        for (const auto& [key, cell] : expected) {
            QVERIFY(found[key] == cell);
        }
        for (const int threads : {1, 7}) {
            const RetentionResult again = counted(*snapshot, options, threads);
            QVERIFY(again.groups.size() == result->groups.size()
                    && again.groups[0].total.cells == result->groups[0].total.cells);
        }
    }

    static void addEntry(const Oracle& oracle, const RetentionOptions& options,
                         const std::vector<Happening>& life, std::size_t at, Day start,
                         std::map<std::pair<Day, int>, RetentionCell>& expected)
    {
        std::vector<int> came;
        std::map<int, Fen> money;
        for (std::size_t j = at; j < life.size(); ++j) {
            if (Oracle::dayOf(life[j].time) > oracle.asOf) {
                continue;
            }
            const int column = oracle.column(life[at], life[j]);
            money[column] += life[j].enters ? 0 : life[j].amount;
            if (j > at && life[j].returns) {
                came.push_back(column);
            }
        }
        const int columns
            = options.brackets.empty() ? options.columns + 1 : static_cast<int>(options.brackets.size());
        for (int k = 0; k < columns; ++k) {
            const bool hit = oracle.holds(came, k);
            const bool mature = oracle.elapsed(life[at], k);
            const bool before = !options.brackets.empty() || k <= 1 || oracle.holds(came, k - 1);
            expected[{start, k}].add({.returned = hit ? 1 : 0,
                                      .mature = mature ? 1 : 0,
                                      .matureReturned = mature && hit ? 1 : 0,
                                      .maturePrevious = mature && before ? 1 : 0,
                                      .money = money[k]});
        }
    }
};

MEITRACE_TEST(TestRetention)

#include "tst_retention.moc"

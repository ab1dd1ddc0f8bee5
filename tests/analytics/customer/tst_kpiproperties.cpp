// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "tests/analytics/customer/kpioracle.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace meitrace;
using meitrace::test::atTen;
using meitrace::test::clinicOf;
using meitrace::test::Fact;
using meitrace::test::figureOf;
using meitrace::test::naiveFigures;

namespace {

constexpr Index kCustomers = 40;

Day asOfDay()
{
    return dayFromCivil(2026, 6, 17);
}

std::vector<Fact> drawn(Random& random, int count)
{
    static const std::vector<std::string> kTypes {"bill",   "bill",        "refund", "treat",
                                                  "arrive", "arrive",      "lead",   "stored_value_topup",
                                                  "bill",   "deposit_pay", "search"};
    static const std::vector<std::string> kChannels {"xhs_ads", "dy_ads", "referral", ""};
    std::vector<Fact> facts;
    for (int i = 0; i < count; ++i) {
        Fact fact;
        fact.customer = static_cast<Index>(random.below(kCustomers));
        fact.day = asOfDay() + 10 - static_cast<Day>(random.below(500));
        fact.type = kTypes[random.below(kTypes.size())];
        fact.amount = static_cast<Fen>(random.below(9) * 10'000);
        if (fact.type == "refund") {
            fact.amount = -fact.amount;
        }
        fact.store = random.chance(700'000) ? "S1" : (random.chance(500'000) ? "S2" : "");
        fact.staff = random.chance(500'000) ? "Ann" : "Bea";
        fact.channel = fact.type == "lead" ? kChannels[random.below(kChannels.size())] : "";
        fact.item = fact.type == "treat" ? std::string(1, static_cast<char>('A' + random.below(3))) : "";
        facts.push_back(fact);
    }
    return facts;
}

KpiInputs drawnInputs(Random& random)
{
    KpiInputs in;
    for (Index c = 0; c < kCustomers; ++c) {
        for (std::uint64_t i = random.below(4); i > 0; --i) {
            in.bookings.push_back({.customer = c,
                                   .slot = atTen(asOfDay() + 5 - static_cast<Day>(random.below(80))),
                                   .store = in.labels.add(random.chance(500'000) ? "S1" : "S2"),
                                   .staff = in.labels.add("Ann"),
                                   .kept = random.chance(400'000)});
        }
        if (random.chance(300'000)) {
            in.prepaidUses.push_back({.customer = c,
                                      .time = atTen(asOfDay() - static_cast<Day>(random.below(60))),
                                      .amount = static_cast<Fen>(random.below(5'000)),
                                      .store = in.labels.add("S1"),
                                      .staff = in.labels.add("Bea")});
        }
    }
    for (int i = 0; i < 60; ++i) {
        in.spend.push_back({asOfDay() - static_cast<Day>(random.below(70)),
                            static_cast<Fen>(random.below(9'000)),
                            in.labels.add(random.chance(500'000) ? "xhs_ads" : "dy_ads")});
    }
    return in;
}

bool same(double a, double b)
{
    return (!std::isfinite(a) && !std::isfinite(b)) || std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

KpiResult ask(const std::vector<Fact>& facts, const KpiInputs& inputs, const KpiOptions& options = {},
              int threads = 2)
{
    Job job(threads);
    Result<KpiResult> result = kpis(*clinicOf(kCustomers, facts, asOfDay()), inputs, options, job);
    Q_ASSERT(result);
    return *std::move(result);
}

/// Everything a result says, as text.
std::string saidBy(const KpiResult& result)
{
    std::string text;
    const auto add = [&](const std::vector<KpiReading>& figures) {
        for (const KpiReading& f : figures) {
            for (const KpiValue& v : {f.now, f.before}) {
                text += std::to_string(v.value) + '/' + std::to_string(v.n) + '/'
                    + std::to_string(static_cast<int>(v.gap)) + ' ';
            }
        }
    };
    add(result.figures);
    for (const KpiGroup& group : result.groups) {
        text += group.name + ' ';
        add(group.figures);
    }
    return text;
}

}  // namespace

class TestKpiProperties final : public QObject {
    Q_OBJECT
private slots:
    void figuresAreThoseOfTheDefinitions();
    void groupsAddUpToTheWhole_data();
    void groupsAddUpToTheWhole();
    void theOrderOfRowsDoesNotMatter();
    void scalingMoneyScalesMoneyOnly();
    void threadsDoNotMatter();
    void peopleLeftOutCountNowhere();
};

void TestKpiProperties::figuresAreThoseOfTheDefinitions()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Random random(seed);
        const std::vector<Fact> facts = drawn(random, 900);
        const KpiInputs inputs = drawnInputs(random);
        const KpiOptions options {.month = seed % 3 == 0 ? dayFromCivil(2026, 4, 1) : kMissingDay,
                                  .compare = seed % 2 == 0 ? KpiCompare::Year : KpiCompare::Previous};
        const KpiResult result = ask(facts, inputs, options);
        const auto now = naiveFigures(facts, inputs, result.period, asOfDay());
        const auto before = naiveFigures(facts, inputs, result.before, asOfDay());
        for (const auto& [id, value] : now) {
            const KpiReading& figure = figureOf(result.figures, id);
            QVERIFY2(same(figure.now.value, value),
                     (id + " seed " + std::to_string(seed) + ": " + std::to_string(figure.now.value) + " not "
                      + std::to_string(value))
                         .c_str());
            if (figure.before.isKnown()) {
                QVERIFY2(same(figure.before.value, before.at(id)), (id + " before").c_str());
            }
        }
    }
}

void TestKpiProperties::groupsAddUpToTheWhole_data()
{
    QTest::addColumn<int>("by");
    QTest::newRow("store") << static_cast<int>(KpiBy::Store);
    QTest::newRow("staff") << static_cast<int>(KpiBy::Staff);
    QTest::newRow("channel") << static_cast<int>(KpiBy::Channel);
}

void TestKpiProperties::groupsAddUpToTheWhole()
{
    QFETCH(int, by);
    Random random(7);
    const std::vector<Fact> facts = drawn(random, 2'000);
    const KpiInputs inputs = drawnInputs(random);
    const KpiResult result = ask(facts, inputs, {.by = static_cast<KpiBy>(by)});
    for (std::size_t i = 0; i < kpiDefinitions().size(); ++i) {
        const KpiDefinition& definition = kpiDefinitions()[i];
        double sum = 0;
        double largest = 0;
        for (const KpiGroup& group : result.groups) {
            const KpiValue& value = group.figures[i].now;
            sum += value.isKnown() ? value.value : 0;
            largest = std::max(largest, value.isKnown() ? value.value : 0);
        }
        if (definition.over != KpiTerm::None || !result.figures[i].now.isKnown()) {
            continue;
        }
        const bool additive = definition.unit == KpiUnit::Money || static_cast<KpiBy>(by) == KpiBy::Channel;
        QVERIFY2(additive ? sum == result.figures[i].now.value : sum >= result.figures[i].now.value,
                 definition.id.c_str());
        QVERIFY2(definition.unit == KpiUnit::Money || largest <= result.figures[i].now.value
                     || definition.id == "deals",
                 definition.id.c_str());
    }
}

void TestKpiProperties::theOrderOfRowsDoesNotMatter()
{
    Random random(11);
    std::vector<Fact> facts = drawn(random, 1'500);
    const KpiInputs inputs = drawnInputs(random);
    // Of one customer's rows at one instant the file's order counts; here those differ in nothing that is
    // shown.
    for (Fact& fact : facts) {
        fact.channel = fact.type == "lead" ? "xhs_ads" : "";
        fact.staff.clear();
    }
    const std::string before = saidBy(ask(facts, inputs, {.by = KpiBy::Channel}));
    for (std::size_t i = facts.size(); i > 1; --i) {
        std::swap(facts[i - 1], facts[random.below(i)]);
    }
    QCOMPARE(saidBy(ask(facts, inputs, {.by = KpiBy::Channel})), before);
    // Other numbers for the same people: the figures stay.
    for (Fact& fact : facts) {
        fact.customer = kCustomers - 1 - fact.customer;
    }
    KpiInputs mirrored = drawnInputs(random);
    mirrored.bookings = inputs.bookings;
    mirrored.prepaidUses = inputs.prepaidUses;
    mirrored.spend = inputs.spend;
    mirrored.labels = Dictionary();
    for (std::uint32_t code = 1; code < inputs.labels.size(); ++code) {
        mirrored.labels.add(inputs.labels.text(code));
    }
    const auto mirror = [](auto& rows) {
        for (auto& row : rows) {
            row.customer = kCustomers - 1 - row.customer;
        }
        std::reverse(rows.begin(), rows.end());
    };
    mirror(mirrored.bookings);
    mirror(mirrored.prepaidUses);
    QCOMPARE(saidBy(ask(facts, mirrored, {.by = KpiBy::Channel})), before);
}

void TestKpiProperties::scalingMoneyScalesMoneyOnly()
{
    Random random(13);
    std::vector<Fact> facts = drawn(random, 1'500);
    KpiInputs inputs = drawnInputs(random);
    const KpiResult before = ask(facts, inputs);
    for (Fact& fact : facts) {
        fact.amount *= 3;
    }
    for (KpiInputs::PrepaidUse& use : inputs.prepaidUses) {
        use.amount *= 3;
    }
    for (KpiInputs::Spend& spend : inputs.spend) {
        spend.amount *= 3;
    }
    const KpiResult after = ask(facts, inputs);
    for (std::size_t i = 0; i < kpiDefinitions().size(); ++i) {
        const KpiDefinition& definition = kpiDefinitions()[i];
        // The threshold of an effective purchase is a sum of money by itself.
        if (!before.figures[i].now.isKnown() || definition.n == KpiTerm::Purchases
            || definition.n == KpiTerm::RepeatDays) {
            continue;
        }
        const double factor = definition.unit == KpiUnit::Money ? 3 : 1;
        QVERIFY2(same(after.figures[i].now.value, factor * before.figures[i].now.value),
                 definition.id.c_str());
    }
}

void TestKpiProperties::threadsDoNotMatter()
{
    Random random(17);
    const std::vector<Fact> facts = drawn(random, 3'000);
    const KpiInputs inputs = drawnInputs(random);
    const std::string one = saidBy(ask(facts, inputs, {.by = KpiBy::Staff}, 1));
    QCOMPARE(saidBy(ask(facts, inputs, {.by = KpiBy::Staff}, 2)), one);
    QCOMPARE(saidBy(ask(facts, inputs, {.by = KpiBy::Staff}, 7)), one);
}

void TestKpiProperties::peopleLeftOutCountNowhere()
{
    Random random(19);
    const std::vector<Fact> facts = drawn(random, 2'000);
    const KpiInputs inputs = drawnInputs(random);
    KpiOptions options {.population = Bitset(kCustomers)};
    std::vector<Fact> theirs;
    for (Index c = 0; c < kCustomers; c += 3) {
        options.population.set(c);
    }
    const KpiResult some = ask(facts, inputs, options);
    QCOMPARE(some.used, options.population.count());
    const auto naive = [&] {
        std::vector<Fact> kept;
        std::copy_if(facts.begin(), facts.end(), std::back_inserter(kept),
                     [&](const Fact& f) { return options.population.test(f.customer); });
        KpiInputs in = drawnInputs(random);
        in.labels = Dictionary();
        for (std::uint32_t code = 1; code < inputs.labels.size(); ++code) {
            in.labels.add(inputs.labels.text(code));
        }
        in.bookings.clear();
        in.prepaidUses.clear();
        const auto isKept = [&](const auto& row) { return options.population.test(row.customer); };
        std::copy_if(inputs.bookings.begin(), inputs.bookings.end(), std::back_inserter(in.bookings), isKept);
        std::copy_if(inputs.prepaidUses.begin(), inputs.prepaidUses.end(), std::back_inserter(in.prepaidUses),
                     isKept);
        in.spend = inputs.spend;
        return naiveFigures(kept, in, some.period, asOfDay());
    }();
    for (const auto& [id, value] : naive) {
        QVERIFY2(same(figureOf(some.figures, id).now.value, value), id.c_str());
    }
    for (const Bitset& members : some.members) {
        if (members.size() != 0) {
            Bitset outside = members;
            outside.subtract(options.population);
            QVERIFY(!outside.any());
        }
    }
}

MEITRACE_TEST(TestKpiProperties)
#include "tst_kpiproperties.moc"

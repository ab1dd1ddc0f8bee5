// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfm.h"
#include "tests/analytics/customer/purchaseworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;
using meitrace::test::Purchase;
using meitrace::test::StoppedJob;
using meitrace::test::worldOf;

namespace {

constexpr Day kAsOf = 1000;

RfmResult scored(const SnapshotPtr& snapshot, const RfmOptions& options)
{
    Job job;
    auto result = rfm(*snapshot, options, job);
    if (!result) {
        qFatal("%s %s", result.error().subject.c_str(), result.error().detail.c_str());
    }
    return *std::move(result);
}

/// The worked example of docs/methods/rfm.md: five customers, R 10 20 30 40 50, F 1 1 2 3 9.
SnapshotPtr fiveCustomers()
{
    std::vector<Purchase> purchases;
    const std::vector<int> visits {1, 1, 2, 3, 9};
    const std::vector<Fen> money {50'000, 200'000, 800'000, 2'400'000, 9'000'000};
    for (Index c = 0; c < 5; ++c) {
        const auto at = static_cast<std::size_t>(c);
        for (int v = 0; v < visits[at]; ++v) {
            purchases.push_back({c, static_cast<Day>(kAsOf - 10 * (c + 1) - 20 * v), money[at] / visits[at]});
        }
    }
    return worldOf(5, purchases, kAsOf);
}

std::vector<int> column(const Column<std::uint8_t>& values)
{
    return {values.begin(), values.end()};
}

}  // namespace

class TestRfm : public QObject {
    Q_OBJECT

private slots:
    void fiveCustomersByHand()
    {
        // type-7 quintiles of five values lie at positions 0.8, 1.6, 2.4, 3.2: one customer between each
        const RfmResult r = scored(fiveCustomers(), {});
        QCOMPARE((std::vector<std::int32_t> {r.recency.begin(), r.recency.end()}),
                 (std::vector<std::int32_t> {10, 20, 30, 40, 50}));
        QCOMPARE(column(r.r), (std::vector<int> {5, 4, 3, 2, 1}));
        QCOMPARE(column(r.f), (std::vector<int> {1, 1, 2, 3, 5}));
        QCOMPARE(column(r.m), (std::vector<int> {1, 2, 3, 4, 5}));
        QCOMPARE(r.recencyCuts.at[0].value, 18.0);
        QCOMPARE(r.recencyCuts.at[3].value, 42.0);
        QCOMPARE(r.monetaryCuts.at[1].value, 560'000.0);
        QVERIFY(r.frequencyCuts.method == RfmMethod::Fixed);
        // medians 30 days, 2 visits, 8,000.00
        QCOMPARE(r.thresholds.recency, 30.0);
        QCOMPARE(r.thresholds.frequency, 2.0);
        QCOMPARE(r.thresholds.monetary, 800'000.0);
        std::vector<std::string_view> names;
        for (const std::uint8_t segment : r.segment) {
            names.push_back(r.segments[segment].code);
        }
        QCOMPARE(names,
                 (std::vector<std::string_view> {"std_grow", "std_grow", "vip", "vip_keep", "vip_keep"}));
        QCOMPARE(r.scored, Index {5});
        QCOMPARE(r.segments[1].customers, Index {2});
        QCOMPARE(r.segments[1].share, 0.4);
        QCOMPARE(r.segments[1].spend, Fen {11'400'000});
        QCOMPARE(r.cells.size(), std::size_t {25});
        QCOMPARE(r.cells[0].r, 5);
        QCOMPARE(r.cells[0].customers, Index {1});
        QCOMPARE(r.cells[24].r, 1);
        QCOMPARE(r.cells[24].f, 5);
        QCOMPARE(r.cells[24].spend, Fen {9'000'000});
    }

    void theElevenAreCellsOfRAndF()
    {
        RfmOptions options {.grid = RfmGrid::Eleven};
        const RfmResult r = scored(fiveCustomers(), options);
        std::vector<std::string_view> names;
        for (const std::uint8_t segment : r.segment) {
            names.push_back(r.segments[segment].code);
        }
        QCOMPARE(
            names,
            (std::vector<std::string_view> {"new", "promising", "about_to_sleep", "at_risk", "cant_lose"}));
        // with (F + M) / 2, halves up, the second axis reads 1 2 3 4 5
        options.axis = RfmAxis::FrequencyAndMoney;
        const RfmResult both = scored(fiveCustomers(), options);
        QCOMPARE(both.segments[both.segment[1]].code, std::string_view("potential_loyalist"));
        QCOMPARE(both.segments[both.segment[2]].code, std::string_view("needs_attention"));
    }

    void fixedCutsTakeTheirUpperEndsIn()
    {
        std::vector<Purchase> purchases;
        const std::vector<Day> ages {60, 61, 120, 121, 240, 241, 365, 366};
        const std::vector<Fen> money {100'000,   100'001,   300'000,   300'001,
                                      1'000'000, 1'000'001, 3'000'000, 3'000'001};
        for (std::size_t c = 0; c < ages.size(); ++c) {
            purchases.push_back({static_cast<Index>(c), kAsOf - ages[c], money[c]});
            for (std::size_t more = 0; more < c; ++more) {  // c + 1 visits
                purchases.push_back({static_cast<Index>(c), kAsOf - 400 - static_cast<Day>(more), 0});
            }
        }
        const RfmResult r = scored(worldOf(8, purchases, kAsOf), {.method = RfmMethod::Fixed});
        QCOMPARE(column(r.r), (std::vector<int> {5, 4, 4, 3, 3, 2, 2, 1}));
        QCOMPARE(column(r.f), (std::vector<int> {1, 2, 3, 3, 4, 4, 4, 5}));
        QCOMPARE(column(r.m), (std::vector<int> {1, 2, 2, 3, 3, 4, 4, 5}));
    }

    void quantileNeverSwitchesByItself()
    {
        // F 1 1 2 3 9: quintiles 1, 1.6, 2.4, 4.2
        const RfmResult r = scored(fiveCustomers(), {.method = RfmMethod::Quantile});
        QVERIFY(r.frequencyCuts.method == RfmMethod::Quantile);
        QCOMPARE(column(r.f), (std::vector<int> {1, 1, 3, 4, 5}));
    }

    void naturalBreaksFollowTheGaps()
    {
        std::vector<Purchase> purchases;
        const std::vector<Day> ages {1, 2, 3, 100, 101, 300};
        const std::vector<Fen> money {100, 110, 120, 90'000, 100'000, 50'000'000};
        for (std::size_t c = 0; c < ages.size(); ++c) {
            purchases.push_back({static_cast<Index>(c), kAsOf - ages[c], money[c]});
        }
        const RfmResult r = scored(worldOf(6, purchases, kAsOf), {.method = RfmMethod::Breaks, .bins = 3});
        QCOMPARE(column(r.r), (std::vector<int> {3, 3, 3, 2, 2, 1}));
        QCOMPARE(column(r.f), (std::vector<int> {1, 1, 1, 1, 1, 1}));
        QCOMPARE(column(r.m), (std::vector<int> {1, 1, 1, 2, 2, 3}));
        QCOMPARE(r.monetaryCuts.at[1].value, 100'000.0);
    }

    void giftsDoNotCountButOtherDaysOfNoValueDo()
    {
        const auto world = worldOf(3,
                                   {{0, 900, 10'000},
                                    {0, 990, 77, "bill", "gift"},
                                    {1, 900, 10'000},
                                    {1, 990, 0, "bill", "sale"},
                                    {2, 900, 0, "treat", ""}},
                                   kAsOf);
        const RfmResult r = scored(world, {});
        QCOMPARE(r.recency[0], 100);
        QCOMPARE(r.frequency[0], 1);
        QCOMPARE(r.monetary[0], Fen {10'000});
        QCOMPARE(r.recency[1], 10);
        QCOMPARE(r.frequency[1], 2);
        QCOMPARE(r.frequency[2], 1);
        QCOMPARE(r.m[2], std::uint8_t {1});
    }

    void moneyGoingOutIsNoPurchase()
    {
        const auto world = worldOf(3,
                                   {{0, 900, 10'000},
                                    {0, 950, -4'000, "refund", ""},
                                    {0, 960, -1'000, "bill", "refund"},
                                    {0, 961, -500, "bill", ""},
                                    {1, 900, 5'000},
                                    {1, 901, -9'000, "refund", ""},
                                    {2, 990, -9'000, "refund", ""}},
                                   kAsOf);
        const RfmResult r = scored(world, {});
        QCOMPARE(r.recency[0], 100);
        QCOMPARE(r.frequency[0], 1);
        QCOMPARE(r.monetary[0], Fen {4'500});
        QCOMPARE(r.monetary[1], Fen {-4'000});
        QCOMPARE(r.m[1], std::uint8_t {1});
        QCOMPARE(r.notPositive, Index {1});
        QCOMPARE(r.recency[2], -1);  // a refund alone makes no buyer
        QCOMPARE(r.monetary[2], Fen {0});
        QCOMPARE(r.noEvent, Index {1});
    }

    void everyoneWithoutMoneyScoresOneAndIsNeverVip()
    {
        const RfmResult r = scored(worldOf(2, {{0, 900, 0}, {1, 950, 0}}, kAsOf), {});
        QCOMPARE(r.notPositive, Index {2});
        QCOMPARE(column(r.m), (std::vector<int> {1, 1}));
        QCOMPARE(r.segments[r.segment[1]].code, std::string_view("std"));
        QCOMPARE(r.segments[r.segment[0]].code, std::string_view("std_keep"));
    }

    void aPaymentOnABillCountsOnce()
    {
        const auto world = worldOf(3,
                                   {{0, 900, 50'000, "bill", "topup"},
                                    {0, 900, 50'000, "stored_value_topup", ""},
                                    {1, 900, 20'000, "deposit_pay", ""},
                                    {1, 901, 80'000},
                                    {2, 900, 30'000, "deposit_pay", ""},
                                    {2, 900, 30'000, "bill", "sale"}},
                                   kAsOf);
        const RfmResult r = scored(world, {});
        QCOMPARE(r.monetary[0], Fen {50'000});
        QCOMPARE(r.monetary[1], Fen {100'000});
        QCOMPARE(r.frequency[1], 1);
        QCOMPARE(r.monetary[2], Fen {60'000});  // a deposit beside a sale is another payment
    }

    void visitsOrdersAndTreatmentsCountDifferentThings()
    {
        const auto world = worldOf(1,
                                   {{0, 900, 1'000, "bill", "sale", 1'000},
                                    {0, 900, 2'000, "bill", "sale", 2'000},
                                    {0, 900, 700, "treat", "", 3'000},
                                    {0, 930, 800, "treat", "", 3'000},
                                    {0, 930, 0, "arrive", "", 0}},
                                   kAsOf);
        const RfmResult visits = scored(world, {});
        QCOMPARE(visits.frequency[0], 2);
        QCOMPARE(visits.recency[0], 70);
        QCOMPARE(visits.monetary[0], Fen {3'000});
        const RfmResult orders = scored(world, {.frequency = RfmFrequency::Orders});
        QCOMPARE(orders.frequency[0], 2);
        QCOMPARE(orders.recency[0], 100);
        const RfmResult treatments
            = scored(world, {.frequency = RfmFrequency::Treatments, .value = RfmValue::Delivered});
        QCOMPARE(treatments.frequency[0], 2);
        QCOMPARE(treatments.monetary[0], Fen {1'500});
    }

    /// 30 % of 10.05 is 3.015, rounded to 3.02; who had something of value without a margin has no sum.
    void marginIsNeverGuessed()
    {
        SnapshotBuilder builder;
        const auto treat = [&](Index customer, const char* item, Fen amount, Day day = 990) {
            builder.addEvent(customer,
                             {.time = day * kDayMillis,
                              .type = "treat",
                              .texts = {{EventField::Item, item}},
                              .amount = amount});
        };
        for (int c = 0; c < 5; ++c) {
            builder.addCustomer();
        }
        treat(0, "peel", 1'005);
        treat(0, "laser", 20'000, 991);
        treat(1, "loss", 3'000);
        treat(1, "gift", 0);
        treat(2, "peel", 1'000);
        treat(2, "gift", 1);
        treat(3, "gift", 500, 10);  // long before the window
        treat(3, "laser", 100);
        builder.setAsOf(kAsOf);
        Job job;
        const RfmOptions options {.value = RfmValue::Margin};
        QVERIFY(!rfm(*builder.build(), options, job));
        builder.setMargin("gone", 500'000);
        const auto none = rfm(*builder.build(), options, job);
        QVERIFY(!none && none.error().code == ErrorCode::BadOption);
        builder.setMargin("peel", 300'000);
        builder.setMargin("laser", 655'000);
        builder.setMargin("loss", -250'000);
        const RfmResult r = scored(builder.build(), options);
        QCOMPARE((std::vector<Fen> {r.monetary.begin(), r.monetary.end()}),
                 (std::vector<Fen> {302 + 13'100, -750, 0, 66, 0}));
        QCOMPARE(r.scored, Index {3});
        QCOMPARE(r.noMargin, Index {1});
        QCOMPARE(r.noEvent, Index {1});
        QVERIFY(r.recency[2] == -1 && r.segment[2] == RfmResult::kNoSegment);
        // every item sold at the full price: the value of what was delivered
        for (const char* item : {"peel", "laser", "loss", "gift"}) {
            builder.setMargin(item, 1'000'000);
        }
        const SnapshotPtr full = builder.build();
        const RfmResult all = scored(full, options);
        const RfmResult delivered = scored(full, {.value = RfmValue::Delivered});
        QVERIFY((all.monetary == delivered.monetary).all());
        QCOMPARE(all.scored, delivered.scored);
    }

    void aDayPreciseBillSharesItsDayWithExactOnes()
    {
        const auto world = worldOf(1,
                                   {{0, 900, 1'000, "bill", "sale", 80'000'000},
                                    {0, 900, 2'000, "bill", "sale", 0, TimeQuality::WholeDay},
                                    {0, 1000, 2'000, "bill", "sale", 0, TimeQuality::WholeDay}},
                                   kAsOf);
        const RfmResult r = scored(world, {});
        QCOMPARE(r.frequency[0], 2);
        QCOMPARE(r.recency[0], 0);
    }

    void daysAreTheClinicsOwn()
    {
        // 2026-03-01 15:59 and 16:01 UTC are two days in Shanghai
        SnapshotBuilder builder(*Zone::find("Asia/Shanghai"));
        builder.addCustomer();
        const Millis start = static_cast<Millis>(dayFromCivil(2026, 3, 1)) * kDayMillis;
        for (const Millis minutes : {15 * 60 + 59, 16 * 60 + 1}) {
            builder.addEvent(0, {.time = start + minutes * 60'000, .type = "bill", .texts = {}, .amount = 1});
        }
        const RfmResult r = scored(builder.build(), {});
        QCOMPARE(r.frequency[0], 2);
        QCOMPARE(r.recency[0], 0);
        QCOMPARE(isoDate(r.asOf), std::string("2026-03-02"));
    }

    void theWindowIsCalendarMonthsUpToTheAsOfDay()
    {
        const Day asOf = dayFromCivil(2026, 6, 30);
        const auto world = worldOf(5,
                                   {{0, dayFromCivil(2024, 7, 1), 100},
                                    {1, dayFromCivil(2024, 6, 30), 100},
                                    {2, dayFromCivil(2026, 7, 1), 100},
                                    {3, dayFromCivil(2026, 6, 30), 100, "bill", "sale", 86'399'999},
                                    {3, dayFromCivil(2024, 6, 1), 900},
                                    {3, dayFromCivil(2026, 7, 1), 900, "bill", "sale", 0}},
                                   asOf);
        const RfmResult r = scored(world, {});
        QCOMPARE(isoDate(r.from), std::string("2024-07-01"));
        QCOMPARE(r.scored, Index {2});
        QCOMPARE(r.beforeWindow, Index {1});  // 1
        QCOMPARE(r.noEvent, Index {2});       // 2, whose bill is still to come, and 4
        QCOMPARE(r.monetary[3], Fen {100});
        QCOMPARE(r.segment[1], RfmResult::kNoSegment);
        const RfmResult all = scored(world, {.windowMonths = 0});
        QCOMPARE(all.scored, Index {3});
        QCOMPARE(all.monetary[3], Fen {1'000});
        QCOMPARE(isoDate(all.from), std::string("2024-06-01"));
        const RfmResult earlier = scored(world, {.asOf = dayFromCivil(2024, 6, 30)});
        QCOMPARE(earlier.recency[1], 0);
        QCOMPARE(earlier.recency[3], 29);
        QCOMPARE(earlier.scored, Index {2});
    }

    void everyCustomerIsScoredOrExcludedForOneReason()
    {
        SnapshotBuilder builder;
        for (const bool known : {true, false, true, true, false}) {
            const Index c = builder.addCustomer(known);
            if (c != 3) {
                builder.addEvent(c, {.time = 0, .type = "bill", .texts = {}, .amount = 100});
            }
        }
        RfmOptions options;
        options.population = Bitset(5, true);
        options.population.reset(0);
        const RfmResult r = scored(builder.build(), options);
        QCOMPARE(r.notSelected, Index {1});
        QCOMPARE(r.anonymous, Index {2});
        QCOMPARE(r.noEvent, Index {1});
        QCOMPARE(r.scored, Index {1});
        options.includeAnonymous = true;
        const RfmResult all = scored(builder.build(), options);
        QCOMPARE(all.scored, Index {3});
        QCOMPARE(all.anonymous, Index {0});
    }

    void thresholdsCanBeMeansOrGiven()
    {
        // means: 30 days, 3.2 visits, 24,900.00
        const RfmResult mean = scored(fiveCustomers(), {.threshold = RfmThreshold::Mean});
        QCOMPARE(mean.thresholds.frequency, 3.2);
        QCOMPARE(mean.thresholds.monetary, 2'490'000.0);
        QCOMPARE(mean.segments[mean.segment[2]].code, std::string_view("std_grow"));
        QCOMPARE(mean.segments[mean.segment[4]].code, std::string_view("vip_keep"));
        const RfmResult fixed = scored(
            fiveCustomers(), {.threshold = RfmThreshold::Fixed, .fixedThresholds = {40, 3, 2'400'000}});
        QCOMPARE(fixed.segments[fixed.segment[3]].code, std::string_view("vip"));
        QCOMPARE(fixed.segments[fixed.segment[0]].code, std::string_view("std_grow"));
    }

    void wrongOptionsAreRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("subject");
        const char* subjects[] = {"window", "window", "bins", "bins",       "bins",     "value",
                                  "cuts",   "cuts",   "cuts", "population", "threshold"};
        for (int i = 0; i < 11; ++i) {
            QTest::addRow("%d", i) << i << QString::fromLatin1(subjects[i]);
        }
    }

    void wrongOptionsAreRefused()
    {
        QFETCH(int, which);
        QFETCH(QString, subject);
        const std::vector<RfmOptions> wrong {
            {.windowMonths = -1},
            {.windowMonths = 1201},
            {.bins = 1},
            {.bins = 11},
            {.bins = 4, .grid = RfmGrid::Eleven},
            {.value = RfmValue::Margin},
            {.method = RfmMethod::Fixed, .bins = 4},
            {.fixedCuts = {.frequency = {1, 2, 2, 4}}},
            {.method = RfmMethod::Fixed, .fixedCuts = {.monetary = {5, 4, 6, 7}}},
            {.population = Bitset(4, true)},
            {.threshold = RfmThreshold::Fixed, .fixedThresholds = {-1, 0, 0}},
        };
        Job job;
        const auto answer = rfm(*fiveCustomers(), wrong[static_cast<std::size_t>(which)], job);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::BadOption);
        QCOMPARE(QString::fromStdString(answer.error().subject), subject);
    }

    void nobodyBuyingIsAnEmptyInput()
    {
        Job job;
        const auto bills
            = rfm(*worldOf(2, {{0, 900, 5, "treat", ""}}, kAsOf), {.frequency = RfmFrequency::Orders}, job);
        QCOMPARE(bills.error().code, ErrorCode::EmptyInput);
        QCOMPARE(bills.error().subject, std::string("bill"));
        QCOMPARE(rfm(*worldOf(0, {}, kAsOf), {}, job).error().code, ErrorCode::EmptyInput);
    }

    void aStoppedJobGivesNoScores()
    {
        StoppedJob job;
        const auto answer = rfm(*fiveCustomers(), {}, job);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestRfm)
#include "tst_rfm.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/kpitrend.h"
#include "tests/analytics/customer/kpiworld.h"
#include "tests/analytics/customer/purchaseworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;
using meitrace::test::atTen;
using meitrace::test::clinicOf;
using meitrace::test::Fact;
using meitrace::test::figureOf;

namespace {

Day on(int month, int day)
{
    return dayFromCivil(2026, month, day);
}

const Day kAsOf = on(6, 15);

/// Seven customers; what each figure must come to is worked out beside the checks.
std::vector<Fact> facts()
{
    return {
        {.customer = 0, .day = on(6, 1), .type = "lead", .channel = "xhs_ads"},
        {.customer = 0, .day = on(6, 3), .type = "arrive", .staff = "Ann"},
        {.customer = 0, .day = on(6, 3), .type = "bill", .amount = 100'000, .staff = "Ann", .kind = "sale"},
        {.customer = 0, .day = on(6, 3), .type = "bill", .amount = 50'000, .staff = "Bea", .kind = "sale"},
        {.customer = 0, .day = on(6, 3), .type = "bill", .amount = 20'000, .store = "S2", .kind = "sale"},
        {.customer = 0, .day = on(6, 4), .type = "treat", .amount = 30'000, .item = "A"},
        {.customer = 1, .day = dayFromCivil(2025, 12, 1), .type = "bill", .amount = 80'000, .kind = "sale"},
        {.customer = 1, .day = on(1, 5), .type = "treat", .amount = 10'000, .item = "B"},
        {.customer = 1, .day = on(6, 5), .type = "arrive"},
        {.customer = 1, .day = on(6, 5), .type = "treat", .amount = 20'000, .item = "A"},
        {.customer = 2, .day = on(6, 10), .type = "arrive"},
        {.customer = 2, .day = on(6, 10), .type = "arrive"},
        {.customer = 2, .day = on(6, 10), .type = "bill", .amount = 40'000, .kind = "sale"},
        {.customer = 2, .day = on(6, 11), .type = "refund", .amount = -40'000, .kind = "refund"},
        {.customer = 3, .day = on(5, 10), .type = "lead", .channel = "xhs_org"},
        {.customer = 3, .day = on(5, 12), .type = "arrive"},
        {.customer = 3, .day = on(5, 12), .type = "bill", .amount = 60'000, .kind = "sale"},
        {.customer = 3, .day = on(6, 20), .type = "lead", .channel = "xhs_ads"},
        {.customer = 4, .day = on(5, 20), .type = "bill", .amount = 50'000, .store = "S2", .kind = "sale"},
        {.customer = 4, .day = on(6, 12), .type = "bill", .amount = 45'000, .store = "S2", .kind = "sale"},
        {.customer = 5, .day = dayFromCivil(2025, 12, 10), .type = "arrive"},
        {.customer = 6, .day = on(6, 7), .type = "deposit_pay", .amount = 10'000, .kind = "deposit"},
    };
}

KpiInputs inputs()
{
    KpiInputs in;
    const std::uint32_t s1 = in.labels.add("S1");
    const std::uint32_t s2 = in.labels.add("S2");
    in.bookings = {{.customer = 0, .slot = atTen(on(6, 3)), .store = s1},
                   {.customer = 0, .slot = atTen(on(6, 3)) + 60'000, .store = s1},
                   {.customer = 1, .slot = atTen(on(6, 20)), .store = s1},
                   {.customer = 5, .slot = atTen(on(6, 9)), .store = s1}};
    in.prepaidUses = {{.customer = 4, .time = atTen(on(6, 12)), .amount = 5'000, .store = s2}};
    in.spend = {{on(6, 1), 30'000, in.labels.add("xhs_ads")}, {on(5, 1), 1'000, in.labels.add("dy_ads")}};
    in.referred = Bitset(7);
    in.referred.set(0);
    in.internalLines = {atTen(on(6, 2)), atTen(on(5, 2))};
    return in;
}

KpiResult ask(const KpiOptions& options = {}, const std::vector<Fact>& world = facts(),
              const KpiInputs& documents = inputs())
{
    Job job;
    Result<KpiResult> result = kpis(*clinicOf(7, world, kAsOf), documents, options, job);
    Q_ASSERT(result);
    return *std::move(result);
}

}  // namespace

class TestKpi final : public QObject {
    Q_OBJECT
private slots:
    void everyDefinitionHasItsWords();
    void definitionsThatDoNotFitAreRefused();
    void figuresComeOutAsOnPaper_data();
    void figuresComeOutAsOnPaper();
    void membersAreThoseCounted();
    void theMonthIsComparedWithTheSameDays();
    void aWholeMonthIsComparedWithWholeMonths();
    void missingFilesAreNamed();
    void whatIsOwedIsTheStateOfTheLastList();
    void visitorsAreCountedWhereTheyAreAskedFor();
    void aPeriodBeforeTheFirstRowIsNotKnown();
    void spendIsKnownByChannelAndWholeOnly();
    void channelsAreThoseOfTheFirstLead();
    void storesAndStaffSplitTheMoney();
    void paymentsThatCameTwiceCountOnce();
    void giftsAreBillsWithoutMoney();
    void wrongOptionsAreRefused();
    void canBeStopped();
    void theTrendAddsUpToTheFigures();
};

void TestKpi::everyDefinitionHasItsWords()
{
    QVERIFY(kpiDefinitions().size() >= 25);
    for (const KpiDefinition& d : kpiDefinitions()) {
        QVERIFY2(!d.name.empty() && !d.nameChinese.empty() && !d.formula.empty() && !d.formulaChinese.empty(),
                 d.id.c_str());
        QVERIFY2(!d.sentence.empty() && !d.sentenceChinese.empty() && !d.needs.empty(), d.id.c_str());
        QCOMPARE(kpiIndex(d.id), static_cast<int>(&d - kpiDefinitions().data()));
        // 客户 and 到院, never the words the screens do not use
        QVERIFY2(d.sentenceChinese.find("到店") == std::string::npos, d.id.c_str());
    }
    QCOMPARE(kpiIndex("nothing"), -1);
}

void TestKpi::definitionsThatDoNotFitAreRefused()
{
    const std::string header = "id,…\n";
    QVERIFY(readKpiDefinitions(header + "a,count,up,arrived,,visits,his_visit,1,A,B,C,D,\"E, F\",G\n"));
    QVERIFY(!readKpiDefinitions(header + "a,count,up,arrivals,,visits,his_visit,1,A,B,C,D,E,F\n"));
    QVERIFY(!readKpiDefinitions(header + "a,yuan,up,arrived,,visits,his_visit,1,A,B,C,D,E,F\n"));
    QVERIFY(!readKpiDefinitions(header + "a,count,up,arrived,,visits,his_visit,1,A,B,C,D,E\n"));
}

void TestKpi::figuresComeOutAsOnPaper_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("value");
    QTest::addColumn<qlonglong>("n");
    const auto row = [](const char* id, double value, qlonglong n) {
        QTest::newRow(id) << QString::fromLatin1(id) << value << n;
    };
    row("gmv", 220'000, 5);       // 1,000 + 500 + 200, 400 − 400, 450 + 50 of stored value
    row("cash", 225'000, 7);      // the same without stored value, and a deposit of 100
    row("delivered", 50'000, 2);  // 300 and 200
    row("arrivals", 3, 3);        // two rows of customer 2 on one day are one visit
    row("buyers", 3, 5);
    row("deals", 2, 5);  // customer 2 took all back
    row("new_customers", 2, 3);
    row("ticket", 43'000, 5);  // 1,500; 200; 400; −400; 450
    row("leads", 1, 1);        // that of June 20 lies ahead
    row("arrival_rate", 0.5, 2);
    row("deal_rate", 1.0 / 3, 3);
    row("deal_rate_new", 0.5, 2);
    row("deal_rate_old", 0, 1);
    row("r12", 0.2, 5);  // customer 4 of 0, 1, 2, 3, 4
    row("repeat_buyers", 1, 3);
    row("repurchase_cycle", 1, 1);  // May to June
    row("single_item", 1, 3);       // customer 0; customer 1 had A and B
    row("referred", 1, 2);
    row("lost", 1, 6);  // December 10 + 180 days = June 8
    row("cpl", 30'000, 1);
    row("cost_per_arrival", 30'000, 1);
    row("cost_per_deal", 30'000, 1);
    row("roi", 170'000.0 / 30'000, 1);
}

void TestKpi::figuresComeOutAsOnPaper()
{
    QFETCH(QString, id);
    QFETCH(double, value);
    QFETCH(qlonglong, n);
    const KpiResult result = ask();
    const KpiReading& figure = figureOf(result.figures, id.toStdString());
    QVERIFY(figure.now.isKnown());
    QCOMPARE(figure.now.value, value);
    QCOMPARE(figure.now.n, std::int64_t {n});
}

void TestKpi::membersAreThoseCounted()
{
    const KpiResult result = ask();
    const auto members
        = [&](const char* id) { return result.members[static_cast<std::size_t>(kpiIndex(id))]; };
    QVERIFY(members("arrivals").test(0) && members("arrivals").test(1) && members("arrivals").test(2));
    QVERIFY(members("deals").test(0) && members("deals").test(4) && members("deals").count() == 2);
    QVERIFY(members("lost").test(5) && members("lost").count() == 1);
    QCOMPARE(members("gmv").size(), Index {0});
    for (std::size_t i = 0; i < result.members.size(); ++i) {
        if (result.members[i].size() != 0 && result.figures[i].now.isKnown()) {
            QCOMPARE(static_cast<double>(result.members[i].count()), result.figures[i].now.value);
        }
    }
}

void TestKpi::theMonthIsComparedWithTheSameDays()
{
    const KpiResult result = ask();
    QCOMPARE(result.period.from, on(6, 1));
    QCOMPARE(result.period.to, kAsOf);
    QCOMPARE(result.before.from, on(5, 1));
    QCOMPARE(result.before.to, on(5, 15));
    QCOMPARE(result.elapsed, 0.5);
    QVERIFY(!result.mature);
    QCOMPARE(result.internalLines, Index {1});
    QCOMPARE(figureOf(result.figures, "gmv").before.value, 60'000.0);  // May 20 is not among the same days
    QCOMPARE(figureOf(result.figures, "arrivals").before.value, 1.0);
    QCOMPARE(figureOf(result.figures, "cpl").before.gap, KpiGap::NothingToDivide);
}

void TestKpi::aWholeMonthIsComparedWithWholeMonths()
{
    const KpiPeriod february = kpiPeriod(on(2, 7), kAsOf);
    QCOMPARE(february.from, on(2, 1));
    QCOMPARE(february.to, on(2, 28));
    QCOMPARE(kpiPeriodBefore(february, KpiCompare::Previous).to, on(1, 31));
    QCOMPARE(kpiPeriodBefore(february, KpiCompare::Year).from, dayFromCivil(2025, 2, 1));
    const KpiPeriod part {on(3, 1), on(3, 30)};
    QCOMPARE(kpiPeriodBefore(part, KpiCompare::Previous).to, on(2, 28));
    QCOMPARE(kpiPeriodBefore(part, KpiCompare::Year).to, dayFromCivil(2025, 3, 30));
    // What May shows by itself is what June is compared with.
    const KpiResult june = ask({.asOf = on(6, 30)});
    const KpiResult may = ask({.month = on(5, 1), .asOf = on(6, 30)});
    QCOMPARE(figureOf(june.figures, "gmv").before.value, figureOf(may.figures, "gmv").now.value);
    QCOMPARE(figureOf(may.figures, "gmv").now.value, 110'000.0);
}

void TestKpi::whatIsOwedIsTheStateOfTheLastList()
{
    KpiInputs documents = inputs();
    const std::uint32_t s1 = documents.labels.add("S1");
    const std::uint32_t s2 = documents.labels.add("S2");
    // Customer 5 has no event at all in the month.
    documents.owed = {{0, 30'000, s1}, {0, 5'000, s2}, {5, 12'000, s1}};
    documents.owedOn = kAsOf;
    const KpiResult result = ask({.by = KpiBy::Store}, facts(), documents);
    const KpiReading& liability = figureOf(result.figures, "liability");
    QCOMPARE(liability.now.value, 47'000.0);
    QCOMPARE(liability.now.n, 2);
    QCOMPARE(liability.before.gap, KpiGap::BeforeData);  // what was owed then, no list of now can tell
    double stores = 0;
    for (const KpiGroup& group : result.groups) {
        stores += figureOf(group.figures, "liability").now.value;
    }
    QCOMPARE(stores, 47'000.0);
    Bitset first(7);
    first.set(0);
    const KpiResult one = ask({.population = first, .chosenPeople = true}, facts(), documents);
    QCOMPARE(figureOf(one.figures, "liability").now.value, 35'000.0);
}

void TestKpi::visitorsAreCountedWhereTheyAreAskedFor()
{
    SnapshotBuilder builder;
    for (const bool known : {true, false}) {
        const Index customer = builder.addCustomer(known);
        builder.addEvent(customer, {.time = atTen(on(6, 3)), .type = "arrive", .texts = {}});
    }
    builder.setAsOf(kAsOf);
    const SnapshotPtr snapshot = builder.build();
    for (const bool anonymous : {false, true}) {
        Job job;
        const Result<KpiResult> result = kpis(*snapshot, {}, {.includeAnonymous = anonymous}, job);
        QVERIFY(result);
        QCOMPARE(result->used, Index {anonymous ? 2 : 1});
        QCOMPARE(figureOf(result->figures, "arrivals").now.value, anonymous ? 2.0 : 1.0);
    }
}

void TestKpi::missingFilesAreNamed()
{
    const KpiResult result = ask();
    const KpiReading& liability = figureOf(result.figures, "liability");
    QCOMPARE(liability.now.gap, KpiGap::NoFile);
    QVERIFY(std::isnan(liability.now.value));
    QCOMPARE(liability.missing, std::vector<std::string> {"his_package"});
    const KpiResult empty = ask({}, {{.customer = 0, .day = on(6, 3), .type = "arrive"}});
    QCOMPARE(figureOf(empty.figures, "arrivals").now.value, 1.0);
    QCOMPARE(figureOf(empty.figures, "gmv").missing, std::vector<std::string> {"his_billing"});
    QCOMPARE(figureOf(empty.figures, "deal_rate").missing, std::vector<std::string> {"his_billing"});
    QVERIFY(std::isnan(figureOf(empty.figures, "delivered").now.value));
}

void TestKpi::aPeriodBeforeTheFirstRowIsNotKnown()
{
    const KpiResult result = ask({.compare = KpiCompare::Year});
    QCOMPARE(result.before.to, dayFromCivil(2025, 6, 15));
    QCOMPARE(figureOf(result.figures, "gmv").before.gap, KpiGap::BeforeData);
    QVERIFY(figureOf(result.figures, "gmv").now.isKnown());
    // A month without a single row inside the time of the files is 0, not unknown.
    const KpiResult march = ask({.month = on(3, 1)});
    QCOMPARE(figureOf(march.figures, "gmv").now.value, 0.0);
    QCOMPARE(figureOf(march.figures, "ticket").now.gap, KpiGap::NothingToDivide);
}

void TestKpi::spendIsKnownByChannelAndWholeOnly()
{
    const KpiResult stores = ask({.by = KpiBy::Store});
    QVERIFY(figureOf(stores.figures, "cpl").now.isKnown());
    for (const KpiGroup& group : stores.groups) {
        QCOMPARE(figureOf(group.figures, "cpl").now.gap, KpiGap::NotSplit);
    }
    const KpiResult some = ask({.chosenPeople = true});
    QCOMPARE(figureOf(some.figures, "roi").now.gap, KpiGap::ChosenOnly);
    QVERIFY(figureOf(some.figures, "gmv").now.isKnown());
}

void TestKpi::channelsAreThoseOfTheFirstLead()
{
    SnapshotBuilder builder;
    for (int c = 0; c < 3; ++c) {
        builder.addCustomer();
    }
    const auto add = [&](Index customer, Day day, const char* type, const char* channel, Fen amount = 0) {
        SnapshotBuilder::Event event;
        event.time = atTen(day);
        event.type = type;
        event.amount = amount;
        if (*channel != '\0') {
            event.texts[EventField::Channel] = channel;
        }
        builder.addEvent(customer, event);
    };
    add(0, on(5, 1), "lead", "xhs_ads");
    add(0, on(6, 2), "lead", "baidu_sem");
    add(0, on(6, 3), "bill", "", 10'000);
    add(1, on(6, 3), "bill", "", 20'000);
    add(2, on(6, 3), "bill", "", 40'000);
    builder.setText(1, "source", "referral");
    builder.setAsOf(kAsOf);
    Job job;
    const Result<KpiResult> result = kpis(*builder.build(), {}, {.by = KpiBy::Channel}, job);
    QVERIFY(result);
    QCOMPARE(result->groups.size(), std::size_t {4});
    QCOMPARE(result->groups[0].name, std::string());
    QCOMPARE(figureOf(result->groups[0].figures, "gmv").now.value, 40'000.0);
    QCOMPARE(result->groups[1].name, std::string("baidu_sem"));
    QCOMPARE(figureOf(result->groups[1].figures, "leads").now.value, 1.0);  // of June
    QCOMPARE(figureOf(result->groups[1].figures, "gmv").now.value, 0.0);
    QCOMPARE(result->groups[2].name, std::string("referral"));
    QCOMPARE(figureOf(result->groups[2].figures, "gmv").now.value, 20'000.0);
    QCOMPARE(result->groups[3].name, std::string("xhs_ads"));
    QCOMPARE(figureOf(result->groups[3].figures, "gmv").now.value, 10'000.0);
}

void TestKpi::storesAndStaffSplitTheMoney()
{
    const KpiResult stores = ask({.by = KpiBy::Store});
    QCOMPARE(stores.groups.size(), std::size_t {2});
    QCOMPARE(figureOf(stores.groups[0].figures, "gmv").now.value, 150'000.0);
    QCOMPARE(figureOf(stores.groups[1].figures, "gmv").now.value, 70'000.0);
    QCOMPARE(figureOf(stores.groups[0].figures, "arrival_rate").now.value, 0.5);
    QCOMPARE(figureOf(stores.groups[1].figures, "arrival_rate").now.gap, KpiGap::NothingToDivide);
    const KpiResult staff = ask({.by = KpiBy::Staff});
    QCOMPARE(staff.groups[1].name, std::string("Ann"));
    QCOMPARE(figureOf(staff.groups[1].figures, "gmv").now.value, 100'000.0);
    QCOMPARE(figureOf(staff.groups[2].figures, "gmv").now.value, 50'000.0);
}

void TestKpi::paymentsThatCameTwiceCountOnce()
{
    const std::vector<Fact> world {
        {.customer = 0, .day = on(6, 3), .type = "deposit_pay", .amount = 10'000, .kind = "deposit"},
        {.customer = 0, .day = on(6, 3), .type = "bill", .amount = 10'000, .kind = "deposit"},
        {.customer = 1, .day = on(6, 3), .type = "stored_value_topup", .amount = 20'000, .kind = "topup"}};
    const KpiResult result = ask({}, world);
    QCOMPARE(figureOf(result.figures, "cash").now.value, 30'000.0);
    QCOMPARE(figureOf(result.figures, "buyers").now.value, 0.0);  // a deposit is no bill
}

void TestKpi::giftsAreBillsWithoutMoney()
{
    const KpiResult result
        = ask({}, {{.customer = 0, .day = on(6, 3), .type = "bill", .amount = 10'000, .kind = "gift"}});
    QCOMPARE(figureOf(result.figures, "buyers").now.value, 1.0);
    QCOMPARE(figureOf(result.figures, "deals").now.value, 0.0);
    QCOMPARE(figureOf(result.figures, "cash").now.value, 0.0);
    QCOMPARE(figureOf(result.figures, "ticket").now.gap, KpiGap::NothingToDivide);
}

void TestKpi::wrongOptionsAreRefused()
{
    Job job;
    const SnapshotPtr world = clinicOf(7, facts(), kAsOf);
    const Result<KpiResult> future = kpis(*world, {}, {.month = on(7, 1)}, job);
    QVERIFY(!future);
    QCOMPARE(future.error().code, ErrorCode::BadOption);
    QCOMPARE(future.error().subject, std::string("month"));
    for (const int days : {0, 731}) {
        const Result<KpiResult> result = kpis(*world, {}, {.roiDays = days}, job);
        QVERIFY(!result);
        QCOMPARE(result.error().subject, std::string("roi-days"));
    }
    QVERIFY(!kpiTrend(*world, {.count = 1}, job));
}

void TestKpi::canBeStopped()
{
    meitrace::test::StoppedJob job;
    const Result<KpiResult> result = kpis(*clinicOf(7, facts(), kAsOf), {}, {}, job);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void TestKpi::theTrendAddsUpToTheFigures()
{
    Job job;
    const SnapshotPtr world = clinicOf(7, facts(), kAsOf);
    const Result<KpiTrend> months = kpiTrend(*world, {.count = 8}, job);
    QVERIFY(months);
    QCOMPARE(months->points.size(), std::size_t {8});
    QCOMPARE(months->points.back().start, on(6, 1));
    QCOMPARE(months->points.front().start, dayFromCivil(2025, 11, 1));
    QVERIFY(months->lastIsOpen && months->hasVisits && months->hasCash);
    const KpiResult june = ask();
    QCOMPARE(static_cast<double>(months->points[7].cash), figureOf(june.figures, "cash").now.value);
    QCOMPARE(months->points[7].visits, figureOf(june.figures, "arrivals").now.n);
    QCOMPARE(static_cast<double>(months->points[7].arrivals), figureOf(june.figures, "arrivals").now.value);
    QCOMPARE(months->points[6].cash, Fen {110'000});
    const Result<KpiTrend> weeks = kpiTrend(*world, {.span = KpiSpan::Week, .count = 3}, job);
    QVERIFY(weeks);
    QCOMPARE(weeks->points[0].start, on(6, 1));  // Mondays
    QCOMPARE(weeks->points[0].visits, std::int64_t {2});
    QCOMPARE(weeks->points[1].visits, std::int64_t {1});
    QVERIFY(weeks->lastIsOpen);
}

MEITRACE_TEST(TestKpi)
#include "tst_kpi.moc"

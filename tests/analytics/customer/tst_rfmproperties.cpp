// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfm.h"
#include "models/base/random.h"
#include "tests/analytics/customer/purchaseworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace meitrace;
using meitrace::test::Purchase;
using meitrace::test::worldOf;

namespace {

constexpr Day kAsOf = 19'000;

std::vector<Purchase> drawn(Random& random, Index customers, int events)
{
    static const std::vector<std::pair<std::string, std::string>> kTypes {
        {"bill", "sale"},  {"bill", "sale"}, {"bill", "gift"}, {"treat", ""},           {"refund", ""},
        {"bill", "topup"}, {"arrive", ""},   {"bill", ""},     {"bill", "deposit_back"}};
    std::vector<Purchase> purchases;
    for (int i = 0; i < events; ++i) {
        Purchase p;
        p.customer = static_cast<Index>(random.below(static_cast<std::uint64_t>(customers)));
        p.day = kAsOf + 20 - static_cast<Day>(random.below(1'100));
        const auto& [type, kind] = kTypes[random.below(kTypes.size())];
        p.type = type;
        p.kind = kind;
        p.amount = static_cast<Fen>(random.below(20) * random.below(50'000));
        if (type == "refund" || kind == "deposit_back" || random.chance(50'000)) {
            p.amount = -p.amount;
        }
        p.timeOfDay = static_cast<Millis>(random.below(86'400'000));
        p.precision = random.chance(300'000) ? TimeQuality::WholeDay : TimeQuality::Exact;
        purchases.push_back(p);
    }
    return purchases;
}

struct Naive {
    std::map<Index, double> recency;
    std::map<Index, double> frequency;
    std::map<Index, double> monetary;
};

/// Facts by sets of days, in the words of the definition
Naive naiveFacts(const std::vector<Purchase>& purchases)
{
    std::map<Index, std::set<Day>> days;
    std::map<Index, double> money;
    for (const Purchase& p : purchases) {
        // 24 months that end with 2022-01-08 begin on 2020-01-09
        if (p.day < dayFromCivil(2020, 1, 9) || p.day > kAsOf || p.kind == "gift") {
            continue;
        }
        if (p.type == "bill" || p.type == "refund") {
            money[p.customer] += static_cast<double>(p.amount);
        }
        const bool bought = p.type == "bill" && p.kind != "deposit_back";
        if ((bought || p.type == "treat") && p.amount >= 0) {
            days[p.customer].insert(p.day);
        }
    }
    Naive naive;
    for (const auto& [customer, set] : days) {
        naive.recency[customer] = kAsOf - *set.rbegin();
        naive.frequency[customer] = static_cast<double>(set.size());
        naive.monetary[customer] = money[customer];
    }
    return naive;
}

std::map<Index, int> naiveScores(const std::map<Index, double>& values, int bins)
{
    std::vector<double> sorted;
    for (const auto& [customer, value] : values) {
        sorted.push_back(value);
    }
    std::sort(sorted.begin(), sorted.end());
    std::map<Index, int> scores;
    for (const auto& [customer, value] : values) {
        scores[customer] = 1;
        for (int j = 1; j < bins; ++j) {
            // the exact breakpoint times bins: no rounding
            const auto last = static_cast<Index>(sorted.size()) - 1;
            const auto k = static_cast<std::size_t>(last * j / bins);
            const std::size_t next = std::min(k + 1, sorted.size() - 1);
            const double point
                = sorted[k] * bins + (sorted[next] - sorted[k]) * static_cast<double>(last * j % bins);
            scores[customer] += point < value * bins ? 1 : 0;
        }
    }
    return scores;
}

bool equalScores(const RfmResult& a, const RfmResult& b)
{
    return (a.recency == b.recency).all() && (a.frequency == b.frequency).all()
        && (a.monetary == b.monetary).all() && (a.r == b.r).all() && (a.f == b.f).all() && (a.m == b.m).all()
        && (a.segment == b.segment).all();
}

}  // namespace

class TestRfmProperties : public QObject {
    Q_OBJECT

private slots:
    void anIndependentScorerAgrees()
    {
        Random random(17);
        for (int round = 0; round < 30; ++round) {
            const Index customers = 1 + static_cast<Index>(random.below(200));
            const int events = static_cast<int>(customers) * 3 + 5;
            const int bins = static_cast<int>(2 + random.below(9));
            const std::vector<Purchase> purchases = drawn(random, customers, events);
            const Naive naive = naiveFacts(purchases);
            const auto r = naiveScores(naive.recency, bins);
            const auto f = naiveScores(naive.frequency, bins);
            const auto m = naiveScores(naive.monetary, bins);
            Job job;
            const auto result = rfm(*worldOf(customers, purchases, kAsOf),
                                    {.method = RfmMethod::Quantile, .bins = bins}, job);
            QCOMPARE(static_cast<bool>(result), !naive.recency.empty());
            for (Index c = 0; result && c < customers; ++c) {
                const bool scored = naive.recency.count(c) != 0;
                QCOMPARE(result->recency[c] >= 0, scored);
                if (scored) {
                    QCOMPARE(static_cast<double>(result->recency[c]), naive.recency.at(c));
                    QCOMPARE(static_cast<double>(result->frequency[c]), naive.frequency.at(c));
                    QCOMPARE(static_cast<double>(result->monetary[c]), naive.monetary.at(c));
                    QCOMPARE(int {result->r[c]}, bins + 1 - r.at(c));
                    QCOMPARE(int {result->f[c]}, f.at(c));
                    QCOMPARE(int {result->m[c]}, naive.monetary.at(c) > 0 ? m.at(c) : 1);
                }
            }
        }
    }

    void tablesAddUp()
    {
        Random random(19);
        for (const RfmGrid grid : {RfmGrid::Eight, RfmGrid::Eleven}) {
            Job job;
            const auto r = rfm(*worldOf(300, drawn(random, 300, 900), kAsOf), {.grid = grid}, job);
            Index inCells = 0;
            Index inSegments = 0;
            Fen cellMoney = 0;
            Fen segmentMoney = 0;
            double share = 0;
            for (const RfmCell& cell : r->cells) {
                inCells += cell.customers;
                cellMoney += cell.spend;
                QCOMPARE(((r->r.cast<int>() == cell.r) && (r->f.cast<int>() == cell.f)).count(),
                         cell.customers);
            }
            for (std::size_t s = 0; s < r->segments.size(); ++s) {
                inSegments += r->segments[s].customers;
                segmentMoney += r->segments[s].spend;
                share += r->segments[s].share;
                QCOMPARE((r->segment == static_cast<std::uint8_t>(s)).count(), r->segments[s].customers);
            }
            QCOMPARE(inCells, r->scored);
            QCOMPARE(inSegments, r->scored);
            QCOMPARE(cellMoney, r->monetary.sum());
            QCOMPARE(segmentMoney, r->monetary.sum());
            QVERIFY(std::abs(share - 1) < 1e-12);
            QCOMPARE(r->scored + r->noEvent + r->beforeWindow, Index {300});
        }
    }

    void permutingCustomersPermutesTheScores()
    {
        Random random(23);
        const Index n = 150;
        const std::vector<Purchase> purchases = drawn(random, n, 500);
        std::vector<Purchase> turned = purchases;
        for (Purchase& p : turned) {
            p.customer = (p.customer * 7 + 3) % n;
        }
        for (const RfmMethod method : {RfmMethod::Auto, RfmMethod::Breaks}) {
            Job job;
            const auto a = rfm(*worldOf(n, purchases, kAsOf), {.method = method}, job);
            const auto b = rfm(*worldOf(n, turned, kAsOf), {.method = method}, job);
            for (Index c = 0; c < n; ++c) {
                const Index d = (c * 7 + 3) % n;
                QCOMPARE(a->r[c], b->r[d]);
                QCOMPARE(a->f[c], b->f[d]);
                QCOMPARE(a->m[c], b->m[d]);
                QCOMPARE(a->segment[c], b->segment[d]);
            }
        }
    }

    void scalingMoneyLeavesTheRanks()
    {
        Random random(29);
        std::vector<Purchase> purchases = drawn(random, 120, 400);
        Job job;
        const auto a = rfm(*worldOf(120, purchases, kAsOf), {}, job);
        for (Purchase& p : purchases) {
            p.amount *= 7;
        }
        const auto b = rfm(*worldOf(120, purchases, kAsOf), {}, job);
        QVERIFY((a->m == b->m).all());
        QVERIFY((a->segment == b->segment).all());
        QVERIFY((a->monetary * 7 == b->monetary).all());
    }

    void equalCustomersScoreEqual()
    {
        Random random(31);
        Job job;
        for (const RfmMethod method :
             {RfmMethod::Auto, RfmMethod::Quantile, RfmMethod::Fixed, RfmMethod::Breaks}) {
            const auto r = rfm(*worldOf(200, drawn(random, 200, 300), kAsOf), {.method = method}, job);
            for (Index a = 0; a < 200; ++a) {
                for (Index b = 0; b < 200; ++b) {
                    if (r->recency[a] < 0 || r->recency[b] < 0) {
                        continue;
                    }
                    QVERIFY(r->recency[a] > r->recency[b] || r->r[a] >= r->r[b]);
                    QVERIFY(r->frequency[a] < r->frequency[b] || r->f[a] >= r->f[b]);
                    QVERIFY(r->monetary[a] < r->monetary[b] || r->m[a] >= r->m[b]);
                }
            }
        }
    }

    void theNumberOfThreadsChangesNothing()
    {
        Random random(37);
        const auto world = worldOf(40'000, drawn(random, 40'000, 90'000), kAsOf);
        for (const RfmMethod method : {RfmMethod::Quantile, RfmMethod::Breaks}) {
            Job one(1);
            Job two(2);
            Job seven(7);
            const auto a = rfm(*world, {.method = method}, one);
            const auto b = rfm(*world, {.method = method}, two);
            const auto c = rfm(*world, {.method = method}, seven);
            QVERIFY(equalScores(*a, *b));
            QVERIFY(equalScores(*a, *c));
            QCOMPARE(a->thresholds.monetary, c->thresholds.monetary);
            for (std::size_t i = 0; i < a->monetaryCuts.at.size(); ++i) {
                QCOMPARE(a->monetaryCuts.at[i].value, c->monetaryCuts.at[i].value);
            }
        }
    }
};

MEITRACE_TEST(TestRfmProperties)
#include "tst_rfmproperties.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analytics/customer/purchaseworld.h"
#include "tests/support/testmain.h"
#include "ui/viewmodels/rfmview.h"
#include "ui/viewmodels/segmenttable.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <set>

using namespace meitrace;
using meitrace::test::Purchase;
using meitrace::test::StoppedJob;
using meitrace::test::worldOf;

namespace {

constexpr Day kAsOf = 1000;  // 27 September 1972

/// Customer c bought 1 + c % 9 times, last c % 400 days before the as-of day; the last three never did.
SnapshotPtr world(Index customers = 200)
{
    std::vector<Purchase> purchases;
    for (Index c = 0; c + 3 < customers; ++c) {
        for (Index visit = 0; visit <= c % 9; ++visit) {
            purchases.push_back({c, static_cast<Day>(kAsOf - c % 400 - 11 * visit), 10'000 * (1 + c % 37)});
        }
    }
    return worldOf(customers, purchases, kAsOf);
}

RfmHistory historyOf(const SnapshotPtr& snapshot, const RfmOptions& options = {}, int months = 6)
{
    Job job;
    Result<RfmHistory> result = rfmHistory(*snapshot, options, months, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

/// The worked example of docs/methods/rfm.md: R 10 20 30 40 50, F 1 1 2 3 9.
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

}  // namespace

class TestRfmView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void namesAndRangesOfTheGridByHand()
    {
        const HeatData heat = rfmHeat(historyOf(fiveCustomers()).now);
        QCOMPARE(heat.rowNames, QStringList({"R5", "R4", "R3", "R2", "R1"}));
        // R is cut at 18, 26, 34, 42 days; F at 1, 2, 4, 7
        QCOMPARE(heat.rowNotes,
                 QStringList({"0–18 days", "19–26 days", "27–34 days", "35–42 days", "> 42 days"}));
        QCOMPARE(
            heat.columnNames,
            QStringList({"F1 / once", "F2 / 2 times", "F3 / 3–4 times", "F4 / 5–7 times", "F5 / 8+ times"}));
        // R5 F1: one customer, 500.00; R1 F5: one, 90,000.00; the cell between them is empty
        QCOMPARE(heat.cells[0].text, QStringLiteral("1"));
        QCOMPARE(heat.cells[0].text2, QStringLiteral("¥\u00a0500"));
        QCOMPARE(heat.cells[24].value, 9'000'000.0);
        QVERIFY(std::isnan(heat.cells[4].value));
        QVERIFY(heat.cells[4].text.isEmpty());
        QCOMPARE(heat.format(123'456.0), QStringLiteral("¥\u00a01,235"));
    }

    void oneBigSpenderDoesNotTakeTheWholeRamp()
    {
        std::vector<Purchase> purchases;
        for (Index c = 0; c < 99; ++c) {  // 98 spend 100.00 or 200.00, one 1,000,000.00 and comes more often
            purchases.push_back({c, kAsOf - 5, c % 2 == 0 ? 10'000 : 20'000});
        }
        for (Day visit = 0; visit < 8; ++visit) {
            purchases.push_back({0, kAsOf - 20 - visit, 12'500'000});
        }
        const HeatData heat = rfmHeat(historyOf(worldOf(99, purchases, kAsOf), {}, 0).now);
        // the cell of the 98: 49 at 100.00 but for the one, 49 at 200.00
        QCOMPARE(heat.high, (49 * 20'000.0 + 49 * 10'000.0) / 98);
        QCOMPARE(heat.format(heat.high), QStringLiteral("≥ ¥\u00a0150"));
        QCOMPARE(heat.format(5'000), QStringLiteral("¥\u00a050"));
    }

    void everyRangeHoldsExactlyTheCustomersOfItsRow()
    {
        const RfmHistory history = historyOf(world());
        const RfmResult& now = history.now;
        const HeatData heat = rfmHeat(now);
        for (int row = 0; row < now.bins; ++row) {
            const QString note = heat.rowNotes[row];
            const bool open = note.startsWith(QLatin1Char('>'));
            const QStringList ends
                = note.section(QLatin1Char(' '), open ? 1 : 0, open ? 1 : 0).split(QChar(0x2013));
            const int low = open ? ends[0].toInt() + 1 : ends[0].toInt();
            const int high = open ? 1'000'000 : ends.last().toInt();
            for (Index c = 0; c < now.r.size(); ++c) {
                const bool inside = now.recency[c] >= low && now.recency[c] <= high;
                QCOMPARE(now.r[c] == now.bins - row, inside);
            }
        }
    }

    void cellsSumToTheScoredCustomersAndAreDisjoint()
    {
        const RfmHistory history = historyOf(world());
        const RfmResult& now = history.now;
        QCOMPARE(now.scored, Index {197});
        Bitset all(now.r.size());
        Index sum = 0;
        QVector<RegionId> every;
        for (int row = 0; row < now.bins; ++row) {
            for (int column = 0; column < now.bins; ++column) {
                const Bitset members = rfmMembers(now, {{row, column, 0}});
                QCOMPARE(members.count(),
                         now.cells[static_cast<std::size_t>(row * now.bins + column)].customers);
                sum += members.count();
                all |= members;
                every.append({row, column, 0});
            }
        }
        QCOMPARE(sum, now.scored);
        QCOMPARE(all.count(), now.scored);
        QVERIFY(all == rfmMembers(now, every));
        QCOMPARE(rfmCellsTitle(now, {{0, 0, 0}}), QStringLiteral("R5 F1"));
        QCOMPARE(rfmCellsTitle(now, every), QStringLiteral("25 cells of the grid"));
    }

    void barsSumToTheCustomersOfTheirMonth_data()
    {
        QTest::addColumn<bool>("eleven");
        QTest::newRow("eight") << false;
        QTest::newRow("eleven") << true;
    }
    void barsSumToTheCustomersOfTheirMonth()
    {
        QFETCH(bool, eleven);
        RfmOptions options;
        options.grid = eleven ? RfmGrid::Eleven : RfmGrid::Eight;
        const SnapshotPtr snapshot = world();
        const RfmHistory history = historyOf(snapshot, options);
        const BarData bars = rfmBars(history);
        QCOMPARE(bars.categories, QStringList({"Mar", "Apr", "May", "Jun", "Jul", "Aug"}));
        QVERIFY(bars.series.size() <= 6);
        for (int month = 0; month < bars.categories.size(); ++month) {
            RfmOptions then = options;
            then.asOf = history.months[static_cast<std::size_t>(month)].asOf;
            Job job;
            const Result<RfmResult> alone = rfm(*snapshot, then, job);
            QVERIFY(static_cast<bool>(alone));
            double sum = 0;
            for (int part = 0; part < bars.series.size(); ++part) {
                const double value = bars.series[part].values[month];
                QCOMPARE(static_cast<double>(rfmBarMembers(history, {month, part, 0}).count()), value);
                sum += value;
            }
            QCOMPARE(sum, static_cast<double>(alone->scored));
        }
        QVERIFY(rfmBarTitle(history, {5, 0, 0}).contains(QStringLiteral("Aug 31, 1972")));
    }

    void monthEndsReachBackOverTheYear()
    {
        const auto day = [](int y, int m, int d) { return dayFromCivil(y, m, d); };
        QCOMPARE(monthEnds(day(2026, 2, 14), 3),
                 (std::vector<Day> {day(2025, 11, 30), day(2025, 12, 31), day(2026, 1, 31)}));
        QCOMPARE(monthEnds(day(2024, 2, 29), 2), (std::vector<Day> {day(2024, 1, 31), day(2024, 2, 29)}));
    }

    void monthsBeforeTheFirstPurchaseAreLeftOut()
    {
        const SnapshotPtr snapshot = worldOf(2, {{0, kAsOf, 100}, {1, kAsOf - 40, 100}}, kAsOf);
        // 40 days before 27 September is 18 August: only the end of August has somebody
        QCOMPARE(historyOf(snapshot).months.size(), std::size_t {1});
    }

    void theTableIsTheSegments()
    {
        const RfmHistory history = historyOf(world());
        SegmentTableModel model;
        model.setSegments(history.now.segments);
        QCOMPARE(model.rowCount(), 8);
        double shares = 0;
        Index people = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto& segment = history.now.segments[static_cast<std::size_t>(row)];
            QCOMPARE(model.index(row, SegmentTableModel::Customers).data().toString(),
                     QString::number(segment.customers));
            shares += model.index(row, SegmentTableModel::Share).data(BarRole).toDouble();
            people += segmentMembers(history.now.segment, {row}).count();
            QVERIFY(!model.index(row, SegmentTableModel::Advice).data().toString().isEmpty());
            QVERIFY(model.index(row, SegmentTableModel::Name).data(PillRole).isValid());
        }
        QVERIFY(std::abs(shares - 1) < 1e-9);
        QCOMPARE(people, history.now.scored);
        model.sort(SegmentTableModel::Customers, Qt::DescendingOrder);
        for (int row = 1; row < model.rowCount(); ++row) {
            const auto size = [&](int r) {
                return history.now.segments[static_cast<std::size_t>(model.segmentAt(r))].customers;
            };
            QVERIFY(size(row - 1) >= size(row));
        }
    }

    void everySegmentHasAdviceOfItsOwn()
    {
        std::set<QString> sentences;
        int segments = 0;
        for (const RfmGrid grid : {RfmGrid::Eight, RfmGrid::Eleven}) {
            RfmOptions options;
            options.grid = grid;
            for (const RfmSegment& segment : historyOf(world(), options, 0).now.segments) {
                QVERIFY(!segmentAdvice(segment.code).isEmpty());
                sentences.insert(segmentSentence(segment.code));
                ++segments;
            }
        }
        QCOMPARE(segments, 19);
        QCOMPARE(sentences.size(), std::size_t {19});
    }

    void theCaptionCountsWhoIsLeftOut()
    {
        RfmOptions options;
        options.windowMonths = 6;  // the window begins on 28 March 1972: 182 days before the as-of day
        const RfmHistory history = historyOf(world(), options);
        const QString caption = rfmCaption(history);
        QVERIFY(caption.contains(QStringLiteral("%1 customers; left out: 3 without a purchase, %2 who last")
                                     .arg(history.now.scored)
                                     .arg(history.now.beforeWindow)));
        QCOMPARE(history.now.scored + history.now.beforeWindow + 3, Index {200});
        QVERIFY(caption.contains(QStringLiteral("Mar 28, 1972 to Sep 27, 1972")));
    }

    void fewCustomersGetNoConclusion()
    {
        QVERIFY(rfmConclusion(historyOf(world(32))).contains(QStringLiteral("Fewer than 30")));
        QVERIFY(rfmConclusion(historyOf(world(33))).contains(QStringLiteral("of the money")));
    }

    void aStoppedJobGivesNoHistory()
    {
        StoppedJob job;
        const Result<RfmHistory> result = rfmHistory(*world(), {}, 6, job);
        QVERIFY(!static_cast<bool>(result));
        QVERIFY(result.error().code == ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestRfmView)
#include "tst_rfmview.moc"

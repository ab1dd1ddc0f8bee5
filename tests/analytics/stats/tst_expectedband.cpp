// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a day was expected to bring: by hand, how often chance alone raises an alarm, how often a shock is
// seen, what later points must not change.
#include "analytics/stats/expectedband.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace meitrace;

namespace {

/// Days with a weekly cycle around a height; Poisson drawn by counting exponential waits.
std::vector<double> drawnDays(Random& random, int days, double height)
{
    constexpr std::array<double, 7> kWeek {0.8, 0.82, 0.88, 0.95, 1.1, 1.28, 1.17};
    std::vector<double> values;
    for (int day = 0; day < days; ++day) {
        const double mean = height * kWeek[static_cast<std::size_t>(day % 7)];
        int count = -1;
        for (double waited = 0; waited < mean; ++count) {
            waited -= std::log(1 - random.unit());
        }
        values.push_back(count);
    }
    return values;
}

std::vector<BandPoint> judged(const std::vector<double>& values, BandOptions options = {})
{
    return expectedBand(values, std::vector<bool>(values.size(), false), options);
}

}  // namespace

class TestExpectedBand : public QObject {
    Q_OBJECT

private slots:
    void aSteadySeriesExpectsItself()
    {
        std::vector<double> values(60, 25);
        values.back() = 49;
        const std::vector<BandPoint> band = judged(values);
        QVERIFY(!band[27].isJudged && band[28].isJudged);
        QCOMPARE(band[40].z, 0.0);
        QVERIFY(std::abs(band[40].expected - 25) < 1e-9);
        // 2 sqrt(25.375) = 10.0747; three scales of 1 to each side
        QVERIFY(std::abs(band[59].low - (std::pow(7.0747 / 2, 2) - 0.375)) < 1e-3);
        QVERIFY(std::abs(band[59].high - (std::pow(13.0747 / 2, 2) - 0.375)) < 1e-3);
        QVERIFY(std::abs(band[59].z - (2 * std::sqrt(49.375) - 2 * std::sqrt(25.375))) < 1e-9);
    }

    void weekdaysAreExpectedByThemselves()
    {
        std::vector<double> values;
        for (int day = 0; day < 70; ++day) {
            values.push_back(day % 7 == 5 ? 100 : 20);
        }
        for (const BandPoint& point : judged(values)) {
            QVERIFY(!point.isJudged || std::abs(point.z) < 1e-9);
        }
        values[63 + 5] = 20;  // a Saturday like other days
        QVERIFY(judged(values)[63 + 5].z < -5);
    }

    void whatIsSkippedIsNeitherJudgedNorLearned()
    {
        std::vector<double> values(80, 30);
        std::vector<bool> skipped(80, false);
        for (std::size_t day = 40; day < 50; ++day) {
            values[day] = 0;
            skipped[day] = true;
        }
        const std::vector<BandPoint> band = expectedBand(values, skipped, {});
        QVERIFY(!band[45].isJudged);
        QVERIFY(band[79].isJudged);
        QVERIFY(std::abs(band[79].expected - 30) < 1e-9);
        QCOMPARE(band[79].z, 0.0);
    }

    void laterPointsChangeNothing()
    {
        Random random(5);
        std::vector<double> values = drawnDays(random, 120, 40);
        const std::vector<BandPoint> all = judged(values);
        values.resize(90);
        const std::vector<BandPoint> some = judged(values);
        for (std::size_t day = 0; day < some.size(); ++day) {
            QCOMPARE(some[day].z, all[day].z);
            QCOMPARE(some[day].high, all[day].high);
        }
    }

    /// At most one false alarm in a hundred days, and shocks of a height worth seeing are seen.
    void chanceStaysSilentAndShocksSpeak()
    {
        Random random(11);
        int judgedDays = 0;
        int alarms = 0;
        int shocks = 0;
        int seen = 0;
        for (int series = 0; series < 40; ++series) {
            std::vector<double> values = drawnDays(random, 156, 40);
            for (const BandPoint& point : judged(values)) {
                judgedDays += point.isJudged ? 1 : 0;
                alarms += point.isJudged && std::abs(point.z) >= 3 ? 1 : 0;
            }
            for (const std::size_t day : {std::size_t {100}, std::size_t {130}}) {
                std::vector<double> shocked = values;
                shocked[day] = std::round(shocked[day] * (day == 100 ? 2.2 : 0.3));
                ++shocks;
                seen += std::abs(judged(shocked)[day].z) >= 3 ? 1 : 0;
            }
        }
        QVERIFY2(alarms * 100 <= judgedDays, qPrintable(QString::number(alarms)));
        QVERIFY2(seen * 10 >= shocks * 8, qPrintable(QString::number(seen)));
    }

    void aNewLevelIsAShiftOnce()
    {
        std::vector<double> values(56, 40);
        values.insert(values.end(), 20, 60);
        const std::vector<BandPoint> band = judged(values);
        QCOMPARE(
            std::count_if(band.begin(), band.begin() + 56, [](const BandPoint& p) { return p.shift != 0; }),
            std::ptrdiff_t {0});
        const auto first
            = std::find_if(band.begin(), band.end(), [](const BandPoint& p) { return p.shift == 1; });
        QVERIFY(first != band.end());
        QVERIFY(first - band.begin() < 60);
        QVERIFY(std::none_of(band.begin(), band.end(), [](const BandPoint& p) { return p.shift == -1; }));
    }

    void amountsAndWeeksHaveScalesOfTheirOwn()
    {
        std::vector<double> values;
        for (int week = 0; week < 40; ++week) {
            values.push_back(week % 2 == 0 ? 90'000 : 110'000);
        }
        values.push_back(20'000);
        const std::vector<BandPoint> band = judged(values, BandOptions::weeks(BandScale::Amounts));
        QVERIFY(!band[11].isJudged && band[12].isJudged);
        QVERIFY(std::abs(band[39].z) < 3);
        QVERIFY(band[40].z < -3);
        QVERIFY(band[40].low > 20'000);
        QVERIFY(std::all_of(band.begin(), band.end(), [](const BandPoint& p) { return p.low >= 0; }));
    }

    void nothingToLearnFromIsNoAlarm()
    {
        QVERIFY(judged({}).empty());
        const std::vector<BandPoint> band = judged(std::vector<double>(60, 0));
        QCOMPARE(band[59].z, 0.0);
        QCOMPARE(band[59].expected, 0.0);
    }
};

MEITRACE_TEST(TestExpectedBand)
#include "tst_expectedband.moc"

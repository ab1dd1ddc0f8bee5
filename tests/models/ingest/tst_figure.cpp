// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/ingest/figure.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using namespace meitrace;

class TestFigure : public QObject {
    Q_OBJECT

private:
    static void equals(const NumberCell& cell, std::int64_t value)
    {
        QVERIFY(cell.bad == RowRule::None);
        QCOMPARE(cell.value, value);
    }

private slots:
    void scoresAreNumbersOrWords()
    {
        equals(readFigure("5"), 5000);
        equals(readFigure("4.5"), 4500);
        equals(readFigure("9分"), 9000);
        equals(readFigure("５星"), 5000);
        equals(readFigure("5 stars"), 5000);
        equals(readFigure("8/10"), 8000);
        equals(readFigure("非常满意"), 5000);
        equals(readFigure("满意"), 4000);
        equals(readFigure("一般"), 3000);
        equals(readFigure("不满意"), 2000);
        equals(readFigure("Very Dissatisfied"), 1000);
        equals(readFigure("120万"), 1'200'000'000);
        equals(readFigure("38%"), 380);
        equals(readFigure("\t10"), 10'000);
        for (const char* nothing : {"", " ", "--", "未知"}) {
            equals(readFigure(nothing), kMissing);
        }
        for (const char* bad : {"满意吗", "4..5", "分", "5 of", "%"}) {
            QVERIFY2(readFigure(bad).bad == RowRule::BadNumber, bad);
        }
    }

    void sharesComeInThreeSpellings()
    {
        equals(readRatio("5.2%", false), 52'000);
        equals(readRatio("5.2%", true), 52'000);
        equals(readRatio("0.052", false), 52'000);
        equals(readRatio("5.2", true), 52'000);
        equals(readRatio("100%", false), 1'000'000);
        equals(readRatio("0", true), 0);
        equals(readRatio("—", false), kMissing);
        QVERIFY(readRatio("五成", false).bad == RowRule::BadNumber);
        QVERIFY(arePercents({"0.4", "5.2", "0.9"}));
        QVERIFY(!arePercents({"0.4", "5.2%", "1"}));
        QVERIFY(!arePercents({}));
    }

    void timesSpentComeInManySpellings()
    {
        equals(readDuration("83"), 83'000);
        equals(readDuration("83.5s"), 83'500);
        equals(readDuration("1:23"), 83'000);
        equals(readDuration("00:01:23"), 83'000);
        equals(readDuration("1分23秒"), 83'000);
        equals(readDuration("1 min 23 sec"), 83'000);
        equals(readDuration("2小时"), 7'200'000);
        equals(readDuration("1h2m3s"), 3'723'000);
        equals(readDuration("1500ms"), 1500);
        equals(readDuration("0"), 0);
        equals(readDuration(""), kMissing);
        for (const char* bad : {"未接通", "1:2:3:4", "-5", "1分x", "1:", "秒"}) {
            QVERIFY2(readDuration(bad).bad == RowRule::BadNumber, bad);
        }
    }

    void clocksAndUnitsAgree()
    {
        Random random(5);
        for (int i = 0; i < 500; ++i) {
            const auto hours = random.below(30);
            const auto minutes = random.below(60);
            const auto seconds = random.below(60);
            const auto text = [](std::uint64_t number) { return std::to_string(number); };
            const auto expected = static_cast<std::int64_t>((hours * 60 + minutes) * 60 + seconds) * 1000;
            equals(readDuration(text(hours) + ":" + text(minutes) + ":" + text(seconds)), expected);
            equals(readDuration(text(hours) + "h" + text(minutes) + "m" + text(seconds) + "s"), expected);
            equals(readDuration(text(hours) + "小时" + text(minutes) + "分钟" + text(seconds) + "秒"),
                   expected);
        }
    }
};

MEITRACE_TEST(TestFigure)
#include "tst_figure.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/rfmclasses.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

class TestRfmClasses : public QObject {
    Q_OBJECT

private slots:
    void classesComeBackFromTheWorkspace()
    {
        const test::Scratch scratch;
        const std::string path = scratch.path("clinic.meitrace");
        QVERIFY(Workspace::create(path, {}));
        Job job;
        RfmClasses classes {.method = RfmMethod::Fixed, .bins = 4, .cuts = {}};
        classes.cuts = {.recency = {30, 90, 180}, .frequency = {1, 3, 9}, .monetary = {0, 50'000, 200'000}};
        {
            Result<Clinic> clinic = Clinic::forWriting(path, job);
            QVERIFY(clinic);
            const Result<RfmClasses> none = savedRfmClasses(*clinic);
            QVERIFY(none && *none == RfmClasses {});
            QVERIFY(saveRfmClasses(*clinic, {}));
            QVERIFY(saveRfmClasses(*clinic, classes));
        }
        Result<Clinic> clinic = Clinic::forReading(path, job);
        QVERIFY(clinic);
        const Result<RfmClasses> saved = savedRfmClasses(*clinic);
        QVERIFY(saved && *saved == classes);
        RfmOptions options;
        setRfmClasses(options, *saved);
        QCOMPARE(options.fixedCuts.frequency[2], std::int64_t {9});
        QVERIFY(rfmClassesOf(options) == classes);
    }

    void anyClassesSurviveTheirText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("usual") << QByteArray(
            "auto 5 60,120,240,365 - 100000,300000,1000000,3000000 median 365 2 1000000");
        QTest::newRow("two") << QByteArray("breaks 2 60 1 -5 mean 90 1 0");
        QTest::newRow("ten") << QByteArray(
            "quantile 10 1,2,3,4,5,6,7,8,9 - 1,2,3,4,5,6,7,8,10 fixed 90 3 -1");
    }
    void anyClassesSurviveTheirText()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(rfmClassesText(rfmClassesFrom(text.toStdString()))), text);
    }

    void textThatIsNotOfClassesGivesTheUsualOnes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("method") << QByteArray("best 5 60,120,240,365 - 1,2,3,4 median 365 2 100");
        QTest::newRow("bins") << QByteArray("fixed 11 60,120,240,365 - 1,2,3,4 median 365 2 100");
        QTest::newRow("too few") << QByteArray("fixed 5 60,120,240 - 1,2,3,4 median 365 2 100");
        QTest::newRow("not ascending") << QByteArray("fixed 5 60,120,120,365 - 1,2,3,4 median 365 2 100");
        QTest::newRow("no number") << QByteArray("fixed 5 60,120,x,365 - 1,2,3,4 median 365 2 100");
        QTest::newRow("no threshold") << QByteArray("fixed 5 60,120,240,365 - 1,2,3,4");
        QTest::newRow("threshold") << QByteArray("fixed 5 60,120,240,365 - 1,2,3,4 best 365 2 100");
        QTest::newRow("no recency") << QByteArray("fixed 5 - - 1,2,3,4 median 365 2 100");
    }
    void textThatIsNotOfClassesGivesTheUsualOnes()
    {
        QFETCH(QByteArray, text);
        QVERIFY(rfmClassesFrom(text.toStdString()) == RfmClasses {});
    }
};

MEITRACE_TEST(TestRfmClasses)
#include "tst_rfmclasses.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what files and the log say in codes, and shares too small for one decimal.
#include "tests/support/testmain.h"
#include "tests/ui/support/structure.h"
#include "ui/charts/nicerange.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"
#include "ui/text/ruleadvice.h"
#include "ui/viewmodels/audittext.h"

#include <QDate>
#include <QTest>

#include <cmath>

using namespace meitrace;

class TestCodeWords : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aShareThatIsThereIsNeverZero_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("0.0 %");
        QTest::newRow("one of a million") << 1e-6 << QStringLiteral("<0.1 %");
        QTest::newRow("just below") << 0.000499 << QStringLiteral("<0.1 %");
        QTest::newRow("just there") << 0.0005 << QStringLiteral("0.1 %");
        QTest::newRow("usual") << 0.1234 << QStringLiteral("12.3 %");
        QTest::newRow("all") << 1.0 << QStringLiteral("100.0 %");
        QTest::newRow("less") << -0.02 << QStringLiteral("-2.0 %");
    }
    void aShareThatIsThereIsNeverZero()
    {
        QFETCH(double, share);
        QFETCH(QString, text);
        QCOMPARE(percentText(share), text);
        QCOMPARE(percentLabel(share), text);
    }
    void aChangeMayRoundToNothing()
    {
        QCOMPARE(changeText(1e-6), QStringLiteral("0.0 %"));
        QCOMPARE(percentText(std::nan("")), QStringLiteral("—"));
    }

    void daysHaveTheirYearWhereItMatters()
    {
        const auto day = [](QDate date) { return static_cast<Day>(QDate(1970, 1, 1).daysTo(date)); };
        const int year = QDate::currentDate().year();
        QCOMPARE(daysText(day({year, 3, 1}), day({year, 3, 31})), QStringLiteral("Mar 1 to Mar 31"));
        QCOMPARE(daysText(day({year, 3, 1}), day({year, 3, 1})), QStringLiteral("Mar 1"));
        QCOMPARE(daysText(day({year - 1, 7, 1}), day({year, 6, 30})),
                 QStringLiteral("Jul 1, %1 to Jun 30, %2").arg(year - 1).arg(year));
        QCOMPARE(daysText(day({2001, 7, 1}), day({2001, 7, 2})),
                 QStringLiteral("Jul 1, 2001 to Jul 2, 2001"));
    }

    void timesAreThoseOfTheClinicsClock()
    {
        constexpr Millis kDayBefore = 1'000'000'000'000;  // 2001-09-09 01:46:40 UTC
        QCOMPARE(instantText(kDayBefore, Zone::utc()), QStringLiteral("Sep 9, 2001, 01:46"));
        QCOMPARE(instantText(kDayBefore, *Zone::find("Asia/Shanghai")), QStringLiteral("Sep 9, 2001, 09:46"));
    }

    void phoneNumbersInSamplesAreMasked()
    {
        QCOMPARE(maskedPhones(QStringLiteral("tel 13812348000, 138-1234-8000 | 138 1234 8000")),
                 QStringLiteral("tel 138****8000, 138****8000 | 138****8000"));
        // Bill numbers, amounts and ids stay as they are.
        for (const char* text : {"20260618130012345678", "12812348000", "1381234800", "6,800.00"}) {
            QCOMPARE(maskedPhones(QString::fromLatin1(text)), QString::fromLatin1(text));
        }
    }

    void anItemIsCalledAsInTheCatalogue()
    {
        QCOMPARE(itemName("PICO"), QStringLiteral("Picosecond laser"));
        QCOMPARE(itemName("house special"), QStringLiteral("house special"));
        QCOMPARE(itemName(""), QString());
        const test::Spoken chinese(true);
        QVERIFY(itemName("PICO") != QStringLiteral("Picosecond laser"));
        QVERIFY(itemName("PICO") != QStringLiteral("PICO"));
    }

    void codesOfValuesBecomeNames_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* field, const char* value, const char* text) {
            QTest::newRow(field) << QByteArray(field) << QByteArray(value) << QString::fromUtf8(text);
        };
        row("first_channel", "xhs_org", "Xiaohongshu");
        row("first_touch", "dy_ads", "Douyin ads");
        row("source", "walkin", "Walk-in");
        row("gender", "female", "female");
        row("event", "bill", "bill");
        row("item", "HYDRA", "Hydradermabrasion");
        row("rfm.segment", "champions", "champions");
        row("city", "walkin", "walkin");  // a word of the clinic's own
    }
    void codesOfValuesBecomeNames()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        QFETCH(QString, text);
        QCOMPARE(attributeValueName(field.toStdString(), value.toStdString()).toLower(), text.toLower());
    }

    void theLogSpeaksInWords_data()
    {
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<QString>("text");
        QTest::newRow("import") << QByteArray("web_event, rows 44304")
                                << QStringLiteral("web events, 44,304 rows");
        QTest::newRow("erase") << QByteArray("rows 12, handles 3, events 1")
                               << QStringLiteral("12 rows, 3 identifiers, 1 event");
        QTest::newRow("decision") << QByteArray("2 pairs") << QStringLiteral("2 pairs");
        QTest::newRow("requeue") << QByteArray("from batch 7") << QStringLiteral("from file 7");
        QTest::newRow("renamed") << QByteArray("renamed") << QStringLiteral("renamed");
        QTest::newRow("export") << QByteArray("wechat, 1234 rows of external_userid,name, sha256 00ff")
                                << QStringLiteral(
                                       "WeChat, rows: 1,234, columns: External user id, Name, SHA-256 00ff");
        QTest::newRow("zone") << QByteArray("Asia/Shanghai") << QStringLiteral("Asia/Shanghai");
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("unknown") << QByteArray("some words, others") << QStringLiteral("some words, others");
    }
    void theLogSpeaksInWords()
    {
        if (qEnvironmentVariableIsEmpty("MEITRACE_QM_EN")) {
            QSKIP("without the English forms");
        }
        QFETCH(QByteArray, detail);
        QFETCH(QString, text);
        QCOMPARE(auditDetailText(detail.toStdString()), text);
    }
    void everyReasonToSetARowAsideSaysWhatToDo()
    {
        for (int i = 0; i <= static_cast<int>(RowRule::SetAsideByRecipe); ++i) {
            const auto rule = static_cast<RowRule>(i);
            QCOMPARE(!ruleAdvice(rule).isEmpty(), setsAside(rule));
            QCOMPARE(ruleName(rule).isEmpty(), rule == RowRule::None);
        }
    }

    void languagesAreNamedInThemselves()
    {
        QCOMPARE(languageName(QStringLiteral("en")), QStringLiteral("English"));
        QCOMPARE(languageName(QStringLiteral("zh_CN")), QStringLiteral("简体中文"));
    }

    void actionsAndObjectsHaveNames()
    {
        QCOMPARE(auditActionText("undo-import"), QStringLiteral("File taken out"));
        QCOMPARE(auditActionText("something new"), QStringLiteral("something new"));
        QCOMPARE(auditObjectText("batch 20"), QStringLiteral("File 20"));
        QCOMPARE(auditObjectText("customer C0000012"), QStringLiteral("Customer C0000012"));
        QCOMPARE(auditObjectText("workspace"), QStringLiteral("Workspace"));
        QCOMPARE(auditObjectText("batch"), QStringLiteral("batch"));
    }
};

MEITRACE_TEST(TestCodeWords)
#include "tst_words.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/dirt.h"
#include "models/demo/identity.h"
#include "models/demo/sheet.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>

using namespace meitrace;
using namespace meitrace::demo;

class TestTwists : public QObject {
    Q_OBJECT

private slots:
    void cellsAreTwistedAsSystemsDoIt_data()
    {
        QTest::addColumn<QString>("twist");
        QTest::addColumn<QString>("clean");
        QTest::addColumn<QString>("dirty");
        const auto row = [](const char* twist, const char* clean, const char* dirty) {
            QTest::newRow(twist) << twist << clean << dirty;
        };
        row("phone.plus86", "16412345678", "+86 164-1234-5678");
        row("phone.zeros86", "16412345678", "008616412345678");
        row("phone.float", "16412345678", "16412345678.0");
        row("phone.wide", "16412345678", "１６４１２３４５６７８");
        row("phone.guard", "16412345678", "=\"16412345678\"");
        row("phone.note", "16412345678", "16412345678(妈妈)");
        row("phone.masked", "16412345678", "164****5678");
        row("phone.scientific", "16412345678", "1.64123E+10");
        row("date.slash", "2026-06-03 14:05:09", "2026/6/3 14:05:09");
        row("date.zh", "2026-06-30", "2026年6月30日");
        row("date.zero", "2026-06-30", "0000-00-00");
        row("date.future", "2026-06-30 14:05:09", "2066-06-30 14:05:09");
        row("date.bad", "2026-06-30", "2026-13-32");
        row("money.yuan", "1299.00", "￥1,299.00");
        row("money.yuan", "999.50", "￥999.50");
        row("money.yuan", "1234567.80", "￥1,234,567.80");
        row("money.suffix", "1299.00", "1299.00元");
        row("money.wan", "12000.00", "1.2万");
        row("money.wan", "30000.00", "3万");
        row("money.free", "0.00", "免费");
        row("money.wide", "12.30", "１２.３０");
        row("money.brackets", "-500.00", "(500.00)");
        row("count.plus", "3", "4");
        row("card.active", "已过期", "正常");
    }

    void cellsAreTwistedAsSystemsDoIt()
    {
        QFETCH(QString, twist);
        QFETCH(QString, clean);
        QFETCH(QString, dirty);
        std::string cell = clean.toStdString();
        QVERIFY(applyTwist(twist.toStdString(), cell));
        QCOMPARE(QString::fromStdString(cell), dirty);
    }

    /// A twist that would lose digits or has nothing to do leaves the cell alone.
    void whatDoesNotFitStays()
    {
        const std::vector<std::pair<std::string, std::string>> cases {
            {"money.wan", "12340.00"},  {"money.wan", "9000.00"},
            {"money.wan", "-20000.00"}, {"money.free", "1.00"},
            {"money.yuan", "-5.00"},    {"phone.plus86", "164****5678"},
            {"phone.plus86", ""},       {"date.slash", "1688174330143000"},
            {"date.slash", ""},         {"nothing.known", "x"},
            {"count.plus", "-1"},       {"card.active", "已用完"}};
        for (const auto& [twist, clean] : cases) {
            std::string cell = clean;
            QVERIFY2(!applyTwist(twist, cell), twist.c_str());
            QCOMPARE(cell, clean);
        }
    }

    void numbersAreNobodysAndAllDifferent()
    {
        std::set<std::int64_t> numbers;
        for (std::int64_t i = 0; i < 60'000; ++i) {
            const std::int64_t phone = phoneNumber(5, i);
            const std::int64_t prefix = phone / 100'000'000;
            QVERIFY(prefix == 164 || prefix == 168 || prefix == 169);
            numbers.insert(phone);
        }
        QCOMPARE(numbers.size(), std::size_t {60'000});
        QVERIFY(phoneNumber(5, 1) != phoneNumber(6, 1));
    }

    void namesEndWithALetter()
    {
        for (int p = 0; p < 1'000; ++p) {
            const std::string name = personName(1, p);
            QVERIFY(name.back() >= 'A' && name.back() <= 'Z');
            QCOMPARE(name.find(familyName(1, p)), std::size_t {0});
        }
    }

    void timesAreWrittenInFull()
    {
        std::string text;
        appendTime(text, at(20'634, 5 * 3600 + 6 * 60 + 7));
        QCOMPARE(text, std::string("2026-06-30 05:06:07"));
    }
};

MEITRACE_TEST(TestTwists)
#include "tst_twists.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/ingest/money.h"
#include "tests/support/surroundings.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using namespace meitrace;

namespace {

constexpr std::int64_t kNothing = kMissing;

struct Golden {
    const char* cell;
    std::int64_t fen;
    RowRule repair = RowRule::None;
};

constexpr Golden kMoney[] {
    {"1299", 129'900},
    {"1299.00", 129'900},
    {"1299.5", 129'950},
    {"0", 0},
    {"0.00", 0},
    {"-0.01", -1},
    {"-300.00", -30'000},
    {"0.1", 10},
    {"007.50", 750},
    {"99999999.99", 9'999'999'999},
    {" 1299 ", 129'900},
    {"1,299", 129'900, RowRule::MoneyFormat},
    {"1,299.00", 129'900, RowRule::MoneyFormat},
    {"12,345,678.90", 1'234'567'890, RowRule::MoneyFormat},
    {"1 299.00", 129'900, RowRule::MoneyFormat},
    {"1'299.00", 129'900, RowRule::MoneyFormat},
    {"1\u00A0299", 129'900, RowRule::MoneyFormat},
    {"¥1,299.00", 129'900, RowRule::MoneyFormat},
    {"￥1299", 129'900, RowRule::MoneyFormat},
    {"￥ 1299", 129'900, RowRule::MoneyFormat},
    {"1299元", 129'900, RowRule::MoneyFormat},
    {"1299 元", 129'900, RowRule::MoneyFormat},
    {"1299.50元", 129'950, RowRule::MoneyFormat},
    {"RMB 1299", 129'900, RowRule::MoneyFormat},
    {"1299RMB", 129'900, RowRule::MoneyFormat},
    {"CNY1,299.00", 129'900, RowRule::MoneyFormat},
    {"人民币1299元", 129'900, RowRule::MoneyFormat},
    {"$5", 500, RowRule::MoneyFormat},
    {"€5.5", 550, RowRule::MoneyFormat},
    {"1.2万", 1'200'000, RowRule::MoneyFormat},
    {"1.2万元", 1'200'000, RowRule::MoneyFormat},
    {"1.23456万", 1'234'560, RowRule::MoneyFormat},
    {"3w", 3'000'000, RowRule::MoneyFormat},
    {"3W", 3'000'000, RowRule::MoneyFormat},
    {"¥1.2万", 1'200'000, RowRule::MoneyFormat},
    {"5千", 500'000, RowRule::MoneyFormat},
    {"1.5亿", 15'000'000'000, RowRule::MoneyFormat},
    {"-1.2万", -1'200'000, RowRule::MoneyFormat},
    {"-500", -50'000},
    {"+500", 50'000, RowRule::MoneyFormat},
    {"(500)", -50'000, RowRule::MoneyFormat},
    {"(500.00)", -50'000, RowRule::MoneyFormat},
    {"（500）", -50'000, RowRule::MoneyFormat},
    {"500-", -50'000, RowRule::MoneyFormat},
    {"¥-500", -50'000, RowRule::MoneyFormat},
    {"-¥500", -50'000, RowRule::MoneyFormat},
    {"￥－500", -50'000, RowRule::MoneyFormat},
    {"(¥1,000.5)", -100'050, RowRule::MoneyFormat},
    {"－500", -50'000, RowRule::FullWidth},
    {"−500", -50'000},
    {"１２９９", 129'900, RowRule::FullWidth},
    {"１２９９．５０", 129'950, RowRule::FullWidth},
    {"１，２９９", 129'900, RowRule::MoneyFormat},
    {"=\"1299\"", 129'900, RowRule::SpreadsheetGuard},
    {"'1299", 129'900, RowRule::SpreadsheetGuard},
    {".5", 50, RowRule::MoneyFormat},
    {"5.", 500, RowRule::MoneyFormat},
    {"免费", 0, RowRule::MoneyFormat},
    {"赠送", 0, RowRule::MoneyFormat},
    {"Free", 0, RowRule::MoneyFormat},
    // half to even
    {"1299.999", 130'000, RowRule::MoneyRounded},
    {"0.125", 12, RowRule::MoneyRounded},
    {"0.135", 14, RowRule::MoneyRounded},
    {"0.1250001", 13, RowRule::MoneyRounded},
    {"-0.125", -12, RowRule::MoneyRounded},
    {"-0.135", -14, RowRule::MoneyRounded},
    {"2.675", 268, RowRule::MoneyRounded},
    {"2.665", 266, RowRule::MoneyRounded},
    {"0.005", 0, RowRule::MoneyRounded},
    {"0.015", 2, RowRule::MoneyRounded},
    {"1299.9900000000001", 129'999, RowRule::MoneyRounded},
    {"12.1250000000000000000001", 1213, RowRule::MoneyRounded},
    {"1299.990", 129'900 + 99},
    {"1299.000000", 129'900},
    // nothing
    {"", kNothing},
    {" ", kNothing},
    {"--", kNothing},
    {"-", kNothing},
    {"－", kNothing},
    {"/", kNothing},
    {"无", kNothing},
    {"N/A", kNothing},
    {"null", kNothing},
    {"\\N", kNothing},
};

/// Never a number, and never silently something else.
constexpr const char* kBad[] {
    "NaN",    "nan",    "inf",      "-inf",     "Infinity", "1e309",
    "1e5",    "1E+05",  "-1.#IND",  "1.#INF",   "abc",      "1,23",
    "1,2345", "12,34",  "1.2.3",    "1.234,56", "1 299,00", "5%",
    "0x10",   "100+50", "100元/次", "一百",     "¥",        "元",
    "()",     "--5",    "(-5)-",    "1-2",      "$5元",     "#VALUE!",
    "#REF!",  "1,,299", ",299",     "1299,",    "1 2 3",    "99999999999999999999",
    "9e15",   "１e5",   "12a",      "约500",
};

struct Count {
    const char* cell;
    std::int64_t value;
};

constexpr Count kCounts[] {
    {"12", 12},
    {"0", 0},
    {"-3", -3},
    {"12.0", 12},
    {"1,234", 1234},
    {"1.2万", 12'000},
    {"3w", 30'000},
    {"１２", 12},
    {"30岁", 30},
    {"5 次", 5},
    {"5次", 5},
    {"2人", 2},
    {"28 years", 28},
    {"'7", 7},
    {"", kNothing},
    {"未知", kNothing},
    {"1,234,567", 1'234'567},
};

constexpr Count kQuantities[] {
    {"1", 1000},     {"2.5", 2500}, {"-1", -1000}, {"0.25", 250},        {"3支", 3000},  {"1.5ml", 1500},
    {"0.3333", 333}, {"0.0005", 0}, {"0.0015", 2}, {"1,000", 1'000'000}, {"(2)", -2000}, {"-", kNothing},
};

}  // namespace

class TestMoney : public QObject {
    Q_OBJECT

private slots:
    void everySpellingOfMoneyIsExact()
    {
        for (const Golden& golden : kMoney) {
            const NumberCell cell = readMoney(golden.cell, {.money = true}, false);
            QVERIFY2(cell.bad == RowRule::None, golden.cell);
            QVERIFY2(cell.value == golden.fen,
                     (std::string(golden.cell) + " " + std::to_string(cell.value)).c_str());
            QVERIFY2(cell.repair == golden.repair,
                     (std::string(golden.cell) + " " + std::string(ruleCode(cell.repair))).c_str());
        }
    }

    void whatSurroundsACellChangesNothing()
    {
        std::size_t seen = 0;
        for (const Golden& golden : kMoney) {
            for (const std::string& cell : test::wrapped(golden.cell)) {
                const NumberCell read = readMoney(cell, {.money = true}, false);
                QVERIFY2(read.bad == RowRule::None && read.value == golden.fen, cell.c_str());
                ++seen;
            }
        }
        for (const char* bad : kBad) {
            for (const std::string& cell : test::wrapped(bad)) {
                QVERIFY2(readMoney(cell, {.money = true}, false).bad == RowRule::BadMoney, cell.c_str());
                ++seen;
            }
        }
        QVERIFY(seen > 1'000);
    }

    void whatIsNoNumberIsBad()
    {
        for (const char* cell : kBad) {
            QVERIFY2(readMoney(cell, {.money = true}, false).bad == RowRule::BadMoney, cell);
            QVERIFY2(readQuantity(cell, {}).bad == RowRule::BadNumber, cell);
            QVERIFY2(readCount(cell, {}).bad == RowRule::BadNumber, cell);
        }
    }

    void decimalCommasCountInTheirColumnOnly()
    {
        const NumberStyle comma {.decimalComma = true, .money = true};
        const Golden golden[] {{"1 299,00", 129'900}, {"1.299,50", 129'950},
                               {"1299,5", 129'950},   {"12.345.678,90", 1'234'567'890},
                               {"1,23", 123},         {"-1,23", -123},
                               {"1299", 129'900},     {"1,235", 124},
                               {"€ 12,00", 1200}};
        for (const Golden& each : golden) {
            QVERIFY2(readMoney(each.cell, comma, false).value == each.fen, each.cell);
        }
        for (const char* cell : {"1299.00", "1,299.00", "0.5", "1,2,3"}) {
            QVERIFY2(readMoney(cell, comma, false).bad == RowRule::BadMoney, cell);
        }
    }

    void minorUnitsAreWholeFen()
    {
        QCOMPARE(readMoney("129900", {.money = true}, true).value, std::int64_t {129'900});
        QCOMPARE(readMoney("129900.00", {.money = true}, true).value, std::int64_t {129'900});
        QCOMPARE(readMoney("-5", {.money = true}, true).value, std::int64_t {-5});
        QCOMPARE(readMoney("12.5", {.money = true}, true).value, std::int64_t {12});
        QCOMPARE(readMoney("12.5", {.money = true}, true).repair, RowRule::MoneyRounded);
    }

    void anotherCurrencyThanTheColumnsIsBad()
    {
        const NumberStyle yuan {.money = true, .currency = "cny"};
        QCOMPARE(readMoney("¥5", yuan, false).value, std::int64_t {500});
        QCOMPARE(readMoney("5", yuan, false).value, std::int64_t {500});
        QCOMPARE(readMoney("$5", yuan, false).bad, RowRule::BadMoney);
    }

    void countsAndQuantitiesHaveUnits()
    {
        for (const Count& golden : kCounts) {
            const NumberCell cell = readCount(golden.cell, {});
            QVERIFY2(cell.bad == RowRule::None && cell.value == golden.value, golden.cell);
        }
        for (const Count& golden : kQuantities) {
            const NumberCell cell = readQuantity(golden.cell, {});
            QVERIFY2(cell.bad == RowRule::None && cell.value == golden.value, golden.cell);
        }
        for (const char* cell : {"12.5", "25-34", "0.0004", "3-5次"}) {
            QVERIFY2(readCount(cell, {}).bad == RowRule::BadNumber, cell);
        }
    }

    void readingWhatWasWrittenGivesTheSame()
    {
        Random random(5);
        for (int i = 0; i < 50'000; ++i) {
            const auto fen = static_cast<std::int64_t>(random.below(2'000'000'000)) - 1'000'000'000;
            const std::int64_t whole = fen < 0 ? -fen : fen;
            std::string text = (fen < 0 ? "-" : "") + std::to_string(whole / 100) + ".";
            text += static_cast<char>('0' + whole / 10 % 10);
            text += static_cast<char>('0' + whole % 10);
            const NumberCell cell = readMoney(text, {.money = true}, false);
            QVERIFY2(cell.value == fen && cell.repair == RowRule::None, text.c_str());
            std::string grouped = std::to_string(whole / 100);
            for (std::size_t at = grouped.size(); at > 3; at -= 3) {
                grouped.insert(at - 3, ",");
            }
            grouped = "¥" + grouped + text.substr(text.find('.')) + (fen < 0 ? "-" : "");
            QVERIFY2(readMoney(grouped, {.money = true}, false).value == fen, grouped.c_str());
        }
    }

    void scalingRoundsToEvenAndRefusesWhatIsTooLarge()
    {
        bool exact = false;
        QCOMPARE(*scaled({.mantissa = 25, .places = 1}, 0, exact), std::int64_t {2});
        QVERIFY(!exact);
        QCOMPARE(*scaled({.mantissa = 35, .places = 1}, 0, exact), std::int64_t {4});
        QCOMPARE(*scaled({.mantissa = 12, .places = -3}, 2, exact), std::int64_t {1'200'000});
        QVERIFY(exact);
        QCOMPARE(*scaled({.mantissa = 1, .places = 30}, 2, exact), std::int64_t {0});
        QVERIFY(!scaled({.mantissa = 90'000'000'000'001, .places = 0}, 2, exact).has_value());
        QCOMPARE(*scaled({.mantissa = 90'000'000'000'000, .places = 0}, 2, exact),
                 std::int64_t {9'000'000'000'000'000});
    }
};

MEITRACE_TEST(TestMoney)
#include "tst_money.moc"

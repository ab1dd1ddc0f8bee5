// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <thread>

using namespace meitrace;
using namespace meitrace::test;

namespace {

Mapping bills()
{
    return mappingOf("his_billing",
                     {{"单号", "order_no"},
                      {"姓名", "name"},
                      {"手机", "phone"},
                      {"时间", "pay_time"},
                      {"项目", "item_name"},
                      {"实收", "paid_amount"},
                      {"渠道", "source_l1"}});
}

Row bill(const std::string& phone, const std::string& time, const std::string& paid)
{
    return {"T1", "王芳", phone, time, "热玛吉", paid, "抖音"};
}

const Row kGood {"T1", "王芳", "13812345678", "2024-03-05 14:30:00", "热玛吉", "100.00", "抖音"};

struct Golden {
    Row row;
    const char* fate;
    const char* issues;
};

/// Each row stands alone: its own file.
const std::vector<Golden> kRows {
    {kGood, "ok", ""},
    {bill("13812345678", "2024/3/5", "100"), "ok", ""},
    {bill("138 1234 5678", "2024-03-05", "100"), "fixed", "phone_format/phone"},
    {bill("１３８１２３４５６７８", "2024-03-05", "100"), "fixed", "full_width/phone"},
    {bill("13812345678", "45474", "100"), "fixed", "date_format/pay_time"},
    {bill("13812345678", "2024-03-05", "¥1,299.00"), "fixed", "money_format/paid_amount"},
    {bill("13812345678", "2024-03-05", "1299.999"), "fixed", "money_rounded/paid_amount"},
    {bill("13812345678/13987654321", "2024-03-05", "1"), "fixed", "second_phone/phone"},
    {bill("13800000000", "2024-03-05", "1"), "ok", "phone_placeholder/phone"},
    {bill("138****5678", "2024-03-05", "1"), "ok", "phone_masked/phone"},
    {bill("1381234", "2024-03-05", "1"), "ok", "phone_invalid/phone"},
    {bill("1.38E+10", "2024-03-05", "1"), "quarantined", "damaged_phone/phone"},
    {bill("13812345678", "2023-02-29", "1"), "quarantined", "bad_time/pay_time"},
    {bill("13812345678", "昨天", "1"), "quarantined", "bad_time/pay_time"},
    {bill("13812345678", "6月30日", "1"), "quarantined", "bad_time/pay_time"},
    {bill("13812345678", "03/05/2024", "1"), "quarantined", "ambiguous_date/pay_time"},
    {bill("13812345678", "13/05/2024", "1"), "ok", ""},
    {bill("13812345678", "2026-11-23 00:00", "1"), "quarantined", "future_time/pay_time"},
    {bill("13812345678", "2026-11-22 11:00", "1"), "ok", ""},
    {bill("13812345678", "0000-00-00", "1"), "quarantined", "required_missing/pay_time"},
    {bill("13812345678", "", "1"), "quarantined", "required_missing/pay_time"},
    {bill("13812345678", "2024-03-05", ""), "quarantined", "required_missing/paid_amount"},
    {bill("13812345678", "2024-03-05", "--"), "quarantined", "required_missing/paid_amount"},
    {bill("13812345678", "2024-03-05", "免费"), "fixed", "money_format/paid_amount"},
    {bill("13812345678", "2024-03-05", "NaN"), "quarantined", "bad_money/paid_amount"},
    {bill("1.38E+10", "昨天", "1e5"), "quarantined",
     "damaged_phone/phone bad_time/pay_time bad_money/paid_amount"},
    {{"1.23E+15", "王芳", "", "2024-03-05", "", "1", ""}, "quarantined", "rounded_key/order_no"},
    {{"=\"0012\"", "王芳", "", "2024-03-05", "", "1", ""}, "fixed", "spreadsheet_guard/order_no"},
    {{"Ｔ１", "王芳", "", "2024-03-05", "", "1", ""}, "fixed", "full_width/order_no"},
    {{"T1", "", "", "2024-03-05", "", "1", ""}, "quarantined", "person_missing/row"},
    {{"T1", "无", "-", "2024-03-05", "", "1", ""}, "quarantined", "person_missing/row"},
    {{"T1", "王芳", "-", "2024-03-05", "暂无", "1", "未知"}, "ok", "null_word/item_name null_word/source_l1"},
    {{"", "", "", "", "", "", ""}, "skipped", "blank_row/row"},
    {{" ", "", "\u3000", "", "", "", "\t"}, "skipped", "blank_row/row"},
    {{"单号", "姓名", "手机", "时间", "项目", "实收", "渠道"}, "skipped", "repeated_header/row"},
    {{" 单号", "姓名", "手机 ", "时间", "项目", "实收", "渠道"}, "skipped", "repeated_header/row"},
    {{"单号", "姓名", "手机", "2024-03-05", "项目", "1", "渠道"}, "ok", "phone_invalid/phone"},
    {{"合计", "", "", "", "", "123456.78", ""}, "skipped", "total_row/row"},
    {{"", "小计：", "", "", "", "9", ""}, "skipped", "total_row/row"},
    {{"合 计", "", "", "-", "", "9", ""}, "skipped", "total_row/row"},
    {{"总计(30笔)", "", "", "", "", "9", ""}, "skipped", "total_row/row"},
    {{"Total:", "", "", "", "", "9", ""}, "skipped", "total_row/row"},
    {{"SUBTOTAL", "", "", "", "", "9", ""}, "skipped", "total_row/row"},
    {{"合计"}, "skipped", "total_row/row"},
    {{"合计", "王芳", "", "2024-03-05", "", "9", ""}, "ok", ""},
    {{"Sumatra", "", "", "", "", "9", ""}, "quarantined", "required_missing/pay_time"},
    {{"T1", "王芳", "13812345678", "2024-03-05"}, "quarantined", "too_few_cells/row"},
    {{"T1", "王芳", "13812345678", "2024-03-05", "热玛吉", "1", "抖音", "x"},
     "quarantined",
     "too_many_cells/row"},
    {{"T1", "王芳", "13812345678", "2024-03-05", "热玛吉", "1", "抖音", "", " "}, "ok", ""},
};

}  // namespace

class TestClean : public QObject {
    Q_OBJECT

private slots:
    void everyRowHasItsFateAndItsReasons()
    {
        for (const Golden& golden : kRows) {
            const CleanBlock block = cleaned(bills(), {golden.row});
            std::string row;
            for (const std::string& cell : golden.row) {
                row += cell + "|";
            }
            QVERIFY2(fatesOf(block) == golden.fate,
                     (row + " " + fatesOf(block) + " " + issuesOf(block)).c_str());
            QVERIFY2(issuesOf(block) == golden.issues, (row + " " + issuesOf(block)).c_str());
            QCOMPARE(inconsistencyOf(block, 1), std::string());
        }
    }

    void valuesAreInTheUnitsOfTheStore()
    {
        const CleanBlock block = cleaned(bills(), {kGood});
        QCOMPARE(textOf(block, "order_no"), std::string("T1"));
        QCOMPARE(textOf(block, "name"), std::string("王芳"));
        QCOMPARE(textOf(block, "phone"), std::string("13812345678"));
        QVERIFY(valuesOf(block, "phone").key[0] == KeyType::Phone);
        QCOMPARE(numberOf(block, "pay_time"), std::int64_t {1'709'620'200'000});  // 06:30 UTC
        QVERIFY(valuesOf(block, "pay_time").quality[0] == TimeQuality::Exact);
        QCOMPARE(numberOf(block, "paid_amount"), std::int64_t {10'000});
        QCOMPARE(textOf(block, "source_l1"), std::string("dy_org"));
        QCOMPARE(textOf(block, "item_name"), std::string("热玛吉"));
        QVERIFY(block.find(fieldIndex(*block.kind, "doctor")) == nullptr);
    }

    void rowsThatFallOutLeaveNoGap()
    {
        const CleanBlock block = cleaned(bills(),
                                         {kGood,
                                          bill("13912345678", "昨天", "1"),
                                          bill("13987654321", "2024-03-06", "2"),
                                          {"合计", "", "", "", "", "3", ""},
                                          bill("13700000001/13987654321", "2024-03-07", "3")});
        QCOMPARE(fatesOf(block), std::string("ok quarantined ok skipped fixed"));
        QCOMPARE(inconsistencyOf(block, 5), std::string());
        QCOMPARE(block.kept, (std::vector<std::int32_t> {0, 2, 4}));
        QCOMPARE(textOf(block, "phone", 1), std::string("13987654321"));
        QCOMPARE(numberOf(block, "paid_amount", 2), std::int64_t {300});
        QCOMPARE(std::string(valuesOf(block, "phone").extra[2]), std::string("13987654321"));
        QVERIFY(valuesOf(block, "phone").extra[0].empty());
        QVERIFY(valuesOf(cleaned(bills(), {kGood}), "phone").extra.empty());
    }

    void marksOfTheReaderSetRowsAside()
    {
        RowBlock rows = blockOf({kGood, kGood, kGood});
        rows.marks = {{1, RowRule::Undecodable, 4711}};
        const auto plan = planOf(bills(), headerOf(bills()), {});
        const CleanBlock block = (*plan)->clean(std::move(rows));
        QCOMPARE(fatesOf(block), std::string("ok quarantined ok"));
        QCOMPARE(block.issues.size(), std::size_t {1});
        QCOMPARE(block.issues[0].value, std::string("4711"));
    }

    void labelsAndNamesStayLiteral()
    {
        for (const char* text : {"=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(1)", "＝1+1", "'x", "=1+1\n=2+2",
                                 "<b>x</b>", "\"=1+1", "%0A"}) {
            const CleanBlock block = cleaned(bills(), {{"T1", text, "", "2024-03-05", text, "1", ""}});
            QCOMPARE(fatesOf(block), std::string("ok"));
            QCOMPARE(textOf(block, "name"), std::string(text));
            QCOMPARE(textOf(block, "item_name"), std::string(text));
        }
        QCOMPARE(textOf(cleaned(bills(), {{"T1", "\t 王\u200B芳 ", "", "2024-03-05", "", "1", ""}}), "name"),
                 std::string("王芳"));
    }

    void rulesOfTheMappingLeaveRowsOut()
    {
        Mapping mapping = bills();
        using Test = Mapping::SkipRule::Test;
        mapping.skip = {{"手机", Test::Empty, "", 0},
                        {"单号", Test::StartsWith, "C", 0},
                        {"实收", Test::AtMost, "", 0},
                        {"渠道", Test::Equals, "内部", 0}};
        const CleanBlock block = cleaned(mapping,
                                         {kGood,
                                          {"T1", "王芳", " ", "2024-03-05", "", "1", ""},
                                          {"C1", "王芳", "13812345678", "2024-03-05", "", "1", ""},
                                          bill("13812345678", "2024-03-05", "0.00"),
                                          bill("13812345678", "2024-03-05", "-0.01"),
                                          bill("13812345678", "2024-03-05", "0.01"),
                                          {"T1", "王芳", "13812345678", "2024-03-05", "", "1", "内部"}});
        QCOMPARE(fatesOf(block), std::string("ok skipped skipped skipped skipped ok skipped"));
        QCOMPARE(inconsistencyOf(block, 7), std::string());
        mapping.skip = {{"实收", Test::LessThan, "", 0}};
        QCOMPARE(
            fatesOf(cleaned(
                mapping, {bill("13812345678", "2024-03-05", "0"), bill("13812345678", "2024-03-05", "¥-1")})),
            std::string("ok skipped"));
    }

    void translationsComeFirstAndConstantsFillGaps()
    {
        Mapping mapping = bills();
        mapping.values["source_l1"] = {{"老顾客", "referral"}, {"DY", "抖音信息流"}};
        mapping.values["paid_amount"] = {{"套餐内", "0"}};
        mapping.constants["source_l1"] = "walkin";
        mapping.constants["store"] = "徐汇店";
        const CleanBlock block = cleaned(mapping,
                                         {{"1", "a", "", "2024-03-05", "", "套餐内", "老顾客"},
                                          {"2", "a", "", "2024-03-05", "", "1", "dy"},
                                          {"3", "a", "", "2024-03-05", "", "1", ""},
                                          {"4", "a", "", "2024-03-05", "", "1", "无"},
                                          {"5", "a", "", "2024-03-05", "", "1", "别处"}});
        QCOMPARE(fatesOf(block), std::string("ok ok ok ok ok"));
        const char* kChannels[] {"referral", "dy_ads", "walkin", "walkin", "别处"};
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(textOf(block, "source_l1", i), std::string(kChannels[i]));
            QCOMPARE(textOf(block, "store", i), std::string("徐汇店"));
        }
        QCOMPARE(numberOf(block, "paid_amount", 0), std::int64_t {0});
    }

    void columnsAreReadAsAWhole()
    {
        const auto day = [](const char* first, const char* second) {
            const CleanBlock block
                = cleaned(bills(), {bill("13812345678", first, "1"), bill("13812345678", second, "1")});
            return block.kept.size() == 2
                ? isoDate(Zone::find("Asia/Shanghai")->dayOf(numberOf(block, "pay_time", 0)))
                : fatesOf(block);
        };
        QCOMPARE(day("03/05/2024", "30/06/2024"), std::string("2024-05-03"));
        QCOMPARE(day("03/05/2024", "06/30/2024"), std::string("2024-03-05"));
        QCOMPARE(day("03/05/2024", "04/05/2024"), std::string("quarantined quarantined"));
        QCOMPARE(day("13/05/2024", "05/13/2024"), std::string("quarantined quarantined"));
        const CleanBlock comma = cleaned(
            bills(),
            {bill("13812345678", "2024-03-05", "1 299,00"), bill("13812345678", "2024-03-05", "1.234")});
        QCOMPARE(numberOf(comma, "paid_amount", 0), std::int64_t {129'900});
        QCOMPARE(numberOf(comma, "paid_amount", 1), std::int64_t {123'400});
        Mapping given = bills();
        given.timeFormat = "dmy";
        QCOMPARE(numberOf(cleaned(given, {bill("13812345678", "03/05/2024", "1")}), "pay_time"),
                 std::int64_t {1'714'665'600'000});
    }

    void wallClocksFollowTheMappingsZone()
    {
        const auto hour = [](const char* zone, const char* cell) {
            Mapping mapping = bills();
            mapping.timeZone = zone;
            return numberOf(cleaned(mapping, {bill("13812345678", cell, "1")}), "pay_time");
        };
        QCOMPARE(hour("", "2024-07-05 14:30:00"), std::int64_t {1'720'161'000'000});  // Shanghai: 06:30 UTC
        QCOMPARE(hour("UTC", "2024-07-05 14:30:00"), std::int64_t {1'720'189'800'000});
        QCOMPARE(hour("Europe/Paris", "2024-07-05 14:30:00"), std::int64_t {1'720'182'600'000});  // summer
        QCOMPARE(hour("Europe/Paris", "2024-01-05 14:30:00"), std::int64_t {1'704'461'400'000});  // winter
        QCOMPARE(hour("Europe/Paris", "2024-07-05T14:30:00Z"), std::int64_t {1'720'189'800'000});
        QCOMPARE(hour("Europe/Paris", "2024-10-27 12:00:00"),
                 std::int64_t {1'730'026'800'000});  // the day of the change: +1
        QCOMPARE(hour("Europe/Paris", "2024-10-27 01:00:00"), std::int64_t {1'729'983'600'000});  // still +2
    }

    void ownEventNamesBecomeCodes()
    {
        Mapping mapping = mappingOf(
            "web_event", {{"u", "user_id"}, {"t", "event_time"}, {"e", "event_name"}, {"c", "channel"}});
        mapping.eventTypes = {{"view", "item_view"}, {"Purchase", "bill"}};
        const CleanBlock block = cleaned(mapping,
                                         {{"1", "1709620200123", "view", "direct"},
                                          {"1", "1709620200124", "PURCHASE", "Some Site"},
                                          {"1", "1709620200125", "Add to Cart!", ""},
                                          {"1", "1709620200126", "page_view", "抖音"},
                                          {"1", "1709620200127", "", "-"}});
        const char* kNames[] {"item_view", "bill", "add_to_cart", "page_view", "page_view"};
        const char* kChannels[] {"web_direct", "some site", "", "dy_org", ""};
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(textOf(block, "event_name", i), std::string(kNames[i]));
            QCOMPARE(textOf(block, "channel", i), std::string(kChannels[i]));
            QCOMPARE(numberOf(block, "event_time", i), static_cast<std::int64_t>(1'709'620'200'123 + i));
        }
    }

    void agesAndBirthdaysOutsideLifeAreNothing()
    {
        const Mapping mapping = mappingOf(
            "his_customer",
            {{"n", "his_no"}, {"b", "birth_date"}, {"a", "age"}, {"y", "birth_year"}, {"e", "email"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"1", "1990-05-01", "36岁", "1990", "A@B.com"},
                                          {"2", "1900-01-01", "-1", "1890", ""},
                                          {"3", "2030-01-01", "150", "2027", ""},
                                          {"4", "", "0", "", ""},
                                          {"5", "abc", "x", "y", "not mail"}});
        QCOMPARE(fatesOf(block), std::string("ok fixed fixed ok quarantined"));
        QCOMPARE(numberOf(block, "birth_date", 0), static_cast<std::int64_t>(dayFromCivil(1990, 5, 1)));
        QCOMPARE(numberOf(block, "age", 0), std::int64_t {36});
        QCOMPARE(textOf(block, "email", 0), std::string("a@b.com"));
        for (const std::size_t row : {std::size_t {1}, std::size_t {2}}) {
            QCOMPARE(numberOf(block, "birth_date", row), kMissing);
            QCOMPARE(numberOf(block, "age", row), kMissing);
        }
        QCOMPARE(numberOf(block, "age", 3), std::int64_t {0});
        QCOMPARE(issuesOf(block).substr(0, 76),
                 std::string("placeholder_date/birth_date age_out_of_range/age age_out_of_range/birth_year"));
    }

    void noRowIsEverLost()
    {
        const std::vector<std::string> pieces {"",      " ",          "13812345678", "1.38E+10", "2024-03-05",
                                               "昨天",  "100",        "NaN",         "¥1,299",   "合计",
                                               "单号",  "姓名",       "抖音",        "\t=1+1",   "-",
                                               "无",    "30/06/2024", "13800000000", "\xFF\xFE", "王\u200B芳",
                                               "45474", "138****5678"};
        Random random(99);
        for (int round = 0; round < 40; ++round) {
            Rows rows;
            for (std::uint64_t n = random.below(3000); n > 0; --n) {
                Row row;
                for (std::uint64_t c = random.chance(900'000) ? 7 : random.below(10); c > 0; --c) {
                    row.push_back(pieces[random.below(pieces.size())]);
                }
                rows.push_back(row.empty() ? Row {""} : row);
            }
            const CleanBlock block = cleaned(bills(), rows);
            if (!rows.empty()) {
                QCOMPARE(inconsistencyOf(block, rows.size()), std::string());
            }
        }
    }

    void everyRowIsTheSameInAnyBlock()
    {
        Rows rows;
        for (int i = 0; i < 3000; ++i) {
            rows.push_back(bill(i % 3 == 0 ? "138 1234 5678" : "1381234" + std::to_string(1000 + i % 9000),
                                i % 7 == 0 ? "昨天" : "2024-03-05", std::to_string(i)));
        }
        const auto plan = planOf(bills(), headerOf(bills()), rows);
        const CleanBlock whole = (*plan)->clean(blockOf(rows));
        std::vector<CleanBlock> halves(2);
        std::thread first([&] { halves[0] = (*plan)->clean(blockOf({rows.begin(), rows.begin() + 1100})); });
        std::thread second([&] { halves[1] = (*plan)->clean(blockOf({rows.begin() + 1100, rows.end()})); });
        first.join();
        second.join();
        std::vector<std::uint64_t> content = halves[0].content;
        content.insert(content.end(), halves[1].content.begin(), halves[1].content.end());
        QCOMPARE(content, whole.content);
        QCOMPARE(halves[0].issues.size() + halves[1].issues.size(), whole.issues.size());
    }
};

MEITRACE_TEST(TestClean)
#include "tst_clean.moc"

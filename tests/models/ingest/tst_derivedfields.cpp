// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields worked out of others, in the kinds that have them.
#include "models/ingest/cleanplan.h"
#include "models/ingest/phone.h"
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::string dayOf(const CleanBlock& block, const char* field, std::size_t row = 0)
{
    const Zone zone = *Zone::find("Asia/Shanghai");
    const std::int64_t time = numberOf(block, field, row);
    return time == kMissing ? std::string("-") : zone.isoTime(time).substr(0, 16);
}

KeyType keyOf(const CleanBlock& block, const char* field, std::size_t row)
{
    return valuesOf(block, field).key[row];
}

}  // namespace

class TestDerivedFields : public QObject {
    Q_OBJECT

private slots:
    void theTailInARemarkIsAWeakKey()
    {
        const Mapping mapping
            = mappingOf("wecom_contact",
                        {{"备注", "remark_name"}, {"手机", "phone"}, {"t", "added_at"}, {"w", "add_way"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"王小姐 瘦脸 1234", "", "2026-03-01", "扫码"},
                                          {"王小姐13812345678", "", "2026-03-01", "扫码"},
                                          {"王小姐 １２３４", "", "2026-03-01", "扫码"},
                                          {"王小姐 瘦脸 1234", "13812345678", "2026-03-01", "扫码"},
                                          {"王小姐 20260301", "", "2026-03-01", "扫码"},
                                          {"王小姐 123", "", "2026-03-01", "扫码"},
                                          {"1234", "", "2026-03-01", "扫码"}});
        QCOMPARE(fatesOf(block), std::string("ok ok ok ok ok ok ok"));
        QCOMPARE(textOf(block, "phone_tail", 0), std::string("1234"));
        QVERIFY(keyOf(block, "phone_tail", 0) == KeyType::PhoneTail);
        QCOMPARE(textOf(block, "phone_tail", 1), std::string("13812345678"));
        QVERIFY(keyOf(block, "phone_tail", 1) == KeyType::Phone);
        QCOMPARE(textOf(block, "phone_tail", 2), std::string("1234"));
        for (std::size_t row = 3; row < 7; ++row) {
            QCOMPARE(textOf(block, "phone_tail", row), std::string());
        }
    }

    void tailsAndCodesSurviveTheZerosASpreadsheetEats()
    {
        const Mapping mapping = mappingOf(
            "local_life_order", {{"券码", "coupon_code"}, {"尾号", "phone_tail"}, {"t", "verify_time"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"012345678901", "0078", "2026-06-20"},
                                          {"12345678901", "78", "2026-06-20"},
                                          {"000", "5678", "2026-06-20"},
                                          {"A0012", "138****5678", "2026-06-20"}});
        QCOMPARE(textOf(block, "coupon_code", 0), std::string("12345678901"));
        QCOMPARE(textOf(block, "coupon_code", 1), std::string("12345678901"));
        QCOMPARE(textOf(block, "coupon_code", 2), std::string("0"));
        QCOMPARE(textOf(block, "coupon_code", 3), std::string("A0012"));
        QCOMPARE(textOf(block, "phone_tail", 0), std::string("0078"));
        QCOMPARE(textOf(block, "phone_tail", 1), std::string("0078"));
        QVERIFY(keyOf(block, "phone_tail", 1) == KeyType::PhoneTail);
        QVERIFY(keyOf(block, "phone_tail", 3) == KeyType::MaskedPhone);
        QVERIFY(block.content[0] == block.content[1]);  // the same voucher
        QVERIFY(readPhoneTail("12345").key == KeyType::RawPhone);
    }

    void sessionsAndMoneyInOneColumnComeApart()
    {
        const Mapping mapping
            = mappingOf("his_package", {{"n", "his_no"}, {"p", "item_name"}, {"剩余", "remaining_both"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"H1", "光子", "3"},
                                          {"H1", "水光", "3次/1200.00"},
                                          {"H1", "储值卡", "¥600"},
                                          {"H1", "面膜", ""},
                                          {"H1", "热玛吉", "很多"},
                                          {"H1", "皮秒", "2/x"}});
        QCOMPARE(fatesOf(block), std::string("ok ok ok ok quarantined quarantined"));
        QCOMPARE(issuesOf(block), std::string("bad_number/remaining_qty bad_money/remaining_amount"));
        const std::int64_t kSessions[] {3000, 3000, kMissing, kMissing};
        const std::int64_t kAmounts[] {kMissing, 120'000, 60'000, kMissing};
        for (std::size_t row = 0; row < 4; ++row) {
            QCOMPARE(numberOf(block, "remaining_qty", row), kSessions[row]);
            QCOMPARE(numberOf(block, "remaining_amount", row), kAmounts[row]);
        }
    }

    void aSnapshotIsOfTheDayInItsNameElseOfTheImport()
    {
        QVERIFY(dayInFileName("卡项余额_20260630.csv") == dayFromCivil(2026, 6, 30));
        QVERIFY(dayInFileName("C:\\20250101\\cards 2026-6-3.xlsx") == dayFromCivil(2026, 6, 3));
        QVERIFY(dayInFileName("/x/cards.2026.06.30.csv") == dayFromCivil(2026, 6, 30));
        for (const char* none : {"cards.csv", "20260231.csv", "2026-06/30.csv", "120260630.csv",
                                 "202606301.csv", "20261301", "2026-06.csv", "/20260630/cards.csv"}) {
            QVERIFY2(!dayInFileName(none), none);
        }
        const Mapping mapping = mappingOf("social_content", {{"id", "content_id"}, {"v", "views"}});
        const CleanBlock today = cleaned(mapping, {{"n1", "1.2万"}});
        QCOMPARE(dayOf(today, "snapshot_at"), std::string("2026-11-21T00:00"));
        QCOMPARE(numberOf(today, "views"), std::int64_t {12'000});
        const Mapping dated
            = mappingOf("social_content", {{"id", "content_id"}, {"v", "views"}, {"d", "snapshot_at"}});
        const CleanBlock own = cleaned(dated, {{"n1", "3", "2026-06-30 14:05"}, {"n2", "3", ""}});
        QCOMPARE(dayOf(own, "snapshot_at"), std::string("2026-06-30T00:00"));
        QVERIFY(valuesOf(own, "snapshot_at").quality[0] == TimeQuality::WholeDay);
        QCOMPARE(dayOf(own, "snapshot_at", 1), std::string("2026-11-21T00:00"));
    }

    void rangesOfDaysAreFoundInNamesAndCells()
    {
        const auto range = [](const std::optional<DayRange>& found) {
            return found ? isoDate(found->first) + "+" + std::to_string(found->days()) : std::string("-");
        };
        const std::vector<std::pair<const char*, const char*>> names {
            {"素材_20260601-20260630.csv", "2026-06-01+30"},
            {"2026-06-01_2026-06-07 项目.xlsx", "2026-06-01+7"},
            {"/x/20250101-20250201/report 2026.6.1-2026.6.2.csv", "2026-06-01+2"},
            {"report_202602.csv", "2026-02-01+28"},
            {"2026-06 单元.csv", "2026-06-01+30"},
            {"report_20260630.csv", "-"},
            {"report_20260630-20260601.csv", "-"},
            {"report.csv", "-"},
            {"202613.csv", "-"},
            {"2026-06-1x.csv", "-"},
            {"12026-06.csv", "-"}};
        for (const auto& [name, expected] : names) {
            QCOMPARE(range(daysInFileName(name)), std::string(expected));
        }
        const std::vector<std::pair<const char*, const char*>> cells {
            {"2026-06-01~2026-06-30", "2026-06-01+30"},
            {"2026-06-01 至 2026-06-30", "2026-06-01+30"},
            {"2026/06/01-2026/06/07", "2026-06-01+7"},
            {"20260601-20260601", "2026-06-01+1"},
            {"2026-06-01 00:00:00 - 2026-06-30 23:59:59", "2026-06-01+30"},
            {"2026.6.1 – 2026.6.30", "2026-06-01+30"},
            {"2026年6月1日到2026年6月30日", "2026-06-01+30"},
            {"2026-06-01 to 2026-06-30", "2026-06-01+30"},
            {"2026-06-01", "-"},
            {"2026-06-30~2026-06-01", "-"},
            {"2026-06-01~", "-"},
            {"~", "-"},
            {"6-1~6-30", "-"}};
        for (const auto& [cell, expected] : cells) {
            QCOMPARE(range(readDayRange(cell, {})), std::string(expected));
        }
    }

    void aReportOfSeveralDaysHasItsFirstAndTheirNumber()
    {
        const Mapping mapping = mappingOf(
            "ad_spend", {{"d", "stat_date"}, {"e", "stat_until"}, {"c", "campaign_name"}, {"s", "spend"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"2026-06-01~2026-06-30", "", "a", "100"},
                                          {"2026-06-03", "", "a", "100"},
                                          {"2026-06", "", "a", "100"},
                                          {"2026-06-01", "2026-06-07", "a", "100"},
                                          {"2026-06-05", "2026-06-05", "a", "100"},
                                          {"2026-06-30~2026-06-01", "", "a", "100"},
                                          {"", "", "a", "100"}});
        QCOMPARE(fatesOf(block), std::string("ok ok ok ok ok quarantined quarantined"));
        const std::int64_t kDays[] {30, kMissing, 30, 7, kMissing};
        const char* kFirst[] {"2026-06-01T00:00", "2026-06-03T00:00", "2026-06-01T00:00", "2026-06-01T00:00",
                              "2026-06-05T00:00"};
        for (std::size_t row = 0; row < 5; ++row) {
            QCOMPARE(numberOf(block, "day_span", row), kDays[row]);
            QCOMPARE(dayOf(block, "stat_date", row), std::string(kFirst[row]));
        }
        const Mapping dateless = mappingOf("ad_spend", {{"c", "creative_name"}, {"s", "spend"}});
        const Rows rows {{"a", "100"}};
        const auto refused = planOf(dateless, headerOf(dateless), rows, "Asia/Shanghai");
        QVERIFY(!refused && refused.error().code == ErrorCode::MissingField);
        const auto named
            = planOf(dateless, headerOf(dateless), rows, "Asia/Shanghai", "素材_20260601-20260610.csv");
        QVERIFY(named);
        const CleanBlock whole = (*named)->clean(blockOf(rows));
        QCOMPARE(dayOf(whole, "stat_date"), std::string("2026-06-01T00:00"));
        QCOMPARE(numberOf(whole, "day_span"), std::int64_t {10});
    }

    void sharesOfAColumnAreReadAlike()
    {
        const Mapping mapping
            = mappingOf("social_content", {{"id", "content_id"}, {"v", "views"}, {"r", "completion_rate"}});
        const CleanBlock percents
            = cleaned(mapping, {{"a", "1", "0.9"}, {"b", "1", "5.2"}, {"c", "1", "5.2%"}});
        QCOMPARE(numberOf(percents, "completion_rate", 0), std::int64_t {9000});
        QCOMPARE(numberOf(percents, "completion_rate", 1), std::int64_t {52'000});
        QCOMPARE(numberOf(percents, "completion_rate", 2), std::int64_t {52'000});
        const CleanBlock parts = cleaned(mapping, {{"a", "1", "0.9"}, {"b", "1", "0.052"}});
        QCOMPARE(numberOf(parts, "completion_rate", 0), std::int64_t {900'000});
        QCOMPARE(numberOf(parts, "completion_rate", 1), std::int64_t {52'000});
    }

    void whatWasDoneWithoutAPlanWasDueThen()
    {
        const Mapping mapping = mappingOf("his_followup",
                                          {{"n", "his_no"},
                                           {"p", "followup_plan_at"},
                                           {"d", "followup_done_at"},
                                           {"s", "satisfaction"},
                                           {"w", "staff"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"H1", "2026-03-01", "2026-03-02 10:00", "满意", "周"},
                                          {"H1", "", "2026-03-02 10:00", "5分", "周"},
                                          {"H1", "2027-03-01", "", "", "周"},
                                          {"H1", "", "", "", "周"}});
        QCOMPARE(fatesOf(block), std::string("ok ok ok quarantined"));
        QCOMPARE(dayOf(block, "followup_plan_at", 0), std::string("2026-03-01T00:00"));
        QCOMPARE(dayOf(block, "followup_plan_at", 1), std::string("2026-03-02T10:00"));
        QCOMPARE(numberOf(block, "satisfaction", 0), std::int64_t {4000});
        QCOMPARE(numberOf(block, "satisfaction", 1), std::int64_t {5000});
    }

    void namesInTwoColumnsBecomeOne()
    {
        const Mapping mapping
            = mappingOf("email_campaign",
                        {{"e", "email"}, {"f", "first_name"}, {"l", "last_name"}, {"c", "last_changed"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"a@example.com", "Anna", "Lee", "2026-01-01"},
                                          {"b@example.com", "", "Lee", "2026-01-01"},
                                          {"c@example.com", "", "", "2026-01-01"}});
        QCOMPARE(textOf(block, "name", 0), std::string("Anna Lee"));
        QCOMPARE(textOf(block, "name", 1), std::string("Lee"));
        QCOMPARE(textOf(block, "name", 2), std::string());
    }

    void anOrderOfAShopWithoutAPaymentStaysUnpaid()
    {
        const Mapping mapping = mappingOf("youzan_order",
                                          {{"n", "order_no"},
                                           {"o", "order_time"},
                                           {"p", "pay_time"},
                                           {"a", "paid_amount"},
                                           {"t", "phone"},
                                           {"s", "order_status"}});
        const CleanBlock block
            = cleaned(mapping,
                      {{"\tE1", "2026-06-01 20:10", "2026-06-01 20:11", "248", "13812345678", "交易完成"},
                       {"=\"E2\"", "2026-06-01 20:10", "", "0", "13812345678", "交易关闭"}});
        QCOMPARE(textOf(block, "order_no", 0), std::string("E1"));
        QCOMPARE(textOf(block, "order_no", 1), std::string("E2"));
        QCOMPARE(dayOf(block, "pay_time", 0), std::string("2026-06-01T20:11"));
        QCOMPARE(dayOf(block, "pay_time", 1), std::string("-"));
    }

    void wordsOfVouchersAndTheDeskHaveCodes()
    {
        const Mapping mapping = mappingOf(
            "local_life_order", {{"c", "coupon_code"}, {"t", "verify_time"}, {"s", "verify_status"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"1", "2026-06-20", "0"},
                                          {"2", "2026-06-20", "1"},
                                          {"3", "2026-06-20", "4"},
                                          {"4", "2026-06-20", "6"},
                                          {"5", "2026-06-20", "已核销"},
                                          {"6", "2026-06-20", "已过期"},
                                          {"7", "2026-06-20", "什么状态"},
                                          {"8", "2026-06-20", ""}});
        const std::int64_t kCodes[] {1, 2, 4, 5, 2, 3, 7, kMissing};
        for (std::size_t row = 0; row < 8; ++row) {
            QCOMPARE(numberOf(block, "verify_status", row), kCodes[row]);
        }
        const Mapping desk = mappingOf(
            "service_record", {{"n", "his_no"}, {"t", "time"}, {"d", "direction"}, {"k", "record_type"}});
        const CleanBlock calls = cleaned(desk,
                                         {{"H1", "2026-06-20", "呼入", "通话"},
                                          {"H1", "2026-06-20", "客服", "聊天"},
                                          {"H1", "2026-06-20", "", "投诉"},
                                          {"H1", "2026-06-20", "谁", "聊天"}});
        QCOMPARE(fatesOf(calls), std::string("ok ok ok quarantined"));
        QCOMPARE(numberOf(calls, "direction", 0), std::int64_t {1});
        QCOMPARE(numberOf(calls, "direction", 1), std::int64_t {2});
        QCOMPARE(numberOf(calls, "record_type", 2), std::int64_t {4});
    }
};

MEITRACE_TEST(TestDerivedFields)
#include "tst_derivedfields.moc"

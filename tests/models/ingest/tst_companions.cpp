// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::string localTime(const CleanBlock& block, const char* field, std::size_t row = 0)
{
    return Zone::find("Asia/Shanghai")->isoTime(numberOf(block, field, row)).substr(0, 16);
}

TimeQuality qualityOf(const CleanBlock& block, const char* field, std::size_t row = 0)
{
    return valuesOf(block, field).quality[row];
}

}  // namespace

class TestCompanions : public QObject {
    Q_OBJECT

private slots:
    void bookingsTakeTheirClockFromWhereItIs()
    {
        const Mapping mapping = mappingOf(
            "his_booking", {{"n", "name"}, {"d", "booking_date"}, {"t", "booking_time"}, {"h", "half_day"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"a", "2024-03-15", "14:30", ""},
                                          {"a", "2024-03-15", "14:00-15:00", "上午"},
                                          {"a", "2024-03-15", "", "上午"},
                                          {"a", "2024-03-15", "", "下午"},
                                          {"a", "2024-03-15", "", ""},
                                          {"a", "2024-03-15 00:00:00", "", "PM"},
                                          {"a", "2024-03-15", "2024-03-16 09:00", "下午"},
                                          {"a", "2024-03-15 16:20", "", "上午"},
                                          {"a", "2024-03-15", "", "不知道"}});
        QCOMPARE(fatesOf(block), std::string("ok ok fixed fixed ok fixed ok ok ok"));
        const char* kTimes[] {"2024-03-15T14:30", "2024-03-15T14:00", "2024-03-15T10:00",
                              "2024-03-15T15:00", "2024-03-15T00:00", "2024-03-15T15:00",
                              "2024-03-16T09:00", "2024-03-15T16:20", "2024-03-15T00:00"};
        const TimeQuality kQualities[] {TimeQuality::Minute,  TimeQuality::Minute,   TimeQuality::Guessed,
                                        TimeQuality::Guessed, TimeQuality::WholeDay, TimeQuality::Guessed,
                                        TimeQuality::Minute,  TimeQuality::Minute,   TimeQuality::WholeDay};
        for (std::size_t row = 0; row < 9; ++row) {
            QCOMPARE(localTime(block, "booking_time", row), std::string(kTimes[row]));
            QVERIFY(qualityOf(block, "booking_time", row) == kQualities[row]);
        }
    }

    void bookingsWithADateOnlyAndWithoutOne()
    {
        const Mapping dated = mappingOf("his_booking", {{"n", "name"}, {"d", "booking_date"}});
        QCOMPARE(localTime(cleaned(dated, {{"a", "2027-03-15"}}), "booking_time"),
                 std::string("2027-03-15T00:00"));
        const Mapping clock = mappingOf("his_booking", {{"n", "name"}, {"t", "booking_time"}});
        QCOMPARE(issuesOf(cleaned(clock, {{"a", "14:30"}})), std::string("bad_time/booking_time"));
        const Mapping both
            = mappingOf("his_booking", {{"n", "name"}, {"d", "booking_date"}, {"t", "booking_time"}});
        QCOMPARE(issuesOf(cleaned(both, {{"a", "", "14:30"}})), std::string("required_missing/booking_time"));
    }

    void namesInTwoColumnsAreJoinedAsTheirLanguageWritesThem()
    {
        const Mapping mapping = mappingOf("email_campaign",
                                          {{"e", "email"},
                                           {"f", "first_name"},
                                           {"l", "last_name"},
                                           {"s", "status"},
                                           {"c", "last_changed"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"a@b.cn", "Anna", "Lee", "subscribed", "2024-03-05"},
                                          {"c@b.cn", "小芳", "欧阳", "subscribed", "2024-03-05"},
                                          {"d@b.cn", "芳", "", "subscribed", "2024-03-05"},
                                          {"f@b.cn", "", "Lee", "subscribed", "2024-03-05"},
                                          {"g@b.cn", "Anna", "李", "subscribed", "2024-03-05"}});
        const char* kNames[] {"Anna Lee", "欧阳小芳", "芳", "Lee", "李Anna"};
        for (std::size_t row = 0; row < 5; ++row) {
            QCOMPARE(std::string(valuesOf(block, "name").text[row]), std::string(kNames[row]));
        }
    }

    void pricesTimesQuantitiesAreRoundedOnce()
    {
        const Mapping mapping
            = mappingOf("his_billing", {{"n", "name"}, {"t", "pay_time"}, {"p", "unit_price"}, {"q", "qty"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"a", "2024-03-05", "2.55", "6"},
                                          {"a", "2024-03-05", "0.001", "6"},
                                          {"a", "2024-03-05", "0.125", "1"},
                                          {"a", "2024-03-05", "0.375", "1"},
                                          {"a", "2024-03-05", "1.005", "2"},
                                          {"a", "2024-03-05", "10", "0.5"},
                                          {"a", "2024-03-05", "5", "-2"},
                                          {"a", "2024-03-05", "¥1,000", "3"},
                                          {"a", "2024-03-05", "", "3"},
                                          {"a", "2024-03-05", "5", ""},
                                          {"a", "2024-03-05", "x", "1"}});
        QCOMPARE(fatesOf(block),
                 std::string("ok fixed fixed fixed ok ok ok fixed quarantined quarantined quarantined"));
        const std::int64_t kPaid[] {1530, 1, 12, 38, 201, 500, -1000, 300'000};
        for (std::size_t row = 0; row < 8; ++row) {
            QCOMPARE(numberOf(block, "paid_amount", row), kPaid[row]);
        }
        const Mapping single
            = mappingOf("his_billing", {{"n", "name"}, {"t", "pay_time"}, {"p", "unit_price"}});
        QCOMPARE(numberOf(cleaned(single, {{"a", "2024-03-05", "12.34"}}), "paid_amount"),
                 std::int64_t {1234});
        const Mapping paid = mappingOf(
            "his_billing",
            {{"n", "name"}, {"t", "pay_time"}, {"p", "unit_price"}, {"q", "qty"}, {"a", "paid_amount"}});
        QCOMPARE(numberOf(cleaned(paid, {{"a", "2024-03-05", "10", "3", "25"}}), "paid_amount"),
                 std::int64_t {2500});
    }

    void paymentsFallBackToTheOrder()
    {
        const Mapping both = mappingOf(
            "his_billing", {{"n", "name"}, {"o", "order_time"}, {"t", "pay_time"}, {"a", "paid_amount"}});
        const CleanBlock block = cleaned(
            both, {{"a", "2024-03-05 10:00", "2024-03-06", "1"}, {"a", "2024-03-05 10:00", "", "1"}});
        QCOMPARE(localTime(block, "pay_time", 0), std::string("2024-03-06T00:00"));
        QCOMPARE(localTime(block, "pay_time", 1), std::string("2024-03-05T10:00"));
        QVERIFY(qualityOf(block, "pay_time", 1) == TimeQuality::Minute);
        const Mapping order
            = mappingOf("his_billing", {{"n", "name"}, {"o", "order_time"}, {"a", "paid_amount"}});
        QCOMPARE(localTime(cleaned(order, {{"a", "2024-03-05 10:00", "1"}}), "pay_time"),
                 std::string("2024-03-05T10:00"));
        QCOMPARE(issuesOf(cleaned(order, {{"a", "2027-03-05 10:00", "1"}})),
                 std::string("future_time/pay_time"));
    }

    void webEventsTakeWhatTheirAddressTells()
    {
        const Mapping mapping = mappingOf("web_event",
                                          {{"u", "user_id"},
                                           {"t", "event_time"},
                                           {"url", "page_url"},
                                           {"s", "utm_source"},
                                           {"c", "utm_campaign"}});
        const CleanBlock block
            = cleaned(mapping,
                      {{"1", "2024-03-05 10:00", "https://x.cn/a/b?utm=1#top", "xiaohongshu", "38节"},
                       {"1", "2024-03-05 10:00", "https://x.cn", "", ""},
                       {"1", "2024-03-05 10:00", "/a?next=http://y.cn/z", "某站", ""},
                       {"1", "2024-03-05 10:00", "x.cn/a#b", "", ""},
                       {"1", "2024-03-05 10:00", "https://x.cn?q=1", "", ""}});
        const char* kPaths[] {"/a/b", "/", "/a", "x.cn/a", "/"};
        for (std::size_t row = 0; row < 5; ++row) {
            QCOMPARE(textOf(block, "page_path", row), std::string(kPaths[row]));
            QCOMPARE(textOf(block, "event_name", row), std::string("page_view"));
        }
        QCOMPARE(textOf(block, "channel", 0), std::string("xhs_org"));
        QCOMPARE(textOf(block, "channel", 2), std::string("某站"));
        QCOMPARE(textOf(block, "campaign", 0), std::string("38节"));
        QCOMPARE(textOf(block, "page_url", 0), std::string("https://x.cn/a/b?utm=1#top"));
        const Mapping own = mappingOf("web_event",
                                      {{"u", "user_id"},
                                       {"t", "event_time"},
                                       {"url", "page_url"},
                                       {"s", "utm_source"},
                                       {"ch", "channel"}});
        QCOMPARE(textOf(cleaned(own, {{"1", "2024-03-05 10:00", "/", "xiaohongshu", "抖音"}}), "channel"),
                 std::string("dy_org"));
    }

    void agesBecomeYearsWhereNothingBetterIsKnown()
    {
        const Mapping mapping
            = mappingOf("his_customer", {{"n", "his_no"}, {"a", "age"}, {"b", "birth_date"}});
        const CleanBlock block
            = cleaned(mapping, {{"1", "36", ""}, {"2", "36", "1990-05-01"}, {"3", "", ""}});
        QCOMPARE(numberOf(block, "birth_year", 0), std::int64_t {1990});
        QCOMPARE(numberOf(block, "birth_year", 1), kMissing);
        QCOMPARE(numberOf(block, "birth_year", 2), kMissing);
        const Mapping known = mappingOf("his_customer", {{"n", "his_no"}, {"a", "age"}, {"y", "birth_year"}});
        QCOMPARE(numberOf(cleaned(known, {{"1", "36", "1989"}}), "birth_year"), std::int64_t {1989});
        // The year of the import must not change the row's hash.
        const Mapping bare = mappingOf("his_customer", {{"n", "his_no"}, {"a", "age"}});
        const Sample none {headerOf(bare), {}};
        const Millis later = noon() + 400 * kDayMillis;
        const auto next = CleaningPlan::make(bare, headerOf(bare), none, Zone::utc(), later, "f");
        QCOMPARE((*next)->clean(blockOf({{"1", "36"}})).content, cleaned(bare, {{"1", "36"}}).content);
    }

    void refusalsBeatGrants()
    {
        const Mapping mapping = mappingOf("consent",
                                          {{"p", "phone"},
                                           {"s", "consent_status"},
                                           {"c", "channel"},
                                           {"w", "withdraw_time"},
                                           {"d", "dnc"}});
        const CleanBlock block = cleaned(mapping,
                                         {{"13812345678", "同意", "短信", "", ""},
                                          {"13812345678", "同意", "短信", "2024-03-05", ""},
                                          {"13812345678", "同意", "短信", "", "是"},
                                          {"13812345678", "", "", "", "是"},
                                          {"13812345678", "", "短信", "", "否"},
                                          {"13812345678", "", "短信", "", ""},
                                          {"13812345678", "也许", "短信", "", ""}});
        QCOMPARE(fatesOf(block), std::string("ok ok ok ok ok quarantined quarantined"));
        const ConsentState kStates[] {ConsentState::Granted, ConsentState::Withdrawn, ConsentState::Denied,
                                      ConsentState::Denied};
        for (std::size_t row = 0; row < 4; ++row) {
            QCOMPARE(numberOf(block, "consent_status", row), static_cast<std::int64_t>(kStates[row]));
        }
        QCOMPARE(numberOf(block, "channel", 0), static_cast<std::int64_t>(ConsentChannel::Sms));
        QCOMPARE(numberOf(block, "channel", 2), static_cast<std::int64_t>(ConsentChannel::Any));
        QCOMPARE(numberOf(block, "channel", 3), static_cast<std::int64_t>(ConsentChannel::Any));
        QCOMPARE(numberOf(block, "consent_status", 4), kMissing);
        const Mapping list = mappingOf("consent", {{"p", "phone"}, {"d", "dnc"}});
        QCOMPARE(numberOf(cleaned(list, {{"13812345678", "黑名单"}}), "consent_status"),
                 static_cast<std::int64_t>(ConsentState::Denied));
    }

    void adReportsNeedNoPerson()
    {
        const Mapping mapping
            = mappingOf("ad_spend", {{"d", "stat_date"}, {"s", "spend"}, {"i", "impressions"}});
        const CleanBlock block = cleaned(
            mapping,
            {{"2024-03-05", "1,234.50", "1.2万"}, {"合计", "1,234.50", "12000"}, {"2024-03-06", "", "5"}});
        QCOMPARE(fatesOf(block), std::string("fixed skipped quarantined"));
        QCOMPARE(numberOf(block, "impressions"), std::int64_t {12'000});
        QCOMPARE(numberOf(block, "spend"), std::int64_t {123'450});
    }
};

MEITRACE_TEST(TestCompanions)
#include "tst_companions.moc"

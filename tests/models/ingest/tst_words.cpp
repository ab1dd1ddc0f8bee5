// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/domain/channel.h"
#include "models/domain/fieldcodes.h"
#include "models/ingest/celltext.h"
#include "models/ingest/words.h"
#include "models/resources/resourcetable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace meitrace;

namespace {

struct Golden {
    FieldType type;
    const char* cell;
    std::int64_t value;
};

constexpr std::int64_t kNothing = kMissing;

template <typename T>
constexpr std::int64_t as(T value)
{
    return static_cast<std::int64_t>(value);
}

constexpr auto kBool = FieldType::Bool;
constexpr auto kGender = FieldType::Gender;
constexpr auto kBooking = FieldType::BookingStatus;
constexpr auto kVisit = FieldType::VisitType;
constexpr auto kBill = FieldType::BillKind;
constexpr auto kScope = FieldType::ConsentScope;
constexpr auto kChannel = FieldType::ConsentChannel;
constexpr auto kState = FieldType::ConsentState;

const Golden kGolden[] {
    {kBool, "是", 1},
    {kBool, "否", 0},
    {kBool, "Y", 1},
    {kBool, "n", 0},
    {kBool, "1", 1},
    {kBool, "0", 0},
    {kBool, "TRUE", 1},
    {kBool, "False", 0},
    {kBool, "√", 1},
    {kBool, "×", 0},
    {kBool, "已核销", 1},
    {kBool, "未核销", 0},
    {kBool, "已加微", 1},
    {kBool, "未到院", 0},
    {kBool, "没有", 0},
    {kBool, "有", 1},
    {kBool, "无", 0},
    {kBool, "Ｙ", 1},
    {kBool, " yes ", 1},
    {kBool, "", kNothing},
    {kBool, "-", kNothing},
    {kBool, "未知", kNothing},
    {kBool, "1.0", 1},
    {kGender, "女", 1},
    {kGender, "男", 2},
    {kGender, "F", 1},
    {kGender, "m", 2},
    {kGender, "2", 1},
    {kGender, "1", 2},
    {kGender, "0", kNothing},
    {kGender, "Female", 1},
    {kGender, "先生", 2},
    {kGender, "保密", kNothing},
    {kGender, "未知", kNothing},
    {kGender, "女士", 1},
    {kBooking, "0", as(BookingStatus::Pending)},
    {kBooking, "1", as(BookingStatus::Confirmed)},
    {kBooking, "2", as(BookingStatus::Arrived)},
    {kBooking, "3", as(BookingStatus::Served)},
    {kBooking, "4", as(BookingStatus::Paid)},
    {kBooking, "5", as(BookingStatus::Treated)},
    {kBooking, "6", as(BookingStatus::NoShow)},
    {kBooking, "7", as(BookingStatus::Left)},
    {kBooking, "8", as(BookingStatus::Cancelled)},
    {kBooking, "已到店", as(BookingStatus::Arrived)},
    {kBooking, "爽约", as(BookingStatus::NoShow)},
    {kBooking, "已取消", as(BookingStatus::Cancelled)},
    {kBooking, "no_show", as(BookingStatus::NoShow)},
    {kBooking, "Canceled", as(BookingStatus::Cancelled)},
    {kBooking, "待确认", as(BookingStatus::Pending)},
    {kVisit, "初诊", as(VisitType::First)},
    {kVisit, "复诊", as(VisitType::Return)},
    {kVisit, "疗程内", as(VisitType::InCourse)},
    {kVisit, "再消费", as(VisitType::Again)},
    {kVisit, "退款", as(VisitType::RefundVisit)},
    {kVisit, "其他", as(VisitType::Other)},
    {kVisit, "皮肤科", as(VisitType::Other)},
    {kVisit, "first", as(VisitType::First)},
    {kBill, "交预交金", as(BillKind::Deposit)},
    {kBill, "办卡", as(BillKind::CardSale)},
    {kBill, "项目收费", as(BillKind::Sale)},
    {kBill, "划价单收费", as(BillKind::Sale)},
    {kBill, "欠款回收", as(BillKind::DebtPayment)},
    {kBill, "退预交金", as(BillKind::DepositBack)},
    {kBill, "退卡", as(BillKind::Refund)},
    {kBill, "退项目", as(BillKind::Refund)},
    {kBill, "退划价单", as(BillKind::Refund)},
    {kBill, "充值", as(BillKind::Topup)},
    {kBill, "退储值", as(BillKind::TopupRefund)},
    {kBill, "赠送", as(BillKind::Gift)},
    {kBill, "debt_payment", as(BillKind::DebtPayment)},
    {kScope, "营销", as(ConsentScope::Marketing)},
    {kScope, "第三方广告", as(ConsentScope::ThirdPartyAds)},
    {kScope, "肖像授权", as(ConsentScope::Photo)},
    {kScope, "sensitive_health", as(ConsentScope::SensitiveHealth)},
    {kScope, "用户画像", as(ConsentScope::Profiling)},
    {kScope, "service", as(ConsentScope::Service)},
    {kChannel, "短信", as(ConsentChannel::Sms)},
    {kChannel, "企微", as(ConsentChannel::Wechat)},
    {kChannel, "全部", as(ConsentChannel::Any)},
    {kChannel, "电话", as(ConsentChannel::Call)},
    {kChannel, "E-Mail", as(ConsentChannel::Email)},
    {kChannel, "ads", as(ConsentChannel::Ads)},
    {kState, "是", as(ConsentState::Granted)},
    {kState, "同意", as(ConsentState::Granted)},
    {kState, "granted", as(ConsentState::Granted)},
    {kState, "否", as(ConsentState::Denied)},
    {kState, "拒绝", as(ConsentState::Denied)},
    {kState, "已撤回", as(ConsentState::Withdrawn)},
    {kState, "已退订", as(ConsentState::Withdrawn)},
    {kState, "unsubscribed", as(ConsentState::Withdrawn)},
    {kState, "subscribed", as(ConsentState::Granted)},
    {kState, "不同意", as(ConsentState::Denied)},
};

struct Alias {
    const char* cell;
    const char* channel;
};

constexpr Alias kAliases[] {
    {"抖音信息流", "dy_ads"}, {"抖音", "dy_org"},       {"小红书", "xhs_org"},     {"聚光", "xhs_ads"},
    {"美团", "mt_dp"},        {"大众点评", "mt_dp"},    {"自然到店", "walkin"},    {"老带新", "referral"},
    {"转介绍", "referral"},   {"企业微信", "wecom"},    {"公众号", "oa"},          {"视频号", "sph"},
    {"新氧", "soyoung"},      {"更美", "gengmei"},      {"百度竞价", "baidu_sem"}, {"DouYin", "dy_org"},
    {"Walk-In", "walkin"},    {"referral", "referral"}, {"短信", "sms"},           {"　小红书　", "xhs_org"},
    {"抖音来客", "dy_life"},  {"xhs_org", "xhs_org"},   {"甲方推荐的渠道", ""},    {"", ""},
};

}  // namespace

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void wordsMeanWhatTheySay()
    {
        for (const Golden& golden : kGolden) {
            const auto value = wordValue(golden.type, "", golden.cell);
            QVERIFY2(value.has_value(), golden.cell);
            QVERIFY2(*value == golden.value,
                     (std::string(golden.cell) + " " + std::to_string(*value)).c_str());
        }
    }

    void unknownWordsAreNoValue()
    {
        for (const FieldType type : {kBool, kGender, kBooking, kBill, kScope, kChannel, kState}) {
            for (const char* cell : {"xyz", "99", "也许", "#N/A!", "1,0"}) {
                QVERIFY2(!wordValue(type, "", cell).has_value(), cell);
            }
        }
    }

    void fieldsMayHaveWordsOfTheirOwn()
    {
        QCOMPARE(*wordValue(kBool, "is_refund", "退费"), std::int64_t {1});
        QCOMPARE(*wordValue(kBool, "is_refund", "收费"), std::int64_t {0});
        QVERIFY(!wordValue(kBool, "companion", "退费").has_value());
        QCOMPARE(*wordValue(kBool, "dnc", "黑名单"), std::int64_t {1});
        QCOMPARE(*wordValue(kBool, "is_test", "测试"), std::int64_t {1});
    }

    void channelsAreKnownByTheirUsualNames()
    {
        for (const Alias& alias : kAliases) {
            QVERIFY2(channelOf(alias.cell) == alias.channel, alias.cell);
        }
    }

    void nullWordsAreNothingAndNothingElseIs()
    {
        for (const char* cell : {"空", "无", "暂无", "-", "--", "N/A", "n/a", "NULL", "null", "未知", "\\N",
                                 "None", "－", "ＮＵＬＬ", "#N/A"}) {
            QVERIFY2(isNullWord(cell), cell);
        }
        for (const char* cell :
             {"", "0", "nan", "无锡", "空军", "未知名", "N", "na", "-1", "a", "暂无电话", "nullify"}) {
            QVERIFY2(!isNullWord(cell), cell);
        }
    }

    void everyWordOfTheTablesHasAMeaning()
    {
        int checked = 0;
        const ResourceTable words("domain/value_words.csv");
        for (std::size_t place = 0; place < words.rows(); ++place) {
            const std::array<std::string, 3> row {words.text(place, "field_type"), words.text(place, "word"),
                                                  words.text(place, "code")};
            for (const FieldType type : {kGender, kBooking, kVisit, kBill, kScope, kChannel, kState}) {
                constexpr const char* kSorts[] {"gender",       "booking_status", "visit_type",
                                                "bill_kind",    "consent_scope",  "consent_channel",
                                                "consent_state"};
                if (row[0] == kSorts[as(type) - as(kGender)]) {
                    const auto codes = codesOf(type);
                    QVERIFY2(std::find(codes.begin(), codes.end(), row[2]) != codes.end(), row[1].c_str());
                    const auto value = wordValue(type, "", row[1]);
                    QVERIFY2(value
                                 && (row[2].empty() ? *value == kMissing
                                                    : codes[static_cast<std::size_t>(*value)] == row[2]),
                             row[1].c_str());
                    ++checked;
                }
            }
        }
        QVERIFY(checked > 200);
        const ResourceTable aliases("domain/channel_aliases.csv");
        for (std::size_t place = 0; place < aliases.rows(); ++place) {
            const std::string& alias = aliases.text(place, "alias");
            QVERIFY2(channelByCode(aliases.text(place, "channel")).has_value(), alias.c_str());
            QVERIFY2(channelOf(alias) == aliases.text(place, "channel"), alias.c_str());
        }
        for (const Channel& channel : channels()) {
            QCOMPARE(channelOf(channel.code), channel.code);
        }
    }

    void everyCodeIsAWord()
    {
        for (const FieldType type : {kGender, kBooking, kVisit, kBill, kScope, kChannel, kState}) {
            const auto codes = codesOf(type);
            for (std::size_t i = 1; i < codes.size(); ++i) {
                QCOMPARE(wordValue(type, "", codes[i]).value_or(-1), static_cast<std::int64_t>(i));
            }
        }
    }

    void literalTextOnlyLosesWhatCannotBeSeen()
    {
        const auto tidy = [](std::string_view cell) {
            std::string buffer;
            return std::string(tidyText(cell, buffer));
        };
        QCOMPARE(tidy("  王小姐 "), std::string("王小姐"));
        QCOMPARE(tidy("\u3000王\u200B小\uFEFF姐\u00A0"), std::string("王小姐"));
        QCOMPARE(tidy("\t=1+1"), std::string("=1+1"));
        QCOMPARE(tidy("＝1+1"), std::string("＝1+1"));
        QCOMPARE(tidy("'quoted"), std::string("'quoted"));
        QCOMPARE(tidy("a\nb"), std::string("a\nb"));
        QCOMPARE(tidy("热玛吉（眼部）"), std::string("热玛吉（眼部）"));
        QCOMPARE(tidy("👩\u200D⚕ x"), std::string("👩\u200D⚕ x"));
        QCOMPARE(tidy("王\u200D芳"), std::string("王芳"));
        QCOMPARE(tidy("\u200B"), std::string());
    }

    void plainTextIsWhatNoRuleTouches()
    {
        for (const char* cell :
             {"", "a", "ab", "abc", "abcd", "12345678", "123456789", "a b", "x'y", "a=b", "C123-456_7"}) {
            QVERIFY2(isPlain(cell), cell);
        }
        for (const char* cell : {" ", " a", "a ", "=1", "'1", "a\tb", "1.38E+10", "é", "abcdefgh中", "中",
                                 "1234567\n9", "+8613812345678", "abcdefghijklmnop\u00A0", "\x01"}) {
            QVERIFY2(!isPlain(cell), cell);
        }
    }

    void guardsOfSpreadsheetsComeOff()
    {
        const auto inside = [](std::string_view cell) {
            bool found = false;
            const std::string_view text = withoutGuards(cell, found);
            return std::string(text) + (found ? " guarded" : "");
        };
        QCOMPARE(inside("=\"0138\""), std::string("0138 guarded"));
        QCOMPARE(inside("'0138"), std::string("0138 guarded"));
        QCOMPARE(inside("\t0138"), std::string("0138 guarded"));
        QCOMPARE(inside("=0138"), std::string("0138 guarded"));
        QCOMPARE(inside(" 0138 "), std::string("0138"));
        QCOMPARE(inside("=A1"), std::string("=A1"));
        QVERIFY(isScientific("1.38E+10") && isScientific("1e5") && isScientific("-1E-5"));
        QVERIFY(!isScientific("E5") && !isScientific("1E") && !isScientific("12") && !isScientific("1E5x"));
    }
};

MEITRACE_TEST(TestWords)
#include "tst_words.moc"

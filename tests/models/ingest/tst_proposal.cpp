// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/headername.h"
#include "models/ingest/mapping.h"
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;
using namespace meitrace::test;

namespace {

using Fields = std::vector<std::pair<const char*, const char*>>;

/// An export as clinics have it, with what a person would map.
struct Export {
    const char* kind;
    Row header;
    Rows rows;
    Fields fields;  ///< header, field
};

std::vector<Export> exports()
{
    return {
        {"his_customer",
         {"病历编号", "顾客姓名", "性别", "出生日期", "手机号", "客户来源", "会员等级", "建档时间",
          "现场咨询师", "门店", "备注"},
         {{"A0001", "王芳", "女", "1990-05-01", "13812345678", "小红书", "金卡", "2024-01-05 10:00", "李老师",
           "徐汇店", "怕痛"},
          {"A0002", "李雷", "男", "1988-12-11", "13987654321", "老带新", "银卡", "2024-02-05 11:30", "张老师",
           "静安店", ""}},
         {{"病历编号", "his_no"},
          {"顾客姓名", "name"},
          {"性别", "gender"},
          {"出生日期", "birth_date"},
          {"手机号", "phone"},
          {"客户来源", "source_l1"},
          {"会员等级", "member_level"},
          {"建档时间", "registered_at"},
          {"现场咨询师", "staff_onsite"},
          {"门店", "store"}}},
        {"his_customer",
         {"Client ID", "Full Name", "Mobile Phone", "Email", "Date of Birth", "Lead Source",
          "Membership Level", "Balance"},
         {{"C1", "Anna Lee", "+14155552671", "a@b.com", "1990-05-01", "Referral", "Gold", "120.00"}},
         {{"Client ID", "his_no"},
          {"Full Name", "name"},
          {"Mobile Phone", "phone"},
          {"Email", "email"},
          {"Date of Birth", "birth_date"},
          {"Lead Source", "source_l1"},
          {"Membership Level", "member_level"},
          {"Balance", "stored_value_balance"}}},
        {"his_billing",
         {"开单门店", "收费单号", "病历编号", "顾客姓名", "开单时间", "收费时间", "项目名称", "数量",
          "原价(元)", "实收金额(元)", "支付方式", "现场咨询", "网电咨询师"},
         {{"徐汇店", "S001", "A0001", "王芳", "2024-03-05 14:00", "2024-03-05 14:10", "热玛吉", "1", "16800",
           "15800", "微信", "李老师", "赵"},
          {"徐汇店", "S002", "A0002", "李雷", "2024-03-06 15:00", "2024-03-06 15:10", "光子嫩肤", "3", "3000",
           "2400", "储值", "李老师", "钱"}},
         {{"开单门店", "store"},
          {"收费单号", "order_no"},
          {"病历编号", "his_no"},
          {"顾客姓名", "name"},
          {"开单时间", "order_time"},
          {"收费时间", "pay_time"},
          {"项目名称", "item_name"},
          {"数量", "qty"},
          {"原价(元)", "list_amount"},
          {"实收金额(元)", "paid_amount"},
          {"支付方式", "pay_method"},
          {"网电咨询师", "staff_online"}}},
        {"his_consumption",
         {"消耗门店", "病历编号", "顾客姓名", "消耗时间", "消耗项目", "消耗数量", "消耗金额", "剩余次数",
          "操作医生", "护士"},
         {{"徐汇店", "A0001", "王芳", "2024-03-15 14:00", "热玛吉", "1", "15800", "0", "陈医生", "小周"}},
         {{"消耗门店", "store"},
          {"病历编号", "his_no"},
          {"顾客姓名", "name"},
          {"消耗时间", "consume_time"},
          {"消耗项目", "item_name"},
          {"消耗数量", "qty"},
          {"消耗金额", "consume_amount"},
          {"剩余次数", "remaining_qty"},
          {"操作医生", "doctor"},
          {"护士", "operator"}}},
        {"his_booking",
         {"预约号", "客户姓名", "客户电话", "预约日期", "上午/下午", "预约项目", "预约状态", "预约医生",
          "到院时间", "取消原因"},
         {{"Y1", "王芳", "13812345678", "2024-03-15", "上午", "热玛吉", "已到店", "陈医生",
           "2024-03-15 10:10", ""},
          {"Y2", "李雷", "13987654321", "2024-03-16", "下午", "皮秒", "已取消", "陈医生", "", "没时间"}},
         {{"预约号", "booking_no"},
          {"客户姓名", "name"},
          {"客户电话", "phone"},
          {"预约日期", "booking_date"},
          {"上午/下午", "half_day"},
          {"预约项目", "item_name"},
          {"预约状态", "booking_status"},
          {"预约医生", "doctor"},
          {"到院时间", "arrive_time"},
          {"取消原因", "cancel_reason"}}},
        {"his_visit",
         {"到访时间", "病历编号", "姓名", "到院类型", "到访诊所", "面诊医生", "是否成交", "成交金额",
          "未成交原因", "后期项目铺垫"},
         {{"2024-03-15 10:10", "A0001", "王芳", "初诊", "徐汇店", "陈医生", "是", "15800", "", "水光"},
          {"2024-03-16 11:10", "A0002", "李雷", "复诊", "徐汇店", "陈医生", "否", "", "价格", ""}},
         {{"到访时间", "visit_time"},
          {"病历编号", "his_no"},
          {"姓名", "name"},
          {"到院类型", "visit_type"},
          {"到访诊所", "store"},
          {"面诊医生", "doctor"},
          {"是否成交", "is_deal"},
          {"成交金额", "deal_amount"},
          {"未成交原因", "undealt_reason"},
          {"后期项目铺垫", "next_plan"}}},
        {"his_consult",
         {"登记日期", "客户昵称", "联系方式", "微信号", "来源渠道", "主播IP", "咨询项目", "是否加V",
          "是否核销", "是否退款", "归属客服"},
         {{"2024-03-01 21:05", "小仙女", "13812345678", "wx1", "抖音", "阿美", "水光", "是", "否", "否",
           "小刘"}},
         {{"登记日期", "lead_time"},
          {"客户昵称", "name"},
          {"联系方式", "phone"},
          {"微信号", "wechat_id"},
          {"来源渠道", "source_l1"},
          {"主播IP", "source_l2"},
          {"咨询项目", "intent_items"},
          {"是否加V", "wechat_added"},
          {"是否核销", "is_redeemed"},
          {"是否退款", "is_refund"},
          {"归属客服", "staff_online"}}},
        {"web_event",
         {"event_timestamp", "event_name", "user_pseudo_id", "user_id", "ga_session_id", "page_location",
          "page_title", "utm_source", "utm_campaign", "device.category", "geo.city"},
         {{"1709620200123456", "page_view", "123.456", "u1", "99", "https://x.cn/a?b=1", "首页",
           "xiaohongshu", "38", "mobile", "上海"}},
         {{"event_timestamp", "event_time"},
          {"event_name", "event_name"},
          {"user_pseudo_id", "visitor_id"},
          {"user_id", "user_id"},
          {"ga_session_id", "session_id"},
          {"page_location", "page_url"},
          {"page_title", "page_title"},
          {"utm_source", "utm_source"},
          {"utm_campaign", "utm_campaign"},
          {"device.category", "device"},
          {"geo.city", "city"}}},
        {"touch_log",
         {"任务名称", "接收号码", "发送时间", "回执状态", "送达时间", "点击时间", "发送成员", "费用"},
         {{"38节", "13812345678", "2024-03-05 10:00:00", "成功", "2024-03-05 10:00:05", "", "小刘", "0.05"}},
         {{"任务名称", "campaign_name"},
          {"接收号码", "phone"},
          {"发送时间", "send_time"},
          {"回执状态", "send_status"},
          {"送达时间", "deliver_time"},
          {"点击时间", "click_time"},
          {"发送成员", "sender"},
          {"费用", "cost"}}},
        {"ad_spend",
         {"时间-天", "账户名称", "项目ID", "项目名称", "消耗", "展示数", "点击数", "点击率(%)", "转化数",
          "私信咨询数", "私信留资数"},
         {{"2024-03-05", "某医美", "770001", "水光拉新", "1234.50", "23000", "450", "1.96", "12", "8", "5"}},
         {{"时间-天", "stat_date"},
          {"账户名称", "account_name"},
          {"项目ID", "campaign_id"},
          {"项目名称", "campaign_name"},
          {"消耗", "spend"},
          {"展示数", "impressions"},
          {"点击数", "clicks"},
          {"转化数", "conversions"},
          {"私信咨询数", "dm_inquiries"},
          {"私信留资数", "dm_leads"}}},
        {"consent",
         {"手机号", "授权类型", "授权状态", "授权时间", "撤回时间", "签署方式", "免打扰"},
         {{"13812345678", "营销", "同意", "2024-03-05", "", "纸质", "否"}},
         {{"手机号", "phone"},
          {"授权类型", "consent_scope"},
          {"授权状态", "consent_status"},
          {"授权时间", "consent_time"},
          {"撤回时间", "withdraw_time"},
          {"签署方式", "evidence"},
          {"免打扰", "dnc"}}},
    };
}

std::string fieldOf(const Proposal& proposal, const std::string& header)
{
    for (const Mapping::Column& column : proposal.mapping.columns) {
        if (column.header == header) {
            return std::string(proposal.mapping.kind->fields[static_cast<std::size_t>(column.field)].name);
        }
    }
    return {};
}

}  // namespace

class TestProposal : public QObject {
    Q_OBJECT

private slots:
    void everyKindIsKnownByItsHeaders()
    {
        for (const Export& file : exports()) {
            const Proposal proposal = proposeMapping({file.header, file.rows});
            std::string all;
            for (const auto& [kind, score] : proposal.kinds) {
                all += kind + " " + std::to_string(score) + ", ";
            }
            QVERIFY2(proposal.mapping.kind->code == file.kind,
                     (std::string(file.kind) + " lost to " + all).c_str());
            QVERIFY2(proposal.certain, (std::string(file.kind) + " unsure: " + all).c_str());
            QVERIFY(checkMapping(proposal.mapping, file.header, "f.csv"));
        }
    }

    void aShortListOfBillsIsNoListOfVouchers()
    {
        // One row is enough; shops' and vouchers' files have order numbers and times as well.
        const Proposal proposal
            = proposeMapping({{"订单号", "客户姓名", "手机号", "消费日期", "项目", "金额", "渠道"},
                              {{"T1", "客户甲", "16400000001", "2026-01-11", "光子嫩肤", "100.00", "抖音"}}});
        QCOMPARE(proposal.mapping.kind->code, std::string_view("his_billing"));
        QVERIFY(proposal.certain);
    }

    void columnsGoWhereAPersonWouldPutThem()
    {
        for (const Export& file : exports()) {
            for (const KindSpec* kind :
                 std::initializer_list<const KindSpec*> {nullptr, kindByCode(file.kind)}) {
                const Proposal proposal = proposeMapping({file.header, file.rows}, kind);
                for (const auto& [header, field] : file.fields) {
                    QVERIFY2(
                        fieldOf(proposal, header) == field,
                        (std::string(file.kind) + " " + header + " -> " + fieldOf(proposal, header)).c_str());
                }
                QVERIFY(proposal.mapping.columns.size() + proposal.unmapped.size() == file.header.size());
            }
        }
    }

    void everyColumnHasAReasonAndAConfidence()
    {
        for (const Export& file : exports()) {
            const Proposal proposal = proposeMapping({file.header, file.rows});
            std::vector<int> fields;
            for (const Mapping::Column& column : proposal.mapping.columns) {
                QVERIFY(column.confidence > 0 && column.confidence <= 1);
                QVERIFY(!column.reason.empty());
                fields.push_back(column.field);
            }
            std::sort(fields.begin(), fields.end());
            QVERIFY(std::adjacent_find(fields.begin(), fields.end()) == fields.end());
        }
    }

    void genericHeadersNeedTheirValues()
    {
        const Row header {"订单号", "手机号", "收费时间", "金额", "渠道", "类型",
                          "备注",   "名称",   "状态",     "来源", "时间"};
        const Row row {"1", "13812345678", "2024-03-05", "100", "抖音", "x", "y", "z", "w", "甲", "昨天"};
        const Proposal proposal = proposeMapping({header, {row}}, kindByCode("his_billing"));
        QCOMPARE(fieldOf(proposal, "金额"), std::string("paid_amount"));
        QCOMPARE(fieldOf(proposal, "渠道"), std::string("source_l1"));
        for (const char* name : {"类型", "备注", "名称", "状态", "来源", "时间"}) {
            QVERIFY2(fieldOf(proposal, name).empty(), name);
        }
        Row words = row;
        words[3] = "很多";
        words[4] = "甲";
        const Proposal without = proposeMapping({header, {words}}, kindByCode("his_billing"));
        QVERIFY(fieldOf(without, "金额").empty() && fieldOf(without, "渠道").empty());
        QVERIFY(!without.certain);
    }

    void valuesSpeakAgainstANameThatDoesNotFit()
    {
        const Proposal proposal
            = proposeMapping({{"手机号", "联系电话"}, {{"王芳", "13812345678"}, {"李雷", "13987654321"}}},
                             kindByCode("his_customer"));
        QCOMPARE(fieldOf(proposal, "联系电话"), std::string("phone"));
        QVERIFY(fieldOf(proposal, "手机号") != "phone");
    }

    void theBetterOfTwoColumnsWins()
    {
        const Proposal proposal = proposeMapping(
            {{"收费时间", "付款时间", "手机号", "实收金额"}, {{"", "2024-03-05", "13812345678", "5"}}},
            kindByCode("his_billing"));
        QCOMPARE(fieldOf(proposal, "付款时间"), std::string("pay_time"));
        const Proposal alike = proposeMapping({{"收费时间", "付款时间", "手机号", "实收金额"},
                                               {{"2024-03-05", "2024-03-05", "13812345678", "5"}}},
                                              kindByCode("his_billing"));
        QCOMPARE(fieldOf(alike, "收费时间"), std::string("pay_time"));
        QVERIFY(!alike.certain);  // somebody has to look
    }

    void repeatedAndBlankHeadersAreLeftAlone()
    {
        const Proposal proposal
            = proposeMapping({{"订单号", "手机号", "消费日期", "项目", "项目", "", ""},
                              {{"1", "13812345678", "2024-03-05", "热玛吉", "5434.22", "", ""}}},
                             kindByCode("his_billing"));
        QVERIFY(fieldOf(proposal, "项目").empty());
        QVERIFY(!proposal.certain);
        QVERIFY(checkMapping(proposal.mapping, {"订单号", "手机号", "消费日期", "项目", "项目", "", ""}, "f")
                    .error()
                    .code
                == ErrorCode::DuplicateHeader);
    }

    void unitsInHeadersAreHints()
    {
        const auto amount = [](const char* header) {
            return proposeMapping({{"手机号", "收费时间", header}, {{"13812345678", "2024-03-05", "100"}}},
                                  kindByCode("his_billing"));
        };
        QCOMPARE(fieldOf(amount("实收金额(元)"), "实收金额(元)"), std::string("paid_amount"));
        QVERIFY(!amount("实收金额(元)").mapping.amountInMinor);
        QVERIFY(amount("实收金额（分）").mapping.amountInMinor);
        QVERIFY(fieldOf(amount("实收金额(万元)"), "实收金额(万元)").empty());
    }

    void headersAreComparedWithoutTheirDecoration()
    {
        QCOMPARE(headerName(" *手机号（必填） ").text, std::string("手机号"));
        QCOMPARE(headerName("实收金额\n(元)").text, std::string("实收金额"));
        QCOMPARE(headerName("实收金额(元)").unit, std::string("元"));
        QCOMPARE(headerName("点击率%").text, std::string("点击率"));
        QCOMPARE(headerName("Customer_ID").text, std::string("customer id"));
        QCOMPARE(headerName("\uFEFFＩＤ").text, std::string("id"));
        QVERIFY(headerName("金额").generic && headerName("金额(元)").generic
                && !headerName("实收金额").generic);
    }

    void canonicalFieldNamesAreUnderstood()
    {
        for (const KindSpec& kind : kinds()) {
            Row header;
            for (const FieldSpec& field : kind.fields) {
                header.emplace_back(field.name);
            }
            const Proposal proposal = proposeMapping({header, {}}, &kind);
            QVERIFY2(proposal.unmapped.empty(),
                     (std::string(kind.code) + " " + (proposal.unmapped.empty() ? "" : proposal.unmapped[0]))
                         .c_str());
            for (const FieldSpec& field : kind.fields) {
                QCOMPARE(fieldOf(proposal, std::string(field.name)), std::string(field.name));
            }
        }
    }

    void emptySamplesGiveNoColumns()
    {
        const Proposal none = proposeMapping({});
        QVERIFY(none.mapping.kind != nullptr && none.mapping.columns.empty() && !none.certain);
        QVERIFY(!proposeMapping({{"x", "y"}, {{"1", "2"}}}).certain);
    }
};

MEITRACE_TEST(TestProposal)
#include "tst_proposal.moc"

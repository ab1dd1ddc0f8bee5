// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

/// Exports of further systems, one row each.
namespace meitrace::test {

/// One column of an export: its header, a value, and the field a person would give it; empty for none.
struct Column {
    const char* header;
    const char* value;
    const char* field;
};

struct Export {
    const char* system;
    const char* kind;
    std::vector<Column> columns;
};

inline std::vector<Export> tillExports()
{
    return {
        {"卡项余额",
         "his_package",
         {{"病历编号", "H001", "his_no"},
          {"客户姓名", "王芳", "name"},
          {"手机号", "13812345678", "phone"},
          {"卡号", "K20260101", "card_no"},
          {"卡名称", "光子年卡", "card_name"},
          {"项目名称", "光子嫩肤", "item_name"},
          {"购买次数", "10", "bought_qty"},
          {"赠送次数", "2", "gift_qty"},
          {"已用次数", "4", "used_qty"},
          {"剩余次数/金额", "8/7840.00", "remaining_both"},
          {"购买金额", "9800", "paid_amount"},
          {"购买时间", "2026-01-01", "bought_at"},
          {"有效期至", "2027-01-01", "expire_at"},
          {"卡状态", "正常", "card_status"},
          {"开卡门店", "徐汇店", "store"}}},
        {"回访",
         "his_followup",
         {{"客户编号", "H001", "his_no"},
          {"客户姓名", "王芳", "name"},
          {"手机号", "13812345678", "phone"},
          {"回访类型", "术后三天", "followup_type"},
          {"计划回访时间", "2026-03-01", "followup_plan_at"},
          {"实际回访时间", "2026-03-01 10:20", "followup_done_at"},
          {"回访方式", "电话", "followup_method"},
          {"回访结果", "已接听", "followup_result"},
          {"回访内容", "恢复良好", "followup_content"},
          {"满意度", "满意", "satisfaction"},
          {"回访人", "小周", "staff"},
          {"下次回访时间", "2026-04-01", "next_followup_at"}}},
        {"美团验券",
         "local_life_order",
         {{"验券时间", "2026/06/20 13:03:06", "verify_time"},
          {"券码", "012345678901", "coupon_code"},
          {"项目名称", "小气泡清洁", "item_name"},
          {"售价(元)", "198", "payable_amount"},
          {"商家优惠(元)", "20", "merchant_promo"},
          {"结算价(元)", "166.32", "settle_amount"},
          {"用户手机号", "138****5678", "phone"},
          {"验证账号", "front01", "verify_account"},
          {"验证方式", "扫码", "verify_channel"},
          {"验券门店", "徐汇店", "store"},
          {"券状态", "已使用", "verify_status"}}},
        {"抖音来客",
         "local_life_order",
         {{"订单编号", "80012345", "order_no"},
          {"券码", "100200300400500", "coupon_code"},
          {"商品名称", "光子嫩肤单次", "item_name"},
          {"商品ID", "7001", "item_code"},
          {"下单时间", "2026-06-01 20:10:00", "order_time"},
          {"核销时间", "2026-06-20 13:03:06", "verify_time"},
          {"核销门店", "徐汇店", "store"},
          {"订单状态", "已核销", "verify_status"},
          {"用户实付", "399.00", "paid_amount"},
          {"平台优惠", "30", "platform_promo"},
          {"商家应得", "360.12", "settle_amount"},
          {"技术服务费", "8.88", "commission"},
          {"手机尾号", "5678", "phone_tail"}}},
        {"积分",
         "points_ledger",
         {{"客户编号", "H001", "his_no"},
          {"手机号", "13812345678", "phone"},
          {"变动时间", "2026-03-01 10:00", "time"},
          {"积分类型", "消费获得", "type"},
          {"变动积分", "980", "points"},
          {"订单号", "O1", "order_no"},
          {"用户积分余额", "1980", "balance"},
          {"发放人", "系统", "operator"}}},
        {"目标",
         "target",
         {{"月份", "2026-03", "month"},
          {"门店", "徐汇店", "store"},
          {"指标", "业绩", "metric"},
          {"目标值", "120万", "value"}}},
    };
}

inline Export youzan()
{
    Export file {"有赞",
                 "youzan_order",
                 {{"订单号", "\tE20260601000123", "order_no"},
                  {"订单类型", "普通订单", "order_type"},
                  {"订单状态", "交易完成", "order_status"},
                  {"销售渠道", "网店", "channel_name"},
                  {"归属店铺", "美颜商城", "store"},
                  {"推广方式", "无推广", "promo_type"},
                  {"订单来源", "微信小程序", "order_source"},
                  {"订单创建时间", "2026-06-01 20:10:00", "order_time"},
                  {"买家付款时间", "2026-06-01 20:11:00", "pay_time"},
                  {"交易成功时间", "2026-06-09 20:11:00", "finish_time"},
                  {"付款方式", "微信支付", "pay_method"},
                  {"支付流水号", "=\"4200001234\"", "pay_trade_no"},
                  {"商品金额合计", "268.00", "list_amount"},
                  {"运费", "0", "freight"},
                  {"店铺优惠合计", "20", "discount_amount"},
                  {"应收订单金额", "248.00", "payable_amount"},
                  {"订单实付金额", "248.00", "paid_amount"},
                  {"支付优惠合计", "0", "pay_discount"},
                  {"订单实收金额", "246.51", "settle_amount"},
                  {"订单抵用积分数", "0", "points_used"},
                  {"全部商品名称", "医用面膜(2件)", "item_name"},
                  {"商品种类数", "1", "qty"},
                  {"收货人/提货人", "李女士", "receiver_name"},
                  {"收货人手机号/提货人手机号", "13900001111", "receiver_phone"},
                  {"收货人省份", "上海市", "province"},
                  {"收货人城市", "上海市", "city"},
                  {"收货人地区", "徐汇区", "district"},
                  {"详细收货地址/提货地址", "某路1号", "address"},
                  {"买家备注", "尽快", "buyer_remark"},
                  {"买家昵称", "小仙女", "nickname"},
                  {"买家是否会员", "是", "is_member"},
                  {"买家手机号", "13812345678", "phone"},
                  {"分销员", "王某", ""},
                  {"分销员手机号", "13700000001", "distributor_phone"},
                  {"分销员", "", ""},
                  {"销售导购", "小刘", "staff"},
                  {"订单退款状态", "未退款", "refund_status"},
                  {"订单已退款金额", "0", "refund_amount"},
                  {"商家订单备注", "", "remark"},
                  {"订单风险标签", "", "risk_tag"},
                  {"优惠券码名称", "新客券", "coupon_name"}}};
    for (const char* unknown :
         {"发货状态", "发货方式", "物流公司", "物流单号", "发货时间", "发货员", "预约配送时间",
          "核销门店地址", "发票抬头", "纳税识别号", "周期购信息", "海淘信息", "订单改价", "多人拼团", "团长",
          "礼单信息", "服务费率", "结算周期", ""}) {
        file.columns.push_back({unknown, "", ""});
    }
    return file;
}

inline std::vector<Export> contactExports()
{
    return {
        youzan(),
        {"企业微信",
         "wecom_contact",
         {{"客户名称", "王小姐 瘦脸 1234", "remark_name"},
          {"描述", "怕痛", "description"},
          {"添加人", "小刘", "added_by"},
          {"添加人账号", "LiuXiao", "added_by_account"},
          {"添加人所属部门", "网电部", "department"},
          {"添加时间", "2026-03-01 21:10", "added_at"},
          {"来源", "扫描二维码", ""},
          {"手机", "13812345678", "phone"},
          {"企业", "", "corp_name"},
          {"邮箱", "", "email"},
          {"地址", "", "address"},
          {"职务", "", "position"},
          {"电话", "13812345678", "tel"},
          {"标签组(客户等级)", "金卡", "tags"},
          {"标签组(关注项目)", "瘦脸", "tags_2"},
          {"标签组(来源门店)", "徐汇店", "tags_3"}}},
        {"飞鱼",
         "ad_lead",
         {{"线索ID", "7300001", "lead_no"},
          {"线索创建时间", "2026-03-01 21:05:00", "lead_time"},
          {"姓名", "王芳", "name"},
          {"电话", "17012345678", "phone"},
          {"流量来源", "巨量引擎", "platform"},
          {"广告计划ID", "180001", "campaign_id"},
          {"广告计划", "水光拉新", "campaign_name"},
          {"创意名称", "视频A", "creative_name"},
          {"表单名称", "水光预约", "form_name"},
          {"所在城市", "上海", "city"},
          {"跟进状态", "待跟进", "lead_status"},
          {"所属员工", "小刘", "owner"},
          {"首次回复时间", "2026-03-02 09:30:00", "first_reply_at"}}},
        {"Mailchimp",
         "email_campaign",
         {{"Email Address", "anna@example.com", "email"},
          {"First Name", "Anna", "first_name"},
          {"Last Name", "Lee", "last_name"},
          {"Phone Number", "+14155552671", "phone"},
          {"MEMBER_RATING", "4", "member_rating"},
          {"OPTIN_TIME", "2026-01-05 10:00:00", "optin_time"},
          {"OPTIN_IP", "192.0.2.7", "optin_ip"},
          {"CONFIRM_TIME", "2026-01-05 10:01:00", "confirm_time"},
          {"LAST_CHANGED", "2026-02-01 08:00:00", "last_changed"},
          {"EUID", "ab12cd", "email_uid"},
          {"NOTES", "", "notes"},
          {"TAGS", "\"vip\"", "tags"},
          {"LATITUDE", "31.2", ""},
          {"TIMEZONE", "Asia/Shanghai", ""}}},
        {"小红书笔记",
         "social_content",
         {{"笔记ID", "n001", "content_id"},
          {"笔记标题", "光子嫩肤一年记", "title"},
          {"发布时间", "2026-05-01 19:00", "published_at"},
          {"体裁", "图文", "content_type"},
          {"曝光量", "1.2万", "impressions"},
          {"观看量", "3500", "views"},
          {"点赞", "210", "likes"},
          {"收藏", "99", "collects"},
          {"评论", "31", "comments"},
          {"分享", "12", "shares"},
          {"涨粉", "8", "follows"},
          {"封面点击率", "5.2%", "cover_ctr"},
          {"人均观看时长", "12.5秒", "avg_watch_s"}}},
        {"问卷星",
         "survey",
         {{"序号", "1", "answer_no"},
          {"提交答卷时间", "2026/5/20 18:03:11", "submitted_at"},
          {"所用时间", "123秒", "duration_s"},
          {"来自IP", "192.0.2.8(上海)", ""},
          {"1、您的姓名", "王芳", "name"},
          {"2、您的手机号", "13812345678", "phone"},
          {"3、您对本次服务的整体满意度", "非常满意", "satisfaction"},
          {"4、您对医生的评价", "5", "score_doctor"},
          {"5、您对环境的评价", "4", "score_env"},
          {"6、您有多大可能向朋友推荐我们（0-10分）", "9", "nps"},
          {"7、您的建议", "停车位少", "comment"}}},
        {"客服工单",
         "service_record",
         {{"工单号", "T001", "record_no"},
          {"客户姓名", "王芳", "name"},
          {"客户电话", "13812345678", "phone"},
          {"受理时间", "2026-03-05 10:00", "time"},
          {"工单类型", "投诉", "record_type"},
          {"问题分类", "等待太久", "category"},
          {"问题描述", "等了一小时", "text"},
          {"处理人", "小周", "staff"},
          {"处理状态", "已完结", "state"},
          {"首次响应时间", "2026-03-05 10:20", "first_reply_at"},
          {"处理完成时间", "2026-03-06 11:00", "closed_at"}}},
        {"通话记录",
         "service_record",
         {{"通话ID", "C001", "record_no"},
          {"客户号码", "13812345678", "phone"},
          {"呼叫方向", "呼入", "direction"},
          {"开始时间", "2026-03-05 10:00:09", "time"},
          {"通话时长", "00:02:31", "duration"},
          {"坐席", "小刘", "staff"}}},
    };
}

inline std::vector<Export> exports()
{
    std::vector<Export> all = tillExports();
    for (Export& file : contactExports()) {
        all.push_back(std::move(file));
    }
    return all;
}

}  // namespace meitrace::test

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/qualityrules.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

using Fields = std::string_view;

// What a line of a bill is, in the way the events of bills see it: 2 refund, 4 deposit back, 6 top-up back,
// 10 adjustment.
#define MEITRACE_BILL_KIND                                                                                   \
    "coalesce(d.bill_kind, CASE WHEN coalesce(d.paid_amount, 0) < 0 OR d.is_refund = 1 THEN 2 ELSE 1 END)"
#define MEITRACE_MONEY_GOES_BACK MEITRACE_BILL_KIND " IN (2, 4, 6, 10)"

constexpr std::array<Fields, 4> kBillShown {"order_no", "item_name", "paid_amount", "bill_kind"};
constexpr std::array<Fields, 5> kPriceShown {"order_no", "item_name", "list_amount", "payable_amount",
                                             "paid_amount"};
constexpr std::array<Fields, 3> kTreatShown {"consume_no", "item_name", "consume_amount"};
constexpr std::array<Fields, 3> kSpendShown {"platform", "campaign_name", "spend"};
constexpr std::array<Fields, 3> kDealShown {"visit_no", "is_deal", "deal_amount"};
constexpr std::array<Fields, 4> kRefundShown {"order_no", "paid_amount", "refund_amount", "refund_time"};
constexpr std::array<Fields, 4> kBookingShown {"booking_no", "booking_created_at", "booking_time",
                                               "arrive_time"};
constexpr std::array<Fields, 4> kSlotShown {"booking_no", "booking_created_at", "booking_time",
                                            "booking_end"};
constexpr std::array<Fields, 3> kLeadShown {"lead_no", "staff_online", "intent_items"};
constexpr std::array<Fields, 3> kLineShown {"order_no", "line_no", "paid_amount"};
constexpr std::array<Fields, 3> kVisitShown {"visit_no", "visit_time", "deal_time"};
constexpr std::array<Fields, 5> kShopShown {"order_no", "item_name", "paid_amount", "refund_amount",
                                            "pay_time"};
constexpr std::array<Fields, 5> kVoucherShown {"coupon_code", "item_name", "paid_amount", "pay_time",
                                               "verify_time"};
constexpr std::array<Fields, 4> kCardShown {"card_no", "item_name", "bought_at", "expire_at"};
constexpr std::array<Fields, 5> kCountShown {"card_no", "item_name", "bought_qty", "used_qty",
                                             "remaining_qty"};
constexpr std::array<Fields, 5> kStateShown {"card_no", "item_name", "remaining_qty", "expire_at",
                                             "card_status"};
constexpr std::array<Fields, 3> kContactShown {"added_by", "added_at", "deleted_at"};
constexpr std::array<Fields, 3> kFollowupShown {"followup_type", "followup_plan_at", "followup_done_at"};
constexpr std::array<Fields, 4> kAdLeadShown {"lead_no", "owner", "lead_time", "first_reply_at"};
constexpr std::array<Fields, 4> kDeskShown {"record_no", "staff", "time", "closed_at"};

// The same person, item, instant and money under another order number.
constexpr std::array<QualityPart, 1> kDuplicateOrder {
    {{"his_billing",
      "d.doc_id IN (SELECT doc_id FROM (SELECT doc_id, dense_rank() OVER (PARTITION BY ident, "
      "coalesce(item_code, item_name, ''), pay_time, paid_amount ORDER BY coalesce(order_no, doc_id)) AS "
      "place "
      "FROM bill_line WHERE current = 1 AND precision <= 1 AND paid_amount > 0 AND pay_time IS NOT NULL) "
      "WHERE place > 1)",
      kBillShown}}};
constexpr std::array<QualityPart, 1> kOrderOfTwo {
    {{"his_billing",
      "(coalesce(d.store, ''), d.order_no) IN (SELECT coalesce(b.store, ''), b.order_no FROM bill_line b "
      "JOIN ident_customer c ON c.ident_id = b.ident WHERE b.current = 1 AND b.order_no IS NOT NULL "
      "GROUP BY 1, 2 HAVING min(c.customer) <> max(c.customer))",
      kBillShown}}};
constexpr std::array<QualityPart, 1> kRefundWithoutSale {
    {{"his_billing",
      MEITRACE_BILL_KIND
      " = 2 AND coalesce(d.is_internal, 0) = 0 AND (d.order_no IS NULL OR d.order_no NOT IN (SELECT "
      "s.order_no "
      "FROM bill_line s WHERE s.current = 1 AND s.order_no IS NOT NULL AND coalesce(s.bill_kind, CASE WHEN "
      "coalesce(s.paid_amount, 0) < 0 OR s.is_refund = 1 THEN 2 ELSE 1 END) <> 2))",
      kBillShown}}};
constexpr std::array<QualityPart, 2> kRefundAbovePrice {
    {{"his_billing",
      "d.refund_amount > d.paid_amount AND d.paid_amount >= 0 AND NOT " MEITRACE_MONEY_GOES_BACK,
      kRefundShown},
     {"youzan_order", "d.refund_amount > d.paid_amount", kShopShown}}};
constexpr std::array<QualityPart, 5> kNegativePrice {
    {{"his_billing",
      "(d.list_amount < 0 OR d.payable_amount < 0 OR d.paid_amount < 0) AND NOT " MEITRACE_MONEY_GOES_BACK,
      kPriceShown},
     {"his_consumption", "d.consume_amount < 0", kTreatShown},
     {"ad_spend", "d.spend < 0", kSpendShown},
     {"youzan_order", "d.paid_amount < 0", kShopShown},
     {"local_life_order", "d.paid_amount < 0 OR d.settle_amount < 0", kVoucherShown}}};
constexpr std::array<QualityPart, 2> kMissingAmount {
    {{"his_visit",
      "d.is_deal = 1 AND d.deal_amount IS NULL AND d.batch_id IN (SELECT batch_id FROM visit "
      "WHERE deal_amount IS NOT NULL)",
      kDealShown},
     {"his_consumption",
      "d.consume_amount IS NULL AND d.batch_id IN (SELECT batch_id FROM treat_line "
      "WHERE consume_amount IS NOT NULL)",
      kTreatShown}}};
// An instant that lies after the file was loaded; bookings themselves may.
constexpr std::array<QualityPart, 5> kFutureDate {
    {{"his_billing", "d.refund_time > (SELECT imported_ms FROM import_batch i WHERE i.batch_id = d.batch_id)",
      kRefundShown},
     {"his_booking",
      "max(coalesce(d.booking_created_at, 0), coalesce(d.arrive_time, 0)) > (SELECT imported_ms FROM "
      "import_batch i WHERE i.batch_id = d.batch_id)",
      kBookingShown},
     {"his_visit", "d.deal_time > (SELECT imported_ms FROM import_batch i WHERE i.batch_id = d.batch_id)",
      kVisitShown},
     {"his_followup",
      "d.followup_done_at > (SELECT imported_ms FROM import_batch i WHERE i.batch_id = d.batch_id)",
      kFollowupShown},
     {"local_life_order",
      "max(coalesce(d.order_time, 0), coalesce(d.pay_time, 0), coalesce(d.refund_time, 0)) > (SELECT "
      "imported_ms FROM import_batch i WHERE i.batch_id = d.batch_id)",
      kVoucherShown}}};
// A day of slack: one of the two may be known to the day only.
constexpr std::array<QualityPart, 9> kTimeOrder {
    {{"his_billing", "d.refund_time < d.pay_time - 86400000", kRefundShown},
     {"his_booking", "d.booking_end < d.booking_time OR d.booking_time < d.booking_created_at - 86400000",
      kSlotShown},
     {"his_visit", "d.deal_time < d.visit_time - 86400000", kVisitShown},
     {"local_life_order",
      "d.verify_time < coalesce(d.pay_time, d.order_time) - 86400000 OR d.refund_time < coalesce(d.pay_time, "
      "d.order_time) - 86400000",
      kVoucherShown},
     {"youzan_order", "d.pay_time < d.order_time - 86400000", kShopShown},
     {"his_package", "d.expire_at < d.bought_at", kCardShown},
     {"wecom_contact", "d.deleted_at < d.added_at - 86400000", kContactShown},
     {"ad_lead", "d.first_reply_at < d.lead_time - 86400000", kAdLeadShown},
     {"service_record", "d.closed_at < d.time - 86400000", kDeskShown}}};
constexpr std::array<QualityPart, 1> kMissingItem {
    {{"his_billing",
      "d.item_code IS NULL AND d.item_name IS NULL AND d.batch_id IN (SELECT batch_id FROM bill_line WHERE "
      "item_code IS NOT NULL OR item_name IS NOT NULL) AND " MEITRACE_BILL_KIND " IN (1, 8)",
      kLineShown}}};
constexpr std::array<QualityPart, 2> kLeadWithoutSource {
    {{"his_consult", "d.source_l1 IS NULL AND d.source_l2 IS NULL", kLeadShown},
     {"ad_lead", "d.platform IS NULL AND d.campaign_name IS NULL AND d.campaign_id IS NULL", kAdLeadShown}}};

constexpr std::array<QualityPart, 1> kCardSum {
    {{"his_package", "d.remaining_qty <> d.bought_qty + coalesce(d.gift_qty, 0) - d.used_qty", kCountShown}}};
// A word that cards in force carry as well, whatever the language.
constexpr std::array<QualityPart, 1> kCardOverdue {
    {{"his_package",
      "d.remaining_qty > 0 AND d.snapshot_at >= d.expire_at + 86400000 AND d.card_status IN (SELECT "
      "o.card_status FROM package_balance o WHERE o.current = 1 AND o.remaining_qty > 0 AND o.expire_at >= "
      "o.snapshot_at)",
      kStateShown}}};

#undef MEITRACE_MONEY_GOES_BACK
#undef MEITRACE_BILL_KIND

constexpr std::array<RowRule, 17> kEveryReason {
    RowRule::Undecodable,  RowRule::NulByte,    RowRule::UnclosedQuote, RowRule::TooFewCells,
    RowRule::TooManyCells, RowRule::RowTooLong, RowRule::PersonMissing, RowRule::RequiredMissing,
    RowRule::BadTime,      RowRule::BadDate,    RowRule::AmbiguousDate, RowRule::FutureTime,
    RowRule::BadMoney,     RowRule::BadNumber,  RowRule::DamagedPhone,  RowRule::RoundedKey,
    RowRule::BadValue};
constexpr std::array<RowRule, 2> kNoMoney {RowRule::RequiredMissing, RowRule::BadMoney};
constexpr std::array<Fields, 6> kMoneyFields {"paid_amount",    "unit_price", "net_amount",
                                              "consume_amount", "spend",      "deal_amount"};
constexpr std::array<RowRule, 1> kFuture {RowRule::FutureTime};
constexpr std::array<RowRule, 2> kNoBirthday {RowRule::PlaceholderDate, RowRule::AgeOutOfRange};
constexpr std::array<Fields, 3> kBirthFields {"birth_date", "birth_year", "age"};

using enum QualityWeight;

// clang-format off
constexpr std::array<QualityRule, 23> kRules {{
    { .id = "rows_set_aside", .weight = Bad, .asideRules = kEveryReason },
    { .id = "missing_amount", .weight = Bad, .parts = kMissingAmount, .asideRules = kNoMoney, .asideFields = kMoneyFields },
    { .id = "order_of_two", .weight = Bad, .parts = kOrderOfTwo },
    { .id = "negative_price", .weight = Bad, .parts = kNegativePrice },
    { .id = "duplicate_order", .weight = Warn, .parts = kDuplicateOrder },
    { .id = "refund_without_sale", .weight = Warn, .parts = kRefundWithoutSale },
    { .id = "refund_above_price", .weight = Warn, .parts = kRefundAbovePrice },
    { .id = "future_date", .weight = Warn, .parts = kFutureDate, .asideRules = kFuture },
    { .id = "time_order", .weight = Warn, .parts = kTimeOrder },
    { .id = "card_sum", .weight = Warn, .parts = kCardSum },
    { .id = "card_overdue", .weight = Warn, .parts = kCardOverdue },
    { .id = "missing_item", .weight = Warn, .parts = kMissingItem },
    { .id = "lead_without_source", .weight = Warn, .parts = kLeadWithoutSource },
    { .id = "phone_unusable", .weight = Warn, .unit = QualityUnit::Customers },
    { .id = "no_identifier", .weight = Warn, .unit = QualityUnit::Customers },
    { .id = "born_after_visit", .weight = Warn, .unit = QualityUnit::Customers },
    { .id = "gap_in_time", .weight = Warn, .unit = QualityUnit::Months },
    { .id = "source_ended", .weight = Warn, .unit = QualityUnit::Files },
    { .id = "impossible_birthday", .weight = Note, .unit = QualityUnit::Cells, .asideFields = kBirthFields, .cellRules = kNoBirthday },
    { .id = "no_contact", .weight = Note, .unit = QualityUnit::Customers },
    { .id = "consent_unknown", .weight = Note, .unit = QualityUnit::Customers },
    { .id = "files_overlap", .weight = Note, .unit = QualityUnit::Files },
    { .id = "field_mostly_empty", .weight = Note, .unit = QualityUnit::Fields },
}};
// clang-format on

}  // namespace

std::span<const QualityRule> qualityRules()
{
    return kRules;
}

const QualityRule* qualityRuleById(std::string_view id)
{
    const auto* found
        = std::find_if(kRules.begin(), kRules.end(), [&](const QualityRule& rule) { return rule.id == id; });
    return found == kRules.end() ? nullptr : found;
}

}  // namespace meitrace

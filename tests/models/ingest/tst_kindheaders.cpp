// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of further systems with the headers they have, and the columns of every kind.
#include "models/ingest/headername.h"
#include "models/resources/resourcetable.h"
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/models/ingest/kindexports.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

Sample sampleOf(const Export& file)
{
    Sample sample;
    sample.rows.emplace_back();
    for (const Column& column : file.columns) {
        sample.header.emplace_back(column.header);
        sample.rows[0].emplace_back(column.value);
    }
    return sample;
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

/// Columns of old kinds that stay in the original file: worked out from other documents, or free text.
const std::set<std::string>& leftInTheFile()
{
    static const std::set<std::string> fields {"his_customer/address",
                                               "his_customer/campaign_name",
                                               "his_customer/growth_value",
                                               "his_customer/total_spend",
                                               "his_customer/order_count",
                                               "his_customer/refund_total",
                                               "his_customer/first_bill_at",
                                               "his_customer/last_bill_at",
                                               "his_customer/tags",
                                               "his_customer/intent_items",
                                               "his_customer/medical_note",
                                               "his_customer/remark",
                                               "his_billing/spec",
                                               "his_billing/unit",
                                               "his_billing/points_used",
                                               "his_billing/coupon_amount",
                                               "his_billing/new_old",
                                               "his_billing/is_online_order",
                                               "his_billing/is_promo",
                                               "his_billing/first_bill_at",
                                               "his_billing/last_consume_at",
                                               "his_billing/remark",
                                               "his_consumption/batch_no",
                                               "his_consumption/first_bill_at",
                                               "his_consumption/remark",
                                               "his_booking/triage_time",
                                               "his_booking/remark",
                                               "his_consult/consult_content",
                                               "his_consult/remark",
                                               "touch_log/template",
                                               "touch_log/reply_text",
                                               "touch_log/call_duration",
                                               "touch_log/call_result",
                                               "ad_spend/creative_type",
                                               "ad_spend/keyword",
                                               "ad_spend/goal",
                                               "ad_spend/bid",
                                               "ad_spend/ctr",
                                               "ad_spend/cpc",
                                               "ad_spend/cpm",
                                               "ad_spend/cpa",
                                               "ad_spend/cvr",
                                               "ad_spend/deep_conversions",
                                               "ad_spend/interactions",
                                               "ad_spend/valid_leads",
                                               "ad_spend/phone_calls",
                                               "ad_spend/wechat_copies",
                                               "ad_spend/wechat_adds",
                                               "ad_spend/coupon_claims",
                                               "ad_spend/online_consults",
                                               "ad_spend/video_plays",
                                               "ad_spend/follows",
                                               "web_event/event_date",
                                               "web_event/event_category",
                                               "web_event/referrer",
                                               "web_event/referrer_type",
                                               "web_event/utm_medium",
                                               "web_event/utm_term",
                                               "web_event/utm_content",
                                               "web_event/os",
                                               "web_event/duration_s",
                                               "web_event/is_first",
                                               "web_event/item_price",
                                               "web_event/tz_offset",
                                               "consent/guardian",
                                               "consent/photo_consent",
                                               "consent/operator"};
    return fields;
}

}  // namespace

class TestKindHeaders : public QObject {
    Q_OBJECT

private slots:
    void everySystemIsKnownByItsHeaders_data()
    {
        QTest::addColumn<int>("file");
        int number = 0;
        for (const Export& file : exports()) {
            QTest::newRow(file.system) << number++;
        }
    }

    void everySystemIsKnownByItsHeaders()
    {
        QFETCH(int, file);
        const Export system = exports()[static_cast<std::size_t>(file)];
        const Sample sample = sampleOf(system);
        const Proposal proposal = proposeMapping(sample);
        std::string all;
        for (std::size_t i = 0; i < 4; ++i) {
            all += proposal.kinds[i].first + " " + std::to_string(proposal.kinds[i].second) + ", ";
        }
        QVERIFY2(proposal.mapping.kind->code == system.kind, ("taken for " + all).c_str());
        QVERIFY2(proposal.certain, ("unsure: " + all).c_str());
        QVERIFY(checkMapping(proposal.mapping, sample.header, "f.csv"));
        for (const Column& column : system.columns) {
            const std::string found = fieldOf(proposal, column.header);
            QVERIFY2(found == column.field, (std::string(column.header) + " -> " + found).c_str());
        }
    }

    void everyKnownColumnBelongsToItsKind()
    {
        std::set<std::string> unknown;
        std::set<std::string> kindsSeen;
        const ResourceTable synonyms("domain/header_synonyms.csv");
        for (std::size_t row = 0; row < synonyms.rows(); ++row) {
            const std::string& code = synonyms.text(row, "source_kind");
            const KindSpec* kind = kindByCode(code);
            QVERIFY2(kind != nullptr, code.c_str());
            kindsSeen.insert(code);
            if (fieldIndex(*kind, synonyms.text(row, "canonical_field")) < 0) {
                unknown.insert(code + "/" + synonyms.text(row, "canonical_field"));
            }
        }
        QCOMPARE(kindsSeen.size(), kinds().size());
        for (const std::string& field : unknown) {
            QVERIFY2(leftInTheFile().count(field) == 1, field.c_str());
        }
        QCOMPARE(unknown.size(), leftInTheFile().size());
    }

    /// Of the older kinds some fields are only worked out.
    void everyFieldCanBeFound()
    {
        std::set<std::string> known;
        const ResourceTable synonyms("domain/header_synonyms.csv");
        for (std::size_t row = 0; row < synonyms.rows(); ++row) {
            known.insert(synonyms.text(row, "source_kind") + "/" + synonyms.text(row, "canonical_field"));
        }
        for (const KindSpec& kind : kinds()) {
            for (const FieldSpec& field : kind.fields) {
                const std::string name = std::string(kind.code) + "/" + std::string(field.name);
                QVERIFY2(kind.id <= 10 || known.count(name) == 1, name.c_str());
            }
        }
    }

    void questionsAreComparedWithoutTheirNumbers()
    {
        QCOMPARE(headerName("3、您的建议").text, std::string("您的建议"));
        QCOMPARE(headerName("Q12. Your comment").text, std::string("your comment"));
        QCOMPARE(headerName("4)姓名").text, std::string("姓名"));
        QCOMPARE(headerName("1.5").text, std::string("1.5"));
        QCOMPARE(headerName("24小时留存").text, std::string("24小时留存"));
        QCOMPARE(headerName("2024.").text, std::string("2024."));
    }
};

MEITRACE_TEST(TestKindHeaders)
#include "tst_kindheaders.moc"

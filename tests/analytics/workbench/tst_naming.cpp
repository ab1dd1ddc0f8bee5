// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of items and channels: what the catalogue and the table of channels know is not asked about, all else
// is listed with the rows it stands in.
#include "analytics/clinic/itemcatalogue.h"
#include "analytics/workbench/naming.h"
#include "tests/support/plainfile.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;

namespace {

const char* const kCustomers = "his_no,name,source_l1\n"
                               "A1,王小丽,小红书\n"
                               "A2,李安娜,电梯广告\n"
                               "A3,张明,电梯广告\n"
                               "A4,赵四,\n";
const char* const kBills = "his_no,order_no,pay_time,item_name,paid_amount,bill_kind\n"
                           "A1,O1,2025-01-10 10:00,光子嫩肤（M22）,1000,sale\n"
                           "A1,O2,2025-01-11 10:00,春日焕颜礼,500,sale\n"
                           "A2,O3,2025-01-12 10:00,春日焕颜礼,500,sale\n"
                           "A2,O4,2025-01-13 10:00,春日焕颜礼,500,sale\n"
                           "A2,O5,2025-01-14 10:00,,500,sale\n"
                           "A2,O6,2025-01-15 10:00,预约金,200,deposit\n"  // names no item
                           "A2,O7,2025-01-16 10:00,活动充值,900,topup\n";
const char* const kLeads = "lead_no,his_no,lead_time,source_l1\n"
                           "L1,A1,2025-01-05 09:00,小红书\n"
                           "L2,A2,2025-01-06 09:00,电梯广告\n"
                           "L3,A3,2025-01-07 09:00,\n";

}  // namespace

class TestNaming final : public QObject {
    Q_OBJECT

    test::Scratch m_scratch;
    std::string m_path;
    NameReview m_review;

    void load(const char* kind, const std::string& name, const std::string& csv)
    {
        MEITRACE_OK(test::loadPlainFile(m_scratch, m_path, kind, name, csv));
    }

    [[nodiscard]] const UnclearName* find(std::string_view kind, std::string_view text) const
    {
        const auto found
            = std::find_if(m_review.names.begin(), m_review.names.end(), [&](const UnclearName& name) {
                  return name.kind->code == kind && name.said.text == text;
              });
        return found == m_review.names.end() ? nullptr : &*found;
    }

private slots:
    void initTestCase()
    {
        m_path = m_scratch.path("clinic.meitrace");
        QVERIFY(Workspace::create(m_path, {}));
        load("his_customer", "customers.csv", kCustomers);
        load("his_billing", "bills.csv", kBills);
        load("his_consult", "leads.csv", kLeads);
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        MEITRACE_OK(clinic);
        const Result<NameReview> review = reviewNames(*clinic, job);
        MEITRACE_OK(review);
        m_review = *review;
    }

    void onlyWhatNobodyKnowsIsListed()
    {
        QCOMPARE(m_review.names.size(), std::size_t {3});
        const UnclearName* gift = find("his_billing", "春日焕颜礼");
        QVERIFY(gift != nullptr);
        QCOMPARE(gift->said.rows, std::int64_t {3});
        QCOMPARE(gift->said.customers, std::int64_t {2});
        QVERIFY(gift->subject == NameSubject::Item);
        const UnclearName* lift = find("his_consult", "电梯广告");
        QVERIFY(lift != nullptr && lift->subject == NameSubject::Channel);
        QCOMPARE(lift->said.rows, std::int64_t {1});
        const UnclearName* record = find("his_customer", "电梯广告");
        QVERIFY(record != nullptr);
        QCOMPARE(record->said.rows, std::int64_t {2});
        QCOMPARE(record->said.customers, std::int64_t {2});
        QVERIFY(std::is_sorted(
            m_review.names.begin(), m_review.names.end(),
            [](const UnclearName& a, const UnclearName& b) { return a.said.rows > b.said.rows; }));
    }

    void rowsAddUp()
    {
        QCOMPARE(m_review.items.rows, std::int64_t {4});
        QCOMPARE(m_review.items.unclear, std::int64_t {3});
        QCOMPARE(m_review.channels.rows, std::int64_t {5});
        QCOMPARE(m_review.channels.unclear, std::int64_t {3});
        std::int64_t listed = 0;
        for (const UnclearName& name : m_review.names) {
            listed += name.said.rows;
        }
        QCOMPARE(listed, m_review.items.unclear + m_review.channels.unclear);
    }

    /// A name that only a category fits stands there with it; a misspelt one with what it resembles.
    void whatIsPerhapsMeantIsSaid()
    {
        m_path = m_scratch.path("perhaps.meitrace");
        QVERIFY(Workspace::create(m_path, {}));
        load("his_billing", "perhaps.csv",
             "his_no,order_no,pay_time,item_name,paid_amount\n"
             "A1,O1,2025-01-10 10:00,玻尿酸1ml,1000\n"
             "A1,O2,2025-01-11 10:00,光子嫩夫,500\n");
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        MEITRACE_OK(clinic);
        const Result<NameReview> review = reviewNames(*clinic, job);
        MEITRACE_OK(review);
        for (const UnclearName& name : review->names) {
            const ItemMatch match = ItemCatalogue::standard().match(name.said.text);
            QCOMPARE(name.category, std::string(match.category));
            QCOMPARE(name.suggestion.empty(), match.suggestion == nullptr);
        }
        QVERIFY(!review->names.empty());
        const auto generic
            = std::find_if(review->names.begin(), review->names.end(),
                           [](const UnclearName& name) { return name.said.text == "玻尿酸1ml"; });
        QVERIFY(generic != review->names.end() && !generic->category.empty());
    }

    void anEmptyOrStoppedReviewSaysSo()
    {
        const std::string path = m_scratch.path("empty.meitrace");
        QVERIFY(Workspace::create(path, {}));
        Job job;
        Result<Clinic> empty = Clinic::forReading(path, job);
        MEITRACE_OK(empty);
        const Result<NameReview> nothing = reviewNames(*empty, job);
        MEITRACE_OK(nothing);
        QVERIFY(nothing->names.empty());
        QCOMPARE(nothing->items.rows + nothing->channels.rows, std::int64_t {0});
        class Stopped final : public Job {
        public:
            [[nodiscard]] bool stopped() const override { return true; }
        };
        Stopped stopped;
        Result<Clinic> clinic = Clinic::forReading(m_scratch.path("clinic.meitrace"), job);
        MEITRACE_OK(clinic);
        MEITRACE_REFUSED(reviewNames(*clinic, stopped), ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestNaming)
#include "tst_naming.moc"

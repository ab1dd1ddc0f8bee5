// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic of five people in which every finding was put by hand, and the demo clinic against the truth its
// files were made from.
#include "analytics/workbench/demo.h"
#include "analytics/workbench/quality.h"
#include "analytics/workbench/reconcile.h"
#include "tests/support/plainfile.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace meitrace;

namespace {

const char* const kCustomers = "his_no,name,phone,birth_date\n"
                               "A1,王小丽,13912345671,1990-05-01\n"
                               "A2,李安娜,,2079-01-01\n"
                               "A3,张明,12345,2025-06-01\n"
                               "A4,赵四,138****5678,1900-01-01\n";
const char* const kBills
    = "his_no,order_no,pay_time,item_code,list_amount,paid_amount,bill_kind,refund_amount,refund_time\n"
      "A1,O1,2025-01-10 10:00,X,1000,1000,sale,,\n"
      "A1,O2,2025-01-10 10:00,X,1000,1000,sale,,\n"  // the same once more under another number
      "A2,O3,2025-01-20 11:00,Y,500,500,sale,,\n"
      "A3,O3,2025-01-20 11:05,Y,500,500,sale,,\n"               // the number of somebody else's order
      "A1,O9,2025-02-05 10:00,X,,-300,refund,,\n"               // of no sale
      "A1,O1,2025-02-06 10:00,X,,-200,refund,,\n"               // of the first line
      "A2,O5,2025-03-01 10:00,Y,-50,100,sale,,\n"               // a price below nothing
      "A2,O6,2025-03-02 10:00,,100,100,sale,,\n"                // of nothing
      "A2,O7,2025-05-02 10:00,Y,100,100,sale,150,2025-04-01\n"  // more back than paid, before it was paid
      "A2,O8,2025-05-03 10:00,Y,100,abc,sale,,\n"
      "A2,O10,2079-01-01 10:00,Y,100,100,sale,,\n"
      "A1,O11,2025-05-05 10:00,Y,100,,sale,,\n";
const char* const kLaterBills
    = "his_no,order_no,pay_time,item_code,list_amount,paid_amount,bill_kind,refund_amount,refund_time\n"
      "A1,O40,2025-05-15 12:00,X,100,100,sale,,\n"
      "A1,O41,2025-05-18 12:00,X,100,100,sale,,\n";
const char* const kVisits = "visit_no,his_no,name,visit_time,is_deal,deal_amount,deal_time\n"
                            "V1,A1,,2025-01-10 09:00,1,1000,2025-01-10 10:00\n"
                            "V2,A3,,2025-03-05 09:00,1,,\n"
                            "V3,,孙悟空,2025-03-06 09:00,0,,\n";
const char* const kLeads = "lead_no,his_no,lead_time,source_l1\n"
                           "L1,A1,2025-05-10 09:00,小红书\n"
                           "L2,A2,2025-05-11 09:00,\n";
const char* const kCards
    = "his_no,card_no,item_name,bought_qty,gift_qty,used_qty,remaining_qty,bought_at,expire_at,card_status,"
      "snapshot_at\n"
      "A1,K1,X,5,1,2,4,2024-05-01,2026-05-01,正常,2025-05-20\n"
      "A1,K2,X,5,0,3,3,2024-05-01,2026-05-01,正常,2025-05-20\n"    // one session too many
      "A2,K3,Y,3,0,1,2,2023-05-01,2025-05-01,正常,2025-05-20\n"    // past its day
      "A2,K4,Y,3,0,1,2,2023-05-01,2025-05-01,已过期,2025-05-20\n"  // and says so
      "A2,K5,Y,3,0,1,2,2023-05-20,2025-05-20,正常,2025-05-20\n";   // holds today
const char* const kConsents = "his_no,consent_scope,channel,consent_status,consent_time\n"
                              "A1,marketing,sms,granted,2025-01-10\n";

}  // namespace

class TestQuality final : public QObject {
    Q_OBJECT

    test::Scratch m_scratch;
    std::string m_path;
    QualityReport m_report;

    void load(const char* kind, const std::string& name, const std::string& csv)
    {
        MEITRACE_OK(test::loadPlainFile(m_scratch, m_path, kind, name, csv));
    }

    [[nodiscard]] std::int64_t count(std::string_view id) const { return m_report.find(id)->count; }

private slots:
    void initTestCase()
    {
        m_path = m_scratch.path("clinic.meitrace");
        QVERIFY(Workspace::create(m_path, {}));
        load("his_customer", "customers.csv", kCustomers);
        std::string bills = kBills;
        for (int day = 9; day <= 20; ++day) {  // twelve lines more in May, so that April is a gap
            bills += "A1,P" + std::to_string(day) + ",2025-05-" + (day < 10 ? "0" : "") + std::to_string(day)
                + " 10:00,Z,100,100,sale,,\n";
        }
        load("his_billing", "bills.csv", bills);
        load("his_billing", "bills-may.csv", kLaterBills);
        load("his_visit", "visits.csv", kVisits);
        load("his_consult", "leads.csv", kLeads);
        load("consent", "consents.csv", kConsents);
        load("his_package", "cards.csv", kCards);
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        MEITRACE_OK(clinic);
        Result<QualityReport> report = qualityReport(*clinic, {.population = {}, .withDistinct = true}, job);
        MEITRACE_OK(report);
        m_report = *std::move(report);
    }

    void everyCheckCountsWhatWasPutThere_data()
    {
        QTest::addColumn<int>("found");
        QTest::addColumn<int>("of");
        const auto row = [](const char* id, int found, int of) { QTest::newRow(id) << found << of; };
        row("rows_set_aside", 3, 41);
        row("missing_amount", 3, 34);  // a word, nothing, and a deal without its amount
        row("order_of_two", 2, 26);
        row("negative_price", 1, 26);
        row("duplicate_order", 1, 26);
        row("refund_without_sale", 1, 26);
        row("refund_above_price", 1, 26);
        row("future_date", 1, 41);
        row("time_order", 1, 34);
        row("card_sum", 1, 5);
        row("card_overdue", 1, 5);
        row("missing_item", 1, 26);
        row("lead_without_source", 1, 2);
        row("phone_unusable", 2, 5);
        row("no_identifier", 1, 5);
        row("born_after_visit", 1, 5);
        row("gap_in_time", 1, 10);  // bills 5 months, visits 3, leads 1, cards 1
        row("source_ended", 1, 4);
        row("impossible_birthday", 2, 4);
        row("no_contact", 4, 5);
        row("consent_unknown", 4, 5);
        row("files_overlap", 2, 7);
    }
    void everyCheckCountsWhatWasPutThere()
    {
        QFETCH(int, found);
        QFETCH(int, of);
        const QualityFinding* finding = m_report.find(QTest::currentDataTag());
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->count, std::int64_t {found});
        QCOMPARE(finding->of, std::int64_t {of});
    }

    void everyCheckOfTheTableIsTested()
    {
        QCOMPARE(m_report.findings.size(), qualityRules().size());
        for (const QualityRule& rule : qualityRules()) {
            QVERIFY2(count(rule.id) > 0, std::string(rule.id).c_str());
        }
        QCOMPARE(m_report.openProblems(), 18);
    }

    void monthsAndFilesAddUpToTheCount()
    {
        for (const QualityFinding& finding : m_report.findings) {
            if (finding.unit != QualityUnit::Rows && finding.unit != QualityUnit::Cells) {
                continue;
            }
            std::int64_t months = 0;
            std::int64_t files = 0;
            for (const auto& [month, rows] : finding.byMonth) {
                months += rows;
                QCOMPARE(monthStart(month), month);
            }
            for (const auto& [batch, rows] : finding.byBatch) {
                files += rows;
            }
            QCOMPARE(months, finding.count);
            QCOMPARE(files, finding.count);
        }
        const auto& refund = m_report.find("refund_without_sale")->byMonth;
        QCOMPARE(refund.begin()->first, dayFromCivil(2025, 2, 1));
    }

    void theRowsBehindACheckAreShown()
    {
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        MEITRACE_OK(clinic);
        for (const QualityRule& rule : qualityRules()) {
            const auto rows = qualityRows(*clinic, rule.id, 1000, job);
            MEITRACE_OK(rows);
            QVERIFY(static_cast<std::int64_t>(rows->size()) <= count(rule.id));
        }
        const auto rows = qualityRows(*clinic, "order_of_two", 1000, job);
        QCOMPARE(rows->size(), std::size_t {2});
        QCOMPARE(rows->front().row, std::int64_t {2});
        QVERIFY(rows->front().customer != 0 && rows->front().customer != rows->back().customer);
        QCOMPARE(rows->front().values.front().text, std::string("O3"));
        QCOMPARE(qualityRows(*clinic, "order_of_two", 1, job)->size(), std::size_t {1});
        MEITRACE_REFUSED(qualityRows(*clinic, "no_such_check", 10, job), ErrorCode::NotFound);
    }

    void placesSayWhichFilesAndWhen()
    {
        const QualityPlace& overlap = m_report.find("files_overlap")->places.at(0);
        QCOMPARE(overlap.batch, std::int64_t {2});
        QCOMPARE(overlap.otherBatch, std::int64_t {3});
        QCOMPARE(overlap.from, dayFromCivil(2025, 5, 15));
        QCOMPARE(overlap.to, dayFromCivil(2025, 5, 18));
        const QualityPlace& gap = m_report.find("gap_in_time")->places.at(0);
        QCOMPARE(gap.from, dayFromCivil(2025, 4, 1));
        QCOMPARE(gap.to, dayFromCivil(2025, 4, 30));
    }

    void fieldsAreAsFullAsTheFilesSay()
    {
        const auto source = std::find_if(m_report.sources.begin(), m_report.sources.end(),
                                         [](const SourceTally& s) { return s.kind == 3; });
        QCOMPARE(source->rows, std::int64_t {23});
        const auto fill = [&](std::string_view name) {
            return *std::find_if(source->fields.begin(), source->fields.end(),
                                 [&](const FieldFill& f) { return f.field == name; });
        };
        QCOMPARE(fill("item_code").valid, std::int64_t {22});
        QCOMPARE(fill("item_code").distinct, std::int64_t {3});
        QCOMPARE(fill("refund_amount").valid, std::int64_t {1});
        QCOMPARE(fill("paid_amount").valid, std::int64_t {23});
        QCOMPARE(fill("paid_amount").invalid, std::int64_t {1});
        const auto people = std::find_if(m_report.sources.begin(), m_report.sources.end(),
                                         [](const SourceTally& s) { return s.kind == 1; });
        const auto phone = std::find_if(people->fields.begin(), people->fields.end(),
                                        [](const FieldFill& f) { return f.field == "phone"; });
        QVERIFY(phone->ofPersons);
        QCOMPARE(phone->of, std::int64_t {4});
        QCOMPARE(phone->valid, std::int64_t {1});
        QCOMPARE(phone->invalid, std::int64_t {2});
    }

    void stoppedChecksSaySo()
    {
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        MEITRACE_OK(clinic);
        class Stopped final : public Job {
        public:
            [[nodiscard]] bool stopped() const override { return true; }
        };
        Stopped stopped;
        QVERIFY(clinic->snapshot(job));
        MEITRACE_REFUSED(qualityReport(*clinic, {}, stopped), ErrorCode::Cancelled);
    }

    void theDemoClinicsDirtIsFound()
    {
        Job job;
        const std::string folder = m_scratch.path("demo");
        const DemoRequest request {.workspace = m_scratch.path("demo.meitrace"), .folder = folder};
        MEITRACE_OK(makeDemoClinic(request, job));
        QFile truth(QString::fromStdString(folder + "/truth/rows.csv"));
        QVERIFY(truth.open(QIODevice::ReadOnly));
        std::int64_t aside = 0;
        std::int64_t wrongCards = 0;
        std::int64_t overdueCards = 0;
        for (const QByteArray& line : truth.readAll().split('\n')) {
            aside += line.trimmed().endsWith(",quarantined") ? 1 : 0;
            wrongCards += line.contains(",Q39,") ? 1 : 0;
            overdueCards += line.contains(",Q40,") ? 1 : 0;
        }
        Result<Clinic> clinic = Clinic::forReading(request.workspace, job);
        MEITRACE_OK(clinic);
        const Result<QualityReport> report = qualityReport(*clinic, {}, job);
        MEITRACE_OK(report);
        QVERIFY(aside > 0);
        QCOMPARE(report->find("rows_set_aside")->count, aside);
        QVERIFY(wrongCards > 0 && overdueCards > 0);
        QCOMPARE(report->find("card_sum")->count, wrongCards);
        QCOMPARE(report->find("card_overdue")->count, overdueCards);
        const Result<ReconcileReport> balances = reconcile(*clinic, job);
        MEITRACE_OK(balances);
        QCOMPARE(static_cast<std::int64_t>(balances->cards.differences.size()), wrongCards);
        // What the clinic was made with: refunds name their sale, prices are prices.
        QCOMPARE(report->find("refund_without_sale")->count, std::int64_t {0});
        QCOMPARE(report->find("negative_price")->count, std::int64_t {0});
        for (const QualityFinding& finding : report->findings) {
            QVERIFY2(finding.count <= finding.of || finding.unit == QualityUnit::Cells, finding.id.c_str());
        }
    }
};

MEITRACE_TEST(TestQuality)

#include "tst_quality.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One customer source by source; what a split would change; consents entered by hand.
#include "analytics/workbench/audiencebook.h"
#include "analytics/workbench/consententry.h"
#include "analytics/workbench/customerfile.h"
#include "analytics/workbench/decisionpreview.h"
#include "models/store/batches.h"
#include "tests/support/plainfile.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace meitrace;

namespace {

const char* const kCharts = "his_no,name,phone,birth_date,city,member_level,registered_at\n"
                            "A1,王小丽,13912345678,1990-05-01,上海,金卡,2024-01-01 10:00\n"
                            "A2,王小丽,13912345678,1990-05-01,苏州,银卡,2024-06-01 10:00\n"
                            "A3,李安娜,13812345678,1985-01-01,上海,,2024-02-01 10:00\n";
const char* const kBills = "his_no,order_no,pay_time,item_name,paid_amount,qty,bill_kind,store\n"
                           "A1,O1,2024-03-01 10:00,光子嫩肤,1000,1,sale,一店\n"
                           "A2,O2,2024-07-01 11:00,水光针,-300,1,refund,一店\n"
                           "A1,O3,2024-05-01 12:00,热玛吉,9800,2,card_sale,二店\n";
const char* const kDeliveries = "his_no,consume_no,consume_time,item_name,qty,consume_amount\n"
                                "A1,D1,2024-03-02 10:00,光子嫩肤,1,1000\n"
                                "A2,D2,2024-07-02 10:00,水光针,1,300\n";
const char* const kOldCards = "his_no,card_no,item_name,bought_qty,used_qty,remaining_qty,remaining_amount,"
                              "expire_at,snapshot_at\n"
                              "A1,K1,热玛吉,2,0,2,9800,2026-01-01,2024-05-31\n"
                              "A1,K0,脱毛,3,2,1,200,2026-01-01,2024-05-31\n";
const char* const kCards = "his_no,card_no,item_name,bought_qty,used_qty,remaining_qty,remaining_amount,"
                           "expire_at,snapshot_at\n"
                           "A1,K1,热玛吉,2,1,1,4900,2026-01-01,2024-06-30\n"
                           "A2,K2,小气泡,10,4,6,600,2024-06-01,2024-06-30\n";

}  // namespace

class TestCustomerFile final : public QObject {
    Q_OBJECT

    test::Scratch m_scratch;
    std::string m_path;
    int m_made = 0;

    void load(const char* kind, const std::string& name, const std::string& csv)
    {
        MEITRACE_OK(test::loadPlainFile(m_scratch, m_path, kind, name, csv));
    }
    [[nodiscard]] Result<Clinic> open() const
    {
        Job job;
        return Clinic::forWriting(m_path, job);
    }
    [[nodiscard]] static std::vector<std::uint32_t> identsOf(const CustomerFile& file, std::string_view id)
    {
        std::vector<std::uint32_t> idents;
        for (const CustomerHandle& handle : file.handles) {
            if (handle.id == id) {
                idents.push_back(handle.ident);
            }
        }
        return idents;
    }
    /// Code of the customer who has a record with this id
    [[nodiscard]] static std::string codeWith(Clinic& clinic, std::string_view id)
    {
        Job job;
        const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
        for (Index customer = 0; snapshot && customer < (*snapshot)->customers(); ++customer) {
            const auto file = customerFile(clinic, (*snapshot)->customerCode(customer), job);
            if (file && !identsOf(*file, id).empty()) {
                return file->code;
            }
        }
        return {};
    }
    /// The file of the customer who has a record with this id
    [[nodiscard]] Result<CustomerFile> fileWith(std::string_view id) const
    {
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        return clinic ? customerFile(*clinic, codeWith(*clinic, id), job)
                      : Result<CustomerFile>(clinic.error());
    }
    [[nodiscard]] static ConsentAnswer wechatAnswer(Clinic& clinic, const std::string& code)
    {
        Job job;
        const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
        if (!snapshot || !(*snapshot)->loadConsents(job)) {
            return ConsentAnswer::Unknown;
        }
        const auto records = consentsOf(**snapshot, (*snapshot)->findCustomer(code));
        const ConsentQuestion question {.scope = ConsentScope::Marketing, .channel = ConsentChannel::Wechat};
        return decideConsent(records, question, platform::now() + kDayMillis).answer;
    }

private slots:
    void init()
    {
        m_path = m_scratch.path("w" + std::to_string(++m_made) + ".meitrace");
        MEITRACE_OK(Workspace::create(m_path, {}));
        const std::string number = std::to_string(m_made);
        load("his_customer", "charts" + number + ".csv", kCharts);
        load("his_billing", "bills" + number + ".csv", kBills);
        load("his_consumption", "done" + number + ".csv", kDeliveries);
        load("his_package", "cards0" + number + ".csv", kOldCards);
        load("his_package", "cards1" + number + ".csv", kCards);
    }

    void everySourceIsThere()
    {
        const Result<CustomerFile> file = fileWith("A1");
        MEITRACE_OK(file);
        // Two charts of one person, both by their number.
        QCOMPARE(file->handles.size(), std::size_t {2});
        QCOMPARE(file->handles[0].id, std::string("A1"));
        QCOMPARE(file->handles[1].id, std::string("A2"));
        QCOMPARE(file->handles[0].name, std::string("王小丽"));
        QVERIFY(file->handles[1].method == KeyType::Phone);
        QVERIFY(!file->handles[1].manual);
        const std::vector<std::uint8_t> kinds {kindByCode("his_customer")->id, kindByCode("his_billing")->id,
                                               kindByCode("his_consumption")->id,
                                               kindByCode("his_package")->id};
        QCOMPARE(file->handles[0].kinds, kinds);
        QVERIFY(file->decisions.empty());
    }

    void purchasesStandByTimeTheNewestFirst()
    {
        const Result<CustomerFile> file = fileWith("A1");
        MEITRACE_OK(file);
        std::vector<std::string> numbers;
        Fen paid = 0;
        for (const CustomerPurchase& purchase : file->purchases) {
            numbers.push_back(purchase.number);
            paid += purchase.delivered ? 0 : purchase.amount;
        }
        QCOMPARE(numbers, (std::vector<std::string> {"D2", "O2", "O3", "D1", "O1"}));
        QCOMPARE(paid, Fen {1'050'000});
        QVERIFY(file->purchases[0].delivered);
        QVERIFY(file->purchases[2].kind == BillKind::CardSale);
        QCOMPARE(file->purchases[2].quantity, std::int64_t {2000});
        QCOMPARE(file->purchases[2].store, std::string("二店"));
    }

    void cardsAreThoseOfTheNewestPicture()
    {
        const Result<CustomerFile> file = fileWith("A1");
        MEITRACE_OK(file);
        QCOMPARE(file->cards.size(), std::size_t {2});
        QCOMPARE(file->cards[0].item, std::string("热玛吉"));
        QCOMPARE(file->cards[0].remaining, std::int64_t {1000});
        QVERIFY(file->cards[0].isOpen());
        QVERIFY(file->cards[1].expired);
        QCOMPARE(file->sessionsLeft(), std::int64_t {1000});
        QCOMPARE(file->worthLeft(), Fen {490'000});
    }

    void everyFactSaysWhereItIsFromAndWhetherItCounts()
    {
        const Result<CustomerFile> file = fileWith("A1");
        MEITRACE_OK(file);
        std::set<std::string> cities;
        int used = 0;
        for (const StatedFact& fact : file->facts) {
            QVERIFY(fact.file.starts_with("charts"));
            QCOMPARE(fact.source, kindByCode("his_customer")->id);
            if (fact.attribute == "city") {
                cities.insert(fact.text);
                used += fact.used ? 1 : 0;
            }
        }
        QCOMPARE(cities, (std::set<std::string> {"上海", "苏州"}));
        QCOMPARE(used, 1);
    }

    void whoIsNotThereIsSaid()
    {
        Result<Clinic> clinic = open();
        MEITRACE_OK(clinic);
        Job job;
        const auto file = customerFile(*clinic, "C9999999", job);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::NotFound);
    }

    void aSplitBecomesWhatItsPreviewSaid()
    {
        load("consent", "yes" + std::to_string(m_made) + ".csv",
             "his_no,consent_scope,channel,consent_status,consent_time\n"
             "A1,marketing,wechat,granted,2024-03-01 10:00\n"
             "A2,marketing,wechat,withdrawn,2024-04-01 10:00\n");
        Result<Clinic> clinic = open();
        MEITRACE_OK(clinic);
        Job job;
        const std::string code = codeWith(*clinic, "A1");
        const auto file = customerFile(*clinic, code, job);
        MEITRACE_OK(file);
        const auto leaving = identsOf(*file, "A2");
        const auto preview = previewOfSplit(*clinic, code, leaving, job);
        MEITRACE_OK(preview);
        QCOMPARE(preview->before[0].side.handles, std::int64_t {2});
        QCOMPARE(preview->after.size(), std::size_t {2});
        QCOMPARE(preview->after[0].side.code, code);
        QCOMPARE(preview->after[0].side.spend + preview->after[1].side.spend, preview->before[0].side.spend);
        QVERIFY(preview->before[0].answers[0] == ConsentAnswer::Denied);
        QVERIFY(preview->after[0].answers[0] == ConsentAnswer::Granted);
        // Nothing has happened yet.
        const auto still = customerFile(*clinic, code, job);
        MEITRACE_OK(still);
        QCOMPARE(still->handles.size(), std::size_t {2});
        QVERIFY(still->decisions.empty());
        MEITRACE_OK(splitCustomer(clinic->workspace(), code, leaving, job));
        Result<Clinic> after = Clinic::forReading(m_path, job);
        MEITRACE_OK(after);
        for (const CustomerPart& part : preview->after) {
            const auto now = previewOfSplit(*after, part.side.code, {part.idents.front()}, job);
            QVERIFY(!now);  // one record only: nothing to split
            const auto alone = customerFile(*after, part.side.code, job);
            MEITRACE_OK(alone);
            QCOMPARE(alone->handles.size(), std::size_t {1});
            QCOMPARE(alone->handles[0].ident, part.idents[0]);
            QCOMPARE(alone->decisions.size(), std::size_t {1});
            QVERIFY(!alone->decisions[0].merge);
            const SnapshotPtr snapshot = *after->snapshot(job);
            const auto side = describeCustomer(*after, snapshot->findCustomer(part.side.code), job);
            MEITRACE_OK(side);
            QCOMPARE(side->spend, part.side.spend);
            QCOMPARE(side->visits, part.side.visits);
            MEITRACE_OK(snapshot->loadConsents(job));
            QCOMPARE(reachAnswers(*snapshot, consentsOf(*snapshot, snapshot->findCustomer(part.side.code))),
                     part.answers);
        }
    }

    void aConsentEnteredByHandCountsAndIsTakenBack()
    {
        std::string code;
        std::vector<std::int64_t> batches;
        {
            Result<Clinic> clinic = open();
            MEITRACE_OK(clinic);
            code = codeWith(*clinic, "A3");
            QVERIFY(wechatAnswer(*clinic, code) == ConsentAnswer::Denied);
        }
        ConsentEntry entry {.scope = ConsentScope::Marketing,
                            .channel = ConsentChannel::Wechat,
                            .state = ConsentState::Granted,
                            .at = platform::now() - 3'600'000,
                            .evidence = "=1+1, 签字单 \"12\""};
        for (const ConsentState state : {ConsentState::Granted, ConsentState::Withdrawn}) {
            entry.state = state;
            entry.at += 60'000;
            Result<Clinic> clinic = open();
            MEITRACE_OK(clinic);
            Job job;
            const auto report = enterConsent(clinic->workspace(), code, entry, job);
            MEITRACE_OK(report);
            QCOMPARE(report->files.size(), std::size_t {1});
            QCOMPARE(report->files[0].rowsRead, std::int64_t {1});
            QCOMPARE(report->files[0].fates[static_cast<std::size_t>(RowFate::Quarantined)],
                     std::int64_t {0});
            QCOMPARE(report->customersAfter, report->customersBefore);
            batches.push_back(report->files[0].batch);
            Result<Clinic> reader = Clinic::forReading(m_path, job);
            MEITRACE_OK(reader);
            QVERIFY(wechatAnswer(*reader, code)
                    == (state == ConsentState::Granted ? ConsentAnswer::Granted : ConsentAnswer::Denied));
        }
        std::reverse(batches.begin(), batches.end());
        for (const std::int64_t batch : batches) {
            Result<Clinic> clinic = open();
            MEITRACE_OK(clinic);
            Job job;
            MEITRACE_OK(undoImport(clinic->workspace(), batch, job));
            MEITRACE_OK(refreshDerived(clinic->workspace(), job));
        }
        Result<Clinic> clinic = open();
        MEITRACE_OK(clinic);
        QVERIFY(wechatAnswer(*clinic, code) == ConsentAnswer::Denied);
        QCOMPARE(codeWith(*clinic, "A3"), code);
    }

    void aNumberThatTwoShareStaysWithWhomItWasEnteredFor()
    {
        load("ad_lead", "leads" + std::to_string(m_made) + ".csv",
             "lead_no,lead_time,name,phone\nL1,2024-06-01 10:00,赵敏,13712345678\n"
             "L2,2024-06-02 10:00,钱敏,13712345678\n");
        Result<Clinic> clinic = open();
        MEITRACE_OK(clinic);
        Job job;
        const SnapshotPtr snapshot = *clinic->snapshot(job);
        std::vector<std::string> codes;
        for (Index customer = 0; customer < snapshot->customers(); ++customer) {
            const auto file = customerFile(*clinic, snapshot->customerCode(customer), job);
            MEITRACE_OK(file);
            if (file->handles[0].name == "赵敏" || file->handles[0].name == "钱敏") {
                codes.push_back(file->code);
            }
        }
        QCOMPARE(codes.size(), std::size_t {2});
        const ConsentEntry entry {.scope = ConsentScope::Marketing,
                                  .channel = ConsentChannel::Wechat,
                                  .state = ConsentState::Granted,
                                  .at = platform::now() - 3'600'000,
                                  .evidence = {}};
        MEITRACE_OK(enterConsent(clinic->workspace(), codes[0], entry, job));
        Result<Clinic> reader = Clinic::forReading(m_path, job);
        MEITRACE_OK(reader);
        QVERIFY(wechatAnswer(*reader, codes[0]) == ConsentAnswer::Granted);
        QVERIFY(wechatAnswer(*reader, codes[1]) == ConsentAnswer::Denied);
    }
};

MEITRACE_TEST(TestCustomerFile)

#include "tst_customerfile.moc"

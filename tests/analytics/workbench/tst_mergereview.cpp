// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs that people look at, what they decide, and taking it back.
#include "analytics/workbench/audiencebook.h"
#include "analytics/workbench/clinic.h"
#include "analytics/workbench/decisionpreview.h"
#include "analytics/workbench/decisions.h"
#include "analytics/workbench/mergereview.h"
#include "analytics/workbench/shownkeys.h"
#include "models/base/random.h"
#include "models/pipeline/importjob.h"
#include "models/store/rows.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr const char* kMapping = R"({"kind": "his_customer", "columns": {"no": "his_no", "name": "name",
    "phone": "phone", "birth": "birth_date", "since": "registered_at"}})";
constexpr const char* kConsents = R"({"kind": "consent", "columns": {"no": "his_no", "scope": "consent_scope",
    "channel": "channel", "status": "consent_status", "at": "consent_time", "back": "withdraw_time"}})";

/// Who is with whom: handle and customer
using Map = std::vector<std::pair<std::int64_t, std::int64_t>>;

}  // namespace

class TestMergeReview : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scratch> m_scratch;
    std::unique_ptr<Clinic> m_clinic;

    void load(const std::string& name, const char* mapping, const std::string& csv)
    {
        Job job(1);
        ImportRequest request;
        request.mapping.mappingFile = m_scratch->write(name + ".json", mapping);
        request.files = {m_scratch->write(name, csv)};
        const Result<ImportReport> report = importFiles(m_clinic->workspace(), request, job);
        MEITRACE_OK(report);
        if (report->failure) {
            QFAIL(describe(*report->failure).c_str());
        }
    }

    [[nodiscard]] Map map() const
    {
        const auto rows
            = readRows(m_clinic->workspace().database().prepare(
                           "SELECT ident_id, customer FROM ident_customer ORDER BY ident_id"),
                       [](const Statement& row) { return std::pair(row.integer(0), row.integer(1)); });
        return rows ? *rows : Map {};
    }

    [[nodiscard]] std::int64_t customerOf(std::int64_t ident) const
    {
        for (const auto& [handle, customer] : map()) {
            if (handle == ident) {
                return customer;
            }
        }
        return 0;
    }

private slots:
    /// 300 charts; 1 and 2 are one person with another phone, 3 and 4 mother and daughter on one phone.
    void init()
    {
        m_scratch = std::make_unique<Scratch>();
        const std::string path = m_scratch->path("w.meitrace");
        QVERIFY(Workspace::create(path, {}));
        Job job(1);
        Result<Clinic> clinic = Clinic::forWriting(path, job);
        MEITRACE_OK(clinic);
        m_clinic = std::make_unique<Clinic>(*std::move(clinic));
        std::string csv = "no,name,phone,birth,since\n"
                          "A1,王晓芳,16811110001,1990-05-12,2025-01-01\n"
                          "A2,王晓芳,16922220002,1990-05-12,2025-02-01\n"
                          "A3,李小琳,16811110003,1965-03-04,2025-01-01\n"
                          "A4,李雪,16811110003,1992-08-09,2025-01-01\n";
        for (int i = 5; i <= 300; ++i) {
            csv += "A" + std::to_string(i) + ",张" + (i % 2 == 0 ? "静" : "娟") + (i % 3 == 0 ? "怡" : "敏")
                + static_cast<char>('A' + i % 26) + "," + std::to_string(16'900'000'000LL + i * 10'007LL)
                + "," + std::to_string(1960 + i % 40) + "-0" + std::to_string(1 + i % 9) + "-1"
                + std::to_string(i % 10) + ",2025-01-01\n";
        }
        load("charts.csv", kMapping, csv);
    }

    void cleanup()
    {
        m_clinic.reset();
        m_scratch.reset();
    }

    void aPairIsShownWithWhatSpeaksForIt()
    {
        Job job(1);
        const Result<MergeReview> review = MergeReview::open(m_clinic->workspace(), job);
        MEITRACE_OK(review);
        QCOMPARE(review->size(), std::size_t {2});
        for (std::size_t i = 0; i < review->size(); ++i) {
            const ReviewPairView pair = review->pair(i);
            QVERIFY(pair.hasEvidence);
            QCOMPARE(pair.evidence.fields.size(), std::size_t {3});
            double sum = pair.evidence.prior;
            for (const FieldEvidence& field : pair.evidence.fields) {
                sum += field.weight;
            }
            QVERIFY(std::abs(sum - pair.evidence.score) < 1e-9);
            const bool same = pair.key == KeyType::BirthDate;  // 1 and 2; the other pair shares a phone
            QCOMPARE(pair.evidence.fields[0].level == Level::Equal, same);
            QCOMPARE(pair.evidence.fields[1].level == Level::Equal, same);
            QCOMPARE(pair.evidence.fields[2].level == Level::Equal, !same);
            QVERIFY2(same == (pair.evidence.probability > 0.8),
                     qPrintable(QString::number(pair.evidence.probability)));
        }
    }

    void numbersAreHiddenUntilSomebodyAsks()
    {
        Job job(1);
        const Result<MergeReview> review = MergeReview::open(m_clinic->workspace(), job);
        MEITRACE_OK(review);
        const auto phoneOf = [](const ReviewRecord& record) {
            for (const ReviewRecord::Line& line : record.lines) {
                if (line.type == KeyType::Phone) {
                    return line;
                }
            }
            return ReviewRecord::Line {};
        };
        for (std::size_t i = 0; i < review->size(); ++i) {
            const ReviewRecord::Line hidden = phoneOf(review->pair(i).left);
            QCOMPARE(hidden.value.substr(3, 4), std::string("****"));
            QCOMPARE(hidden.shared, review->pair(i).key == KeyType::Phone);
            QVERIFY(phoneOf(review->pair(i, true).left).value.find('*') == std::string::npos);
        }
        QCOMPARE(hiddenKey(KeyType::UnionId, "o6_abcdef"), std::string("o6_***"));
        QCOMPARE(hiddenKey(KeyType::IdCard, "12"), std::string("***"));
        MEITRACE_REFUSED(review->explain(1, 9'999), ErrorCode::NotFound);
    }

    void anAnswerEndsThePairAndBeatsLaterImports()
    {
        Job job(1);
        Workspace& workspace = m_clinic->workspace();
        MEITRACE_OK(answerPair(workspace, 1, 2, ReviewAnswer::Same, job));
        MEITRACE_OK(answerPair(workspace, 3, 4, ReviewAnswer::Different, job));
        QCOMPARE(customerOf(1), customerOf(2));
        QVERIFY(customerOf(3) != customerOf(4));
        QCOMPARE(MergeReview::open(workspace, job)->size(), std::size_t {0});
        load("more.csv", kMapping,
             "no,name,phone,birth,since\nA1,王晓芳,16933330009,1990-05-12,2025-03-01\n"
             "A3,李雪,16811110003,1992-08-09,2025-03-01\n");
        QCOMPARE(customerOf(1), customerOf(2));
        QVERIFY(customerOf(3) != customerOf(4));
        QCOMPARE(MergeReview::open(workspace, job)->size(), std::size_t {0});
        MEITRACE_REFUSED(answerPair(workspace, 1, 9'999, ReviewAnswer::Same, job), ErrorCode::NotFound);
    }

    void aMergeIsForeseenWithoutChangingAnything()
    {
        load("consent.csv", kConsents,
             "no,scope,channel,status,at,back\nA1,marketing,sms,granted,2025-02-01,\n"
             "A2,marketing,sms,withdrawn,2025-01-01,2025-03-01\n");
        const Map before = map();
        Job job(1);
        const std::string a = codeOfCustomer(static_cast<std::uint32_t>(customerOf(1)));
        const std::string b = codeOfCustomer(static_cast<std::uint32_t>(customerOf(2)));
        const Result<DecisionPreview> preview = previewOfMerge(*m_clinic, a, b, job);
        MEITRACE_OK(preview);
        QCOMPARE(map(), before);
        QCOMPARE(preview->before.size(), std::size_t {2});
        QCOMPARE(preview->after.size(), std::size_t {1});
        const CustomerPart& together = preview->after.front();
        QCOMPARE(together.side.code, a);  // equally many handles: the lower number stays
        QCOMPARE(together.side.handles, std::int64_t {2});
        QCOMPARE(preview->customers, std::int64_t {-1});
        QCOMPARE(preview->review, std::int64_t {-1});
        const auto sms = static_cast<std::size_t>(
            std::find(kReachChannels.begin(), kReachChannels.end(), ConsentChannel::Sms)
            - kReachChannels.begin());
        QCOMPARE(preview->before[0].answers[sms], ConsentAnswer::Granted);
        QCOMPARE(preview->before[1].answers[sms], ConsentAnswer::Denied);
        QCOMPARE(together.answers[sms], ConsentAnswer::Denied);  // the later word counts
        MEITRACE_OK(mergeCustomers(m_clinic->workspace(), a, b, job));
        QCOMPARE(customerOf(1), customerOf(2));
        QCOMPARE(codeOfCustomer(static_cast<std::uint32_t>(customerOf(1))), together.side.code);
        MEITRACE_REFUSED(previewOfMerge(*m_clinic, a, "C9999999", job), ErrorCode::NotFound);
    }

    void takingDecisionsBackLeavesNoTrace_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 4; ++seed) {
            QTest::addRow("seed %d", seed) << seed;
        }
    }
    /// After every answer the map is remembered; undone one by one, each earlier map comes back.
    void takingDecisionsBackLeavesNoTrace()
    {
        QFETCH(int, seed);
        Random random(static_cast<std::uint64_t>(seed));
        Job job(1);
        Workspace& workspace = m_clinic->workspace();
        std::vector<Map> states {map()};
        std::vector<std::int64_t> decisions;
        for (int step = 0; step < 8; ++step) {
            const auto a = static_cast<std::uint32_t>(1 + random.below(12));
            const auto b = static_cast<std::uint32_t>(1 + random.below(12));
            if (a == b) {
                continue;
            }
            const ReviewAnswer answer = random.chance(600'000) ? ReviewAnswer::Same : ReviewAnswer::Different;
            const Result<Decision> decision = answerPair(workspace, a, b, answer, job);
            MEITRACE_OK(decision);
            QCOMPARE(customerOf(a) == customerOf(b), answer == ReviewAnswer::Same);
            decisions.push_back(decision->number);
            states.push_back(map());
        }
        while (!decisions.empty()) {
            QCOMPARE(map(), states.back());
            states.pop_back();
            MEITRACE_OK(undoDecision(workspace, decisions.back(), job));
            decisions.pop_back();
        }
        QCOMPARE(map(), states.back());
    }
};

MEITRACE_TEST(TestMergeReview)
#include "tst_mergereview.moc"

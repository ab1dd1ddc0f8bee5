// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/clinic.h"
#include "analytics/workbench/directory.h"
#include "analytics/workbench/profile.h"
#include "models/base/calendar.h"
#include "models/pipeline/importjob.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr const char* kMapping = R"({"kind": "his_customer", "columns": {"no": "his_no", "name": "name",
    "phone": "phone", "gender": "gender", "city": "city", "since": "registered_at"}})";
constexpr const char* kBills = R"({"kind": "his_billing", "columns": {"no": "his_no", "bill": "order_no",
    "time": "pay_time", "paid": "paid_amount", "item": "item_name"}})";

}  // namespace

/// Finding people and looking at one of them.
class TestDirectory : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    std::unique_ptr<Clinic> m_clinic;
    SnapshotPtr m_snapshot;
    std::shared_ptr<const Directory> m_people;

    void load(const char* name, const char* mapping, const std::string& csv)
    {
        Job job(1);
        ImportRequest request;
        request.mapping.mappingFile = m_scratch.write(std::string(name) + ".json", mapping);
        request.files = {m_scratch.write(name, csv)};
        const Result<ImportReport> report = importFiles(m_clinic->workspace(), request, job);
        MEITRACE_OK(report);
        if (report->failure) {
            QFAIL(describe(*report->failure).c_str());
        }
    }

    /// Names of those found, sorted
    [[nodiscard]] std::vector<std::string> found(std::string_view query) const
    {
        std::vector<std::string> names;
        m_people->find(*m_snapshot, query).forEach([&](Index customer) {
            names.emplace_back(m_people->name(customer));
        });
        std::sort(names.begin(), names.end());
        return names;
    }

    [[nodiscard]] Index who(std::string_view name) const
    {
        for (Index customer = 0; customer < m_snapshot->customers(); ++customer) {
            if (m_people->name(customer) == name) {
                return customer;
            }
        }
        return -1;
    }

private slots:
    void initTestCase()
    {
        const std::string file = m_scratch.path("w.meitrace");
        Job job(1);
        QVERIFY(Workspace::create(file, {}));
        Result<Clinic> clinic = Clinic::forWriting(file, job);
        MEITRACE_OK(clinic);
        m_clinic = std::make_unique<Clinic>(std::move(*clinic));
        load("people.csv", kMapping,
             "no,name,phone,gender,city,since\n"
             "A1,王小丽,13812348000,女,上海,2024-12-31 23:30\n"
             "A2,王晓雷,13912345678,男,杭州,\n"
             "A3,李安娜,,女,,\n"
             "A4,Anna Lee,13700008000,,,\n");
        load("bills.csv", kBills,
             "no,bill,time,paid,item\n"
             "A1,B1,2025-03-01 10:00,1200.50,hydra\n"
             "A1,B2,2025-05-02 11:00,800,laser\n");
        Result<Clinic> fresh = Clinic::forWriting(file, job);
        if (!fresh) {
            m_clinic.reset();
            fresh = Clinic::forWriting(file, job);
        }
        MEITRACE_OK(fresh);
        m_clinic = std::make_unique<Clinic>(std::move(*fresh));
        const Result<SnapshotPtr> snapshot = m_clinic->snapshot(job);
        MEITRACE_OK(snapshot);
        m_snapshot = *snapshot;
        const auto people = Directory::read(m_clinic->workspace(), *m_snapshot, job);
        MEITRACE_OK(people);
        m_people = *people;
        QCOMPARE(m_snapshot->customers(), Index {4});
    }

    void peopleAreFoundByWhatIsKnownOfThem()
    {
        using Names = std::vector<std::string>;
        QCOMPARE(found("8000"), (Names {"Anna Lee", "王小丽"}));
        QCOMPARE(found("48000"), (Names {"王小丽"}));
        QCOMPARE(found("13912345678"), (Names {"王晓雷"}));
        QCOMPARE(found("王"), (Names {"王小丽", "王晓雷"}));
        QCOMPARE(found("安娜"), (Names {"李安娜"}));
        QCOMPARE(found("wxl"), (Names {"王小丽", "王晓雷"}));
        QCOMPARE(found("wangxiaoli"), (Names {"王小丽"}));
        QCOMPARE(found("WXL"), (Names {"王小丽", "王晓雷"}));
        QCOMPARE(found("anna"), (Names {"Anna Lee"}));
        QCOMPARE(found("lan"), (Names {"李安娜"}));
        QCOMPARE(found("80001"), Names {});
        QCOMPARE(found("zzz"), Names {});
        QCOMPARE(found(" ").size(), std::size_t {4});
        const Index first = who("王小丽");
        const std::string code = m_snapshot->customerCode(first);
        QCOMPARE(found(code), (Names {"王小丽"}));
        QCOMPARE(found("C00000").size(), std::size_t {4});
        QCOMPARE(found("c00000").size(), std::size_t {4});
    }

    void twoDigitsAreNoTailOfANumber()
    {
        // Only codes end with them then.
        const auto hits = m_people->find(*m_snapshot, "00");
        hits.forEach([&](Index customer) { QVERIFY(m_snapshot->customerCode(customer).ends_with("00")); });
    }

    void numbersAreShownInPart()
    {
        QCOMPARE(m_people->maskedPhone(who("王小丽")), std::string("138****8000"));
        QCOMPARE(m_people->maskedPhone(who("李安娜")), std::string());
        QCOMPARE(maskedNumber("138****5678"), std::string("138****5678"));
        QCOMPARE(maskedNumber("+8613812345678"), std::string("+86****5678"));
        QCOMPARE(maskedNumber("1234567"), std::string("1234567"));
    }

    void aProfileHoldsEverythingOfOnePersonAndNothingOfOthers()
    {
        Job job(1);
        const Result<Profile> profile = profileOf(m_clinic->workspace(), *m_snapshot, who("王小丽"), job);
        MEITRACE_OK(profile);
        const auto has = [&](KeyType type, const char* value) {
            return std::count(profile->keys.begin(), profile->keys.end(),
                              std::pair<KeyType, std::string>(type, value));
        };
        QCOMPARE(has(KeyType::Name, "王小丽"), std::ptrdiff_t {1});
        QCOMPARE(has(KeyType::Phone, "13812348000"), std::ptrdiff_t {1});
        QCOMPARE(has(KeyType::HisNo, "A1"), std::ptrdiff_t {1});
        QCOMPARE(profile->visits, Index {2});
        QCOMPARE(profile->spend, Fen {200'050});
        QCOMPARE(std::count_if(profile->contacts.begin(), profile->contacts.end(),
                               [](const Profile::Contact& contact) { return contact.type == "bill"; }),
                 std::ptrdiff_t {2});
        QVERIFY(std::is_sorted(profile->contacts.begin(), profile->contacts.end(),
                               [](const auto& a, const auto& b) { return a.time < b.time; }));
        const auto city = std::find_if(profile->traits.begin(), profile->traits.end(),
                                       [](const Profile::Trait& trait) { return trait.attribute == "city"; });
        QVERIFY(city != profile->traits.end());
        QCOMPARE(city->text, std::string("上海"));
        const auto since
            = std::find_if(profile->traits.begin(), profile->traits.end(),
                           [](const Profile::Trait& trait) { return trait.attribute == "registered"; });
        QVERIFY(since != profile->traits.end());
        // An instant becomes the civil day of the clinic.
        QCOMPARE(isoDate(static_cast<Day>(since->number)), std::string("2024-12-31"));
        const Result<Profile> other = profileOf(m_clinic->workspace(), *m_snapshot, who("李安娜"), job);
        MEITRACE_OK(other);
        QCOMPARE(other->visits, Index {0});
        QCOMPARE(other->spend, Fen {0});
        QVERIFY(std::none_of(other->traits.begin(), other->traits.end(),
                             [](const Profile::Trait& trait) { return trait.attribute == "city"; }));
    }
};

MEITRACE_TEST(TestDirectory)
#include "tst_directory.moc"

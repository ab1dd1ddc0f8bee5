// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "tests/models/identity/world.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <numeric>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// Handles of a clinic with a known owner each: duplicate charts, WeChat contacts, platform buyers and
/// browsers, and the traps that must not merge (relatives, hubs, recycled and masked numbers).
class Clinic {
public:
    Clinic(std::uint64_t seed, std::uint32_t persons)
        : m_random(seed)
    {
        for (std::uint32_t p = 0; p < persons; ++p) {
            addPerson(p);
        }
    }

    World world;
    std::vector<std::uint32_t> owner;  ///< by handle
    std::vector<bool> isChart;         ///< by handle
    std::set<std::string> hubs;

private:
    struct Person {
        std::uint32_t number = 0;
        std::string name;
        std::string birth;
        std::string phone;
    };

    std::uint32_t handle(const Person& person, bool chart = false)
    {
        owner.push_back(person.number);
        isChart.push_back(chart);
        const auto ident = static_cast<std::uint32_t>(owner.size() - 1);
        world.handle(ident);
        return ident;
    }

    std::string inventName()
    {
        static const std::string surnames[] {"王", "李", "张", "刘", "陈", "杨",
                                             "赵", "黄", "周", "吴", "徐", "欧阳"};
        static const std::string given[] {"芳", "娜", "敏", "静", "丽", "艳",
                                          "娟", "霞", "婷", "雪", "琳", "晨"};
        std::string name = surnames[m_random.below(12)] + given[m_random.below(12)];
        return m_random.chance(700'000) ? name + given[m_random.below(12)] : name;
    }

    std::string inventPhone()
    {
        return std::string(m_random.chance(500'000) ? "168" : "169")
            + std::to_string(10'000'000 + m_random.below(90'000'000));
    }

    void addPerson(std::uint32_t number)
    {
        Person person {number, inventName(),
                       "19" + std::to_string(60 + m_random.below(40)) + "-0"
                           + std::to_string(1 + m_random.below(9)) + "-1"
                           + std::to_string(m_random.below(10)),
                       inventPhone()};
        if (m_random.chance(300'000)) {
            const Millis from = setTrap(person);
            m_last = person;
            addCharts(person, from);
        } else {
            const std::uint32_t lead = handle(person);
            world.key(lead, KeyType::Phone, person.phone, 0, 30 * kDayMillis);
            world.name(lead, m_random.chance(500'000) ? person.name : "快乐🌸");
        }
        addDigital(person);
    }

    /// Some get the phone of somebody else. Returns since when.
    Millis setTrap(Person& person)
    {
        const std::uint64_t draw = m_random.below(1000);
        if (draw < 15 || (draw >= 19 && draw < 27)) {
            person.phone = m_last.phone.empty() ? person.phone : m_last.phone;
        } else if (draw < 19) {
            person.phone = "16900000000";
            hubs.insert(person.phone);
        }
        return draw >= 19 && draw < 27 ? 1000 * kDayMillis
                                       : 0;  // a relative at once, a new owner years later
    }

    void addCharts(const Person& person, Millis from)
    {
        const std::string union_ = "u" + std::to_string(person.number);
        const bool wechat = m_random.chance(620'000);
        const std::uint64_t twice = m_random.chance(60'000) ? 1 + m_random.below(100) : 0;
        for (std::uint64_t copy = 0; copy < (twice > 0 ? 2U : 1U); ++copy) {
            const std::uint32_t chart = handle(person, true);
            world.chart(chart, "s1:" + std::to_string(chart))
                .name(chart, person.name)
                .birth(chart, person.birth);
            const std::string phone = copy == 1 && twice > 60 ? inventPhone() : person.phone;
            world.key(chart, KeyType::Phone, phone, from, from + 90 * kDayMillis);
            if ((copy == 0 && wechat) || (twice > 60 && twice <= 85)) {
                world.key(chart, KeyType::UnionId, union_);
            }
        }
        if (wechat) {
            const std::uint32_t contact = handle(person);
            world.key(contact, KeyType::ExternalUserId, union_).key(contact, KeyType::UnionId, union_);
            world.name(contact, m_random.chance(500'000) ? surnameOnly(person) : "小仙女");
            if (m_random.chance(300'000)) {
                world.key(contact, KeyType::Phone, person.phone, from, from + 90 * kDayMillis);
            }
        }
    }

    static std::string surnameOnly(const Person& person)
    {
        return (person.name.compare(0, 6, "欧阳") == 0 ? person.name.substr(0, 6) : person.name.substr(0, 3))
            + "小姐";
    }

    void addDigital(const Person& person)
    {
        for (std::uint64_t i = m_random.chance(400'000) ? 1 + m_random.below(3) : 0; i > 0; --i) {
            const std::uint32_t browser = handle(person);
            world.key(browser, KeyType::Device, "d" + std::to_string(browser));
        }
        if (m_random.chance(200'000)) {
            const std::uint32_t buyer = handle(person);
            world.key(buyer, KeyType::PlatformUid, "m" + std::to_string(buyer));
            if (m_random.chance(150'000)) {
                world.name(buyer, person.name.substr(0, 3) + "*");
                world.key(buyer, KeyType::MaskedPhone,
                          person.phone.substr(0, 3) + "****" + person.phone.substr(7));
            } else {
                world.key(buyer, KeyType::Phone, person.phone, 0, 1100 * kDayMillis);
            }
        }
    }

    Random m_random;
    Person m_last;
};

/// Unordered pairs of handles within groups
std::int64_t pairCount(const std::map<std::uint64_t, std::int64_t>& groups)
{
    return std::accumulate(
        groups.begin(), groups.end(), std::int64_t {0},
        [](std::int64_t sum, const auto& group) { return sum + group.second * (group.second - 1) / 2; });
}

}  // namespace

class TestTraps : public QObject {
    Q_OBJECT

private slots:
    void duplicatesMergeAndTrapsDoNot_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 3; ++seed) {
            QTest::addRow("seed %llu", seed) << seed;
        }
    }
    void duplicatesMergeAndTrapsDoNot()
    {
        QFETCH(quint64, seed);
        Clinic clinic(seed, 10'000);
        const Resolution found = clinic.world.resolve();

        // What could be found: handles of one person that strong keys connect, hubs aside.
        World reachable;
        for (const IdentKey& key : clinic.world.input.keys) {
            if (keyStrength(key.type) >= 0.9 && !clinic.hubs.contains(std::string(key.value))) {
                reachable.key(key.ident, key.type,
                              std::to_string(clinic.owner[key.ident]) + "/" + std::string(key.value));
            }
        }
        std::map<std::uint64_t, std::int64_t> together;
        std::map<std::uint64_t, std::int64_t> right;
        std::map<std::uint32_t, std::uint32_t> customer;
        for (const IdentLink& link : found.links) {
            customer[link.ident] = link.customer;
            ++together[link.customer];
            ++right[(std::uint64_t {link.customer} << 32U) | clinic.owner[link.ident]];
        }
        std::map<std::uint64_t, std::int64_t> wanted;
        std::map<std::uint64_t, std::int64_t> got;
        for (const IdentLink& link : reachable.resolve().links) {
            ++wanted[link.customer];
            ++got[(std::uint64_t {link.customer} << 32U) | customer[link.ident]];
        }
        const double precision
            = static_cast<double>(pairCount(right)) / static_cast<double>(pairCount(together));
        const double recall = static_cast<double>(pairCount(got)) / static_cast<double>(pairCount(wanted));
        std::set<std::uint32_t> shown;
        for (const ReviewPair& pair : found.review) {
            shown.insert(pair.a);
            shown.insert(pair.b);
        }
        const double review = static_cast<double>(shown.size()) / static_cast<double>(clinic.owner.size());
        qInfo("%zu handles, precision %.4f, reachable recall %.4f, in review %.2f %%", clinic.owner.size(),
              precision, recall, 100 * review);
        QVERIFY(precision >= 0.99);
        QVERIFY(recall >= 0.97);
        QVERIFY(review <= 0.025);

        std::map<std::uint32_t, std::set<std::uint32_t>> chartOwners;
        for (const IdentLink& link : found.links) {
            if (clinic.isChart[link.ident]) {
                chartOwners[link.customer].insert(clinic.owner[link.ident]);
            }
        }
        for (const auto& [number, owners] : chartOwners) {
            QCOMPARE(owners.size(), std::size_t {1});
        }
        std::set<std::string> blocked;
        for (const BlockedKey& key : found.blocked) {
            blocked.insert(key.value);
        }
        QVERIFY(std::includes(blocked.begin(), blocked.end(), clinic.hubs.begin(), clinic.hubs.end()));
    }
};

MEITRACE_TEST(TestTraps)
#include "tst_traps.moc"

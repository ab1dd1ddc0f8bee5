// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the probable rules make of errors as they happen to Chinese records.
#include "models/base/random.h"
#include "models/identity/likelypairs.h"
#include "tests/models/identity/world.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// How the second record of a person differs from her chart
enum class Slip : std::uint8_t { None, Homophone, MaskedPhone, SlipInPhone, ChangedPhone, SlipInBirth };

/// A person's second handle
struct Second {
    Slip error = Slip::None;
    std::uint32_t chart = 0;
    std::uint32_t other = 0;
};

/// Characters that sound alike, two by two
constexpr std::array<std::array<const char*, 2>, 12> kAlike {{{"晓", "小"},
                                                              {"芳", "方"},
                                                              {"静", "婧"},
                                                              {"丽", "莉"},
                                                              {"娟", "涓"},
                                                              {"婷", "亭"},
                                                              {"琳", "林"},
                                                              {"敏", "闽"},
                                                              {"雪", "鳕"},
                                                              {"嘉", "佳"},
                                                              {"怡", "宜"},
                                                              {"雯", "文"}}};
constexpr std::array<const char*, 16> kSurnames {"王", "李", "张", "刘", "陈", "杨", "赵", "黄",
                                                 "周", "吴", "徐", "孙", "马", "朱", "胡", "郭"};

class Records {
public:
    explicit Records(std::uint32_t persons)
    {
        for (std::uint32_t p = 0; p < persons; ++p) {
            addPerson(p);
        }
    }

    World world;
    std::vector<Second> seconds;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> relatives;  ///< one phone, two persons
    std::vector<std::pair<std::uint32_t, std::uint32_t>> twins;      ///< and one birth date
    std::vector<std::uint32_t> owner;                                ///< by handle

private:
    std::uint32_t handle(std::uint32_t person)
    {
        owner.push_back(person);
        world.handle(static_cast<std::uint32_t>(owner.size() - 1));
        return static_cast<std::uint32_t>(owner.size() - 1);
    }

    std::uint32_t chart(std::uint32_t person, const std::string& name, const std::string& birth,
                        const std::string& phone)
    {
        const std::uint32_t ident = handle(person);
        world.chart(ident, "s:" + std::to_string(ident))
            .name(ident, name)
            .birth(ident, birth)
            .phone(ident, phone);
        return ident;
    }

    std::string inventBirth()
    {
        const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(1955 + m_random.below(50)) + "-" + two(1 + m_random.below(12)) + "-"
            + two(1 + m_random.below(28));
    }

    std::string inventPhone()
    {
        return (m_random.chance(500'000) ? "168" : "169")
            + std::to_string(10'000'000 + m_random.below(90'000'000));
    }

    void addPerson(std::uint32_t person)
    {
        const std::string surname = kSurnames[m_random.below(kSurnames.size())];
        const auto& first = kAlike[m_random.below(kAlike.size())];
        const std::string second = kAlike[m_random.below(kAlike.size())][0];
        const std::string name = surname + first[0] + second;
        const std::string birth = inventBirth();
        const std::string phone = inventPhone();
        const std::uint32_t ident = chart(person, name, birth, phone);
        const std::uint64_t draw = m_random.below(100);
        if (draw < 30) {
            const auto error = static_cast<Slip>(draw / 5);
            const std::string alike = surname + first[1] + second;
            seconds.push_back(
                {error, ident,
                 addSecond(person, error, error == Slip::Homophone ? alike : name, birth, phone)});
        } else if (draw < 34) {
            const std::string other = surname + kAlike[m_random.below(kAlike.size())][0];
            relatives.emplace_back(ident, chart(100'000 + person, other, inventBirth(), phone));
        } else if (draw < 36) {
            const std::string other = surname + first[0] + (second == "雪" ? "雯" : "雪");
            twins.emplace_back(ident, chart(200'000 + person, other, birth, phone));
        }
    }

    std::uint32_t addSecond(std::uint32_t person, Slip error, const std::string& name,
                            const std::string& birth, const std::string& phone)
    {
        const std::uint32_t ident = handle(person);
        world.key(ident, KeyType::PlatformUid, "p" + std::to_string(ident)).name(ident, name);
        std::string date = birth;
        if (error == Slip::SlipInBirth) {
            date[3] = static_cast<char>('0' + (date[3] - '0' + 1) % 10);
        }
        world.birth(ident, date);
        std::string number = phone;
        if (error == Slip::SlipInPhone) {
            number[7] = static_cast<char>('0' + (number[7] - '0' + 3) % 10);
        }
        if (error == Slip::MaskedPhone) {
            world.key(ident, KeyType::MaskedPhone, phone.substr(0, 3) + "****" + phone.substr(7));
        } else {
            world.phone(ident,
                        error == Slip::Homophone || error == Slip::ChangedPhone ? inventPhone() : number);
        }
        return ident;
    }

    Random m_random {17};
};

bool together(const Resolution& found, std::uint32_t a, std::uint32_t b)
{
    return found.links[a].customer == found.links[b].customer;
}

}  // namespace

class TestLikely : public QObject {
    Q_OBJECT

private slots:
    void errorsAreMendedOrShown()
    {
        const Records records(4'000);
        const Resolution found = records.world.resolve();
        std::set<std::pair<std::uint32_t, std::uint32_t>> shown;
        for (const ReviewPair& pair : found.review) {
            shown.emplace(found.links[pair.a].customer, found.links[pair.b].customer);
            shown.emplace(found.links[pair.b].customer, found.links[pair.a].customer);
        }
        std::map<Slip, std::array<int, 3>> fate;  // joined, shown, missed
        for (const Second& one : records.seconds) {
            const bool joined = together(found, one.chart, one.other);
            const bool seen
                = shown.contains({found.links[one.chart].customer, found.links[one.other].customer});
            ++fate[one.error][joined ? 0 : (seen ? 1 : 2)];
        }
        for (const auto& [error, counts] : fate) {
            qInfo("error %d: joined %d, shown %d, missed %d", static_cast<int>(error), counts[0], counts[1],
                  counts[2]);
            const int all = counts[0] + counts[1] + counts[2];
            QVERIFY(all > 100);
            const bool mended
                = error == Slip::None || error == Slip::MaskedPhone || error == Slip::SlipInPhone;
            // Another phone, another character or another date is for people to judge.
            QVERIFY(counts[mended ? 0 : 1] >= 0.95 * all);
            QVERIFY(mended || counts[0] == 0);
        }
    }

    void nobodyIsMergedWhoIsTwo()
    {
        const Records records(4'000);
        const Resolution found = records.world.resolve();
        QVERIFY(records.relatives.size() > 100 && records.twins.size() > 50);
        for (const auto& [a, b] : records.relatives) {
            QVERIFY(!together(found, a, b));
        }
        for (const auto& [a, b] : records.twins) {
            QVERIFY(!together(found, a, b));
        }
        std::map<std::uint32_t, std::uint32_t> ownerOf;
        for (const IdentLink& link : found.links) {
            const auto [at, fresh] = ownerOf.emplace(link.customer, records.owner[link.ident]);
            QCOMPARE(at->second, records.owner[link.ident]);
        }
    }

    void likelyMergesSayWhatTheyRestOn()
    {
        const Records records(4'000);
        const Resolution found = records.world.resolve();
        QVERIFY(!found.model.empty());
        int likely = 0;
        for (const Second& one : records.seconds) {
            if (one.error == Slip::MaskedPhone && together(found, one.chart, one.other)) {
                QCOMPARE(found.links[one.other].method, KeyType::BirthDate);
                QVERIFY(found.links[one.other].score >= 0.99 && found.links[one.other].score <= 1.0);
                ++likely;
            }
        }
        QVERIFY(likely > 100);
    }

    void peopleBeatThem()
    {
        Records records(4'000);
        const auto masked = std::find_if(records.seconds.begin(), records.seconds.end(),
                                         [](const Second& one) { return one.error == Slip::MaskedPhone; });
        QVERIFY(together(records.world.resolve(), masked->chart, masked->other));
        records.world.split(masked->chart, masked->other);
        const Resolution found = records.world.resolve();
        QVERIFY(!together(found, masked->chart, masked->other));
        for (const ReviewPair& pair : found.review) {
            QVERIFY(pair.a != masked->chart || pair.b != masked->other);
        }
    }

    void neitherThreadsNorOrderChangeThem()
    {
        Records records(2'000);
        Job one(1);
        Job many(7);
        const auto first = resolveIdentities(records.world.input, one);
        std::reverse(records.world.input.keys.begin(), records.world.input.keys.end());
        const auto second = resolveIdentities(records.world.input, many);
        QVERIFY(first && second);
        QCOMPARE(second->model, first->model);
        QCOMPARE(customers(*second), customers(*first));
        QCOMPARE(second->review.size(), first->review.size());
        for (std::size_t i = 0; i < first->review.size(); ++i) {
            QVERIFY(first->review[i].a == second->review[i].a && first->review[i].b == second->review[i].b
                    && first->review[i].score == second->review[i].score);
        }
    }

    void otherNumbersOfTheSameHandlesLearnTheSame()
    {
        // As after another order of files: every handle has another number, and stands elsewhere.
        const Records records(2'000);
        World turned;
        const auto all = static_cast<std::uint32_t>(records.owner.size());
        for (const IdentKey& key : records.world.input.keys) {
            turned.key(all - 1 - key.ident, key.type, std::string(key.value));
        }
        const Resolution first = records.world.resolve();
        const Resolution second = turned.resolve();
        QVERIFY(!first.model.empty());
        QCOMPARE(second.model, first.model);
        std::set<std::pair<std::uint32_t, std::uint32_t>> shown;
        for (const ReviewPair& pair : first.review) {
            shown.emplace(pair.a, pair.b);
        }
        QCOMPARE(second.review.size(), first.review.size());
        for (const ReviewPair& pair : second.review) {
            QVERIFY(shown.contains({all - 1 - pair.b, all - 1 - pair.a}));
        }
    }

    void handlesWithoutNamesCostNothing()
    {
        World world;
        for (std::uint32_t i = 0; i < 2'000; ++i) {
            world.key(i, KeyType::Device, "d" + std::to_string(i));
        }
        const IdentIndex index(world.input.idents);
        const HandleTable handles(world.input, index);
        QCOMPARE(handles.table().rows(), 0U);
        QVERIFY(world.resolve().model.empty());
    }

    void ofSeveralValuesTheBestCounts()
    {
        World world;
        world.name(1, "小仙女").name(1, "王晓芳").birth(1, "1990-05-12");
        world.key(1, KeyType::PhoneTail, "5678").key(1, KeyType::MaskedPhone, "168****5678");
        world.key(1, KeyType::Phone, "16812345678", 0, 10).key(1, KeyType::Phone, "16999999999", 0, 20);
        world.name(2, "王晓芳").phone(2, "16999999999");
        world.name(3, "王晓芳");                         // a name alone says too little
        world.name(4, "快乐🌸").phone(4, "16900001111");  // no full name, no birth date
        const IdentIndex index(world.input.idents);
        const HandleTable handles(world.input, index);
        QCOMPARE(handles.table().rows(), 2U);
        QCOMPARE(handles.rowOf(0), 0U);
        QCOMPARE(handles.rowOf(1), 1U);
        QCOMPARE(handles.rowOf(2), HandleTable::kNoRow);
        QCOMPARE(handles.rowOf(3), HandleTable::kNoRow);
        QCOMPARE(handles.table().columns[HandleTable::kName].compare(0, 1), Level::Equal);
        QCOMPARE(handles.table().columns[HandleTable::kPhone].compare(0, 1), Level::Equal);  // the newest one
        QCOMPARE(handles.table().columns[HandleTable::kBirth].compare(0, 1), Level::Unknown);
    }
};

MEITRACE_TEST(TestLikely)
#include "tst_likely.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/identity/keygroups.h"
#include "tests/models/identity/world.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <numeric>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// A tangle of everything: few values, so that keys, names and birth dates meet and contradict.
World tangle(std::uint64_t seed, std::uint32_t handles, std::uint64_t values)
{
    static const std::vector<std::string> names {"王芳",   "李娜",      "王*", "李小姐",
                                                 "小仙女", "Wang Fang", "周敏"};
    static const std::vector<KeyType> types {KeyType::HisNo,     KeyType::UnionId,   KeyType::Phone,
                                             KeyType::Phone,     KeyType::Email,     KeyType::MaskedPhone,
                                             KeyType::PhoneTail, KeyType::LoginUser, KeyType::Device};
    Random random(seed);
    World world;
    for (std::uint32_t i = 1; i <= handles; ++i) {
        world.handle(3 * i);
        if (random.chance(600'000)) {
            world.name(3 * i, names[random.below(names.size())]);
        }
        if (random.chance(200'000)) {
            world.birth(3 * i, "1990-01-0" + std::to_string(1 + random.below(3)));
        }
        for (std::uint64_t k = random.below(4); k > 0; --k) {
            const KeyType type = types[random.below(types.size())];
            const std::string number = std::to_string(1000 + random.below(values));
            const std::string value = type == KeyType::Phone ? "1680000" + number
                : type == KeyType::MaskedPhone               ? "168****" + number
                                                             : number;
            const auto first = static_cast<Millis>(random.below(1200)) * kDayMillis;
            world.key(3 * i, type, value, first, first + static_cast<Millis>(random.below(90)) * kDayMillis);
        }
    }
    for (std::uint64_t d = random.below(6); d > 0; --d) {
        const auto a = static_cast<std::uint32_t>(3 * (1 + random.below(handles)));
        const auto b = static_cast<std::uint32_t>(3 * (1 + random.below(handles)));
        random.chance(500'000) ? world.merge(a, b) : world.split(a, b);
    }
    return world;
}

void shuffle(std::vector<IdentKey>& keys, std::uint64_t seed)
{
    Random random(seed);
    for (std::size_t i = keys.size(); i > 1; --i) {
        std::swap(keys[i - 1], keys[random.below(i)]);
    }
}

using Shown = std::tuple<std::uint32_t, std::uint32_t, int, double, int>;
std::vector<Shown> shown(const Resolution& resolution)
{
    std::vector<Shown> result;
    for (const ReviewPair& pair : resolution.review) {
        result.emplace_back(pair.a, pair.b, static_cast<int>(pair.key), pair.score,
                            static_cast<int>(pair.reason));
    }
    return result;
}

bool same(const Resolution& a, const Resolution& b)
{
    const auto links = [](const Resolution& r) {
        std::vector<std::tuple<std::uint32_t, std::uint32_t, KeyType, bool, double>> result;
        for (const IdentLink& link : r.links) {
            result.emplace_back(link.ident, link.customer, link.method, link.manual, link.score);
        }
        return result;
    };
    return links(a) == links(b) && shown(a) == shown(b) && a.autoMerges == b.autoMerges
        && a.refused == b.refused && a.nextCustomer == b.nextCustomer && a.blocked.size() == b.blocked.size();
}

/// Connected components by repeated relabelling: slow and obvious.
std::vector<std::vector<std::uint32_t>> components(const IdentityInput& input)
{
    std::map<std::uint32_t, std::uint32_t> label;
    for (const std::uint32_t ident : input.idents) {
        label[ident] = ident;
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const IdentKey& a : input.keys) {
            for (const IdentKey& b : input.keys) {
                if (a.type == b.type && a.value == b.value && keyStrength(a.type) >= 0.9
                    && label[a.ident] != label[b.ident]) {
                    label[a.ident] = label[b.ident] = std::min(label[a.ident], label[b.ident]);
                    changed = true;
                }
            }
        }
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> byLabel;
    for (const auto& [ident, lowest] : label) {
        byLabel[lowest].insert(byLabel[lowest].end(), ident);
    }
    std::vector<std::vector<std::uint32_t>> result;
    result.reserve(byLabel.size());
    for (auto& [lowest, idents] : byLabel) {
        result.push_back(idents);
    }
    return result;
}

using Group = std::tuple<KeyType, std::string, std::vector<std::uint32_t>>;
std::vector<Group> readable(const IdentityInput& input, const KeyGroups& groups)
{
    std::vector<Group> result;
    for (const KeyGroup& group : groups.shared) {
        std::vector<std::uint32_t> idents;
        idents.reserve(group.end - group.begin);
        for (std::uint32_t i = group.begin; i < group.end; ++i) {
            idents.push_back(groups.holders[i].ident);
        }
        result.emplace_back(group.type, input.keys[groups.holders[group.begin].key].value, idents);
    }
    return result;
}

}  // namespace

class TestInvariants : public QObject {
    Q_OBJECT

private slots:
    void withoutContradictionsCustomersAreConnectedComponents()
    {
        static const std::vector<KeyType> types {KeyType::HisNo, KeyType::UnionId, KeyType::Phone,
                                                 KeyType::Email, KeyType::OpenId,  KeyType::Device};
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            Random random(seed);
            World world;
            const std::uint64_t handles = 2 + random.below(40);
            const std::uint64_t values = 1 + random.below(40);
            for (std::uint32_t i = 1; i <= handles; ++i) {
                world.handle(i);
                for (std::uint64_t k = random.below(3); k > 0; --k) {
                    world.key(i, types[random.below(types.size())], std::to_string(random.below(values)));
                }
            }
            QCOMPARE(partition(world.resolve()), components(world.input));
        }
    }

    void keysWithEqualHashesStayDifferentKeys()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const World world = tangle(seed, 80, 12);
            const IdentIndex index(world.input.idents);
            const std::vector<Group> expected = readable(world.input, groupKeys(world.input, index));
            QVERIFY(expected.size() > 10);
            for (const std::uint64_t mask :
                 {std::uint64_t {0}, std::uint64_t {3} << 62U, std::uint64_t {0x1C0}}) {
                QVERIFY(readable(world.input, groupKeys(world.input, index, mask)) == expected);
            }
        }
    }

    void theOrderOfKeysChangesNothing()
    {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            World world = tangle(seed, 60, 12);
            const Resolution expected = world.resolve();
            for (std::uint64_t again = 0; again < 3; ++again) {
                shuffle(world.input.keys, seed * 10 + again);
                QVERIFY(same(world.resolve(), expected));
            }
        }
    }

    void runningAgainChangesNothing()
    {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            World world = tangle(seed, 60, 12);
            const Resolution first = world.resolve();
            world.input.previous = customers(first);
            world.input.nextCustomer = first.nextCustomer;
            QVERIFY(same(world.resolve(), first));
        }
    }

    void noCustomerHoldsAContradictionThatNobodyDecided()
    {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            World world = tangle(seed, 60, 12);
            world.input.decisions.clear();
            const Resolution r = world.resolve();
            std::map<std::uint32_t, std::uint32_t> customer;
            for (const IdentLink& link : r.links) {
                customer[link.ident] = link.customer;
            }
            std::map<std::pair<std::uint32_t, KeyType>, std::set<std::string>> seen;
            for (const IdentKey& key : world.input.keys) {
                const bool full = key.value == "王芳" || key.value == "李娜" || key.value == "周敏";
                if (key.type == KeyType::BirthDate || (key.type == KeyType::Name && full)) {
                    seen[{customer[key.ident], key.type}].insert(std::string(key.value));
                }
            }
            for (const auto& [who, values] : seen) {
                QCOMPARE(values.size(), std::size_t {1});
            }
        }
    }

    void customersThatNewDataDoesNotTouchKeepTheirNumbers()
    {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            World world = tangle(seed, 40, 12);
            const Resolution first = world.resolve();
            world.input.previous = customers(first);
            world.input.nextCustomer = first.nextCustomer;
            for (std::uint32_t i = 0; i < 10; ++i) {  // handles between and behind, with keys of their own
                world.phone(1 + 6 * i, "1690000" + std::to_string(1000 + i / 2));
            }
            const Resolution second = world.resolve();
            std::map<std::uint32_t, std::uint32_t> now;
            for (const IdentLink& link : second.links) {
                now[link.ident] = link.customer;
            }
            for (const IdentLink& link : first.links) {
                QCOMPARE(now[link.ident], link.customer);
            }
            QCOMPARE(second.nextCustomer, first.nextCustomer + 5);
        }
    }

    void aMergedCustomerKeepsTheNumberOfItsLargerPart()
    {
        World world;
        world.phone(1, "16800000001").phone(2, "16800000002").phone(3, "16800000002");
        world.input.previous = {{1, 5}, {2, 8}, {3, 8}};
        world.input.nextCustomer = 9;
        QCOMPARE(numbers(world.resolve()), (Numbers {5, 8, 8}));
        world.merge(1, 2);
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {8, 8, 8}));
        QCOMPARE(r.nextCustomer, 9U);
    }

    void equalPartsKeepTheLowerNumber()
    {
        World world;
        world.phone(1, "16800000001").phone(2, "16800000001");
        world.input.previous = {{1, 8}, {2, 5}};
        world.input.nextCustomer = 9;
        QCOMPARE(numbers(world.resolve()), (Numbers {5, 5}));
    }

    void aSplitGivesTheSmallerPartANewNumber()
    {
        World world;
        world.phone(1, "16800000001").phone(2, "16800000002").phone(3, "16800000002");
        world.input.previous = {{1, 4}, {2, 4}, {3, 4}};
        world.input.nextCustomer = 12;
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {12, 4, 4}));
        QCOMPARE(r.nextCustomer, 13U);
    }

    void whoLosesItsBestNumberTakesTheNextBest()
    {
        // Old customer 1 had five handles: three now stand with two of old customer 2, two stand alone.
        World world;
        for (std::uint32_t i = 1; i <= 7; ++i) {
            world.key(i, KeyType::OpenId, i == 1 || i == 2 ? "a" : "b");
        }
        world.input.previous = {{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 2}, {7, 2}};
        world.input.nextCustomer = 3;
        QCOMPARE(numbers(world.resolve()), (Numbers {3, 3, 1, 1, 1, 1, 1}));
        world.input.previous = {{1, 1}, {2, 1}, {3, 1}, {4, 2}, {5, 2}, {6, 2}, {7, 2}};
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 1, 2, 2, 2, 2, 2}));
    }

    void numbersAreNeverUsedTwice()
    {
        World world;  // the counter lags behind, and the holder of number 7 is gone
        world.handle(1).handle(2);
        world.input.previous = {{1, 3}, {9, 7}};
        world.input.nextCustomer = 2;
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {3, 8}));
        QCOMPARE(r.nextCustomer, 9U);
    }

    void handleNumbersMayBeSparse()
    {
        World world;
        world.phone(5, "16800000001").phone(4'000'000'000U, "16800000001").phone(70'000, "16800000002");
        world.key(6, KeyType::Phone, "16800000002");
        world.input.idents.erase(world.input.idents.begin() + 1);  // handle 6 is not asked for
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2, 1}));
    }

    void aHundredThousandHandlesResolve()
    {
        // Three handles per person with one phone; every tenth phone is shared with the next person, who has
        // another name: two persons, one pair to review, and a nameless handle that could be either.
        constexpr std::uint32_t kPersons = 33'333;
        World world;
        for (std::uint32_t p = 0; p < kPersons; ++p) {
            const std::uint32_t owner = p % 10 == 1 ? p - 1 : p;
            const std::string phone = std::to_string(16'800'000'000ULL + owner);
            const std::string name = p % 2 == 0 ? "王芳" : "李娜";
            world.chart(3 * p, "s1:" + std::to_string(p)).name(3 * p, name).phone(3 * p, phone);
            world.phone(3 * p + 1, phone).key(3 * p + 1, KeyType::UnionId, "u" + std::to_string(p));
            world.key(3 * p + 2, KeyType::UnionId, "u" + std::to_string(p));
        }
        QElapsedTimer timer;
        timer.start();
        const Resolution r = world.resolve();
        qInfo("%zu handles, %zu keys: %lld ms", world.input.idents.size(), world.input.keys.size(),
              timer.elapsed());
        // Persons 1, 11, ... 33,331 share a phone with the one before. There the nameless phone handle of
        // each stays with its WeChat handle, apart from the chart.
        constexpr std::size_t kSharedPhones = 3'334;
        QCOMPARE(partition(r).size(), std::size_t {kPersons} + 2 * kSharedPhones);
        QCOMPARE(r.refused, std::int64_t {kSharedPhones});
        QCOMPARE(r.review.size(), 3 * kSharedPhones);
    }
};

MEITRACE_TEST(TestInvariants)
#include "tst_invariants.moc"

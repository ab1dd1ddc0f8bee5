// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/identity/world.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;
using Reason = ReviewPair::Reason;

namespace {

constexpr Millis kMonth = 30 * kDayMillis;

}  // namespace

class TestRules : public QObject {
    Q_OBJECT

private slots:
    void twoChartsWithOnePhoneAndNameAreOneCustomer()
    {
        World world;
        world.chart(1, "s1:A1").name(1, "王芳").phone(1, "16812345678");
        world.chart(2, "s1:A2").name(2, "王芳").phone(2, "16812345678");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 1}));
        QCOMPARE(r.links[0].method, KeyType::Phone);
        QCOMPARE(r.links[0].score, 0.93);
        QVERIFY(!r.links[0].manual);
        QCOMPARE(r.autoMerges, std::int64_t {1});
        QCOMPARE(r.refused, std::int64_t {0});
        QCOMPARE(r.nextCustomer, 2U);
        QVERIFY(r.review.empty());
    }

    void aHandleAloneHasNoMethod()
    {
        World world;
        world.chart(7, "s1:A1").name(7, "王芳").handle(9);
        const Resolution r = world.resolve();
        QCOMPARE(customers(r), (Pairs {{7, 1}, {9, 2}}));
        QCOMPARE(r.links[0].method, KeyType::Name);
        QCOMPARE(r.links[0].score, 1.0);
    }

    void motherAndDaughterWithOnePhoneStayTwo()
    {
        World world;
        world.chart(1, "s1:A1").name(1, "王芳").phone(1, "16812345678");
        world.chart(2, "s1:A2").name(2, "李娜").phone(2, "16812345678");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2}));
        QCOMPARE(r.refused, std::int64_t {1});
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(r.review[0].a, 1U);
        QCOMPARE(r.review[0].b, 2U);
        QCOMPARE(r.review[0].reason, Reason::Contradiction);
        QCOMPARE(r.review[0].key, KeyType::Phone);
        QCOMPARE(r.review[0].score, 0.93);
    }

    void aNamelessHandleOfATwoNamePhoneGoesToReview()
    {
        World world;
        world.chart(1, "s1:A1").name(1, "王芳").phone(1, "16812345678");
        world.chart(2, "s1:A2").name(2, "李娜").phone(2, "16812345678");
        world.key(3, KeyType::ExternalUserId, "w3").name(3, "小仙女").phone(3, "16812345678");
        world.key(4, KeyType::ExternalUserId, "w4").name(4, "李小姐").phone(4, "16812345678");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 3, 4}));
        QCOMPARE(r.review.size(), std::size_t {3});
        QCOMPARE(r.review[0].reason, Reason::Contradiction);
        // The nickname could be either and is shown beside the first; the surname fits the second only.
        QCOMPARE(std::pair(r.review[1].a, r.review[1].b), std::pair(1U, 3U));
        QCOMPARE(r.review[1].reason, Reason::Nameless);
        QCOMPARE(std::pair(r.review[2].a, r.review[2].b), std::pair(2U, 4U));
        QCOMPARE(r.review[2].reason, Reason::Nameless);
    }

    void onATwoNamePhoneAFullNameStillFindsItsChart()
    {
        World world;
        world.chart(1, "s1:A1").name(1, "王芳").phone(1, "16812345678");
        world.chart(2, "s1:A2").name(2, "李娜").phone(2, "16812345678");
        world.key(3, KeyType::PlatformUid, "p3").name(3, "李娜").phone(3, "16812345678");
        // Its name comes through another key: the WeChat contact of chart 1.
        world.key(4, KeyType::UnionId, "u").phone(4, "16812345678").key(1, KeyType::UnionId, "u");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 2, 1}));
        QCOMPARE(r.links[2].method, KeyType::Phone);
        QCOMPARE(r.links[3].method, KeyType::UnionId);
        QCOMPARE(r.refused, std::int64_t {1});
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(std::pair(r.review[0].a, r.review[0].b), std::pair(1U, 2U));
    }

    void aNamelessHandleJoinsTheOnlyNameOfAPhone()
    {
        World world;
        world.chart(1, "s1:A1").name(1, "王芳").phone(1, "16812345678");
        world.key(2, KeyType::ExternalUserId, "w2").name(2, "小仙女").phone(2, "16812345678");
        world.key(3, KeyType::PlatformUid, "p3").name(3, "王女士").phone(3, "16812345678");
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 1, 1}));
    }

    void surnamesBirthDatesAndIdCardsContradictToo()
    {
        World surname;
        surname.name(1, "王*").phone(1, "16812345678").name(2, "李小姐").phone(2, "16812345678");
        QCOMPARE(numbers(surname.resolve()), (Numbers {1, 2}));

        World birth;
        birth.name(1, "王芳").birth(1, "1990-01-02").phone(1, "16812345678");
        birth.name(2, "王芳").birth(2, "1991-01-02").phone(2, "16812345678");
        QCOMPARE(numbers(birth.resolve()), (Numbers {1, 2}));
        QCOMPARE(birth.resolve().review[0].reason, Reason::Contradiction);

        World card;
        card.name(1, "王芳").key(1, KeyType::IdCard, "x").phone(1, "16812345678");
        card.name(2, "王芳").key(2, KeyType::IdCard, "y").phone(2, "16812345678");
        QCOMPARE(numbers(card.resolve()), (Numbers {1, 2}));

        World oneOfTwo;  // one handle shows two names over time: either of them agrees
        oneOfTwo.name(1, "王芳").name(1, "王小芳").phone(1, "16812345678");
        oneOfTwo.name(2, "王小芳").phone(2, "16812345678");
        QCOMPARE(numbers(oneOfTwo.resolve()), (Numbers {1, 1}));
    }

    void aContradictionLooksAtWholeClusters()
    {
        // The nameless handle belongs to chart 1 by unionid, so its second phone does not drag chart 2 along.
        World world;
        world.chart(1, "s1:A1").name(1, "王芳").key(1, KeyType::UnionId, "u");
        world.key(2, KeyType::UnionId, "u").phone(2, "16812345678");
        world.chart(3, "s1:A2").name(3, "李娜").phone(3, "16812345678");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 1, 2}));
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(std::pair(r.review[0].a, r.review[0].b), std::pair(2U, 3U));
    }

    void nativeIdsGoBeforePhones()
    {
        // Handle 2 has the phone of chart 1 and the unionid of chart 3; the two charts contradict.
        World world;
        world.name(1, "王芳").phone(1, "16812345678");
        world.phone(2, "16812345678").key(2, KeyType::UnionId, "u");
        world.name(3, "李娜").key(3, KeyType::UnionId, "u");
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2, 2}));
    }

    void aHubLinksNobody()
    {
        World world;
        const char* names[] = {"王芳", "李娜", "周敏", "王芳", "王芳"};
        for (std::uint32_t i = 0; i < 5; ++i) {
            world.name(i + 1, names[i]).phone(i + 1, "16800000001");
        }
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 3, 4, 5}));
        QCOMPARE(r.blocked.size(), std::size_t {1});
        QCOMPARE(r.blocked[0].value, std::string("16800000001"));
        QCOMPARE(r.blocked[0].idents, 5U);
        QCOMPARE(r.blocked[0].names, 3U);
        QVERIFY(r.review.empty());
        QCOMPARE(r.refused, std::int64_t {0});
    }

    void fourHandlesOrTwoNamesAreNoHub()
    {
        World four;
        const char* names[] = {"王芳", "李娜", "周敏", "吴静", "李娜"};
        for (std::uint32_t i = 0; i < 4; ++i) {
            four.name(i + 1, names[i]).phone(i + 1, "16800000001");
        }
        QVERIFY(four.resolve().blocked.empty());
        QCOMPARE(four.resolve().review.size(), std::size_t {6});  // every pair of four people

        World two;
        for (std::uint32_t i = 0; i < 6; ++i) {
            two.name(i + 1, names[i % 2]).phone(i + 1, "16800000001");
        }
        QVERIFY(two.resolve().blocked.empty());
        QCOMPARE(numbers(two.resolve()), (Numbers {1, 2, 1, 2, 1, 2}));
    }

    void aRecycledNumberKeepsItsOwnersApart()
    {
        World named;
        named.name(1, "王芳").key(1, KeyType::Phone, "16812345678", 0, 3 * kMonth);
        named.name(2, "李娜").key(2, KeyType::Phone, "16812345678", 40 * kMonth, 41 * kMonth);
        QCOMPARE(numbers(named.resolve()), (Numbers {1, 2}));

        World nameless;  // silent from month 3 to month 40, then a handle without a name
        nameless.name(1, "王芳").key(1, KeyType::Phone, "16812345678", 0, 3 * kMonth);
        nameless.key(2, KeyType::Phone, "16812345678", 40 * kMonth, 41 * kMonth);
        const Resolution r = nameless.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2}));
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(r.review[0].reason, Reason::WeakKey);
        QCOMPARE(r.review[0].score, 0.60);
        QCOMPARE(r.refused, std::int64_t {0});

        World sameName = nameless;
        sameName.name(2, "王女士");  // a surname in common is enough to believe it
        QCOMPARE(numbers(sameName.resolve()), (Numbers {1, 1}));

        World inUse = nameless;  // a third handle shows the number in use between
        inUse.key(3, KeyType::Phone, "16812345678", 3 * kMonth, 30 * kMonth);
        QCOMPARE(numbers(inUse.resolve()), (Numbers {1, 1, 1}));
    }

    void handlesWithoutTimesBelongToTheNumbersPresentOwner()
    {
        World world;
        world.key(1, KeyType::Phone, "16812345678", 0, 1 * kMonth);
        world.phone(2, "16812345678");
        world.key(3, KeyType::Phone, "16812345678", 40 * kMonth, 41 * kMonth);
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2, 2}));
    }

    void weakKeysNeverMerge()
    {
        World world;
        world.name(1, "王芳").key(1, KeyType::MaskedPhone, "168****5678");
        world.name(2, "王*").key(2, KeyType::MaskedPhone, "168****5678");
        world.name(3, "李娜").key(3, KeyType::MaskedPhone, "168****5678");
        world.key(4, KeyType::MaskedPhone, "168****5678");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 3, 4}));
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(std::pair(r.review[0].a, r.review[0].b), std::pair(1U, 2U));
        QCOMPARE(r.review[0].reason, Reason::WeakKey);
        QCOMPARE(r.review[0].key, KeyType::MaskedPhone);
        QCOMPARE(r.review[0].score, 0.55);
    }

    void aMaskOrTailFindsTheFullNumberWhenTheNameAgrees()
    {
        World world;
        world.name(1, "王芳").phone(1, "16812345678");
        world.name(2, "王芳").key(2, KeyType::MaskedPhone, "168****5678");
        world.name(3, "王芳").key(3, KeyType::PhoneTail, "5678");
        world.name(4, "王小姐").key(4, KeyType::PhoneTail, "5678");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 3, 4}));
        QCOMPARE(r.review.size(), std::size_t {2});
        QCOMPARE(std::pair(r.review[0].a, r.review[0].b), std::pair(1U, 2U));
        QCOMPARE(std::pair(r.review[1].a, r.review[1].b), std::pair(1U, 3U));
        QCOMPARE(r.review[1].key, KeyType::PhoneTail);
        QCOMPARE(r.review[1].score, 0.60);
    }

    void aWeakKeyThatFitsManySaysNothing()
    {
        World world;
        for (std::uint32_t i = 1; i <= 5; ++i) {
            world.name(i, "王*").key(i, KeyType::MaskedPhone, "168****5678");
        }
        QVERIFY(world.resolve().review.empty());
        world.input.idents.pop_back();  // its key is left out with it
        QCOMPARE(world.resolve().review.size(), std::size_t {6});
    }

    void nameAndBirthDateGoToReview()
    {
        World world;
        world.chart(1, "s1:A1").name(1, "王芳").birth(1, "1990-01-02").phone(1, "16812345678");
        world.chart(2, "s1:A2").name(2, "王芳").birth(2, "1990-01-02").phone(2, "16900000000");
        world.chart(3, "s1:A3").name(3, "王芳").birth(3, "1990-01-03");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 3}));
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(std::pair(r.review[0].a, r.review[0].b), std::pair(1U, 2U));
        QCOMPARE(r.review[0].score, 0.65);
        QCOMPARE(r.review[0].key, KeyType::BirthDate);
    }

    void devicesAndRawPhonesLinkNobody()
    {
        World world;
        for (std::uint32_t i = 1; i <= 2; ++i) {
            world.key(i, KeyType::Device, "cookie").key(i, KeyType::RawPhone, "1.38E+10");
        }
        world.key(2, KeyType::LoginUser, "u2");
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2}));
        QVERIFY(r.review.empty());
    }

    void equalTextsOfDifferentTypesAreDifferentKeys()
    {
        World world;
        world.key(1, KeyType::OpenId, "42").key(2, KeyType::CardNo, "42").key(3, KeyType::OpenId, "42");
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2, 1}));
    }

    void everyStrongKeyLinks()
    {
        for (const KeyType type : {KeyType::HisNo, KeyType::UnionId, KeyType::ExternalUserId, KeyType::OpenId,
                                   KeyType::Phone, KeyType::Email, KeyType::CardNo, KeyType::PlatformUid,
                                   KeyType::LoginUser, KeyType::WechatId, KeyType::IdCard}) {
            World world;
            world.key(1, type, "k").key(2, type, "k").key(2, type, "k").key(3, type, "other");
            const Resolution r = world.resolve();
            QCOMPARE(numbers(r), (Numbers {1, 1, 2}));
            QCOMPARE(r.links[1].method, type);
            QCOMPARE(r.links[1].score, keyStrength(type));
        }
    }

    void aCustomerThatPhonesMakeLargeIsShown()
    {
        World world;
        for (std::uint32_t i = 1; i <= 8; ++i) {
            world.phone(i, "16812345678");
        }
        const Resolution r = world.resolve();
        QCOMPARE(partition(r).size(), std::size_t {1});
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(std::pair(r.review[0].a, r.review[0].b), std::pair(1U, 7U));
        QCOMPARE(r.review[0].reason, Reason::LargeCluster);
        world.merge(7, 1);  // somebody looked at it
        QVERIFY(world.resolve().review.empty());

        World native;  // many browsers of one login are one unit
        for (std::uint32_t i = 1; i <= 8; ++i) {
            native.key(i, KeyType::LoginUser, "u");
        }
        native.phone(8, "16812345678").name(9, "王芳").phone(9, "16812345678");
        QCOMPARE(partition(native.resolve()).size(), std::size_t {1});
        QVERIFY(native.resolve().review.empty());
    }

    void aPairOfCustomersIsShownOnceWithItsBestKey()
    {
        World world;
        world.name(1, "王芳").phone(1, "16812345678").key(1, KeyType::Email, "a@x.cn");
        world.name(2, "李娜").phone(2, "16812345678").key(2, KeyType::Email, "a@x.cn");
        const Resolution r = world.resolve();
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(r.review[0].key, KeyType::Phone);
        QCOMPARE(r.refused, std::int64_t {2});
    }

    void aPairThatAnotherKeyJoinsIsNotShown()
    {
        World world;  // name and birth date are equal, and so is the phone
        world.name(1, "王芳").birth(1, "1990-01-02").phone(1, "16812345678");
        world.name(2, "王芳").birth(2, "1990-01-02").phone(2, "16812345678");
        QVERIFY(world.resolve().review.empty());
    }

    void readingsOfOneNameAgreeOnATwoNamePhone()
    {
        World world;
        world.name(1, "王芳").phone(1, "16812345678");
        world.name(2, "李娜").phone(2, "16812345678");
        world.name(3, "Wang Fang").phone(3, "16812345678");
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2, 1}));
    }

    void nothingInNothingOut()
    {
        Job job;
        const auto r = resolveIdentities({}, job);
        QVERIFY(r);
        QVERIFY(r->links.empty());
        QCOMPARE(r->nextCustomer, 1U);
    }

    void aStoppedJobIsCancelled()
    {
        class Stopped : public Job {
            bool stopped() const override { return true; }
        } job;
        World world;
        world.handle(1);
        const auto r = resolveIdentities(world.input, job);
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestRules)
#include "tst_rules.moc"

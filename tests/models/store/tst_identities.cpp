// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/dictionaries.h"
#include "models/store/identities.h"
#include "tests/models/store/storeworld.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

class TestIdentities : public QObject {
    Q_OBJECT

private:
    StoreWorld m_world {"identities"};

private slots:
    void aHandleKeepsItsNumber()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::int64_t batch = *addBatch(workspace->database(), *kindById(3), "a", 1);
        std::uint32_t wang = 0;
        {
            Identities identities(workspace->database());
            MEITRACE_OK(identities.load());
            wang = *identities.handle("his_no=s:1");
            QCOMPARE(*identities.handle("his_no=s:1"), wang);
            const std::uint32_t li = *identities.handle("his_no=s:2");
            QVERIFY(li != wang);
            const std::vector<std::string> numbers {"s:" + std::to_string(wang), "s:" + std::to_string(li)};
            MEITRACE_OK(identities.addKey(wang, KeyType::HisNo, numbers[0], batch, {kMissing, kMissing}));
            MEITRACE_OK(identities.addKey(li, KeyType::HisNo, numbers[1], batch, {kMissing, kMissing}));
            MEITRACE_OK(identities.finish());
        }
        Identities identities(workspace->database());
        MEITRACE_OK(identities.load());
        QCOMPARE(*identities.handle("his_no=s:1"), wang);
        QCOMPARE(*identities.nativeName(wang), std::string("his_no=s:1"));
        QCOMPARE(*identities.nativeName(99), std::string());
        QCOMPARE(*identities.find("his_no=s:2"), wang + 1);
        QCOMPARE(*identities.find("s:" + std::to_string(wang)), wang);
        QCOMPARE(*identities.find("nobody"), 0U);
        QCOMPARE(*identities.count(), std::int64_t {2});
    }

    void aKeySeenAgainWidensItsTime()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::int64_t first = *addBatch(workspace->database(), *kindById(3), "a", 1);
        const std::int64_t second = *addBatch(workspace->database(), *kindById(3), "b", 1);
        Identities identities(workspace->database());
        MEITRACE_OK(identities.load());
        const std::uint32_t ident = *identities.handle("phone=1");
        const auto seen = [&](std::int64_t batch, Millis from, Millis to) {
            return identities.addKey(ident, KeyType::Phone, "1", batch, {from, to});
        };
        MEITRACE_OK(seen(first, 50, 60));
        MEITRACE_OK(seen(first, kMissing, kMissing));
        MEITRACE_OK(seen(first, 40, 55));
        MEITRACE_OK(seen(second, 70, 80));
        MEITRACE_OK(identities.finish());
        auto keys = identities.allKeys();
        MEITRACE_OK(keys);
        QCOMPARE(keys->size(), std::size_t {1});
        QCOMPARE(keys->front().first, Millis {40});
        QCOMPARE(keys->front().last, Millis {80});
        QCOMPARE(keys->front().batch, second);
        QCOMPARE(identities.keysOf({ident})->size(), std::size_t {1});
        MEITRACE_OK(identities.removeBatch(second));
        keys = identities.allKeys();
        QCOMPARE(keys->front().last, Millis {60});
    }

    void theLaterObservationOfABatchWins()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::int64_t batch = *addBatch(workspace->database(), *kindById(3), "a", 1);
        Identities identities(workspace->database());
        MEITRACE_OK(identities.load());
        const std::uint32_t ident = *identities.handle("phone=1");
        MEITRACE_OK(identities.addKey(ident, KeyType::Phone, "1", batch, {1, 2}));
        MEITRACE_OK(identities.finish());
        const auto state = [&](std::string_view city, Millis when) {
            return identities.addFact({.ident = ident, .attribute = 3, .text = city, .observed = when},
                                      batch);
        };
        MEITRACE_OK(state("北京", 100));
        MEITRACE_OK(state("上海", 90));
        MEITRACE_OK(state("广州", kMissing));
        QCOMPARE(*workspace->database().queryText("SELECT text FROM ident_attribute"), std::string("北京"));
        MEITRACE_OK(state("深圳", 100));
        QCOMPARE(*workspace->database().queryText("SELECT text FROM ident_attribute"), std::string("深圳"));
    }

    void aHandleGoesWithItsLastBatchUnlessADecisionNamesIt()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::int64_t batch = *addBatch(workspace->database(), *kindById(3), "a", 1);
        Identities identities(workspace->database());
        MEITRACE_OK(identities.load());
        std::vector<std::uint32_t> idents;
        for (const char* native : {"phone=1", "phone=2", "phone=3"}) {
            idents.push_back(*identities.handle(native));
            MEITRACE_OK(identities.addKey(idents.back(), KeyType::Phone, native, batch, {1, 2}));
        }
        MEITRACE_OK(identities.finish());
        MEITRACE_OK(workspace->database().execute("INSERT INTO identity_decision(what, a_ident, b_ident, "
                                                  "group_no, decided_ms) VALUES (1, 1, 2, 1, 0)"));
        MEITRACE_OK(identities.removeBatch(batch));
        QCOMPARE(*identities.count(), std::int64_t {0});
        QCOMPARE(**workspace->database().queryInteger("SELECT count(*) FROM ident"), std::int64_t {2});
        MEITRACE_OK(identities.load());
        QCOMPARE(*identities.handle("phone=1"), idents[0]);
        QCOMPARE(*identities.handle("phone=2"), idents[1]);
        // Its number is never given to anybody else.
        QVERIFY(*identities.handle("phone=3") > idents[2]);
    }

    void dictionariesKeepTheirCodes()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        std::uint32_t store = 0;
        std::uint32_t own = 0;
        {
            Dictionaries dictionaries(workspace->database());
            MEITRACE_OK(dictionaries.load());
            store = *dictionaries.code(EventField::Store, "海淀店");
            QCOMPARE(store, 1U);
            QCOMPARE(*dictionaries.code(EventField::Store, "海淀店"), store);
            QCOMPARE(*dictionaries.code(EventField::Store, ""), 0U);
            QCOMPARE(*dictionaries.code(EventField::Type, "bill"), std::uint32_t {event::kBill});
            own = *dictionaries.code(EventField::Type, "own_thing");
            QCOMPARE(own, std::uint32_t {kFirstOwnEventType});
            MEITRACE_OK(dictionaries.save());
        }
        Dictionaries dictionaries(workspace->database());
        MEITRACE_OK(dictionaries.load());
        QCOMPARE(*dictionaries.code(EventField::Store, "海淀店"), store);
        QCOMPARE(*dictionaries.code(EventField::Type, "own_thing"), own);
        QCOMPARE(*dictionaries.code(EventField::Type, "other_thing"), own + 1);
        QCOMPARE(std::string(dictionaries.all()[static_cast<std::size_t>(EventField::Type)].text(own)),
                 std::string("own_thing"));
    }

    void aColumnThatRunsOutOfCodesRefuses()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Database& database = workspace->database();
        // The last code of a narrow and of a wide column is taken.
        MEITRACE_OK(database.execute("INSERT INTO dictionary(field, code, text) VALUES (4, 65535, 'last'), "
                                     "(8, 16777216, 'last')"));
        Dictionaries dictionaries(database);
        MEITRACE_OK(dictionaries.load());
        QCOMPARE(*dictionaries.code(EventField::Store, "last"), 65'535U);
        MEITRACE_REFUSED(dictionaries.code(EventField::Store, "one more"), ErrorCode::BadMapping);
        MEITRACE_REFUSED(dictionaries.code(EventField::Item, "one more"), ErrorCode::BadMapping);
        MEITRACE_OK(dictionaries.code(EventField::Page, "one more"));
        MEITRACE_OK(database.execute("UPDATE dictionary SET code = 16777217 WHERE field = 8"));
        MEITRACE_REFUSED(dictionaries.load(), ErrorCode::StoreDamaged);
    }
};

MEITRACE_TEST(TestIdentities)

#include "tst_identities.moc"

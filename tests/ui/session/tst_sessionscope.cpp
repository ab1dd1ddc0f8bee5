// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of all pages in the session: whom they leave, and what becomes of them when data change.
#include "analytics/workbench/audiencebook.h"
#include "models/domain/eventtype.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestSessionScope : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;

    [[nodiscard]] QString path(const char* name) const
    {
        return QString::fromStdString(m_scratch.path(std::string(name) + ".meitrace"));
    }
    static std::unique_ptr<Session> opened(const QString& file)
    {
        auto session = std::make_unique<Session>();
        session->open(file);
        session->jobs().waitForAll();
        return session;
    }
    void setScope(const Scope& scope)
    {
        m_session->setScope(scope);
        m_session->jobs().waitForAll();
    }
    static Scope byItem(const std::string& item)
    {
        Scope scope;
        scope.customers.of(FilterField::Item) = {item};
        return scope;
    }
    static Scope byAudience(const std::string& name)
    {
        Scope scope;
        scope.customers.of(FilterField::Audience) = {name};
        return scope;
    }
    void saveAudience(const std::string& name, const std::string& rule)
    {
        m_session->change<Done>(
            {this, QStringLiteral("save"), QStringLiteral("Save")},
            [name, rule](Clinic& clinic, Job& job) {
                return saveRule(clinic, {.name = name, .rule = rule}, {}, job);
            },
            [this](const Status& status) {
                QVERIFY(status);
                m_session->audiencesDiffer();
            });
        m_session->jobs().waitForAll();
    }
    /// Customers of everybody with an event that the test holds for, counted one by one.
    template <typename Matches>
    Bitset counted(Matches matches)
    {
        const Snapshot& snapshot = *m_session->snapshot();
        Job job;
        [&] { MEITRACE_OK(snapshot.load({EventField::Time, EventField::Type, EventField::Item}, job)); }();
        Bitset rows(snapshot.customers());
        m_session->everybody().forEach([&](Index customer) {
            for (Index row = snapshot.begin(customer); row < snapshot.end(customer); ++row) {
                if (matches(snapshot, row)) {
                    rows.set(customer);
                }
            }
        });
        return rows;
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("MeiTraceTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                           QString::fromStdString(m_scratch.folder()));
        m_session = std::make_unique<Session>();
        m_session->openDemo(path("clinic"));
        m_session->jobs().waitForAll();
        QVERIFY(m_session->isOpen());
        saveAudience("Chin", "did treat[item=HA-CHIN]");
        QVERIFY(Workspace::create(path("empty").toStdString(), {}));
    }
    void init() { setScope({}); }
    void cleanupTestCase() { m_session.reset(); }

    void withoutFiltersEverybodyIsLookedAt()
    {
        QVERIFY(m_session->everybody().any());
        QVERIFY(m_session->population() == m_session->everybody());
        QVERIFY(m_session->active() == m_session->everybody());
        QVERIFY(!m_session->days());
    }

    void aFilterLeavesWhomTheEventsSay()
    {
        setScope(byItem("PICO"));
        const Bitset expected = counted([](const Snapshot& snapshot, Index row) {
            const auto item
                = snapshot.dictionary(EventField::Item).text(snapshot.codes(EventField::Item)[row]);
            const auto type = snapshot.dictionary(EventField::Type).text(snapshot.type()[row]);
            return item == "PICO" && (type == "bill" || type == "deal" || type == "treat");
        });
        QVERIFY(expected.any() && expected.count() < m_session->everybody().count());
        QVERIFY(m_session->population() == expected);
        QVERIFY(m_session->active() == expected);
    }

    void daysLeaveTheCustomersAndTellWhoWasActive()
    {
        Scope scope = byItem("PICO");
        setScope(scope);
        const Bitset buyers = m_session->population();
        scope.period = ScopePeriod::lastDays(90);
        setScope(scope);
        QVERIFY(m_session->population() == buyers);
        const Day asOf = m_session->snapshot()->frame().asOf;
        QCOMPARE(*m_session->days(), (DaySpan {asOf - 89, asOf}));
        Bitset expected = counted([asOf](const Snapshot& snapshot, Index row) {
            return snapshot.dayOf(snapshot.time()[row]) > asOf - 90
                && stageOf(snapshot.type()[row]) != EventType::kNeutralStage;
        });
        expected &= buyers;
        QVERIFY(expected.any() && expected.count() < buyers.count());
        QVERIFY(m_session->active() == expected);
    }

    void pagesAreToldOnceTheCustomersAreKnown()
    {
        QSignalSpy scope(m_session.get(), &Session::scopeChanged);
        QSignalSpy population(m_session.get(), &Session::populationChanged);
        m_session->setScope(byItem("PICO"));
        QCOMPARE(scope.size(), 1);
        QVERIFY(scope[0][0].toBool());
        QCOMPARE(population.size(), 0);
        QVERIFY(m_session->population() == m_session->everybody());
        m_session->setScope(byItem("HYDRA"));  // drops the answer about the first
        m_session->jobs().waitForAll();
        QCOMPARE(scope.size(), 2);
        QCOMPARE(population.size(), 1);
        m_session->setScope(byItem("HYDRA"));
        QCOMPARE(scope.size(), 2);  // nothing is new
    }

    void filtersAreRememberedWithTheirWorkspace()
    {
        Scope scope = byItem("PICO");
        scope.period = ScopePeriod::lastDays(365);
        setScope(scope);
        const Bitset left = m_session->population();
        const std::unique_ptr<Session> again = opened(path("clinic"));
        QCOMPARE(again->scope(), scope);
        QVERIFY(again->population() == left);
        QVERIFY(opened(path("empty"))->scope().isEmpty());
        setScope({});
        QVERIFY(opened(path("clinic"))->scope().isEmpty());
    }

    void aValueThatIsGoneIsDropped()
    {
        Scope scope = byItem("no such item");
        scope.customers.of(FilterField::Item).emplace_back("PICO");
        scope.customers.of(FilterField::Store) = {"a shop on the moon"};
        QSignalSpy changed(m_session.get(), &Session::scopeChanged);
        setScope(scope);
        QCOMPARE(m_session->scope(), byItem("PICO"));
        QCOMPARE(changed.size(), 2);
        QVERIFY(!changed.last()[0].toBool());
        setScope({.period = ScopePeriod::ofDays({0, 10}), .customers = {}});  // long before the data
        QVERIFY(m_session->scope().isEmpty());
    }

    void aDeletedAudienceNoLongerFilters()
    {
        saveAudience("Short lived", "did treat[item=HYDRA]");
        setScope(byAudience("Short lived"));
        const Index before = m_session->population().count();
        QVERIFY(before > 0 && before < m_session->everybody().count());
        m_session->change<Done>(
            {this, QStringLiteral("delete"), QStringLiteral("Delete")},
            [](Clinic& clinic, Job& job) -> Status {
                const auto deleted = deleteAudience(clinic, "Short lived", job);
                return deleted ? Status(Done {}) : Status(deleted.error());
            },
            [this](const Status& status) {
                QVERIFY(status);
                m_session->audiencesDiffer();
            });
        m_session->jobs().waitForAll();
        QVERIFY(m_session->scope().isEmpty());
        QVERIFY(m_session->population() == m_session->everybody());
    }

    void aRenamedAudienceGoesOnFiltering()
    {
        saveAudience("First name", "did treat[item=HYDRA]");
        setScope(byAudience("First name"));
        const Bitset before = m_session->population();
        QSignalSpy changed(m_session.get(), &Session::audienceNameChanged);
        m_session->change<Done>(
            {this, QStringLiteral("rename"), QStringLiteral("Rename")},
            [](Clinic& clinic, Job& job) { return renameAudience(clinic, "First name", "Second name", job); },
            [this](const Status& status) {
                QVERIFY(status);
                m_session->audienceRenamed("First name", "Second name");
                m_session->audiencesDiffer();
            });
        m_session->jobs().waitForAll();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_session->scope(), byAudience("Second name"));
        QVERIFY(m_session->population() == before);
        // Kept with the workspace under the new name.
        QCOMPARE(opened(m_session->path())->scope(), byAudience("Second name"));
        setScope({});
    }

    void aChangedAudienceIsCountedAnew()
    {
        saveAudience("Changing", "did treat[item=HYDRA]");
        setScope(byAudience("Changing"));
        const Index before = m_session->population().count();
        m_session->change<Done>(
            {this, QStringLiteral("save"), QStringLiteral("Save")},
            [](Clinic& clinic, Job& job) {
                return saveRule(clinic, {.name = "Changing", .rule = "did treat[item=PICO]"}, "Changing",
                                job);
            },
            [this](const Status& status) {
                QVERIFY(status);
                m_session->audiencesDiffer();
            });
        m_session->jobs().waitForAll();
        QVERIFY(m_session->population().count() != before);
        QCOMPARE(m_session->scope(), byAudience("Changing"));
    }

    void anotherWorkspaceMeanwhileWins()
    {
        const std::unique_ptr<Session> session = opened(path("clinic"));
        session->setScope(byItem("PICO"));
        QVERIFY(session->jobs().isRunning(QStringLiteral("scope")));
        session->open(path("empty"));
        session->jobs().waitForAll();
        QCOMPARE(session->path(), path("empty"));
        QVERIFY(session->scope().isEmpty());
        QCOMPARE(session->population().size(), session->snapshot()->customers());
        QVERIFY(session->population() == session->everybody());
        session->open(path("clinic"));
        session->jobs().waitForAll();
        QCOMPARE(session->scope(), byItem("PICO"));  // kept with its workspace
        session->setScope({});
        session->jobs().waitForAll();
    }

    void aFilterChosenWhileTheDataAreReadHolds()
    {
        const std::unique_ptr<Session> session = opened(path("clinic"));
        session->open(path("clinic"));
        session->setScope(byItem("PICO"));
        session->jobs().waitForAll();
        QCOMPARE(session->scope(), byItem("PICO"));
        QVERIFY(session->population().count() < session->everybody().count());
        QCOMPARE(session->population().size(), session->snapshot()->customers());
        session->setScope({});
        session->jobs().waitForAll();
    }

    void closingForgetsWhomItLookedAt()
    {
        const std::unique_ptr<Session> session = opened(path("clinic"));
        session->setScope(byItem("PICO"));
        session->close();
        session->jobs().waitForAll();
        QVERIFY(session->scope().isEmpty() && !session->days());
        QCOMPARE(session->population().count(), Index {0});
        setScope(byItem("HYDRA"));  // so that what was kept is no longer PICO
    }

    void filtersThatMeetInNobodyLeaveNobody()
    {
        Scope scope = byAudience("Chin");
        saveAudience("Never", "did treat[item=HA-CHIN] AND NOT did treat[item=HA-CHIN]");
        scope.customers.of(FilterField::Audience) = {"Never"};
        setScope(scope);
        QCOMPARE(m_session->population().count(), Index {0});
        QCOMPARE(m_session->scope(), scope);
    }
};

MEITRACE_TEST(TestSessionScope)
#include "tst_sessionscope.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hash.h"
#include "models/domain/attribute.h"
#include "models/store/documents.h"
#include "models/store/snapshotreader.h"
#include "tests/models/store/storeworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const std::vector<EventField> kAll {EventField::Time,   EventField::Precision, EventField::Type,
                                    EventField::Amount, EventField::Item,      EventField::Batch,
                                    EventField::Row,    EventField::Store,     EventField::Session};

/// A clinic whose events are known by hand.
struct Clinic {
    Result<Workspace> workspace;
    std::map<std::int64_t, std::int64_t> customerOf;  ///< by ident
    std::map<std::int64_t, std::uint64_t> sourceOrder;
    std::vector<Event> events;
};

/// Three items, and one handle for each number.
Status addPeople(Clinic& clinic, int idents, Random& random)
{
    Database& database = clinic.workspace->database();
    Status status
        = database.execute("INSERT INTO dictionary(field, code, text) VALUES (8, 1, 'a'), (8, 2, 'b'), "
                           "(2, 1000, 'own')");
    for (int ident = 1; status && ident <= idents; ++ident) {
        // Every third handle is alone, the others share customers.
        const std::int64_t customer
            = ident % 3 == 0 ? 1'000 + ident : 1 + static_cast<std::int64_t>(random.below(5));
        clinic.customerOf[ident] = customer;
        const std::string number = std::to_string(ident);
        status
            = database.execute("INSERT INTO ident(ident_id, native) VALUES (" + number + ", 'n" + number
                               + "'); INSERT INTO ident_customer(ident_id, customer, method, manual, score) "
                                 "VALUES ("
                               + number + ", " + std::to_string(customer) + ", 15, 0, 1.0)");
    }
    return status;
}

Status addEvents(Clinic& clinic, std::int64_t batch, const std::vector<Event>& events, bool projection)
{
    EventRun run;
    static_cast<void>(fill(run, events));
    Job job(1);
    EventStore store(clinic.workspace->database());
    static_cast<void>(batch);
    Status status = store.write(run, projection, {}, job);
    clinic.events.insert(clinic.events.end(), events.begin(), events.end());
    return status;
}

Result<std::int64_t> newBatch(Clinic& clinic, const std::string& content)
{
    const auto batch = addBatch(clinic.workspace->database(), *kindByCode("web_event"), content, 1);
    if (batch) {
        clinic.sourceOrder[*batch] = hash64(content) | 1U;
    }
    return batch;
}

/// Parts of several files, one of projected events, customers with several handles.
Clinic makeClinic(StoreWorld& world, std::uint64_t seed, int files, int events, int idents)
{
    Clinic clinic {world.newWorkspace(), {}, {}, {}};
    Random random(seed);
    // One transaction: thousands of them would be all this costs.
    Result<Transaction> transaction = Transaction::begin(clinic.workspace->database());
    Status status = transaction ? addPeople(clinic, idents, random) : Status(transaction.error());
    for (int file = 0; status && file < files; ++file) {
        const auto batch = newBatch(clinic, "file " + std::to_string(file));
        status = addEvents(clinic, *batch, randomEvents(random, *batch, events, idents), file == 1);
    }
    if (status) {
        status = transaction->commit();
    }
    if (!status) {
        clinic.workspace = status.error();
    }
    return clinic;
}

/// Events by customer in the total order.
std::map<std::int64_t, std::vector<Event>> byHand(const Clinic& clinic)
{
    std::map<std::int64_t, std::vector<Event>> customers;
    for (const auto& [ident, customer] : clinic.customerOf) {
        customers[customer];
    }
    for (const Event& event : clinic.events) {
        customers[clinic.customerOf.at(event[kIdentAt])].push_back(event);
    }
    for (auto& [customer, events] : customers) {
        std::sort(events.begin(), events.end(), [&](Event a, Event b) {
            a[kIdentAt] = b[kIdentAt] = 0;
            const auto order = [&](std::int64_t batch) { return clinic.sourceOrder.at(batch); };
            return orderKey(a, order) < orderKey(b, order);
        });
    }
    return customers;
}

/// Empty when the snapshot shows just these events.
std::string compare(const Snapshot& snapshot, const std::map<std::int64_t, std::vector<Event>>& expected)
{
    Job job(1);
    if (Status status = snapshot.load(kAll, job); !status) {
        return describe(status.error());
    }
    if (snapshot.customers() != static_cast<Index>(expected.size())) {
        return "customers";
    }
    Index customer = 0;
    for (const auto& [number, events] : expected) {
        if (snapshot.frame().code[customer] != number
            || snapshot.end(customer) - snapshot.begin(customer) != static_cast<Index>(events.size())) {
            return "customer " + std::to_string(number);
        }
        for (std::size_t i = 0; i < events.size(); ++i) {
            const Index row = snapshot.begin(customer) + static_cast<Index>(i);
            const std::array<std::int64_t, 7> found {snapshot.time()[row],
                                                     snapshot.precision()[row],
                                                     snapshot.type()[row],
                                                     snapshot.amount()[row],
                                                     snapshot.codes(EventField::Item)[row],
                                                     snapshot.codes(EventField::Batch)[row],
                                                     snapshot.codes(EventField::Row)[row]};
            const Event& event = events[i];
            const std::array<std::int64_t, 7> wanted {event[kTimeAt],   event[kPrecisionAt], event[kTypeAt],
                                                      event[kAmountAt], event[kItemAt],      event[kBatchAt],
                                                      event[kRowAt]};
            if (found != wanted) {
                return "event " + std::to_string(i) + " of customer " + std::to_string(number);
            }
        }
        ++customer;
    }
    return {};
}

}  // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

private:
    StoreWorld m_world {"snapshots"};

private slots:
    void eventsStandInTheTotalOrder()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            Clinic clinic = makeClinic(m_world, seed, 5, 120, 12);
            MEITRACE_OK(clinic.workspace);
            Job job(2);
            const auto snapshot = readSnapshot(*clinic.workspace, job);
            MEITRACE_OK(snapshot);
            const std::string wrong = compare(**snapshot, byHand(clinic));
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
    }

    void mergingPartsChangesNothing()
    {
        Clinic clinic = makeClinic(m_world, 3, 12, 60, 12);
        MEITRACE_OK(clinic.workspace);
        Job job(1);
        EventStore store(clinic.workspace->database());
        MEITRACE_OK(store.compact(*Batches(clinic.workspace->database()).order(), job));
        QVERIFY(store.parts()->size() < 12);
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        const std::string wrong = compare(**snapshot, byHand(clinic));
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void anyNumberOfThreadsGivesTheSameBytes()
    {
        Clinic clinic = makeClinic(m_world, 4, 3, 100'000, 3'000);
        MEITRACE_OK(clinic.workspace);
        std::vector<SnapshotPtr> snapshots;
        for (const int threads : {1, 2, 7}) {
            Job job(threads);
            const auto snapshot = readSnapshot(*clinic.workspace, job);
            MEITRACE_OK(snapshot);
            MEITRACE_OK((*snapshot)->load(kAll, job));
            snapshots.push_back(*snapshot);
        }
        for (const SnapshotPtr& other : {snapshots[1], snapshots[2]}) {
            QVERIFY((other->frame().offset == snapshots[0]->frame().offset).all());
            QVERIFY((other->time() == snapshots[0]->time()).all());
            QVERIFY((other->amount() == snapshots[0]->amount()).all());
            QVERIFY((other->precision() == snapshots[0]->precision()).all());
            QVERIFY((other->type() == snapshots[0]->type()).all());
            for (const EventField field : {EventField::Item, EventField::Batch, EventField::Row}) {
                Index different = 0;
                for (Index row = 0; row < other->events(); ++row) {
                    different += other->codes(field)[row] != snapshots[0]->codes(field)[row] ? 1 : 0;
                }
                QCOMPARE(different, Index {0});
            }
        }
        QCOMPARE(compare(*snapshots[1], byHand(clinic)), std::string());
    }

    void aSnapshotStaysAsItWasWhileTheWorkspaceGoesOn()
    {
        Clinic clinic = makeClinic(m_world, 5, 3, 100, 9);
        MEITRACE_OK(clinic.workspace);
        Job job(1);
        const auto before = byHand(clinic);
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        MEITRACE_OK((*snapshot)->load({EventField::Time}, job));
        {
            Result<Transaction> transaction = Transaction::begin(clinic.workspace->database());
            MEITRACE_OK(transaction);
            Random random(6);
            const std::int64_t batch = *newBatch(clinic, "later");
            MEITRACE_OK(addEvents(clinic, batch, randomEvents(random, batch, 50, 9), false));
            EventStore store(clinic.workspace->database());
            MEITRACE_OK(store.removeBatch(1, job));
            MEITRACE_OK(transaction->commit());
            clinic.events.erase(std::remove_if(clinic.events.begin(), clinic.events.end(),
                                               [](const Event& event) { return event[kBatchAt] == 1; }),
                                clinic.events.end());
        }
        QCOMPARE(compare(**snapshot, before), std::string());
        const auto later = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(later);
        QCOMPARE(compare(**later, byHand(clinic)), std::string());
    }

    void eventsThatNobodyWasFoundForYetAreNotShown()
    {
        Clinic clinic = makeClinic(m_world, 7, 3, 50, 9);
        MEITRACE_OK(clinic.workspace);
        Workspace& workspace = *clinic.workspace;
        Job job(1);
        MEITRACE_OK(workspace.setNumber("derived_part", 3));
        MEITRACE_OK(workspace.setNumber("derived_version", 5));
        MEITRACE_OK(workspace.setNumber("data_version", 6));
        const auto before = byHand(clinic);
        // A second file of one import is in, with a handle that has no customer yet.
        const std::int64_t batch = *newBatch(clinic, "second file");
        Event event {};
        event[kIdentAt] = 77;
        event[kTimeAt] = 5;
        event[kTypeAt] = 4;
        event[kBatchAt] = batch;
        MEITRACE_OK(addEvents(clinic, batch, {event}, false));
        const auto snapshot = readSnapshot(workspace, job);
        MEITRACE_OK(snapshot);
        QCOMPARE((*snapshot)->frame().dataVersion, std::int64_t {5});
        QCOMPARE(compare(**snapshot, before), std::string());
        // Once everything is said to be derived, such an event is damage.
        MEITRACE_OK(workspace.setNumber("derived_version", 6));
        MEITRACE_REFUSED(readSnapshot(workspace, job), ErrorCode::StoreDamaged);
    }

    void anEmptyWorkspaceHasAnEmptySnapshot()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Job job(1);
        const auto snapshot = readSnapshot(*workspace, job);
        MEITRACE_OK(snapshot);
        QCOMPARE((*snapshot)->customers(), Index {0});
        QCOMPARE((*snapshot)->events(), Index {0});
        MEITRACE_OK((*snapshot)->load(kAll, job));
        MEITRACE_OK((*snapshot)->loadConsents(job));
        for (const AttributeSpec& attribute : attributes()) {
            MEITRACE_OK((*snapshot)->attribute(attribute.name, job));
        }
    }

    void columnsThatWereNeverSetAreZero()
    {
        Clinic clinic = makeClinic(m_world, 8, 2, 30, 4);
        MEITRACE_OK(clinic.workspace);
        Job job(1);
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        MEITRACE_OK((*snapshot)->load({EventField::Session, EventField::Page}, job));
        QVERIFY(((*snapshot)->session() == 0U).all());
    }

    void aCodeWithoutATextIsDamage()
    {
        Clinic clinic = makeClinic(m_world, 9, 1, 30, 4);
        MEITRACE_OK(clinic.workspace);
        MEITRACE_OK(
            clinic.workspace->database().execute("DELETE FROM dictionary WHERE field = 8 AND code = 2"));
        Job job(1);
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        MEITRACE_OK((*snapshot)->load({EventField::Time}, job));
        MEITRACE_REFUSED((*snapshot)->load({EventField::Item}, job), ErrorCode::StoreDamaged);
    }

    void aDamagedChunkIsNeverShown()
    {
        Clinic clinic = makeClinic(m_world, 9, 2, 30, 4);
        MEITRACE_OK(clinic.workspace);
        MEITRACE_OK(clinic.workspace->database().execute(
            "UPDATE event_chunk SET data = zeroblob(length(data)) WHERE field = 12 AND part_id = 1"));
        Job job(1);
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        MEITRACE_OK((*snapshot)->load({EventField::Time}, job));
        MEITRACE_REFUSED((*snapshot)->load({EventField::Amount}, job), ErrorCode::StoreDamaged);
    }

    void theLaterFileSaysWhatACustomerIs()
    {
        Clinic clinic = makeClinic(m_world, 10, 3, 10, 4);
        MEITRACE_OK(clinic.workspace);
        Workspace& workspace = *clinic.workspace;
        // Handle 3 is a customer of its own, 1 and 2 may share one.
        const auto state = [&](int ident, std::string_view name, int batch, const std::string& values) {
            return workspace.database().execute("INSERT INTO ident_attribute(ident_id, attribute, batch_id, "
                                                "number, text, observed_ms) VALUES ("
                                                + std::to_string(ident) + ", "
                                                + std::to_string(attributeByName(name)->id) + ", "
                                                + std::to_string(batch) + ", " + values + ")");
        };
        MEITRACE_OK(state(3, "city", 1, "NULL, 'old', 900"));
        MEITRACE_OK(state(3, "city", 2, "NULL, 'new', 100"));
        MEITRACE_OK(state(3, "birth_date", 1, "-5, NULL, NULL"));
        Job job(1);
        const auto snapshot = readSnapshot(workspace, job);
        MEITRACE_OK(snapshot);
        const Index row = (*snapshot)->findCustomer("C0001003");
        QVERIFY(row >= 0);
        const auto city = (*snapshot)->attribute("city", job);
        MEITRACE_OK(city);
        QCOMPARE(std::string((*city)->texts.text((*city)->code[row])), std::string("new"));
        QCOMPARE((*city)->code[0], 0U);
        const auto birth = (*snapshot)->attribute("birth_date", job);
        MEITRACE_OK(birth);
        QCOMPARE((*birth)->number[row], -5.0);
        QVERIFY(std::isnan((*birth)->number[0]));
        MEITRACE_REFUSED((*snapshot)->attribute("no such thing", job), ErrorCode::NotFound);
    }

    void onlyKeysBeyondADeviceMakeACustomerKnown()
    {
        Clinic clinic = makeClinic(m_world, 11, 1, 10, 6);
        MEITRACE_OK(clinic.workspace);
        MEITRACE_OK(clinic.workspace->database().execute(
            "INSERT INTO ident_key(ident_id, key_type, value, batch_id) VALUES (3, 14, 'cookie', 1), "
            "(6, 14, 'cookie2', 1), (6, 5, '139', 1)"));
        Job job(1);
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        QVERIFY(!(*snapshot)->known().test((*snapshot)->findCustomer("C0001003")));
        QVERIFY((*snapshot)->known().test((*snapshot)->findCustomer("C0001006")));
        QCOMPARE((*snapshot)->known().count(), Index {1});
    }

    void consentsComeByCustomer()
    {
        Clinic clinic = makeClinic(m_world, 12, 1, 10, 6);
        MEITRACE_OK(clinic.workspace);
        const KindSpec& kind = *kindByCode("consent");
        const std::int64_t batch = *addBatch(clinic.workspace->database(), kind, "c", 3);
        const auto insert = [&](int row, int ident, int scope, int state, const char* times, int dnc) {
            return clinic.workspace->database().execute(
                "INSERT INTO consent_record(doc_id, ident, row_key, content, current, batch_id, row_no, "
                "precision, "
                "consent_scope, channel, consent_status, consent_time, withdraw_time, expire_time, dnc) "
                "VALUES ("
                + std::to_string(documentNumber(batch, row)) + ", " + std::to_string(ident) + ", "
                + std::to_string(row) + ", 1, 1, " + std::to_string(batch) + ", " + std::to_string(row)
                + ", 0, " + std::to_string(scope) + ", 3, " + std::to_string(state) + ", " + times + ", "
                + std::to_string(dnc) + ")");
        };
        MEITRACE_OK(insert(0, 6, 1, 1, "100, NULL, 900", 0));
        MEITRACE_OK(insert(1, 3, 2, 3, "100, 200, NULL", 0));
        MEITRACE_OK(insert(2, 6, 2, 1, "NULL, NULL, NULL", 1));
        Job job(1);
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        MEITRACE_OK((*snapshot)->loadConsents(job));
        const Index three = (*snapshot)->findCustomer("C0001003");
        const Index six = (*snapshot)->findCustomer("C0001006");
        QCOMPARE((*snapshot)->consentEnd(three) - (*snapshot)->consentBegin(three), std::ptrdiff_t {1});
        const ConsentRecord& withdrawn = *(*snapshot)->consentBegin(three);
        QVERIFY(withdrawn.scope == ConsentScope::Marketing && withdrawn.channel == ConsentChannel::Sms);
        QVERIFY(withdrawn.state == ConsentState::Withdrawn);
        QCOMPARE(withdrawn.at, Millis {200});
        QCOMPARE(withdrawn.expires, kMissing);
        // The grant, and a refusal of everything by the do-not-contact mark beside another grant.
        QCOMPARE((*snapshot)->consentEnd(six) - (*snapshot)->consentBegin(six), std::ptrdiff_t {3});
        const auto* denied
            = std::find_if((*snapshot)->consentBegin(six), (*snapshot)->consentEnd(six),
                           [](const ConsentRecord& r) { return r.state == ConsentState::Denied; });
        QVERIFY(denied != (*snapshot)->consentEnd(six));
        QVERIFY(denied->scope == ConsentScope::Marketing && denied->channel == ConsentChannel::Any);
    }

    void theLastFactDecidesTheDay()
    {
        Clinic clinic = makeClinic(m_world, 13, 1, 40, 6);
        MEITRACE_OK(clinic.workspace);
        Job job(1);
        // In Shanghai, the last instant of 4 Jan 1970 UTC is on 5 Jan.
        MEITRACE_OK(clinic.workspace->setNumber("last_fact_ms", 4 * kDayMillis - 1));
        const auto snapshot = readSnapshot(*clinic.workspace, job);
        MEITRACE_OK(snapshot);
        QCOMPARE((*snapshot)->frame().asOf, Day {4});
        QCOMPARE((*snapshot)->frame().firstDay, Day {0});
        QCOMPARE((*snapshot)->frame().currency, std::string("CNY"));
    }
};

MEITRACE_TEST(TestSnapshot)

#include "tst_snapshot.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/verification.h"
#include "tests/models/store/storeworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <map>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::int64_t asItIs(std::int64_t batch)
{
    return batch;
}

bool comesBefore(const Event& a, const Event& b)
{
    return orderKey(a, asItIs) < orderKey(b, asItIs);
}

/// What makes two events of different files the same.
std::array<std::int64_t, 5> identityOf(const Event& event)
{
    return {event[kIdentAt], event[kTimeAt], event[kTypeAt], event[kItemAt], event[kContentAt]};
}

/// The n-th copy in a file is known while earlier files hold at least n copies.
std::vector<std::uint32_t> knownByHand(const std::vector<Event>& stored, const std::vector<Event>& file,
                                       std::int64_t batch)
{
    std::map<std::array<std::int64_t, 5>, int> copies;
    for (const Event& event : stored) {
        copies[identityOf(event)] += event[kBatchAt] < batch ? 1 : 0;
    }
    std::vector<std::uint32_t> known;
    for (std::size_t row = 0; row < file.size(); ++row) {
        if (copies[identityOf(file[row])]-- > 0) {
            known.push_back(static_cast<std::uint32_t>(row));
        }
    }
    return known;
}

std::vector<Event> flat(const std::vector<std::vector<Event>>& parts)
{
    std::vector<Event> all;
    for (const auto& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

class TestEventStore : public QObject {
    Q_OBJECT

private:
    StoreWorld m_world {"events"};

    static Status write(EventStore& store, const std::vector<Event>& events,
                        const std::vector<std::uint32_t>& dropped = {}, int threads = 1)
    {
        EventRun run;
        static_cast<void>(fill(run, events));
        Job job(threads);
        return store.write(run, false, dropped, job);
    }

private slots:
    void aRunIsSortedAsByHand()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            Random random(seed);
            std::vector<Event> events = randomEvents(random, 1, 500, 20);
            // Handles in one group, in several, and far apart.
            const std::int64_t apart = std::array<std::int64_t, 3> {1, 211, 100'000'007}[seed % 3];
            for (Event& event : events) {
                event[kIdentAt] *= apart;
            }
            EventRun run;
            const std::vector<std::uint32_t> rows = fill(run, events);
            std::vector<std::uint32_t> byHand(events.size());
            std::iota(byHand.begin(), byHand.end(), 0U);
            std::stable_sort(byHand.begin(), byHand.end(), [&](std::uint32_t a, std::uint32_t b) {
                return comesBefore(events[a], events[b]);
            });
            std::vector<std::uint32_t> expected;
            for (const std::uint32_t event : byHand) {
                expected.push_back(rows[event]);
            }
            std::vector<std::uint32_t> order;
            for (std::size_t group = 0; group < run.groups(); ++group) {
                run.appendSorted(group, order);
            }
            QCOMPARE(order, expected);
        }
    }

    void aColumnThatWasNeverSetIsZeroAndTakesNoChunk()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        EventStore store(workspace->database());
        EventRun run;
        for (Index event = 0; event < 3; ++event) {
            run.time()[run.add(5)] = 1'000 + event;
        }
        for (int event = 0; event < 2; ++event) {
            static_cast<void>(run.add(4));
        }
        QVERIFY(!run.has(static_cast<int>(EventField::Amount)));
        QCOMPARE(run.value(static_cast<int>(EventField::Amount), 2), std::int64_t {0});
        Job job(1);
        MEITRACE_OK(store.write(run, false, {}, job));
        QCOMPARE(run.rows(), Index {5});  // kept until cleared
        const auto parts = store.parts();
        MEITRACE_OK(parts);
        QCOMPARE(parts->size(), std::size_t {1});
        QCOMPARE(parts->front().rows, Index {5});
        QCOMPARE(parts->front().chunks, Index {2});
        QCOMPARE(parts->front().firstTime, Millis {0});
        QCOMPARE(parts->front().lastTime, Millis {1'002});
        const auto events = readParts(store, false);
        MEITRACE_OK(events);
        QCOMPARE((*events)[0][0][kIdentAt], std::int64_t {4});
        QCOMPARE((*events)[0][4][kTimeAt], std::int64_t {1'002});
    }

    void everyRowIsVisitedOnceAndKeepsItsCells()
    {
        // Columns that come late find the rows where they lay before.
        EventRun run;
        Random random(3);
        std::map<std::int64_t, std::int64_t> itemOfRow;
        std::map<std::int64_t, std::int64_t> amountOfRow;
        for (int event = 0; event < 5'000; ++event) {
            const Index row = run.add(static_cast<std::uint32_t>(random.below(9'000)));
            const auto value = static_cast<std::int64_t>(random.below(60'000));
            run.narrow(EventField::Item)[row] = static_cast<std::uint16_t>(value);
            QVERIFY(itemOfRow.emplace(row, value).second);
            if (event >= 2'000) {
                run.amount()[row] = -value;
                amountOfRow[row] = -value;
                run.codes(static_cast<int>(EventField::Campaign))[row] = 1;
                run.codes(static_cast<int>(EventField::Session))[row] = 2;
                run.codes(kContentField)[row] = 3;
            }
        }
        QCOMPARE(run.rows(), Index {5'000});
        std::size_t visited = 0;
        std::uint32_t group = 0;
        run.eachRow([&](Index row) {
            ++visited;
            const auto ident = static_cast<std::uint32_t>(run.value(kIdentField, row));
            QVERIFY(ident >> 10U >= group);
            group = ident >> 10U;
            QCOMPARE(run.value(static_cast<int>(EventField::Item), row), itemOfRow.at(row));
            QCOMPARE(run.value(static_cast<int>(EventField::Amount), row),
                     amountOfRow.contains(row) ? amountOfRow.at(row) : 0);
        });
        QCOMPARE(visited, itemOfRow.size());
    }

    void severalChunksAreTheSameForAnyNumberOfThreads()
    {
        Random random(5);
        const std::vector<Event> events = randomEvents(random, 3, 150'000, 40'000);
        std::vector<Event> expected = events;
        std::stable_sort(expected.begin(), expected.end(), comesBefore);
        for (const int threads : {1, 2, 7}) {
            Result<Workspace> workspace = m_world.newWorkspace();
            MEITRACE_OK(workspace);
            EventStore store(workspace->database());
            MEITRACE_OK(write(store, events, {}, threads));
            const auto parts = readParts(store, false);
            MEITRACE_OK(parts);
            QCOMPARE(parts->size(), std::size_t {1});
            QVERIFY(parts->front() == expected);
        }
    }

    void partsFollowANaiveModel()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            Random random(seed, 9);
            Result<Workspace> workspace = m_world.newWorkspace();
            MEITRACE_OK(workspace);
            EventStore store(workspace->database());
            Job job(2);
            std::vector<Event> model;
            std::map<std::uint32_t, std::uint64_t> order;
            for (std::int64_t batch = 1; batch <= 14; ++batch) {
                order[static_cast<std::uint32_t>(batch)] = static_cast<std::uint64_t>(batch);
                const auto events = randomEvents(random, batch, 1 + static_cast<int>(random.below(200)), 9);
                EventRun run;
                static_cast<void>(fill(run, events));
                std::vector<std::uint64_t> spent;
                const auto known = store.knownRows(run, static_cast<std::uint32_t>(batch), spent, job);
                MEITRACE_OK(known);
                QCOMPARE(*known, knownByHand(model, events, batch));
                QCOMPARE(spent.size(), known->size());
                MEITRACE_OK(store.write(run, false, *known, job));
                for (std::size_t row = 0; row < events.size(); ++row) {
                    if (!std::binary_search(known->begin(), known->end(), static_cast<std::uint32_t>(row))) {
                        model.push_back(events[row]);
                    }
                }
                if (random.chance(300'000)) {
                    const auto out = 1 + static_cast<std::int64_t>(random.below(14));
                    MEITRACE_OK(store.removeBatch(static_cast<std::uint32_t>(out), job));
                    model.erase(std::remove_if(model.begin(), model.end(),
                                               [&](const Event& event) { return event[kBatchAt] == out; }),
                                model.end());
                }
                if (random.chance(400'000)) {
                    MEITRACE_OK(store.compact(order, job));
                    QVERIFY(store.parts()->size() <= 7);
                }
                const auto parts = readParts(store, false);
                MEITRACE_OK(parts);
                for (const auto& part : *parts) {
                    QVERIFY(!part.empty());
                    QVERIFY(std::is_sorted(part.begin(), part.end(), comesBefore));
                }
                std::sort(model.begin(), model.end());
                QVERIFY(flat(*parts) == model);
            }
        }
    }

    void laterCopiesOfOneFileAreCountedOverItsRuns()
    {
        // Earlier files hold 2 copies; the file has 4, split over two runs of 2.
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        EventStore store(workspace->database());
        Job job(1);
        Event event {};
        event[kIdentAt] = 1;
        event[kTimeAt] = 5;
        const auto copies = [&](std::int64_t batch, std::int64_t firstRow) {
            std::vector<Event> events(2, event);
            for (std::size_t i = 0; i < 2; ++i) {
                events[i][kBatchAt] = batch;
                events[i][kRowAt] = firstRow + static_cast<std::int64_t>(i);
            }
            return events;
        };
        MEITRACE_OK(write(store, copies(1, 0)));
        std::vector<std::uint64_t> spent;
        std::vector<std::size_t> found;
        for (const std::int64_t firstRow : {0, 2}) {
            EventRun run;
            static_cast<void>(fill(run, copies(2, firstRow)));
            const auto known = store.knownRows(run, 2, spent, job);
            MEITRACE_OK(known);
            found.push_back(known->size());
            MEITRACE_OK(store.write(run, false, *known, job));
        }
        QCOMPARE(found, (std::vector<std::size_t> {2, 0}));
        // A file is never known by a later one.
        EventRun run;
        static_cast<void>(fill(run, copies(1, 0)));
        spent.clear();
        QVERIFY(store.knownRows(run, 1, spent, job)->empty());
    }

    void projectedPartsAreDroppedAloneAndNeverCompared()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        EventStore store(workspace->database());
        Job job(1);
        Random random(1);
        const auto events = randomEvents(random, 1, 50, 5);
        EventRun run;
        static_cast<void>(fill(run, events));
        MEITRACE_OK(store.write(run, true, {}, job));
        std::vector<std::uint64_t> spent;
        QVERIFY(store.knownRows(run, 2, spent, job)->empty());
        MEITRACE_OK(store.write(run, false, {}, job));
        MEITRACE_OK(store.dropParts(true));
        QVERIFY(readParts(store, true)->empty());
        QCOMPARE(readParts(store, false)->front().size(), std::size_t {50});
    }

    void cancellingStopsWriting()
    {
        class Stopped final : public Job {
        public:
            Stopped()
                : Job(2)
            {
            }
            [[nodiscard]] bool stopped() const override { return true; }
        };
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        EventStore store(workspace->database());
        Random random(1);
        const auto events = randomEvents(random, 1, 50, 5);
        MEITRACE_OK(write(store, events));
        Stopped stopped;
        std::vector<std::uint64_t> spent;
        EventRun run;
        static_cast<void>(fill(run, events));
        MEITRACE_REFUSED(store.knownRows(run, 2, spent, stopped), ErrorCode::Cancelled);
        {
            Result<Transaction> transaction = Transaction::begin(workspace->database());
            MEITRACE_OK(transaction);
            MEITRACE_REFUSED(store.write(run, false, {}, stopped), ErrorCode::Cancelled);
            // A part that was begun only is never taken for one.
            MEITRACE_REFUSED(store.parts(), ErrorCode::StoreDamaged);
        }
        QCOMPARE(readParts(store, false)->size(), std::size_t {1});
    }
};

MEITRACE_TEST(TestEventStore)

#include "tst_eventstore.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/sessions.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

using namespace meitrace;

namespace {

constexpr Millis kMinute = 60'000;
constexpr Day kAsOf = 200;

struct Happening {
    Millis minute = 0;  ///< since day 100
    std::string type = "page_view";
    std::string page {};
    std::string detail {};
};
using World = std::vector<std::vector<Happening>>;

Millis timeOf(const Happening& happening)
{
    return Millis {100} * kDayMillis + happening.minute * kMinute;
}

SnapshotPtr snapshotOf(const World& world)
{
    SnapshotBuilder builder;
    builder.setAsOf(kAsOf);
    for (const std::vector<Happening>& happenings : world) {
        const Index customer = builder.addCustomer();
        for (const Happening& happening : happenings) {
            SnapshotBuilder::Event event;
            event.time = timeOf(happening);
            event.type = happening.type;
            if (!happening.page.empty()) {
                event.texts[EventField::Page] = happening.page;
            }
            if (!happening.detail.empty()) {
                event.texts[EventField::Detail] = happening.detail;
            }
            builder.addEvent(customer, std::move(event));
        }
    }
    return builder.build();
}

SessionOptions byPage(int top = 20)
{
    SessionOptions options;
    options.label = EventField::Page;
    options.top = top;
    return options;
}

SessionResult sessionsOf(const SnapshotPtr& snapshot, const SessionOptions& options, int threads = 1)
{
    Job job(threads);
    auto result = sessions(*snapshot, options, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

const SessionRow& rowOf(const SessionResult& result, const std::string& name)
{
    const auto found = std::find_if(result.rows.begin(), result.rows.end(), [&name](const SessionRow& row) {
        return !row.isOther && row.name == name;
    });
    if (found == result.rows.end()) {
        qFatal("no row %s", name.c_str());
    }
    return *found;
}

World randomWorld(int customers, std::uint64_t seed)
{
    const std::array<std::string, 5> types {"page_view", "page_view", "search", "touch_sent", "arrive"};
    Random random(seed, 7);
    World world(static_cast<std::size_t>(customers));
    for (std::vector<Happening>& happenings : world) {
        Millis minute = 0;
        for (std::uint64_t i = random.below(14); i > 0; --i) {
            minute += random.chance(800'000) ? 1 + static_cast<Millis>(random.below(40))
                                             : 600 + static_cast<Millis>(random.below(5000));
            happenings.push_back(
                {minute, types[random.below(types.size())],
                 random.below(5) == 0 ? "" : std::string(1, static_cast<char>('a' + random.below(6))),
                 random.below(3) == 0 ? "" : "w" + std::to_string(random.below(3))});
        }
    }
    return world;
}

/// The sessions of a customer by plain reading of semantics C7: indexes of her web events.
std::vector<std::vector<std::size_t>> sessionsByHand(const std::vector<Happening>& happenings)
{
    std::vector<std::vector<std::size_t>> all;
    Millis last = -1;
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        if (happenings[i].type == "touch_sent") {
            continue;
        }
        if (last < 0 || happenings[i].minute - last > 30) {
            all.emplace_back();
        }
        last = happenings[i].minute;
        if (happenings[i].type != "arrive") {
            all.back().push_back(i);
        }
    }
    std::erase_if(all, [](const auto& session) { return session.empty(); });
    return all;
}

}  // namespace

class TestSessions : public QObject {
    Q_OBJECT

private slots:
    void aSessionIsCountedByHand()
    {
        const SnapshotPtr snapshot
            = snapshotOf({{{0, "page_view", "home"},
                           {2, "page_view", "price"},
                           {32, "page_view", "home"},  // exactly 30 minutes: still in it
                           {63, "page_view", "price"}},
                          {{5, "page_view", "home"}, {9, "arrive"}, {9, "page_view", "price"}},
                          {{7, "arrive"}}});
        const SessionResult result = sessionsOf(snapshot, byPage());
        QCOMPARE(result.sessions, Index {3});
        QCOMPARE(result.customers, Index {2});
        QCOMPARE(result.events, Index {6});
        QCOMPARE(result.bounces, Index {1});
        QCOMPARE(result.medianEvents, 2.0);
        QCOMPARE(result.rows.size(), std::size_t {2});
        const SessionRow& home = rowOf(result, "home");
        QCOMPARE(home.events, Index {3});
        QCOMPARE(home.customers, Index {2});
        QCOMPARE(home.entries, Index {2});
        QCOMPARE(home.exits, Index {1});
        QCOMPARE(home.bounces, Index {0});
        QCOMPARE(home.timed, Index {2});
        QCOMPARE(result.rows[static_cast<std::size_t>(home.next)].name, std::string("price"));
        QCOMPARE(home.nextEvents, Index {2});
        QVERIFY(std::abs(home.medianDwell / (2.0 * kMinute) - 1) < 0.06);
        const SessionRow& price = rowOf(result, "price");
        QCOMPARE(price.exits, Index {2});
        QCOMPARE(price.bounces, Index {1});
        QVERIFY(std::abs(price.medianDwell / (30.0 * kMinute) - 1) < 0.06);
    }

    void randomWorldsAgreeWithPlainLoops()
    {
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            const World world = randomWorld(300, seed);
            const SnapshotPtr snapshot = snapshotOf(world);
            const SessionResult result = sessionsOf(snapshot, byPage());
            Index all = 0;
            Index bounces = 0;
            std::map<std::string, Index> entries;
            std::map<std::string, Index> exits;
            std::map<std::string, std::set<std::size_t>> people;
            for (std::size_t customer = 0; customer < world.size(); ++customer) {
                for (const auto& session : sessionsByHand(world[customer])) {
                    ++all;
                    bounces += session.size() == 1 ? 1 : 0;
                    ++entries[world[customer][session.front()].page];
                    ++exits[world[customer][session.back()].page];
                    for (const std::size_t i : session) {
                        people[world[customer][i].page].insert(customer);
                    }
                }
            }
            QCOMPARE(result.sessions, all);
            QCOMPARE(result.bounces, bounces);
            for (const SessionRow& row : result.rows) {
                QCOMPARE(row.entries, entries[row.name]);
                QCOMPARE(row.exits, exits[row.name]);
                QCOMPARE(row.customers, static_cast<Index>(people[row.name].size()));
            }
        }
    }

    void rowsPartSessionsAndEvents()
    {
        const SnapshotPtr snapshot = snapshotOf(randomWorld(500, 21));
        for (const int top : {1, 3, 200}) {
            const SessionResult result = sessionsOf(snapshot, byPage(top));
            const auto sum = [&](Index SessionRow::*figure) {
                return std::accumulate(
                    result.rows.begin(), result.rows.end(), Index {0},
                    [figure](Index sofar, const SessionRow& row) { return sofar + row.*figure; });
            };
            QCOMPARE(sum(&SessionRow::entries), result.sessions);
            QCOMPARE(sum(&SessionRow::exits), result.sessions);
            QCOMPARE(sum(&SessionRow::bounces), result.bounces);
            QCOMPARE(sum(&SessionRow::events), result.events);
            QCOMPARE(sum(&SessionRow::timed), result.events - result.sessions);
            QCOMPARE(result.rows.back().isOther, top < 7);
        }
    }

    void membersAreThoseCounted()
    {
        const World world = randomWorld(400, 33);
        const SnapshotPtr snapshot = snapshotOf(world);
        const SessionOptions options = byPage(3);
        const SessionResult result = sessionsOf(snapshot, options);
        Job job;
        for (int row = 0; row < static_cast<int>(result.rows.size()); ++row) {
            const auto seen = sessionMembers(*snapshot, options, result, row, SessionPlace::Seen, job);
            QVERIFY(seen);
            QCOMPARE(seen->count(), result.rows[static_cast<std::size_t>(row)].customers);
            for (const SessionPlace place :
                 {SessionPlace::Entered, SessionPlace::Left, SessionPlace::Bounced}) {
                auto some = sessionMembers(*snapshot, options, result, row, place, job);
                QVERIFY(some);
                Bitset both = *some;
                both &= *seen;
                QCOMPARE(both.count(), some->count());
            }
        }
        const auto all = sessionMembers(*snapshot, options, result, -1, SessionPlace::Seen, job);
        QVERIFY(all);
        QCOMPARE(all->count(), result.customers);
    }

    void threadsDoNotMatter()
    {
        const SnapshotPtr snapshot = snapshotOf(randomWorld(20'000, 3));
        const auto digest = [](const SessionResult& result) {
            std::vector<double> numbers {double(result.sessions), double(result.customers),
                                         result.medianEvents, result.medianDuration};
            for (const SessionRow& row : result.rows) {
                for (const double number : {double(row.events), double(row.customers), double(row.exits),
                                            row.medianDwell, double(row.next), double(row.nextEvents)}) {
                    numbers.push_back(number);
                }
            }
            return numbers;
        };
        const auto one = digest(sessionsOf(snapshot, byPage(4), 1));
        QCOMPARE(digest(sessionsOf(snapshot, byPage(4), 2)), one);
        QCOMPARE(digest(sessionsOf(snapshot, byPage(4), 7)), one);
    }

    void visitsAreDaysInTheClinic()
    {
        const SnapshotPtr snapshot
            = snapshotOf({{{600, "arrive"}, {640, "treat"}, {900, "bill"}, {600 + 1440, "arrive"}}});
        SessionOptions options;
        options.unit = UnitKind::Visit;
        options.events = {{{.type = "*"}}};
        const SessionResult result = sessionsOf(snapshot, options);
        QCOMPARE(result.sessions, Index {2});
        QCOMPARE(result.bounces, Index {1});
        QCOMPARE(rowOf(result, "arrive").entries, Index {2});
        QCOMPARE(rowOf(result, "bill").exits, Index {1});
    }

    void wordsAndWhatBecameOfThem()
    {
        const SnapshotPtr snapshot = snapshotOf(
            {{{0, "search", "", "botox"}, {1, "page_view", "home"}, {30 * 1440, "booking_create"}},
             {{0, "search", "", "botox"}, {50, "search", "", "botox"}, {32 * 1440, "booking_create"}},
             {{0, "page_view", "home"}, {1, "search", "", "laser"}, {2, "booking_create"}},
             {{0, "search"}}});
        Job job;
        const auto found = searches(*snapshot, SessionOptions {}, job);
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t {2});
        const SearchRow& botox = found->front();
        QCOMPARE(botox.term, std::string("botox"));
        QCOMPARE(botox.searches, Index {3});
        QCOMPARE(botox.customers, Index {2});
        QCOMPARE(botox.left, Index {2});
        QCOMPARE(botox.booked, Index {1});
        QCOMPARE(found->back().left, Index {1});
        QCOMPARE(found->back().booked, Index {1});
    }

    void daysAreThoseOfTheFirstEvent()
    {
        const SnapshotPtr snapshot = snapshotOf({{{1430, "page_view", "a"}, {1450, "page_view", "b"}}});
        SessionOptions options = byPage();
        options.from = 100;
        options.to = 100;
        QCOMPARE(sessionsOf(snapshot, options).events, Index {2});  // no cut at midnight
        options.from = 101;
        options.to = 101;
        Job job;
        QCOMPARE(sessions(*snapshot, options, job).error().code, ErrorCode::EmptyInput);
    }

    void whatCannotBeAskedIsRefused_data()
    {
        QTest::addColumn<QString>("subject");
        for (const char* subject : {"unit", "label", "top", "gap", "from"}) {
            QTest::newRow(subject) << subject;
        }
    }

    void whatCannotBeAskedIsRefused()
    {
        QFETCH(const QString, subject);
        SessionOptions options;
        if (subject == QLatin1String("unit")) {
            options.unit = UnitKind::Customer;
        } else if (subject == QLatin1String("label")) {
            options.label = EventField::Amount;
        } else if (subject == QLatin1String("top")) {
            options.top = 0;
        } else if (subject == QLatin1String("gap")) {
            options.gap = {1, DurationUnit::Months};
        } else {
            options.from = kAsOf + 5;
        }
        Job job;
        const auto result = sessions(*snapshotOf({{{0, "page_view", "a"}}}), options, job);
        QVERIFY(!result);
        QCOMPARE(QString::fromStdString(result.error().subject), subject);
    }
};

MEITRACE_TEST(TestSessions)

#include "tst_sessions.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/stagesequences.h"
#include "models/base/random.h"
#include "models/domain/eventtype.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace meitrace;

namespace {

/// An event at eight in the morning of a day.
struct Step {
    std::string type;
    int day = 0;
    Fen amount = 0;
    std::string kind {};
    int hour = 8;
};

using Person = std::vector<Step>;

SnapshotPtr worldOf(const std::vector<Person>& people)
{
    SnapshotBuilder builder;
    for (const Person& person : people) {
        const Index customer = builder.addCustomer();
        for (const Step& step : person) {
            SnapshotBuilder::Event event;
            event.time = step.day * kDayMillis + step.hour * Millis {3'600'000};
            event.type = step.type;
            event.amount = step.amount;
            if (!step.kind.empty()) {
                event.texts[EventField::Detail] = step.kind;
            }
            builder.addEvent(customer, std::move(event));
        }
    }
    return builder.build();
}

StageSequences walked(const Snapshot& snapshot, const StageSequenceOptions& options = {}, int threads = 2)
{
    Job job(threads);
    auto result = stageSequences(snapshot, options, job);
    return result ? *std::move(result) : StageSequences {};
}

std::string spelled(const StageSequence& sequence)
{
    std::string text;
    for (const std::uint8_t stage : sequence.stages) {
        text += (text.empty() ? "" : " ") + std::to_string(stage);
    }
    return sequence.goesOn ? text + " +" : text;
}

/// Three ways through the clinic; the second one twice.
std::vector<Person> handMade()
{
    const Person whole {{"lead", 1},
                        {"wechat_add", 2},
                        {"booking_create", 3},
                        {"booking_change", 4},
                        {"arrive", 6},
                        {"bill", 6, 90'000, "sale", 9},
                        {"bill", 6, 5'000, "sale", 10},
                        {"treat", 6, 0, {}, 11},
                        {"followup_done", 13}};
    const Person returning {{"bill", 1, 100, "sale"},
                            {"arrive", 20},
                            {"bill", 20, 200, "sale", 9},
                            {"bill", 20, -50, "refund", 10}};
    const Person lost {{"lead", 5}, {"touch_sent", 6}, {"booking_create", 9}, {"booking_noshow", 12}};
    return {whole, returning, lost, returning, {{"touch_sent", 5}}};
}

std::vector<Person> randomPeople(int count, std::uint64_t seed)
{
    static const std::vector<std::string> kTypes {"page_view",  "lead",     "wechat_add", "booking_create",
                                                  "arrive",     "bill",     "treat",      "followup_done",
                                                  "touch_sent", "own_event"};
    std::vector<Person> people(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < people.size(); ++i) {
        Random random(seed, i);
        const auto many = random.below(7);
        int day = static_cast<int>(random.below(20));
        for (std::uint64_t k = 0; k < many; ++k) {
            Step step {.type = kTypes[random.below(kTypes.size())], .day = day};
            step.hour = 8;
            if (step.type == "bill") {
                step.kind = random.below(5) == 0 ? "gift" : "sale";
            }
            day += 1 + static_cast<int>(random.below(3));
            people[i].push_back(step);
        }
    }
    return people;
}

/// The definition said again in the plainest way.
std::string plainSequence(const Person& person, int from, int to, std::size_t most, bool once)
{
    std::vector<int> stages;
    int firstSale = -1;
    for (const Step& step : person) {
        const auto type = standardEventType(step.type);
        int stage = type ? type->stage : EventType::kNeutralStage;
        if (stage >= stage::kCount || step.kind == "gift") {
            continue;
        }
        if (stage == stage::kSale) {
            firstSale = firstSale < 0 ? step.day : firstSale;
            stage = step.day > firstSale ? stage::kRepurchase : stage;
        }
        if (step.day < from || step.day >= to) {
            continue;
        }
        const bool repeated = once ? std::find(stages.begin(), stages.end(), stage) != stages.end()
                                   : !stages.empty() && stages.back() == stage;
        if (!repeated) {
            stages.push_back(stage);
        }
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(stages.size(), most); ++i) {
        text += (text.empty() ? "" : " ") + std::to_string(stages[i]);
    }
    return stages.size() > most ? text + " +" : text;
}

class StoppedJob final : public Job {
public:
    [[nodiscard]] bool stopped() const override { return true; }
};

}  // namespace

class TestStageSequences : public QObject {
    Q_OBJECT

private slots:
    void fourPeopleByHand()
    {
        const SnapshotPtr snapshot = worldOf(handMade());
        StageSequenceOptions options;
        options.value = Column<Fen>::Zero(5);
        options.value << 95'000, 250, 0, 150, 7;
        const StageSequences result = walked(*snapshot, options);
        QCOMPARE(result.customers, Index {4});
        QCOMPARE(result.withoutStage, Index {1});
        QCOMPARE(result.different, Index {3});
        QCOMPARE(result.top.size(), std::size_t {3});
        // sale, arrival, repurchase: on the day of the first sale it would be no repurchase
        QCOMPARE(spelled(result.top[0]), std::string("7 5 10"));
        QCOMPARE(result.top[0].customers, Index {2});
        QCOMPARE(result.top[0].share, 0.5);
        QCOMPARE(result.top[0].medianDays, 19.0);
        QCOMPARE(result.top[0].value, Fen {400});
        QCOMPARE(result.top[0].sold, Index {2});
        // of one customer each: the lower stages first
        QCOMPARE(spelled(result.top[1]), std::string("2 3 4 5 7 8 9"));
        QCOMPARE(result.top[1].medianDays, 12.0);
        QCOMPARE(result.top[1].value, Fen {95'000});
        QCOMPARE(spelled(result.top[2]), std::string("2 4"));
        QCOMPARE(result.top[2].sold, Index {0});
        QCOMPARE(result.top[2].medianDays, 4.0);  // the booking was on day 9, the no-show is no new stage
        QCOMPARE(result.other.customers, Index {0});
        QVERIFY(std::isnan(result.other.medianDays));
        QCOMPARE(result.group[4], StageSequences::kNowhere);
    }

    void whatLiesOutsideTheTimeIsOnlyRemembered()
    {
        const SnapshotPtr snapshot = worldOf(handMade());
        StageSequenceOptions options;
        options.from = 10;
        options.to = 21;
        const StageSequences result = walked(*snapshot, options);
        QCOMPARE(result.customers, Index {4});
        QCOMPARE(spelled(result.top[0]), std::string("5 10"));  // the first sale lay before
        QCOMPARE(result.top[0].customers, Index {2});
        QCOMPARE(spelled(result.top[1]), std::string("4"));
        QCOMPARE(spelled(result.top[2]), std::string("9"));
        options.to = 20;
        QCOMPARE(walked(*snapshot, options).customers, Index {2});
        options.to = kMissingDay;
        options.asOf = 19;
        QCOMPARE(walked(*snapshot, options).customers, Index {2});
    }

    void whatIsCutOffIsMarkedAndItsSaleCounts()
    {
        const SnapshotPtr snapshot = worldOf(handMade());
        StageSequenceOptions options;
        options.maxLength = 2;
        const StageSequences result = walked(*snapshot, options);
        QCOMPARE(spelled(result.top[0]), std::string("7 5 +"));
        QCOMPARE(spelled(result.top[1]), std::string("2 3 +"));
        QCOMPARE(result.top[1].sold, Index {1});
        QCOMPARE(result.top[1].medianDays, 1.0);
        QCOMPARE(spelled(result.top[2]), std::string("2 4"));
        options.maxLength = 15;
        QCOMPARE(spelled(walked(*snapshot, options).top[0]), std::string("7 5 10"));
    }

    void aStageMayStandOnce()
    {
        const SnapshotPtr snapshot
            = worldOf({{{"booking_create", 1}, {"arrive", 2}, {"booking_create", 3}, {"arrive", 4}}});
        StageSequenceOptions options;
        QCOMPARE(spelled(walked(*snapshot, options).top[0]), std::string("4 5 4 5"));
        options.repeats = StageRepeats::Once;
        QCOMPARE(spelled(walked(*snapshot, options).top[0]), std::string("4 5"));
        QCOMPARE(walked(*snapshot, options).top[0].medianDays, 1.0);
    }

    void earlyStagesCanBePassedOver()
    {
        const SnapshotPtr snapshot = worldOf({{{"ad_click", 1}, {"page_view", 2}, {"lead", 3}}});
        QCOMPARE(spelled(walked(*snapshot).top[0]), std::string("0 1 2"));
        StageSequenceOptions options;
        options.firstStage = stage::kLead;
        QCOMPARE(spelled(walked(*snapshot, options).top[0]), std::string("2"));
    }

    void theSameAsThePlainestWay()
    {
        const std::vector<Person> people = randomPeople(3000, 7);
        const SnapshotPtr snapshot = worldOf(people);
        for (const bool once : {false, true}) {
            for (const int length : {1, 3, 15}) {
                StageSequenceOptions options;
                options.maxLength = length;
                options.from = 5;
                options.to = 25;
                options.top = 20;
                options.repeats = once ? StageRepeats::Once : StageRepeats::Collapse;
                const StageSequences result = walked(*snapshot, options);
                std::map<std::string, Index> counted;
                Index all = 0;
                for (std::size_t i = 0; i < people.size(); ++i) {
                    const std::string text
                        = plainSequence(people[i], 5, 25, static_cast<std::size_t>(length), once);
                    const std::int32_t group = result.group[static_cast<Index>(i)];
                    QCOMPARE(group == StageSequences::kNowhere, text.empty());
                    if (!text.empty()) {
                        ++counted[text];
                        ++all;
                        if (group < static_cast<std::int32_t>(result.top.size())) {
                            QCOMPARE(spelled(result.top[static_cast<std::size_t>(group)]), text);
                        }
                    }
                }
                QCOMPARE(result.customers, all);
                QCOMPARE(result.different, static_cast<Index>(counted.size()));
                Index fewest = all;
                for (const StageSequence& one : result.top) {
                    QCOMPARE(one.customers, counted[spelled(one)]);
                    QVERIFY(one.customers <= fewest);
                    fewest = one.customers;
                    counted.erase(spelled(one));
                }
                for (const auto& [text, count] : counted) {
                    QVERIFY2(count <= fewest, text.c_str());
                }
            }
        }
    }

    void nobodyAndNoMoneyIsLost()
    {
        const std::vector<Person> people = randomPeople(5000, 11);
        const SnapshotPtr snapshot = worldOf(people);
        StageSequenceOptions options;
        options.population = Bitset(5000, true);
        options.value.resize(5000);
        Fen expected = 0;
        for (Index c = 0; c < 5000; ++c) {
            options.value[c] = c * 13 % 1000 - 100;
            if (c % 7 == 0) {
                options.population.reset(c);
            }
        }
        const StageSequences result = walked(*snapshot, options);
        Index customers = result.other.customers;
        Fen value = result.other.value;
        double share = result.other.share;
        for (const StageSequence& one : result.top) {
            customers += one.customers;
            value += one.value;
            share += one.share;
        }
        for (Index c = 0; c < 5000; ++c) {
            expected += result.group[c] == StageSequences::kNowhere ? 0 : options.value[c];
        }
        QVERIFY(result.other.customers > 0);
        QCOMPARE(customers, result.customers);
        QCOMPARE(value, expected);
        QVERIFY(std::abs(share - 1) < 1e-12);
        QCOMPARE(result.customers + result.withoutStage + result.outsidePopulation, Index {5000});
        QCOMPARE(result.outsidePopulation, Index {715});
    }

    void permutingTheCustomersAndThreadsChangesNothing()
    {
        std::vector<Person> people = randomPeople(9000, 3);
        const StageSequences one = walked(*worldOf(people), {}, 1);
        const StageSequences three = walked(*worldOf(people), {}, 3);
        std::reverse(people.begin(), people.end());
        const StageSequences turned = walked(*worldOf(people));
        QCOMPARE(one.top.size(), std::size_t {10});
        for (std::size_t i = 0; i < one.top.size(); ++i) {
            for (const StageSequences* other : {&three, &turned}) {
                QCOMPARE(spelled(one.top[i]), spelled(other->top[i]));
                QCOMPARE(one.top[i].customers, other->top[i].customers);
                QCOMPARE(one.top[i].medianDays, other->top[i].medianDays);
            }
        }
        for (Index c = 0; c < 9000; ++c) {
            QCOMPARE(one.group[c], three.group[c]);
            QCOMPARE(one.group[c], turned.group[8999 - c]);
        }
    }

    void badOptionsAreRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no sequence") << 0 << QStringLiteral("top");
        QTest::newRow("too many") << 1 << QStringLiteral("top");
        QTest::newRow("no length") << 2 << QStringLiteral("length");
        QTest::newRow("too long") << 3 << QStringLiteral("length");
        QTest::newRow("no such stage") << 4 << QStringLiteral("first_stage");
        QTest::newRow("other customers") << 5 << QStringLiteral("population");
        QTest::newRow("other values") << 6 << QStringLiteral("value");
        QTest::newRow("time runs backwards") << 7 << QStringLiteral("from");
    }

    void badOptionsAreRefused()
    {
        QFETCH(int, which);
        QFETCH(QString, subject);
        StageSequenceOptions options;
        options.top = which == 0 ? 0 : (which == 1 ? 101 : options.top);
        options.maxLength = which == 2 ? 0 : (which == 3 ? 16 : options.maxLength);
        options.firstStage = which == 4 ? 12 : 0;
        options.population = which == 5 ? Bitset(3) : Bitset();
        options.value = Column<Fen>::Zero(which == 6 ? 2 : 0);
        options.from = which == 7 ? 9 : kMissingDay;
        options.to = which == 7 ? 9 : kMissingDay;
        Job job(1);
        const auto result = stageSequences(*worldOf(handMade()), options, job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadOption);
        QCOMPARE(QString::fromStdString(result.error().subject), subject);
    }

    void nobodyIsAResultAndAStoppedJobIsNot()
    {
        const StageSequences none = walked(*worldOf({{{"touch_sent", 1}}}));
        QCOMPARE(none.customers, Index {0});
        QVERIFY(none.top.empty());
        StoppedJob job;
        const auto result = stageSequences(*worldOf(handMade()), {}, job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestStageSequences)
#include "tst_stagesequences.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What customers say: by hand, against plain loops, and whom each figure leads to.
#include "analytics/customer/feedback.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace meitrace;

namespace {

constexpr Day kAsOf = 400;

struct Happening {
    Day day = 0;
    std::string type;
    std::string item {};
    std::string staff {};
    std::string store {};
};
struct Patient {
    std::vector<Happening> happenings {};
    std::vector<FeedbackAnswer> answers {};  ///< time: a day
    std::vector<FeedbackComplaint> complaints {};
};

struct World {
    SnapshotPtr snapshot;
    FeedbackBook book;
};

Millis instant(Millis day)
{
    return day * kDayMillis + 12 * 3'600'000;
}

World worldOf(const std::vector<Patient>& patients)
{
    SnapshotBuilder builder;
    builder.setAsOf(kAsOf);
    World world;
    for (const Patient& patient : patients) {
        const Index customer = builder.addCustomer();
        for (const Happening& happening : patient.happenings) {
            SnapshotBuilder::Event event;
            event.time = instant(happening.day);
            event.type = happening.type;
            event.amount = happening.type == "bill" ? 100 : 0;
            event.texts[EventField::Item] = happening.item;
            event.texts[EventField::Staff] = happening.staff;
            event.texts[EventField::Store] = happening.store;
            builder.addEvent(customer, std::move(event));
        }
        for (FeedbackAnswer answer : patient.answers) {
            answer.customer = customer;
            answer.time = instant(answer.time);
            world.book.answers.push_back(answer);
        }
        for (FeedbackComplaint complaint : patient.complaints) {
            complaint.customer = customer;
            complaint.time = instant(complaint.time);
            world.book.complaints.push_back(complaint);
        }
    }
    world.snapshot = builder.build();
    return world;
}

FeedbackResult resultOf(const World& world, const FeedbackOptions& options = {}, int threads = 2)
{
    Job job(threads);
    Result<FeedbackResult> result = feedback(*world.snapshot, world.book, options, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

const FeedbackGroup& groupOf(const FeedbackResult& result, FeedbackKey key, const std::string& value)
{
    const auto found
        = std::find_if(result.groups.begin(), result.groups.end(),
                       [&](const FeedbackGroup& group) { return group.key == key && group.value == value; });
    if (found == result.groups.end()) {
        qFatal("no group %s", value.c_str());
    }
    return *found;
}

const Share& backOf(const FeedbackResult& result, FeedbackCause cause)
{
    return result.cameBack[static_cast<std::size_t>(cause)];
}

World smallWorld()
{
    return worldOf({
        // satisfied, came again
        {.happenings = {{10, "treat", "A", "Dr 1", "X"}, {100, "bill"}},
         .answers = {{.time = 12, .grade = 5, .nps = 9}}},
        // two items on one day, not satisfied, stayed away
        {.happenings = {{10, "treat", "A", "Dr 1", "X"}, {10, "treat", "B", "Dr 2", "X"}},
         .answers = {{.time = 11, .grade = 2, .nps = 3}}},
        // complains; the answer comes too late to be about the treatment
        {.happenings = {{20, "treat", "B", "Dr 2", "Y"}},
         .answers = {{.time = 60, .grade = 3}},
         .complaints = {{.time = 25, .open = true, .topic = "price"}}},
        // waits
        {.happenings = {{350, "treat", "A", "Dr 1", "X"}}, .answers = {{.time = 360, .grade = 1}}},
        // was called
        {.happenings = {{350, "treat", "A", "Dr 1", "X"}, {362, "followup_done"}},
         .answers = {{.time = 360, .grade = 1, .source = VoiceSource::Call}}},
    });
}

/// A world of two items; of B fewer are satisfied.
std::vector<Patient> randomPatients(std::uint64_t seed, double satisfiedWithB)
{
    Random random(seed);
    std::vector<Patient> patients(900);
    for (Patient& patient : patients) {
        for (std::uint64_t visit = random.below(4); visit > 0; --visit) {
            const auto day = static_cast<Day>(random.below(380));
            const bool isB = random.below(2) == 0;
            patient.happenings.push_back(
                {day, "treat", isB ? "B" : "A", "Dr " + std::to_string(random.below(5)), "X"});
            if (random.below(3) == 0) {
                patient.happenings.push_back({day + 1 + static_cast<Day>(random.below(20)), "followup_done"});
            }
            if (random.below(3) == 0) {
                patient.happenings.push_back({day + 1 + static_cast<Day>(random.below(200)), "bill"});
            }
            if (random.below(2) == 0) {
                const bool satisfied = random.unit() < (isB ? satisfiedWithB : 0.85);
                patient.answers.push_back(
                    {.time = std::min<Day>(kAsOf, day + static_cast<Day>(random.below(5))),
                     .grade = satisfied ? 5.0 : 2.0,
                     .nps = static_cast<int>(random.below(11))});
            }
            if (random.below(10) == 0) {
                patient.complaints.push_back({.time = std::min<Day>(kAsOf, day + 2)});
            }
        }
        const auto byTime = [](const auto& a, const auto& b) { return a.time < b.time; };
        std::sort(patient.answers.begin(), patient.answers.end(), byTime);
        std::sort(patient.complaints.begin(), patient.complaints.end(), byTime);
    }
    return patients;
}

}  // namespace

class TestFeedback : public QObject {
    Q_OBJECT

private slots:
    void fiveCustomersByHand()
    {
        const FeedbackResult result = resultOf(smallWorld());
        QCOMPARE(result.answers, Index {5});
        QCOMPARE(result.unlinked, Index {1});
        QCOMPARE(result.complaints, Index {1});
        QCOMPARE(result.customers, Index {5});
        QCOMPARE(result.all.satisfied.hits, Index {1});
        QCOMPARE(result.all.satisfied.n, Index {5});
        QCOMPARE(result.all.mean, 12.0 / 5);
        QCOMPARE(result.all.nps(), 0.0);
        QCOMPARE(result.all.complained.hits, Index {1});
        QCOMPARE(result.all.complained.n, Index {5});
        const FeedbackGroup& a = groupOf(result, FeedbackKey::Item, "A");
        QCOMPARE(a.satisfied.hits, Index {1});
        QCOMPARE(a.satisfied.n, Index {4});
        QCOMPARE(a.complained.hits, Index {0});
        const FeedbackGroup& b = groupOf(result, FeedbackKey::Item, "B");
        QCOMPARE(b.satisfied.n, Index {1});
        QCOMPARE(b.complained.hits, Index {1});
        QCOMPARE(b.complained.n, Index {2});
        QCOMPARE(b.verdict, FeedbackVerdict::TooFew);
        QCOMPARE(groupOf(result, FeedbackKey::Staff, "Dr 2").satisfied.n, Index {1});
        QCOMPARE(groupOf(result, FeedbackKey::Store, "Y").complained.hits, Index {1});
    }

    void whoWaitsIsListedTheLatestFirst()
    {
        const FeedbackResult result = resultOf(smallWorld());
        QCOMPARE(result.open.size(), std::size_t {2});
        QCOMPARE(result.open[0].customer, Index {3});
        QCOMPARE(result.open[0].age, Day {40});
        QCOMPARE(result.open[0].item, std::string("A"));
        QCOMPARE(result.open[1].kind, OpenVoice::Kind::Complaint);
        QCOMPARE(result.open[1].topic, std::string("price"));
        QCOMPARE(result.open[1].age, Day {375});
        FeedbackOptions longer;
        longer.openDays = 400;
        // now also the low answers of the first days
        QCOMPARE(resultOf(smallWorld(), longer).open.size(), std::size_t {4});
    }

    void whoCameBackIsToldByWhatWasSaidAndByTheCall()
    {
        const FeedbackResult result = resultOf(smallWorld());
        const auto compare = [&](FeedbackCause cause, Index hits, Index n) {
            QCOMPARE(backOf(result, cause).hits, hits);
            QCOMPARE(backOf(result, cause).n, n);
        };
        compare(FeedbackCause::Satisfied, 1, 1);
        compare(FeedbackCause::Unsatisfied, 0, 1);
        compare(FeedbackCause::Complaint, 0, 1);
        compare(FeedbackCause::NoComplaint, 1, 2);
        compare(FeedbackCause::NotCalled, 1, 3);  // the others' 180 days are not over
        compare(FeedbackCause::CalledIn14, 0, 0);
    }

    void aSourceAndDaysCanBeChosen()
    {
        FeedbackOptions calls;
        calls.source = VoiceSource::Call;
        QCOMPARE(resultOf(smallWorld(), calls).answers, Index {1});
        FeedbackOptions early;
        early.to = 15;
        const FeedbackResult result = resultOf(smallWorld(), early);
        QCOMPARE(result.answers, Index {2});
        QCOMPARE(result.all.complained.n, Index {2});
    }

    void figuresAreThoseOfPlainLoops()
    {
        const std::vector<Patient> patients = randomPatients(8, 0.8);
        const World world = worldOf(patients);
        const FeedbackOptions options;
        const FeedbackResult result = resultOf(world, options);
        std::map<std::string, std::pair<Index, Index>> satisfied;
        std::map<std::string, std::pair<Index, Index>> complained;
        Index answers = 0;
        for (const Patient& patient : patients) {
            std::map<Day, std::set<std::string>> days;
            for (const Happening& happening : patient.happenings) {
                if (happening.type == "treat") {
                    days[happening.day].insert({happening.item, happening.staff});
                }
            }
            const auto about = [&](Millis day) -> const std::set<std::string>* {
                const std::set<std::string>* found = nullptr;
                for (const auto& [of, values] : days) {
                    found = of <= day && of >= day - options.backDays ? &values : found;
                }
                return found;
            };
            for (const FeedbackAnswer& answer : patient.answers) {
                ++answers;
                if (const auto* values = about(answer.time)) {
                    for (const std::string& value : *values) {
                        ++satisfied[value].second;
                        satisfied[value].first += answer.grade >= 4 ? 1 : 0;
                    }
                }
            }
            for (const auto& [day, values] : days) {
                if (day + options.backDays > kAsOf) {
                    continue;
                }
                const bool isHit = std::any_of(
                    patient.complaints.begin(), patient.complaints.end(),
                    [&, of = &values](const FeedbackComplaint& one) { return about(one.time) == of; });
                for (const std::string& value : values) {
                    ++complained[value].second;
                    complained[value].first += isHit ? 1 : 0;
                }
            }
        }
        QCOMPARE(result.answers, answers);
        int seen = 0;
        Index weeks = 0;
        for (const FeedbackGroup& group : result.groups) {
            weeks += group.key == FeedbackKey::Week ? group.satisfied.n : 0;
            if (group.key == FeedbackKey::Item || group.key == FeedbackKey::Staff) {
                QCOMPARE(std::pair(group.satisfied.hits, group.satisfied.n), satisfied[group.value]);
                QCOMPARE(std::pair(group.complained.hits, group.complained.n), complained[group.value]);
                ++seen;
            }
        }
        QCOMPARE(seen, 7);
        QCOMPARE(weeks, answers);  // every answer stands in one week
    }

    void aPlantedItemStandsOutAndChanceDoesNot()
    {
        const FeedbackResult result = resultOf(worldOf(randomPatients(4, 0.6)));
        QCOMPARE(groupOf(result, FeedbackKey::Item, "B").verdict, FeedbackVerdict::Low);
        QCOMPARE(groupOf(result, FeedbackKey::Item, "A").verdict, FeedbackVerdict::High);
        int called = 0;
        for (std::uint64_t seed = 50; seed < 80; ++seed) {
            for (const FeedbackGroup& group : resultOf(worldOf(randomPatients(seed, 0.85))).groups) {
                called += group.key != FeedbackKey::Week && group.verdict != FeedbackVerdict::Usual ? 1 : 0;
            }
        }
        QVERIFY2(called <= 4, qPrintable(QString::number(called)));  // of 240; one in 500 is expected
    }

    void everyFigureLeadsToItsCustomers()
    {
        const World world = smallWorld();
        const FeedbackResult result = resultOf(world);
        const auto members = [&](const FeedbackPlace& place) {
            Job job(2);
            const Result<Bitset> found = feedbackMembers(*world.snapshot, world.book, {}, result, place, job);
            std::set<Index> rows;
            if (found) {
                found->forEach([&](Index row) { rows.insert(row); });
            }
            return rows;
        };
        using Who = FeedbackPlace::Who;
        const auto numberOf = [&](const std::string& value) {
            return static_cast<int>(&groupOf(result, FeedbackKey::Item, value) - result.groups.data());
        };
        QCOMPARE(members({}), (std::set<Index> {0, 1, 2, 3, 4}));
        QCOMPARE(members({.who = Who::Unsatisfied}), (std::set<Index> {1, 2, 3, 4}));
        QCOMPARE(members({.who = Who::Answered, .group = numberOf("A")}), (std::set<Index> {0, 1, 3, 4}));
        QCOMPARE(members({.who = Who::Unsatisfied, .group = numberOf("A")}), (std::set<Index> {1, 3, 4}));
        QCOMPARE(members({.who = Who::Complained, .group = numberOf("B")}), (std::set<Index> {2}));
        QCOMPARE(members({.who = Who::CameBack, .cause = FeedbackCause::NotCalled}), (std::set<Index> {0}));
        QCOMPARE(members({.who = Who::StayedAway, .cause = FeedbackCause::NotCalled}),
                 (std::set<Index> {1, 2}));
    }

    void anyNumberOfThreadsTellsTheSame()
    {
        const World world = worldOf(randomPatients(12, 0.7));
        const FeedbackResult one = resultOf(world, {}, 1);
        for (const int threads : {2, 7}) {
            const FeedbackResult many = resultOf(world, {}, threads);
            QCOMPARE(many.groups.size(), one.groups.size());
            for (std::size_t i = 0; i < one.groups.size(); ++i) {
                QCOMPARE(many.groups[i].value, one.groups[i].value);
                QCOMPARE(many.groups[i].interval.low, one.groups[i].interval.low);
                QVERIFY(many.groups[i].mean == one.groups[i].mean || std::isnan(one.groups[i].mean));
            }
            QCOMPARE(many.open.size(), one.open.size());
            for (std::size_t cause = 0; cause < kFeedbackCauses; ++cause) {
                QCOMPARE(many.cameBack[cause].hits, one.cameBack[cause].hits);
            }
        }
    }

    void whatCannotBeAskedIsRefused()
    {
        const World world = smallWorld();
        Job job(1);
        const auto refused = [&](auto change) {
            FeedbackOptions options;
            change(options);
            const Result<FeedbackResult> result = feedback(*world.snapshot, world.book, options, job);
            return result ? std::string("taken") : result.error().subject;
        };
        QCOMPARE(refused([](FeedbackOptions& options) { options.backDays = 0; }), std::string("back_days"));
        QCOMPARE(refused([](FeedbackOptions& options) { options.openDays = 0; }), std::string("open_days"));
        QCOMPARE(refused([](FeedbackOptions& options) { options.comeBackDays = 4000; }),
                 std::string("come_back_days"));
        QCOMPARE(refused([](FeedbackOptions& options) { options.support = 1; }), std::string("support"));
        QCOMPARE(refused([](FeedbackOptions& options) {
                     options.from = 20;
                     options.to = 10;
                 }),
                 std::string("from"));
        const Result<FeedbackResult> silent = feedback(*world.snapshot, {}, {}, job);
        QCOMPARE(silent.error().code, ErrorCode::EmptyInput);
        QCOMPARE(feedbackMembers(*world.snapshot, world.book, {}, resultOf(world), {.group = 99}, job)
                     .error()
                     .code,
                 ErrorCode::BadOption);
    }
};

MEITRACE_TEST(TestFeedback)
#include "tst_feedback.moc"

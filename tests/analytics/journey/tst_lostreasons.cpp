// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/lostreasons.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <numeric>
#include <string>
#include <vector>

using namespace meitrace;

namespace {

struct Step {
    int day = 0;
    std::string type;
    std::string detail {};
};

SnapshotPtr snapshotOf(const std::vector<std::vector<Step>>& customers, Day asOf)
{
    SnapshotBuilder builder;
    builder.setAsOf(asOf);
    for (const std::vector<Step>& steps : customers) {
        const Index customer = builder.addCustomer();
        Millis order = 0;
        for (const Step& step : steps) {
            SnapshotBuilder::Event event;
            event.time = Millis {step.day} * kDayMillis + 1000 * ++order;
            event.type = step.type;
            if (!step.detail.empty()) {
                event.texts[EventField::Detail] = step.detail;
            }
            builder.addEvent(customer, std::move(event));
        }
    }
    return builder.build();
}

FunnelOptions wayOptions()
{
    FunnelOptions options;
    options.steps = *parseEventList("lead,booking_create,arrive,deal");
    options.window = Duration {30, DurationUnit::Days};
    return options;
}

struct Answer {
    FunnelResult funnel;
    LostReasons reasons;
};

Answer reasonsOf(const Snapshot& snapshot, const FunnelOptions& options)
{
    Job job;
    auto counted = funnel(snapshot, options, job);
    if (!counted) {
        qFatal("no funnel");
    }
    auto reasons = lostReasons(snapshot, options, *counted, job);
    if (!reasons) {
        qFatal("no reasons");
    }
    return {*std::move(counted), *std::move(reasons)};
}

std::string printed(const LostReason& reason)
{
    return std::to_string(reason.step) + ' ' + reason.name + ':' + reason.detail + '='
        + std::to_string(reason.cases);
}

}  // namespace

class TestLostReasons : public QObject {
    Q_OBJECT

private slots:
    void whatWasWrittenIsCountedOnce()
    {
        const SnapshotPtr snapshot = snapshotOf(
            {{{0, "lead"}},
             {{0, "lead"}, {1, "booking_create"}, {3, "booking_cancel", "price"}, {4, "booking_noshow"}},
             {{0, "lead"}, {1, "booking_create"}, {3, "booking_noshow"}},
             // she cancelled, booked again, came, and did not buy: only the last says where she was lost
             {{0, "lead"},
              {1, "booking_create"},
              {2, "booking_cancel", "time"},
              {3, "booking_create"},
              {5, "arrive"},
              {5, "no_deal", "price"}},
             {{0, "lead"}, {1, "booking_create"}, {2, "arrive"}, {2, "no_deal", "fear"}},
             {{0, "lead"}, {1, "booking_create"}, {2, "arrive"}, {2, "no_deal", "price"}},
             {{0, "lead"}, {1, "booking_create"}, {2, "arrive"}, {3, "deal"}}},
            200);
        const Answer answer = reasonsOf(*snapshot, wayOptions());
        std::vector<std::string> lines;
        for (const LostReason& reason : answer.reasons.reasons) {
            lines.push_back(printed(reason));
        }
        const std::vector<std::string> wanted {"1 :=1", "2 booking_cancel:price=1", "2 booking_noshow:=1",
                                               "3 no_deal:price=2", "3 no_deal:fear=1"};
        QCOMPARE(lines, wanted);
        QCOMPARE(answer.reasons.lost, (std::vector<Index> {0, 1, 2, 3}));
    }

    void onlyTheWindowCounts()
    {
        const SnapshotPtr snapshot
            = snapshotOf({{{0, "lead"}, {1, "booking_create"}, {29, "booking_cancel", "in time"}},
                          {{0, "lead"}, {1, "booking_create"}, {31, "booking_cancel", "too late"}},
                          {{180, "lead"}, {181, "booking_create"}, {182, "booking_cancel", "still open"}}},
                         200);
        const Answer answer = reasonsOf(*snapshot, wayOptions());
        QCOMPARE(answer.reasons.reasons.size(), std::size_t {2});
        QCOMPARE(printed(answer.reasons.reasons[0]), std::string("2 booking_cancel:in time=1"));
        QCOMPARE(printed(answer.reasons.reasons[1]), std::string("2 :=1"));
    }

    void reasonsAndStepsPartTheLost()
    {
        const std::array<std::string, 7> types {"lead",    "booking_create", "arrive",        "deal",
                                                "no_deal", "booking_cancel", "booking_noshow"};
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            Random random(seed, 1);
            std::vector<std::vector<Step>> customers(400);
            for (std::vector<Step>& steps : customers) {
                int day = 0;
                for (std::uint64_t i = random.below(9); i > 0; --i) {
                    day += static_cast<int>(random.below(12));
                    steps.push_back({day, types[random.below(types.size())],
                                     random.below(2) == 0 ? "" : std::to_string(random.below(3))});
                }
            }
            const SnapshotPtr snapshot = snapshotOf(customers, 60);
            FunnelOptions options = wayOptions();
            options.optional = seed % 2 == 0 ? std::vector<int> {} : std::vector<int> {2};
            const Answer answer = reasonsOf(*snapshot, options);
            const auto& found = answer.reasons;
            Index open = 0;
            for (Index i = 0; i < answer.funnel.cases.customer.size(); ++i) {
                const bool reached = ((answer.funnel.cases.served[i] >> 3U) & 1U) != 0;
                open += !reached && (answer.funnel.cases.flags[i] & FunnelCases::kOpen) != 0 ? 1 : 0;
            }
            const Index lost = std::accumulate(found.lost.begin(), found.lost.end(), Index {0});
            QCOMPARE(lost + open + answer.funnel.steps.back().reached, answer.funnel.cases.customer.size());
            Index cases = 0;
            Job job;
            for (const LostReason& reason : found.reasons) {
                cases += reason.cases;
                const auto members = lostReasonMembers(*snapshot, options, answer.funnel, reason, job);
                QVERIFY(members);
                QCOMPARE(members->count(), reason.cases);
            }
            QCOMPARE(cases, lost);
            if (options.optional.empty()) {
                for (std::size_t row = 1; row < found.lost.size(); ++row) {
                    QCOMPARE(found.lost[row], answer.funnel.steps[row].lost);
                }
            }
        }
    }
};

MEITRACE_TEST(TestLostReasons)

#include "tst_lostreasons.moc"

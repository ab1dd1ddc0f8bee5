// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/campaigns.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace meitrace;

namespace {

constexpr Day kAsOf = 400;

struct Happening {
    Day day = 0;
    std::string type;
    std::string campaign {};
    std::string channel {};
    Fen amount = 0;
};
using World = std::vector<std::vector<Happening>>;

SnapshotPtr snapshotOf(const World& world)
{
    SnapshotBuilder builder;
    builder.setAsOf(kAsOf);
    for (const std::vector<Happening>& happenings : world) {
        const Index customer = builder.addCustomer();
        Millis order = 0;
        for (const Happening& happening : happenings) {
            SnapshotBuilder::Event event;
            event.time = Millis {happening.day} * kDayMillis + ++order * 1000;
            event.type = happening.type;
            event.amount = happening.amount;
            if (!happening.campaign.empty()) {
                event.texts[EventField::Campaign] = happening.campaign;
            }
            if (!happening.channel.empty()) {
                event.texts[EventField::Channel] = happening.channel;
            }
            builder.addEvent(customer, std::move(event));
        }
    }
    return builder.build();
}

CampaignResult resultOf(const SnapshotPtr& snapshot, const CampaignOptions& options = {}, int threads = 1)
{
    Job job(threads);
    auto result = campaigns(*snapshot, options, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

const CampaignFigures& figuresOf(const CampaignResult& result, const std::string& channel,
                                 const std::string& campaign)
{
    const auto found
        = std::find_if(result.campaigns.begin(), result.campaigns.end(), [&](const auto& figures) {
              return figures.channel == channel && figures.campaign == campaign;
          });
    if (found == result.campaigns.end()) {
        qFatal("no campaign %s", campaign.c_str());
    }
    return *found;
}

World randomWorld(int customers, std::uint64_t seed)
{
    const std::array<std::string, 9> types {"touch_sent", "touch_open", "touch_click", "lead",     "arrive",
                                            "deal",       "bill",       "refund",      "page_view"};
    Random random(seed, 2);
    World world(static_cast<std::size_t>(customers));
    for (std::vector<Happening>& happenings : world) {
        for (std::uint64_t i = random.below(12); i > 0; --i) {
            Happening happening;
            happening.day = 100 + static_cast<Day>(random.below(250));
            happening.type = types[random.below(types.size())];
            happening.campaign = random.below(3) == 0 ? "" : "c" + std::to_string(random.below(3));
            happening.channel = random.below(2) == 0 ? "sms" : "email";
            happening.amount = happening.type == "bill" ? static_cast<Fen>(random.below(1000))
                : happening.type == "refund"            ? -static_cast<Fen>(random.below(300))
                                                        : 0;
            happenings.push_back(happening);
        }
        std::stable_sort(happenings.begin(), happenings.end(),
                         [](const Happening& a, const Happening& b) { return a.day < b.day; });
    }
    return world;
}

}  // namespace

class TestCampaigns : public QObject {
    Q_OBJECT

private slots:
    void oneCampaignIsCountedByHand()
    {
        const SnapshotPtr snapshot
            = snapshotOf({{{100, "touch_sent", "spring", "sms"},
                           {101, "touch_click", "spring", "sms"},
                           {130, "arrive"},
                           {131, "deal"},  // a day too late for a deal
                           {131, "bill", "", "", 50'000},
                           {140, "refund", "", "", -20'000},
                           {191, "bill", "", "", 99'000}},  // more than 90 days behind
                          {{100, "touch_sent", "spring", "sms"},
                           {100, "touch_sent", "spring", "sms"},
                           {105, "unsubscribe", "spring", "sms"}},
                          {{90, "bill", "", "", 70'000}, {390, "touch_sent", "spring", "sms"}},
                          {{100, "touch_sent", "spring", "email"}},
                          {{100, "touch_sent"}}});
        const CampaignResult result = resultOf(snapshot);
        QCOMPARE(result.customers, Index {4});
        QCOMPARE(result.campaigns.size(), std::size_t {2});
        const CampaignFigures& sms = figuresOf(result, "sms", "spring");
        QCOMPARE(sms.at(CampaignStage::Reached), Index {3});
        QCOMPARE(sms.at(CampaignStage::Sent), Index {3});
        QCOMPARE(sms.at(CampaignStage::Clicked), Index {1});
        QCOMPARE(sms.at(CampaignStage::Left), Index {1});
        QCOMPARE(sms.at(CampaignStage::Arrived), Index {1});
        QCOMPARE(sms.at(CampaignStage::Deal), Index {0});
        QCOMPARE(sms.net, Fen {30'000});
        QCOMPARE(sms.mature, Index {2});
        QCOMPARE(sms.first, Day {100});
        QCOMPARE(sms.last, Day {390});
        QCOMPARE(figuresOf(result, "email", "spring").at(CampaignStage::Reached), Index {1});
    }

    void randomWorldsAgreeWithPlainLoops()
    {
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            const World world = randomWorld(300, seed);
            CampaignOptions options;
            options.from = 150;
            options.to = 300;
            const CampaignResult result = resultOf(snapshotOf(world), options);
            QCOMPARE(result.campaigns.size(), std::size_t {6});
            for (const CampaignFigures& figures : result.campaigns) {
                Index reached = 0;
                Index arrived = 0;
                Fen net = 0;
                for (const std::vector<Happening>& happenings : world) {
                    const auto first
                        = std::find_if(happenings.begin(), happenings.end(), [&](const Happening& h) {
                              return h.campaign == figures.campaign && h.channel == figures.channel
                                  && h.day >= 150 && h.day <= 300
                                  && (h.type.rfind("touch", 0) == 0 || h.type == "lead");
                          });
                    if (first == happenings.end()) {
                        continue;
                    }
                    ++reached;
                    bool came = false;
                    for (const Happening& h : happenings) {
                        const Day age = h.day - first->day;
                        came = came || (h.type == "arrive" && age >= 0 && age <= 30);
                        net += age >= 0 && age <= 90 ? h.amount : 0;
                    }
                    arrived += came ? 1 : 0;
                }
                QCOMPARE(figures.at(CampaignStage::Reached), reached);
                QCOMPARE(figures.at(CampaignStage::Arrived), arrived);
                QCOMPARE(figures.net, net);
            }
        }
    }

    void membersAreThoseCounted()
    {
        const SnapshotPtr snapshot = snapshotOf(randomWorld(400, 9));
        const CampaignOptions options;
        const CampaignResult result = resultOf(snapshot, options);
        Job job;
        for (const CampaignFigures& figures : result.campaigns) {
            for (std::size_t stage = 0; stage < kCampaignStages; ++stage) {
                const auto members
                    = campaignMembers(*snapshot, options, figures, static_cast<CampaignStage>(stage), job);
                QVERIFY(members);
                QCOMPARE(members->count(), figures.customers[stage]);
                QVERIFY(figures.customers[stage] <= figures.at(CampaignStage::Reached));
            }
        }
    }

    void threadsDoNotMatter()
    {
        const SnapshotPtr snapshot = snapshotOf(randomWorld(20'000, 4));
        const auto digest = [](const CampaignResult& result) {
            std::vector<std::int64_t> numbers {result.customers};
            for (const CampaignFigures& figures : result.campaigns) {
                numbers.insert(numbers.end(), figures.customers.begin(), figures.customers.end());
                numbers.push_back(figures.net);
                numbers.push_back(figures.mature);
            }
            return numbers;
        };
        const auto one = digest(resultOf(snapshot));
        QCOMPARE(digest(resultOf(snapshot, {}, 2)), one);
        QCOMPARE(digest(resultOf(snapshot, {}, 7)), one);
    }

    void withoutCampaignsThereAreNone()
    {
        const CampaignResult result = resultOf(snapshotOf({{{100, "lead"}}, {}}));
        QVERIFY(result.campaigns.empty());
        QCOMPARE(result.customers, Index {0});
    }

    void whatCannotBeAskedIsRefused()
    {
        const SnapshotPtr snapshot = snapshotOf({{{100, "lead"}}});
        Job job;
        CampaignOptions options;
        options.followDays = 0;
        QCOMPARE(campaigns(*snapshot, options, job).error().subject, std::string("follow_days"));
        options = {};
        options.netDays = 9999;
        QCOMPARE(campaigns(*snapshot, options, job).error().subject, std::string("net_days"));
        options = {};
        options.from = kAsOf + 1;
        QCOMPARE(campaigns(*snapshot, options, job).error().subject, std::string("from"));
    }
};

MEITRACE_TEST(TestCampaigns)

#include "tst_campaigns.moc"

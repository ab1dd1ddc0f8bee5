// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the leads of a channel: by hand, against plain loops on random worlds, and what is read from
// it.
#include "analytics/customer/campaignspend.h"
#include "analytics/customer/channelreading.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace meitrace;

namespace {

constexpr Day kFirst = 20'000;
constexpr Day kLast = kFirst + 29;
constexpr Day kAsOf = kFirst + 200;

struct Happening {
    int day = 0;
    std::string type;
    std::string channel {};
    Fen amount = 0;
};

void addAll(SnapshotBuilder& builder, Index customer, const std::vector<Happening>& life)
{
    for (const Happening& happening : life) {
        builder.addEvent(customer,
                         {.time = (kFirst + Millis {happening.day}) * kDayMillis + 36'000'000,
                          .type = happening.type,
                          .texts = {{EventField::Channel, happening.channel}},
                          .amount = happening.amount});
    }
}

SpendBook bookOf(const std::vector<std::pair<std::string, Fen>>& spend)
{
    SpendBook book;
    for (const auto& [channel, amount] : spend) {
        book.spend.push_back({.day = kFirst + 3, .channel = book.channels.add(channel), .amount = amount});
    }
    return book;
}

ChannelCohortOptions june()
{
    ChannelCohortOptions options;
    options.from = kFirst;
    options.to = kLast;
    options.asOf = kAsOf;
    return options;
}

ChannelCohort cohortOf(const Snapshot& snapshot, const SpendBook& book, const ChannelCohortOptions& options,
                       int threads = 2)
{
    Job job(threads);
    Result<ChannelCohort> cohort = channelCohort(snapshot, book, options, job);
    if (!cohort) {
        qFatal("%s", cohort.error().subject.c_str());
    }
    return *std::move(cohort);
}

const ChannelFigures& of(const ChannelCohort& cohort, const std::string& channel)
{
    const auto found = std::find_if(cohort.channels.begin(), cohort.channels.end(),
                                    [&](const ChannelFigures& f) { return f.channel == channel; });
    if (found == cohort.channels.end()) {
        qFatal("no channel %s", channel.c_str());
    }
    return *found;
}

std::vector<Happening> randomLife(Random& random)
{
    const std::vector<std::string> types {"lead", "wechat_add", "booking_create", "arrive", "bill", "refund"};
    const std::vector<std::string> channels {"a", "b", ""};
    std::vector<Happening> life;
    for (auto left = random.below(9); left > 0; --left) {
        Happening& happening = life.emplace_back();
        happening.day = static_cast<int>(random.below(210)) - 10;
        happening.type = types[random.below(types.size())];
        happening.channel = happening.type == "lead" ? channels[random.below(channels.size())] : "";
        happening.amount = happening.type == "bill" ? static_cast<Fen>(random.below(9'000))
            : happening.type == "refund"            ? -static_cast<Fen>(random.below(3'000))
                                                    : 0;
    }
    std::stable_sort(life.begin(), life.end(),
                     [](const Happening& a, const Happening& b) { return a.day < b.day; });
    return life;
}

/// What the definition says of one life; empty: she is not in the cohort.
struct Expected {
    std::string channel;
    std::array<bool, kChannelStages> stages {};
    Fen net = 0;
};

std::optional<Expected> expectedOf(const std::vector<Happening>& life, const std::string& source, int netDays)
{
    const Happening* entry = nullptr;
    bool leadBefore = false;
    bool arrived = false;
    for (const Happening& happening : life) {
        const bool inside = happening.day >= 0 && happening.day <= kLast - kFirst;
        if (happening.type == "lead" && inside && (entry == nullptr || entry->type != "lead")) {
            entry = &happening;
        }
        if (happening.type == "arrive" && !arrived) {
            arrived = true;
            entry = entry == nullptr && inside && !leadBefore ? &happening : entry;
        }
        leadBefore = leadBefore || happening.type == "lead";
    }
    if (entry == nullptr) {
        return std::nullopt;
    }
    Expected expected {.channel = entry->channel.empty() ? source : entry->channel};
    expected.stages[0] = entry->type == "lead";
    Fen ever = 0;
    std::map<int, Fen> days;
    for (const Happening& happening : life) {
        if (happening.day < entry->day) {
            continue;
        }
        expected.stages[1] |= happening.type == "wechat_add";
        expected.stages[2] |= happening.type == "booking_create";
        expected.stages[3] |= happening.type == "arrive";
        if (happening.type == "bill" || happening.type == "refund") {
            ever += happening.amount;
            days[happening.day] += happening.amount;
            expected.net += happening.day <= entry->day + netDays ? happening.amount : 0;
        }
    }
    expected.stages[4] = ever > 0;
    int first = -1'000;
    for (const auto& [day, amount] : days) {
        if (amount > 0) {
            expected.stages[5] |= first > -1'000 && day <= first + 180;
            first = first == -1'000 ? day : first;
        }
    }
    return expected;
}

}  // namespace

class TestChannelCohort : public QObject {
    Q_OBJECT

private slots:
    void fourLeadsByHand()
    {
        SnapshotBuilder builder;
        const std::vector<std::vector<Happening>> lives {
            {{1, "lead", "dy_ads"},
             {2, "wechat_add"},
             {3, "booking_create"},
             {5, "arrive"},
             {5, "bill", "", 100'000},
             {40, "bill", "", 50'000}},
            {{2, "lead", "dy_ads"}, {20, "arrive"}, {20, "bill", "", 30'000}, {21, "refund", "", -30'000}},
            {{3, "lead", "mt_dp"}, {150, "arrive"}, {150, "bill", "", 20'000}},
            {{4, "arrive"}, {4, "bill", "", 70'000}},
            {{-5, "lead", "mt_dp"}, {6, "arrive"}},  // her lead was before
            {{9, "treat"}}};
        for (const std::vector<Happening>& life : lives) {
            const Index customer = builder.addCustomer();
            builder.setText(customer, "source", "walkin");
            addAll(builder, customer, life);
        }
        builder.setAsOf(kAsOf);
        const SnapshotPtr snapshot = builder.build();
        const ChannelCohort cohort
            = cohortOf(*snapshot, bookOf({{"dy_ads", 30'000}, {"mt_dp", 90'000}, {"sms", 1'000}}), june());
        const ChannelFigures& douyin = of(cohort, "dy_ads");
        QCOMPARE(douyin.customers, (std::array<Index, kChannelStages> {2, 1, 1, 2, 1, 1}));
        QCOMPARE(douyin.net, Fen {150'000});
        QCOMPARE(douyin.spend, Fen {30'000});
        QCOMPARE(douyin.mature, Index {2});
        QCOMPARE(douyin.tickets, Index {3});  // the one refunded a day later was one
        QCOMPARE(douyin.ticketMoney, Fen {180'000});
        QCOMPARE(douyin.repeatKnown, Index {1});  // 180 days from day 5 end before day 200
        QCOMPARE(douyin.repeatInTime, Index {1});
        QCOMPARE(douyin.paybackMonths, 1);
        const ChannelFigures& meituan = of(cohort, "mt_dp");
        QCOMPARE(meituan.customers, (std::array<Index, kChannelStages> {1, 0, 0, 1, 1, 0}));
        QCOMPARE(meituan.net, Fen {0});  // after the 90 days
        QCOMPARE(meituan.paybackMonths, 0);
        const ChannelFigures& walked = of(cohort, "walkin");
        QCOMPARE(walked.walkIns, Index {1});
        QCOMPARE(walked.at(ChannelStage::Lead), Index {0});
        QCOMPARE(walked.bestPlace, 0);  // nothing was spent on it
        QCOMPARE(of(cohort, "sms").people(), Index {0});
        QCOMPARE(cohort.channels.back().channel, std::string("sms"));
        QCOMPARE(cohort.total.people(), Index {4});
        QCOMPARE(cohort.total.spend, Fen {121'000});
        QCOMPARE(cohort.matureMonths, (kAsOf - kLast) / 30);
        QCOMPARE(channelMembers(*snapshot, cohort, 0, ChannelStage::Arrival).count(),
                 cohort.channels[0].at(ChannelStage::Arrival));
    }

    void asPlainLoopsSay()
    {
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            Random random(seed);
            SnapshotBuilder builder;
            std::map<std::string, ChannelFigures> expected;
            for (int i = 0; i < 60; ++i) {
                const Index customer = builder.addCustomer();
                const std::string source = i % 3 == 0 ? "walkin" : "";
                builder.setText(customer, "source", source);
                const std::vector<Happening> life = randomLife(random);
                addAll(builder, customer, life);
                if (const std::optional<Expected> one = expectedOf(life, source, 90)) {
                    ChannelFigures& figures = expected[one->channel];
                    for (std::size_t stage = 0; stage < kChannelStages; ++stage) {
                        figures.customers[stage] += one->stages[stage] ? 1 : 0;
                    }
                    figures.walkIns += one->stages[0] ? 0 : 1;
                    figures.net += one->net;
                }
            }
            builder.setAsOf(kAsOf);
            const SnapshotPtr snapshot = builder.build();
            const ChannelCohort cohort = cohortOf(*snapshot, bookOf({{"a", 5'000}}), june());
            Index people = 0;
            Fen net = 0;
            for (std::size_t i = 0; i < cohort.channels.size(); ++i) {
                const ChannelFigures& figures = cohort.channels[i];
                QCOMPARE(figures.customers, expected[figures.channel].customers);
                QCOMPARE(figures.walkIns, expected[figures.channel].walkIns);
                QCOMPARE(figures.net, expected[figures.channel].net);
                QVERIFY(figures.netRange.low <= static_cast<double>(figures.net)
                        && static_cast<double>(figures.net) <= figures.netRange.high);
                for (std::size_t stage = 0; stage < kChannelStages; ++stage) {
                    QCOMPARE(channelMembers(*snapshot, cohort, static_cast<int>(i),
                                            static_cast<ChannelStage>(stage))
                                 .count(),
                             figures.customers[stage]);
                }
                people += figures.people();
                net += figures.net;
            }
            QCOMPARE(cohort.total.people(), people);
            QCOMPARE(cohort.total.net, net);
        }
    }

    void sameForAnyNumberOfThreads()
    {
        Random random(5);
        SnapshotBuilder builder;
        for (int i = 0; i < 20'000; ++i) {
            addAll(builder, builder.addCustomer(), randomLife(random));
        }
        builder.setAsOf(kAsOf);
        const SnapshotPtr snapshot = builder.build();
        const SpendBook book = bookOf({{"a", 5'000'000}, {"b", 9'000'000}});
        const ChannelCohort one = cohortOf(*snapshot, book, june(), 1);
        for (const int threads : {2, 7}) {
            const ChannelCohort other = cohortOf(*snapshot, book, june(), threads);
            for (std::size_t i = 0; i < one.channels.size(); ++i) {
                QCOMPARE(other.channels[i].customers, one.channels[i].customers);
                QVERIFY(other.channels[i].netRange.low == one.channels[i].netRange.low);
                QVERIFY(other.channels[i].netRange.high == one.channels[i].netRange.high);
                QCOMPARE(other.channels[i].netOfMonth, one.channels[i].netOfMonth);
            }
        }
    }

    void placesOnlyWhereRangesAreApart()
    {
        SnapshotBuilder builder;
        Random random(3);
        for (int i = 0; i < 900; ++i) {
            // "good" brings ten times as much; the other two the same
            const std::string channel = i % 3 == 0 ? "good" : i % 3 == 1 ? "left" : "right";
            const Fen amount = (i % 3 == 0 ? 1'000'000 : 100'000) + static_cast<Fen>(random.below(50'000));
            addAll(builder, builder.addCustomer(), {{1, "lead", channel}, {2, "bill", "", amount}});
        }
        builder.setAsOf(kAsOf);
        const ChannelCohort cohort
            = cohortOf(*builder.build(),
                       bookOf({{"good", 10'000'000}, {"left", 10'000'000}, {"right", 10'000'000}}), june());
        QCOMPARE(of(cohort, "good").bestPlace, 1);
        QCOMPARE(of(cohort, "good").worstPlace, 1);
        for (const char* name : {"left", "right"}) {
            QCOMPARE(of(cohort, name).bestPlace, 2);
            QCOMPARE(of(cohort, name).worstPlace, 3);
        }
    }

    void cheapLeadsAndDearDeals()
    {
        ChannelCohort cohort;
        const auto add = [&](const char* channel, Fen spend, Index leads, Index deals) {
            ChannelFigures& figures = cohort.channels.emplace_back();
            figures.channel = channel;
            figures.spend = spend;
            figures.customers = {leads, leads, deals, deals, deals, 0};
        };
        add("dy_ads", 15'000'00, 1'000, 30);
        add("mt_dp", 19'000'00, 1'000, 250);
        add("baidu_sem", 38'000'00, 1'000, 200);
        add("referral", 15'000'00, 1'000, 1);  // no paid medium
        const auto found = channelContradiction(cohort);
        QVERIFY(found.has_value());
        QCOMPARE(found->channel, 0);
        QCOMPARE(found->placeByLead, 1);
        QCOMPARE(found->media, 3);
        QCOMPARE(found->others.n, Index {2'000});
        cohort.channels[0].customers
            = {1'000, 0, 0, 200, 200, 0};  // deals as of the others: no contradiction
        QVERIFY(!channelContradiction(cohort).has_value());
        cohort.channels.pop_back();
        cohort.channels.pop_back();
        QVERIFY(!channelContradiction(cohort).has_value());
    }

    void aCutOfTheSpend()
    {
        ChannelFigures figures;
        figures.spend = 1'000'00;
        figures.customers = {100, 0, 0, 0, 20, 0};
        const SpendCut cut = spendCut(figures, 0.3);
        QCOMPARE(cut.saved, Fen {300'00});
        const Interval rate = wilson(20, 100);
        QVERIFY(std::abs(cut.fewerLow - 30 * rate.low) < 1e-9);
        QVERIFY(std::abs(cut.fewerHigh - 30 * rate.high) < 1e-9);
        QCOMPARE(spendCut(ChannelFigures {}, 0.3).saved, Fen {0});
    }

    void aCampaignReportedOnTwoLevels()
    {
        std::vector<AdReportRow> rows;
        for (int day = 0; day < 3; ++day) {
            rows.push_back({.first = kFirst + day,
                            .level = AdLevel::Campaign,
                            .platform = "P",
                            .campaign = "7",
                            .title = "June",
                            .amount = 500});
            rows.push_back({.first = kFirst + day,
                            .level = AdLevel::Unit,
                            .platform = "P",
                            .campaign = "7",
                            .title = "June",
                            .amount = 500});
        }
        rows.push_back(
            {.first = kFirst, .level = AdLevel::Campaign, .platform = "P", .campaign = "8", .amount = 100});
        rows.push_back({.first = kFirst + 90,
                        .level = AdLevel::Campaign,
                        .platform = "P",
                        .campaign = "9",
                        .amount = 100});
        const std::vector<CampaignSpend> campaigns = campaignSpend(rows, kFirst, kLast);
        QCOMPARE(campaigns.size(), std::size_t {2});
        QCOMPARE(campaigns[0].title, std::string("June"));
        QCOMPARE(campaigns[0].counted, Fen {1'500});
        QCOMPARE(campaigns[0].reported, Fen {3'000});
        QVERIFY(campaigns[0].isDoubled());
        QCOMPARE(campaigns[0].last, kFirst + 2);
        QVERIFY(!campaigns[1].isDoubled());
        QCOMPARE(campaigns[1].title, std::string("8"));
    }

    void whatIsRefused()
    {
        SnapshotBuilder builder;
        addAll(builder, builder.addCustomer(), {{1, "treat"}});
        builder.setAsOf(kAsOf);
        const SnapshotPtr snapshot = builder.build();
        const auto refusal = [&](const ChannelCohortOptions& options) {
            Job job(1);
            const Result<ChannelCohort> result = channelCohort(*snapshot, {}, options, job);
            return result ? std::string() : result.error().subject;
        };
        ChannelCohortOptions options = june();
        QCOMPARE(refusal(options), std::string("lead"));
        options.netDays = 0;
        QCOMPARE(refusal(options), std::string("net-days"));
        options = june();
        options.repurchaseDays = 5'000;
        QCOMPARE(refusal(options), std::string("repurchase-days"));
        options = june();
        options.from = kAsOf + 1;
        QCOMPARE(refusal(options), std::string("from"));
    }
};

MEITRACE_TEST(TestChannelCohort)

#include "tst_channelcohort.moc"

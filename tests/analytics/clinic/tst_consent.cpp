// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/consent.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <tuple>
#include <vector>

using namespace meitrace;

namespace {

using enum ConsentChannel;
using enum ConsentScope;
using enum ConsentState;

using Records = std::vector<ConsentRecord>;

constexpr ConsentQuestion kWechat {.scope = Marketing, .channel = Wechat};

ConsentRecord record(ConsentChannel channel, ConsentState state, Millis at, Millis expires = kMissing)
{
    return {.scope = Marketing, .channel = channel, .state = state, .at = at, .expires = expires};
}

ConsentAnswer answer(const Records& records, ConsentQuestion question, Millis until)
{
    return decideConsent(records, question, until).answer;
}

/// The rules once more, as a sort of all records by strength and a look at the strongest.
ConsentAnswer oracle(const Records& records, ConsentQuestion question, Millis until)
{
    Records looked;
    for (const ConsentRecord& r : records) {
        const bool inTime = r.at == kMissing || r.at < until;
        const bool mine = r.channel == Any || r.channel == question.channel;
        if (r.scope == question.scope && mine && inTime) {
            looked.push_back(r);
        }
    }
    const auto strength = [](const ConsentRecord& r) {
        const bool refused = r.state == Denied || r.state == Withdrawn;
        const bool limited = !refused && r.expires != kMissing;
        return std::make_tuple(r.at != kMissing, r.at, refused, limited, limited ? -r.expires : 0);
    };
    std::sort(looked.begin(), looked.end(),
              [&](const ConsentRecord& a, const ConsentRecord& b) { return strength(a) < strength(b); });
    const ConsentAnswer fallback
        = question.scope == Marketing ? ConsentAnswer::Denied : ConsentAnswer::Unknown;
    Records general;
    std::copy_if(looked.begin(), looked.end(), std::back_inserter(general),
                 [](const ConsentRecord& r) { return r.channel == Any; });
    if (question.scope == Marketing && !general.empty() && general.back().state == Denied) {
        return ConsentAnswer::Denied;
    }
    if (looked.empty()) {
        return fallback;
    }
    const ConsentRecord& last = looked.back();
    if (last.state != Granted) {
        return ConsentAnswer::Denied;
    }
    const bool over = last.expires != kMissing && last.expires < until;
    return over ? fallback : ConsentAnswer::Granted;
}

Records randomRecords(Random& random)
{
    Records records;
    const std::uint64_t count = random.below(6);
    for (std::uint64_t i = 0; i < count; ++i) {
        ConsentRecord r;
        r.scope = random.chance(800'000) ? Marketing : Profiling;
        r.channel = static_cast<ConsentChannel>(1 + random.below(3));
        r.state = static_cast<ConsentState>(1 + random.below(3));
        r.at = random.chance(250'000) ? kMissing : static_cast<Millis>(random.below(8)) * 10;
        r.expires = random.chance(600'000) ? kMissing : static_cast<Millis>(random.below(12)) * 10;
        records.push_back(r);
    }
    return records;
}

}  // namespace

class TestConsent : public QObject {
    Q_OBJECT

private slots:
    void withoutRecordsMarketingIsDeniedAndOtherScopesAreUnknown()
    {
        QCOMPARE(answer({}, kWechat, 100), ConsentAnswer::Denied);
        QCOMPARE(answer({}, {.scope = Profiling}, 100), ConsentAnswer::Unknown);
        QVERIFY(decideConsent({}, kWechat, 100).record == nullptr);
    }

    void theLatestDecisionHoldsWhateverTheOrder()
    {
        const Records records {record(Wechat, Granted, 10), record(Wechat, Withdrawn, 30),
                               record(Wechat, Granted, 20)};
        QCOMPARE(answer(records, kWechat, 100), ConsentAnswer::Denied);
        QCOMPARE(decideConsent(records, kWechat, 100).record, &records[1]);
        QCOMPARE(answer(records, kWechat, 30), ConsentAnswer::Granted);
        QCOMPARE(answer(records, kWechat, 31), ConsentAnswer::Denied);
        QCOMPARE(answer(records, kWechat, 10), ConsentAnswer::Denied);
    }

    void aDatedDecisionBeatsAnUndatedOneAndAnUndatedRefusalAnUndatedGrant()
    {
        QCOMPARE(answer({record(Wechat, Withdrawn, kMissing), record(Wechat, Granted, 1)}, kWechat, 100),
                 ConsentAnswer::Granted);
        QCOMPARE(
            answer({record(Wechat, Granted, kMissing), record(Wechat, Withdrawn, kMissing)}, kWechat, 100),
            ConsentAnswer::Denied);
        QCOMPARE(answer({record(Wechat, Granted, kMissing)}, kWechat, 100), ConsentAnswer::Granted);
    }

    void ofDecisionsAtOneInstantTheRefusalHolds()
    {
        const Records records {record(Wechat, Denied, 10), record(Any, Granted, 10)};
        QCOMPARE(answer(records, kWechat, 100), ConsentAnswer::Denied);
        QCOMPARE(answer({records[1], records[0]}, kWechat, 100), ConsentAnswer::Denied);
    }

    void aGrantEndsWhenItExpiresAndDoesNotBringBackAnOlderOne()
    {
        const Records records {record(Wechat, Granted, 10), record(Wechat, Granted, 20, 50)};
        QCOMPARE(answer(records, kWechat, 50), ConsentAnswer::Granted);
        QCOMPARE(answer(records, kWechat, 51), ConsentAnswer::Denied);
        const Records profiling {{.scope = Profiling, .state = Granted, .at = 20, .expires = 50}};
        QCOMPARE(answer(profiling, {.scope = Profiling}, 51), ConsentAnswer::Unknown);
        QCOMPARE(answer({record(Wechat, Denied, 10, 20)}, kWechat, 100), ConsentAnswer::Denied);
    }

    void otherChannelsAndScopesDoNotAnswer()
    {
        QCOMPARE(answer({record(Sms, Granted, 10)}, kWechat, 100), ConsentAnswer::Denied);
        QCOMPARE(answer({record(Any, Granted, 10)}, kWechat, 100), ConsentAnswer::Granted);
        QCOMPARE(answer({record(Wechat, Granted, 10)}, {.scope = Marketing}, 100), ConsentAnswer::Denied);
        QCOMPARE(answer({record(Wechat, Granted, 10)}, {.scope = Profiling, .channel = Wechat}, 100),
                 ConsentAnswer::Unknown);
    }

    void doNotContactBeatsLaterGrantsOfSingleChannels()
    {
        Records records {record(Any, Denied, 10), record(Wechat, Granted, 20)};
        QCOMPARE(answer(records, kWechat, 100), ConsentAnswer::Denied);
        QCOMPARE(decideConsent(records, kWechat, 100).record, records.data());
        records.push_back(record(Any, Granted, 30));
        QCOMPARE(answer(records, kWechat, 100), ConsentAnswer::Granted);
        // a withdrawal from everything is an ordinary decision: the later one of the channel holds
        QCOMPARE(answer({record(Any, Withdrawn, 10), record(Wechat, Granted, 20)}, kWechat, 100),
                 ConsentAnswer::Granted);
        QCOMPARE(answer({record(Any, Denied, kMissing), record(Wechat, Granted, 20)}, kWechat, 100),
                 ConsentAnswer::Denied);
    }

    void tenThousandHistoriesAgreeWithTheOracleInAnyOrder()
    {
        Random random(17);
        int granted = 0;
        int unknown = 0;
        for (int i = 0; i < 10'000; ++i) {
            Records records = randomRecords(random);
            const ConsentQuestion question {.scope = random.chance(800'000) ? Marketing : Profiling,
                                            .channel = static_cast<ConsentChannel>(1 + random.below(3))};
            const auto until = static_cast<Millis>(random.below(100));
            const ConsentAnswer expected = oracle(records, question, until);
            QCOMPARE(answer(records, question, until), expected);
            std::reverse(records.begin(), records.end());
            QCOMPARE(answer(records, question, until), expected);
            granted += expected == ConsentAnswer::Granted ? 1 : 0;
            unknown += expected == ConsentAnswer::Unknown ? 1 : 0;
        }
        QVERIFY(granted > 500);
        QVERIFY(unknown > 200);
    }

    void setsOfAllCustomersAreTheSingleAnswersForAnyNumberOfThreads()
    {
        const Millis day = kDayMillis;
        Random random(18);
        SnapshotBuilder builder;
        for (int c = 0; c < 40'000; ++c) {
            const Index customer = builder.addCustomer();
            for (ConsentRecord r : randomRecords(random)) {
                r.at = r.at == kMissing ? kMissing : r.at * day / 10;
                builder.addConsent(customer, r);
            }
        }
        builder.setAsOf(4);
        const SnapshotPtr snapshot = builder.build();
        Job one(1);
        const Result<ConsentSets> sets = consentSets(*snapshot, kWechat, 4, one);
        QVERIFY(sets);
        for (Index c = 0; c < snapshot->customers(); ++c) {
            const ConsentAnswer single = decideConsent(consentsOf(*snapshot, c), kWechat, 5 * day).answer;
            QCOMPARE(sets->granted.test(c), single == ConsentAnswer::Granted);
            QCOMPARE(sets->denied.test(c), single == ConsentAnswer::Denied);
        }
        for (const int threads : {2, 7}) {
            Job job(threads);
            const Result<ConsentSets> again = consentSets(*snapshot, kWechat, 4, job);
            QVERIFY(again && again->granted == sets->granted && again->denied == sets->denied);
        }
    }

    void whoUnsubscribedIsNotWrittenToThereUntilSheAgreesAgain()
    {
        const Millis day = 86'400'000;
        SnapshotBuilder builder;
        const ConsentRecord granted {
            .channel = ConsentChannel::Any, .state = ConsentState::Granted, .at = day};
        for (const char* channel : {"sms", "email", "somewhere", ""}) {
            const Index customer = builder.addCustomer();
            builder.addConsent(customer, granted);
            builder.addEvent(
                customer,
                {.time = 5 * day, .type = "unsubscribe", .texts = {{EventField::Channel, channel}}});
        }
        const Index again = builder.addCustomer();
        builder.addEvent(again,
                         {.time = 5 * day, .type = "unsubscribe", .texts = {{EventField::Channel, "sms"}}});
        builder.addConsent(again,
                           {.channel = ConsentChannel::Sms, .state = ConsentState::Granted, .at = 6 * day});
        const Index never = builder.addCustomer();
        builder.addConsent(never, granted);
        builder.addEvent(never,
                         {.time = 5 * day, .type = "touch_sent", .texts = {{EventField::Channel, "sms"}}});
        builder.setAsOf(10);
        const SnapshotPtr snapshot = builder.build();
        const auto mayBe = [&](ConsentChannel channel, Day asOf) {
            Job job;
            const Result<ConsentSets> sets
                = consentSets(*snapshot, {ConsentScope::Marketing, channel}, asOf, job);
            std::string who;
            for (Index c = 0; sets && c < snapshot->customers(); ++c) {
                who += sets->granted.test(c) ? '1' : '0';
            }
            return who;
        };
        QCOMPARE(mayBe(ConsentChannel::Sms, 9), std::string("010011"));
        QCOMPARE(mayBe(ConsentChannel::Email, 9), std::string("100001"));
        QCOMPARE(mayBe(ConsentChannel::Wechat, 9), std::string("110001"));
        QCOMPARE(mayBe(ConsentChannel::Sms, 3), std::string("111101"));
    }

    void aStoppedJobIsCancelled()
    {
        class Stopped final : public Job {
        public:
            [[nodiscard]] bool stopped() const override { return true; }
        } job;
        SnapshotBuilder builder;
        builder.addCustomer();
        const Result<ConsentSets> sets = consentSets(*builder.build(), kWechat, 0, job);
        QVERIFY(!sets);
        QCOMPARE(sets.error().code, ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestConsent)
#include "tst_consent.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/exportgate.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr Millis kDay = 86'400'000;
constexpr Day kAsOf = 20'000;
constexpr Millis kMoment = (kAsOf + 1) * kDay;

ConsentRecord record(ConsentScope scope, ConsentChannel channel, ConsentState state, Millis at,
                     Millis expires = kMissing)
{
    return {.scope = scope, .channel = channel, .state = state, .at = at, .expires = expires};
}

ConsentRecord yes(ConsentChannel channel, Millis at = 10)
{
    return record(ConsentScope::Marketing, channel, ConsentState::Granted, at);
}

Index removed(const ExportSelection& selection, ExportReason reason)
{
    return selection.removed[static_cast<std::size_t>(reason)];
}

/// The verdict of somebody who reads the paragraphs about consent and nothing else: what counts is sorted by
/// strength, the strongest decides.
enum class Verdict { Allowed, Refused, Never };

Verdict verdictFor(const std::vector<ConsentRecord>& history, ConsentScope scope, ConsentChannel channel,
                   Millis moment)
{
    struct Strength {
        Millis at;
        int refusal;
        Millis minusExpiry;
        bool operator<(const Strength& other) const
        {
            return std::tie(at, refusal, minusExpiry) < std::tie(other.at, other.refusal, other.minusExpiry);
        }
    };
    std::map<Strength, ConsentRecord> ranked;
    std::map<Strength, ConsentRecord> general;
    for (const ConsentRecord& r : history) {
        const bool counts
            = r.scope == scope && (r.channel == channel || r.channel == ConsentChannel::Any) && r.at < moment;
        if (counts) {
            const bool no = r.state != ConsentState::Granted;
            const Strength strength {r.at, no ? 1 : 0,
                                     no || r.expires == kMissing ? 0 : 4'000'000'000'000 - r.expires};
            ranked.emplace(strength, r);
            if (r.channel == ConsentChannel::Any) {
                general.emplace(strength, r);
            }
        }
    }
    if (scope == ConsentScope::Marketing && !general.empty()
        && general.rbegin()->second.state == ConsentState::Denied) {
        return Verdict::Refused;
    }
    if (ranked.empty()) {
        return Verdict::Never;
    }
    const ConsentRecord& best = ranked.rbegin()->second;
    if (best.state != ConsentState::Granted) {
        return Verdict::Refused;
    }
    return best.expires == kMissing || best.expires >= moment ? Verdict::Allowed : Verdict::Never;
}

Verdict channelVerdict(const std::vector<ConsentRecord>& history, ConsentChannel channel, Millis moment)
{
    if (channel != ConsentChannel::Ads) {
        return verdictFor(history, ConsentScope::Marketing, channel, moment);
    }
    const Verdict own = verdictFor(history, ConsentScope::ThirdPartyAds, channel, moment);
    return verdictFor(history, ConsentScope::Marketing, channel, moment) == Verdict::Refused
        ? Verdict::Refused
        : own;
}

std::vector<ConsentRecord> randomHistory(Random& random)
{
    std::vector<ConsentRecord> history;
    for (std::uint64_t i = random.below(6); i > 0; --i) {
        const Millis at
            = random.below(8) == 0 ? kMissing : static_cast<Millis>(random.below(12)) * kDay * 2'000;
        const Millis expires
            = random.below(3) == 0 ? static_cast<Millis>(random.below(14)) * kDay * 2'000 : kMissing;
        history.push_back(record(random.below(3) == 0 ? ConsentScope::ThirdPartyAds : ConsentScope::Marketing,
                                 static_cast<ConsentChannel>(1 + random.below(6)),
                                 static_cast<ConsentState>(1 + random.below(3)), at, expires));
    }
    return history;
}

}  // namespace

class TestExportGate : public QObject {
    Q_OBJECT

private slots:
    void everyReasonHoldsBackItsPerson()
    {
        SnapshotBuilder builder;
        builder.setAsOf(kAsOf);
        std::vector<std::string_view> identifiers;
        const auto add = [&](std::string_view identifier, bool agreed = true) {
            const Index customer = builder.addCustomer();
            identifiers.push_back(identifier);
            if (agreed) {
                builder.addConsent(customer, yes(ConsentChannel::Sms));
            }
            return customer;
        };
        const Index fine = add("13800000001");
        const Index tester = add("13800000002");
        const Index colleague = add("13800000003");
        const Index child = add("13800000004");
        const Index sixteen = add("13800000005");
        const Index left = add("13800000006");
        add("13800000007", false);
        add("");
        add("13800000001");
        const Index grown = add("13800000008");
        add("13800000009");  // not a member
        builder.setNumber(tester, "is_test", 1);
        builder.setNumber(fine, "is_test", 0);
        builder.setNumber(child, "birth_date", kAsOf - 17 * 365, AttributeType::Date);
        builder.setNumber(grown, "birth_date", kAsOf - 19 * 366, AttributeType::Date);
        builder.setNumber(sixteen, "age_stated", 16);
        builder.addConsent(left,
                           record(ConsentScope::Marketing, ConsentChannel::Sms, ConsentState::Withdrawn, 20));
        const SnapshotPtr snapshot = builder.build();
        Bitset internal(snapshot->customers());
        internal.set(colleague);
        Bitset members(snapshot->customers(), true);
        members.reset(snapshot->customers() - 1);
        Job job(1);
        const auto selection = selectForExport(*snapshot, members,
                                               {.channel = ConsentChannel::Sms,
                                                .moment = kMoment,
                                                .internal = internal,
                                                .identifiers = &identifiers},
                                               job);
        MEITRACE_OK(selection);
        QVERIFY((selection->kept == std::vector<Index> {fine, grown}));
        QCOMPARE(removed(*selection, ExportReason::TestPerson), Index {1});
        QCOMPARE(removed(*selection, ExportReason::Internal), Index {1});
        QCOMPARE(removed(*selection, ExportReason::Minor), Index {2});
        QCOMPARE(removed(*selection, ExportReason::Refused), Index {1});
        QCOMPARE(removed(*selection, ExportReason::NoConsent), Index {1});
        QCOMPARE(removed(*selection, ExportReason::NoIdentifier), Index {1});
        QCOMPARE(removed(*selection, ExportReason::SameIdentifier), Index {1});
        QCOMPARE(removed(*selection, ExportReason::Gone), Index {0});
        QCOMPARE(selection->removedCount() + 2, members.count());
    }

    void anAdPlatformNeedsAConsentOfItsOwn()
    {
        SnapshotBuilder builder;
        builder.setAsOf(kAsOf);
        const auto ads = [](ConsentState state, Millis at) {
            return record(ConsentScope::ThirdPartyAds, ConsentChannel::Any, state, at);
        };
        const Index marketingOnly = builder.addCustomer();
        builder.addConsent(marketingOnly, yes(ConsentChannel::Any));
        const Index both = builder.addCustomer();
        builder.addConsent(both, yes(ConsentChannel::Any));
        builder.addConsent(both, ads(ConsentState::Granted, 5));
        const Index adsOnly = builder.addCustomer();
        builder.addConsent(adsOnly, ads(ConsentState::Granted, 5));
        const Index doNotContact = builder.addCustomer();
        builder.addConsent(doNotContact, ads(ConsentState::Granted, 50));
        builder.addConsent(doNotContact,
                           record(ConsentScope::Marketing, ConsentChannel::Any, ConsentState::Denied, 7));
        const SnapshotPtr snapshot = builder.build();
        Job job(1);
        const auto sets = reachSets(*snapshot, ConsentChannel::Ads, kMoment, job);
        MEITRACE_OK(sets);
        QVERIFY(!sets->allowed.test(marketingOnly) && !sets->refused.test(marketingOnly));
        QVERIFY(sets->allowed.test(both));
        QVERIFY(sets->allowed.test(adsOnly));
        QVERIFY(!sets->allowed.test(doNotContact) && sets->refused.test(doNotContact));
    }

    void aWithdrawalCountsThoughTheDataEndBeforeIt()
    {
        SnapshotBuilder builder;
        builder.setAsOf(kAsOf);
        const Index customer = builder.addCustomer();
        builder.addConsent(customer, yes(ConsentChannel::Wechat));
        builder.addConsent(customer,
                           record(ConsentScope::Marketing, ConsentChannel::Wechat, ConsentState::Withdrawn,
                                  kMoment + 40 * kDay));
        const SnapshotPtr snapshot = builder.build();
        Job job(1);
        // A clock that stands still in 1970 does not bring the consent back.
        const auto moment = consentMoment(*snapshot, kMissingDay, 0, job);
        MEITRACE_OK(moment);
        QCOMPARE(*moment, kMoment + 40 * kDay + 1);
        QVERIFY(reachSets(*snapshot, ConsentChannel::Wechat, kMoment, job)->allowed.test(customer));
        QVERIFY(reachSets(*snapshot, ConsentChannel::Wechat, *moment, job)->refused.test(customer));
        QCOMPARE(*consentMoment(*snapshot, kMissingDay, kMoment + 99 * kDay, job), kMoment + 99 * kDay);
    }

    void tenThousandHistoriesAgreeWithTheParagraphsOnEveryChannel()
    {
        constexpr int kCustomers = 10'000;
        Random random(17);
        SnapshotBuilder builder;
        builder.setAsOf(kAsOf);
        std::vector<std::vector<ConsentRecord>> histories;
        std::vector<std::string> numbers;
        for (int i = 0; i < kCustomers; ++i) {
            const Index customer = builder.addCustomer();
            histories.push_back(randomHistory(random));
            for (const ConsentRecord& r : histories.back()) {
                builder.addConsent(customer, r);
            }
            numbers.push_back(random.below(20) == 0 ? std::string() : std::to_string(random.below(9'000)));
        }
        const SnapshotPtr snapshot = builder.build();
        const std::vector<std::string_view> identifiers(numbers.begin(), numbers.end());
        int allowedAtAll = 0;
        for (const ConsentChannel channel :
             {ConsentChannel::Wechat, ConsentChannel::Sms, ConsentChannel::Call, ConsentChannel::Email,
              ConsentChannel::Ads}) {
            Job job(2);
            const auto selection = selectForExport(
                *snapshot, Bitset(kCustomers, true),
                {.channel = channel, .moment = kMoment, .internal = {}, .identifiers = &identifiers}, job);
            MEITRACE_OK(selection);
            QCOMPARE(static_cast<Index>(selection->kept.size()) + selection->removedCount(),
                     Index {kCustomers});
            std::vector<Index> expected;
            std::set<std::string> seen;
            for (Index c = 0; c < kCustomers; ++c) {
                const auto place = static_cast<std::size_t>(c);
                const bool allowed = channelVerdict(histories[place], channel, kMoment) == Verdict::Allowed;
                allowedAtAll += allowed ? 1 : 0;
                if (allowed && !numbers[place].empty() && seen.insert(numbers[place]).second) {
                    expected.push_back(c);
                }
            }
            QVERIFY(selection->kept == expected);
        }
        QVERIFY(allowedAtAll > kCustomers / 4);  // the histories do not all say no
    }

    void nonsenseIsRefused()
    {
        SnapshotBuilder builder;
        builder.addCustomer();
        builder.setAsOf(kAsOf);
        const SnapshotPtr snapshot = builder.build();
        Job job(1);
        const std::vector<std::string_view> one {"a"};
        const std::vector<std::string_view> none;
        MEITRACE_REFUSED(selectForExport(*snapshot, Bitset(1, true),
                                         {.channel = ConsentChannel::Any, .identifiers = &one}, job),
                         ErrorCode::BadOption);
        MEITRACE_REFUSED(selectForExport(*snapshot, Bitset(1, true), {.identifiers = &none}, job),
                         ErrorCode::BadOption);
        MEITRACE_REFUSED(selectForExport(*snapshot, Bitset(1, true), {.identifiers = nullptr}, job),
                         ErrorCode::BadOption);
        MEITRACE_REFUSED(selectForExport(*snapshot, Bitset(2, true), {.identifiers = &one}, job),
                         ErrorCode::BadOption);
    }
};

MEITRACE_TEST(TestExportGate)

#include "tst_exportgate.moc"

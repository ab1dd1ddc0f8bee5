// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/audience.h"
#include "analytics/campaign/audiencereason.h"
#include "analytics/campaign/ruleparser.h"
#include "models/base/random.h"
#include "tests/analytics/campaign/naiverule.h"
#include "tests/analytics/campaign/randomrule.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// The same rule with the terms of AND and OR, and those taken out by EXCEPT, in another order.
RuleNode shuffled(const RuleNode& rule, Random& random)
{
    RuleNode other = rule;
    for (RuleNode& child : other.children) {
        child = shuffled(child, random);
    }
    const std::size_t fixed = rule.kind == RuleNode::Kind::Except ? 1 : 0;
    for (std::size_t i = other.children.size(); i > fixed + 1; --i) {
        std::swap(other.children[i - 1], other.children[fixed + random.below(i - fixed)]);
    }
    return other;
}

std::string text(const RuleNode& rule)
{
    return printRule(rule, KeywordTable::english());
}

}  // namespace

class TestAudienceRandom : public QObject {
    Q_OBJECT

private slots:
    void tenThousandRulesAgreeWithTheNaiveEvaluator()
    {
        Random random(1);
        Job job(1);
        Index members = 0;
        Index unknown = 0;
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const RandomWorld world = randomWorld(70, seed);
            const NaiveEvaluator naive = naiveEvaluator(*world.snapshot, world.options);
            for (int i = 0; i < 1000; ++i) {
                const RuleNode rule = randomRule(random, 4);
                const Result<Audience> audience = evaluateAudience(*world.snapshot, rule, world.options, job);
                QVERIFY2(audience, text(rule).c_str());
                Bitset expectedMembers(world.snapshot->customers());
                Bitset expectedUnknown(world.snapshot->customers());
                world.snapshot->known().forEach([&](Index c) {
                    const Truth expected = naive(rule, c);
                    expectedMembers.put(c, expected == Truth::True);
                    expectedUnknown.put(c, expected == Truth::Unknown);
                });
                QVERIFY2(audience->members == expectedMembers, text(rule).c_str());
                QVERIFY2(audience->unknown == expectedUnknown, text(rule).c_str());
                members += audience->members.count();
                unknown += audience->unknown.count();
            }
        }
        QVERIFY(members > 100'000);
        QVERIFY(unknown > 20'000);
    }

    void theOrderOfTheClausesChangesNothing()
    {
        Random random(2);
        Job job(1);
        const RandomWorld world = randomWorld(200, 77);
        for (int i = 0; i < 1000; ++i) {
            const RuleNode rule = randomRule(random, 4);
            const RuleNode other = shuffled(rule, random);
            const Result<Audience> a = evaluateAudience(*world.snapshot, rule, world.options, job);
            const Result<Audience> b = evaluateAudience(*world.snapshot, other, world.options, job);
            QVERIFY(a && b);
            QVERIFY2(a->members == b->members && a->unknown == b->unknown, text(rule).c_str());
        }
    }

    void theNumberOfThreadsChangesNothing()
    {
        Random random(3);
        RandomWorld world = randomWorld(9000, 5);
        for (int i = 0; i < 40; ++i) {
            const RuleNode rule = randomRule(random, 4);
            Job one(1);
            const Result<Audience> a = evaluateAudience(*world.snapshot, rule, world.options, one);
            QVERIFY(a);
            for (const int threads : {2, 7}) {
                Job job(threads);
                const Result<Audience> b = evaluateAudience(*world.snapshot, rule, world.options, job);
                QVERIFY(b);
                QVERIFY2(a->members == b->members && a->unknown == b->unknown, text(rule).c_str());
            }
        }
    }

    void reasonsAgreeWithMembershipForEveryCustomer()
    {
        Random random(4);
        Job job(1);
        const RandomWorld world = randomWorld(40, 9);
        for (int i = 0; i < 150; ++i) {
            const RuleNode rule = randomRule(random, 3);
            const Result<Audience> audience = evaluateAudience(*world.snapshot, rule, world.options, job);
            QVERIFY(audience);
            Bitset members(world.snapshot->customers());
            Bitset unknown(world.snapshot->customers());
            for (Index c = 0; c < world.snapshot->customers(); ++c) {
                const Result<AudienceReason> reason
                    = explainMembership(*world.snapshot, rule, world.options, c, job);
                QVERIFY(reason);
                members.put(c, reason->isMember());
                unknown.put(c, reason->inPopulation && reason->rule.truth == Truth::Unknown);
            }
            QVERIFY2(members == audience->members, text(rule).c_str());
            QVERIFY2(unknown == audience->unknown, text(rule).c_str());
        }
    }

    void theLastStepOfTheWaterfallIsTheAudience()
    {
        Random random(5);
        Job job(1);
        const RandomWorld world = randomWorld(300, 11);
        for (int i = 0; i < 400; ++i) {
            const RuleNode rule = randomRule(random, 3);
            const Result<Audience> audience = evaluateAudience(*world.snapshot, rule, world.options, job);
            const Result<std::vector<WaterfallStep>> steps
                = audienceWaterfall(*world.snapshot, rule, world.options, job);
            QVERIFY(audience && steps && !steps->empty());
            QVERIFY2(steps->back().cumulative == audience->members.count(), text(rule).c_str());
            QCOMPARE(steps->front().own, steps->front().cumulative);
            for (const WaterfallStep& step : *steps) {
                const Result<Audience> own
                    = evaluateAudience(*world.snapshot, *step.clause, world.options, job);
                QVERIFY(own);
                QCOMPARE(step.own, own->members.count());
                QCOMPARE(step.ownUnknown, own->unknown.count());
            }
        }
    }

    void includeUnknownMovesTheUnknownIn()
    {
        Random random(6);
        Job job(1);
        const RandomWorld world = randomWorld(300, 12);
        for (int i = 0; i < 300; ++i) {
            const RuleNode rule = randomRule(random, 3);
            const Result<Audience> plain = evaluateAudience(*world.snapshot, rule, world.options, job);
            const RuleNode wider = joinedRule(RuleNode::Kind::IncludeUnknown, {rule});
            const Result<Audience> wide = evaluateAudience(*world.snapshot, wider, world.options, job);
            QVERIFY(plain && wide);
            QCOMPARE(wide->members.count(), plain->members.count() + plain->unknown.count());
            QCOMPARE(wide->unknown.count(), Index {0});
        }
    }
};

MEITRACE_TEST(TestAudienceRandom)
#include "tst_audiencerandom.moc"

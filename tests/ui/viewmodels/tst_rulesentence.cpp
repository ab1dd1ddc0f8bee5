// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/ruleparser.h"
#include "analytics/workbench/audiences.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "ui/viewmodels/rulesentence.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

using Kind = RuleSentence::Kind;

class TestRuleSentence : public QObject {
    Q_OBJECT

private slots:
    void everyRuleComesBackFromItsSentences_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char* rule : {"all",
                                 "age >= 30",
                                 "NOT age < 18",
                                 "city = \"New York\" AND gender != male",
                                 "did bill",
                                 "did not bill last 90d",
                                 "did bill count >= 2 last 30d",
                                 "did bill count < 2",
                                 "did bill[item=BTX-UPPER] last 180d",
                                 "did arrive but not last 90d",
                                 "did bill last 30d first",
                                 "did bill sum(amount) >= 1000 last 12mo",
                                 "rfm.segment = champions",
                                 "rfm.segment in (champions, loyal)",
                                 "age between 20 and 30",
                                 "reachable(sms)",
                                 "reachable(sms, service)",
                                 "consent(marketing, email) = denied",
                                 "in audience \"due\"",
                                 "NOT (in audience \"due\" OR age > 60)",
                                 "(did bill OR did treat) AND reachable(wechat)",
                                 "did bill EXCEPT age < 18 EXCEPT in audience \"vip\"",
                                 "(age > 30 include unknown)",
                                 "NOT (NOT age > 30)",
                                 "registered last 30d",
                                 "city empty",
                                 "did bill|deal",
                                 "did bill since arrive",
                                 "(age > 1 AND age < 3) OR (age > 5 AND (age < 9 OR did bill))"}) {
            QTest::newRow(rule) << QString::fromUtf8(rule);
        }
    }

    void everyRuleComesBackFromItsSentences()
    {
        QFETCH(QString, rule);
        const Result<RuleNode> node = parseRule(rule.toStdString(), ruleWords());
        MEITRACE_OK(node);
        for (const RuleLanguage language : {RuleLanguage::English, RuleLanguage::Chinese}) {
            const Result<RuleNode> back = nodeOf(sentencesOf(*node, language));
            MEITRACE_OK(back);
            QVERIFY(*back == *node);
        }
    }

    void usualClausesHaveBoxesOfTheirOwn()
    {
        const auto rows = [](const char* rule) {
            return sentencesOf(*parseRule(rule, ruleWords()), RuleLanguage::English).rows;
        };
        const auto event = rows("did not treat count >= 3 last 90d").front();
        QVERIFY(event.kind == Kind::Event && event.didNot && event.atLeast == 3 && event.lastDays == 90);
        QCOMPARE(event.name, std::string("treat"));
        const auto segment = rows("NOT rfm.segment = lost").front();
        QVERIFY(segment.kind == Kind::Segment && segment.negated && segment.name == "lost");
        QVERIFY(rows("age between 20 and 30").front().kind == Kind::Text);
        QCOMPARE(rows("age > 1 OR did bill OR reachable(call)").size(), std::size_t {3});
        QVERIFY(rows("all").empty());
    }

    void whatIsNotCompleteIsNoRule()
    {
        RuleSentence attribute;
        attribute.name = "age";
        MEITRACE_REFUSED(nodeOf(attribute), ErrorCode::BadRule);
        RuleSentence group;
        group.kind = Kind::Group;
        group.rows = {attribute, attribute};
        MEITRACE_REFUSED(nodeOf(group), ErrorCode::BadRule);
        RuleSentence audience;
        audience.kind = Kind::Audience;
        MEITRACE_REFUSED(nodeOf(audience), ErrorCode::BadRule);
        RuleSentence text;
        text.kind = Kind::Text;
        text.text = "age >";
        MEITRACE_REFUSED(nodeOf(text), ErrorCode::BadRule);
    }
};

MEITRACE_TEST(TestRuleSentence)

#include "tst_rulesentence.moc"

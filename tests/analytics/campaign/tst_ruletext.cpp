// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/ruleparser.h"
#include "analytics/campaign/rulewords.h"
#include "models/base/random.h"
#include "models/domain/attribute.h"
#include "models/domain/eventtype.h"
#include "models/domain/person.h"
#include "tests/analytics/campaign/randomrule.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace meitrace;
using namespace meitrace::test;

namespace {

using Kind = RuleNode::Kind;

const KeywordTable& words()
{
    static const KeywordTable table = [] {
        std::ifstream file(MEITRACE_SOURCE_DIR "/resources/text/rule_keywords.csv");
        std::ostringstream text;
        text << file.rdbuf();
        const Result<KeywordTable> parsed = KeywordTable::parse(text.str());
        return parsed ? *parsed : KeywordTable::english();
    }();
    return table;
}

RuleNode parsed(const std::string& text)
{
    const Result<RuleNode> rule = parseRule(text, words());
    if (!rule) {
        qWarning("%s: column %lld, expected %s", text.c_str(),
                 static_cast<long long>(rule.error().place.column), rule.error().subject.c_str());
    }
    return rule ? *rule : RuleNode {};
}

std::string english(const std::string& text)
{
    return printRule(parsed(text), words());
}

std::string chinese(const std::string& text)
{
    return printRule(parsed(text), words(), RuleLanguage::Chinese);
}

const AttributeClause& attribute(const RuleNode& rule)
{
    return std::get<AttributeClause>(rule.clause);
}

const DidClause& did(const RuleNode& rule)
{
    return std::get<DidClause>(rule.clause);
}

std::string nested(int depth)
{
    const auto count = static_cast<std::size_t>(depth);
    return std::string(count, '(') + "all" + std::string(count, ')');
}

std::string clauses(int count)
{
    std::string text = "all";
    for (int i = 1; i < count; ++i) {
        text += " AND all";
    }
    return text;
}

}  // namespace

class TestRuleText : public QObject {
    Q_OBJECT

private slots:
    void canonicalTextIsPrintedAsItWasRead_data()
    {
        QTest::addColumn<QString>("text");
        const std::vector<const char*> texts {
            "all",
            "gender = female",
            "city in (上海, 杭州)",
            "city in (\"New York\", \"a\\\"b\\\\c\", \"and\")",
            "age between 25 and 40",
            "age != 30",
            "points <= 3.5 OR points > 1000",
            "city contains 州",
            "city starts 上",
            "city empty",
            "registered last 90d",
            "registered before 2026-01-01",
            "registered 2026-01-01..2026-04-01",
            "did bill[item=BTX-UPPER] count >= 2 last 180d",
            "did not arrive last 90d",
            "did arrive but not last 12w",
            "did bill|deal sum(amount) >= 3000.5 last 24mo",
            "did * distinct(day) = 3",
            "did treat distinct(item) < 2 since arrive",
            "did bill within 30d of arrive",
            "did bill within 2h of first lead[channel=xhs_org]",
            "did bill within 1y of last arrive last",
            "did bill 2026-01-01..2026-04-01 first",
            "did bill last",
            "did bill last 90s last",
            "in audience \"老客 \\\"A\\\"\"",
            "NOT in audience \"f0\"",
            "rfm.segment = champions AND rfm.r >= 4 AND recency_d <= 30 AND monetary >= 3000",
            "reachable(wechat)",
            "reachable(sms, third_party_ads)",
            "consent(profiling) = granted",
            "consent(marketing, email) = unknown",
            "(gender = female OR age > 40) AND NOT (city empty AND all)",
            "(NOT age > 40 include unknown)",
            "NOT (age > 40 include unknown)",
            "all EXCEPT did bill EXCEPT (all AND all)",
            "(all AND all) AND (all OR all)",
            "NOT (NOT all)",
            "((all include unknown) include unknown)",
        };
        for (const char* text : texts) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }

    void canonicalTextIsPrintedAsItWasRead()
    {
        QFETCH(QString, text);
        const std::string written = text.toStdString();
        QCOMPARE(english(written), written);
        const std::string translated = chinese(written);
        QCOMPARE(chinese(translated), translated);
        QCOMPARE(english(translated), written);
        QVERIFY(parsed(translated) == parsed(written));
    }

    void chineseReadsAndPrints()
    {
        QCOMPARE(chinese("gender = female AND did bill[item=BTX-UPPER] count >= 2 last 180d"),
                 std::string("性别 = 女 且 做过 开单[item=BTX-UPPER] 次数 >= 2 最近 180天"));
        QCOMPARE(
            english("（性别 ＝ 女 且 城市 属于（上海、杭州，“苏 州”））　或　没做过 到院 最近 3 个月"),
            std::string("(gender = female AND city in (上海, 杭州, \"苏 州\")) OR did not arrive last 3mo"));
        QCOMPARE(english("做过 到院 但不在 最近 90天 排除 可触达(短信, 营销)"),
                 std::string("did arrive but not last 90d EXCEPT reachable(sms)"));
        QCOMPARE(english("全部 并且 非 年龄 介于 25 到 40"),
                 std::string("all AND NOT age between 25 and 40"));
        QCOMPARE(english("客户价值 = 冠军客户 且 授权(画像分析) = 已同意"),
                 std::string("rfm.segment = champions AND consent(profiling) = granted"));
    }

    void writingsOfOneMeaningReadAlike()
    {
        QVERIFY(parsed("gender=female and AGE>=20") != parsed("gender = female AND age >= 20"));
        QVERIFY(parsed("gender=female and age>=20") == parsed("gender = female AND age >= 20"));
        QVERIFY(parsed("age ≥ 20 AND age ≠ 30 AND age <> 31")
                == parsed("age >= 20 AND age != 30 AND age != 31"));
        QVERIFY(parsed("((gender = \"female\"))") == parsed("gender = female"));
        QVERIFY(parsed("Did  BILL last 90 days") != parsed("did bill last 90d"));
        QVERIFY(parsed("Did \t bill [ item = A ] LAST 90 days") == parsed("did bill[item=A] last 90d"));
        QVERIFY(parsed("in audience vip") == parsed("in audience \"vip\""));
        QVERIFY(parsed("not in audience vip") == parsed("NOT in audience vip"));
        QVERIFY(parsed("did bill count >= 02") == parsed("did bill count >= 2"));
    }

    void partsLandWhereTheyBelong()
    {
        const RuleNode rule = parsed("did bill[item=A] sum(amount) < 12.5 within 3mo of first arrive");
        QCOMPARE(rule.kind, Kind::Event);
        QVERIFY(did(rule).measure == DidClause::Measure::Sum);
        QCOMPARE(did(rule).op, RuleOp::Less);
        QCOMPARE(did(rule).number, 12.5);
        QVERIFY(did(rule).window.kind == RuleWindow::Kind::Within);
        QVERIFY(did(rule).window.pick == RulePick::First);
        QVERIFY((did(rule).window.length == Duration {.count = 3, .unit = DurationUnit::Months}));
        QCOMPARE(did(rule).window.anchor.clauses[0].type, std::string("arrive"));
        QCOMPARE(did(rule).event.clauses[0].filters[0].values[0], std::string("A"));
        const RuleNode between = parsed("NOT age between 25 and 40");
        QCOMPARE(between.kind, Kind::Not);
        QCOMPARE(attribute(between.children[0]).values, (std::vector<std::string> {"25", "40"}));
        QCOMPARE(between.children[0].column.at, std::int64_t {5});
        const RuleNode except = parsed("all EXCEPT city = 上海 EXCEPT city = 杭州");
        QCOMPARE(except.children.size(), std::size_t {3});
        QCOMPARE(except.children[2].column.at, std::int64_t {29});
    }

    void refusalsSayWhereAndWhatWasExpected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* text, int column, const char* expected, const char* value) {
            QTest::newRow(*text == '\0' ? "(empty)" : text)
                << QString::fromUtf8(text) << column << QString::fromUtf8(expected)
                << QString::fromUtf8(value);
        };
        row("", 1, "term", "");
        row("   ", 4, "term", "");
        row("gender = female AND", 20, "term", "");
        row("AND gender = female", 1, "term", "AND");
        row("NOT NOT all", 5, "term", "NOT");
        row("all AND all OR all", 13, "one_operator", "OR");
        row("all all", 5, "joining", "all");
        row("(all", 5, "bracket", "");
        row("all)", 4, "joining", ")");
        row("gender", 7, "comparison", "");
        row("性别 且 all", 4, "comparison", "且");
        row("gender =", 9, "value", "");
        row("gender = AND", 10, "value", "AND");
        row("gender = \"\"", 10, "value", "");
        row("gender = \"open", 10, "value", "open");
        row("gender = ?", 10, "value", "?");
        row("city in 上海", 9, "bracket", "上海");
        row("city in (上海 杭州)", 13, "bracket", "杭州");
        row("city in ()", 10, "value", ")");
        row("age between 25 40", 16, "between_and", "40");
        row("registered last 90", 17, "duration", "90");
        row("registered last 3m", 17, "duration_m", "3m");
        row("registered before soon", 19, "date", "soon");
        row("registered 2026-02-30..2026-03-01", 12, "date", "2026-02-30");
        row("registered 2026-02-01", 22, "window", "");
        row("registered 2026-02-01..2026-01-01", 24, "window", "2026-01-01");
        row("did", 4, "event", "");
        row("did [item=A]", 5, "step", "[");
        row("did bill[colour=red]", 10, "step", "colour");
        row("did bill[item=A", 16, "step", "");
        row("did bill count > many", 18, "whole_number", "many");
        row("did bill count > 1.5", 18, "whole_number", "1.5");
        row("did bill count > -1", 18, "whole_number", "-1");
        row("did bill sum(item) > 3", 14, "measure", "item");
        row("did bill sum amount > 3", 14, "bracket", "amount");
        row("did bill distinct(amount) > 3", 19, "measure", "amount");
        row("did bill sum(amount) > 1e3", 24, "number", "1e3");
        row("did bill within 30d arrive", 21, "of", "arrive");
        row("did bill but not", 17, "window", "");
        row("did bill count > 2 first", 20, "no_pick", "first");
        row("did bill last 90d count > 2", 19, "joining", "count");
        row("in audience", 12, "audience", "");
        row("reachable(pigeon)", 11, "channel", "pigeon");
        row("reachable(sms, fun)", 16, "scope", "fun");
        row("consent(profiling) > granted", 20, "comparison", ">");
        row("consent(profiling) = maybe", 22, "state", "maybe");
        row("(age > 40 include)", 11, "bracket", "include");
    }

    void refusalsSayWhereAndWhatWasExpected()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        QFETCH(QString, expected);
        QFETCH(QString, value);
        const Result<RuleNode> rule = parseRule(text.toStdString(), words());
        QVERIFY(!rule);
        QCOMPARE(rule.error().code, ErrorCode::BadRule);
        QCOMPARE(rule.error().subject, expected.toStdString());
        QCOMPARE(rule.error().place.column, static_cast<std::int64_t>(column));
        QCOMPARE(rule.error().value, value.toStdString());
    }

    void limitsHold()
    {
        const auto refused = [](const std::string& text) {
            const Result<RuleNode> rule = parseRule(text, words());
            return rule ? std::string("read") : rule.error().subject;
        };
        QCOMPARE(refused(nested(64)), std::string("read"));
        QCOMPARE(refused(nested(65)), std::string("depth"));
        QCOMPARE(refused(nested(5000)), std::string("depth"));
        QCOMPARE(refused(clauses(200)), std::string("read"));
        QCOMPARE(refused(clauses(201)), std::string("clauses"));
        QCOMPARE(refused("all" + std::string(kRuleBytes - 3, ' ')), std::string("read"));
        QCOMPARE(refused("all" + std::string(kRuleBytes - 2, ' ')), std::string("length"));
        QCOMPARE(refused("city = \xC3"), std::string("utf8"));
    }

    void anEventCalledLikeAWordReadsBack()
    {
        for (const char* text : {"did \"not\"", "did \"not＞\" or did bill", "did \"点击（首页）\"",
                                 "did bill within 3 d of \"first\"", "did \"and\" and did \"or\""}) {
            const RuleNode rule = parsed(text);
            for (const RuleLanguage language : {RuleLanguage::English, RuleLanguage::Chinese}) {
                const std::string printedText = printRule(rule, words(), language);
                QVERIFY2(parsed(printedText) == rule, printedText.c_str());
            }
        }
    }

    void everyRandomRuleReadsBackInBothLanguages()
    {
        Random random(8);
        for (int i = 0; i < 4000; ++i) {
            const RuleNode rule = randomRule(random, 4);
            for (const RuleLanguage language : {RuleLanguage::English, RuleLanguage::Chinese}) {
                const std::string text = printRule(rule, words(), language);
                if (text.size() > kRuleBytes) {
                    continue;
                }
                const Result<RuleNode> again = parseRule(text, words());
                QVERIFY2(again && *again == rule, text.c_str());
            }
            const std::string plain = printRule(rule, KeywordTable::english());
            const Result<RuleNode> again = parseRule(plain, KeywordTable::english());
            QVERIFY2(plain.size() > kRuleBytes || (again && *again == rule), plain.c_str());
        }
    }

    void theTableKnowsEveryNameOfTheProgram()
    {
        const auto known = [](std::string_view kind, std::string_view name) {
            const std::string_view shown = words().shown(kind, name, RuleLanguage::Chinese);
            return shown != name && words().canonical(kind, shown) == name
                && words().shown(kind, name, RuleLanguage::English) == name;
        };
        for (const EventType& type : standardEventTypes()) {
            QVERIFY2(known("event", type.name), std::string(type.name).c_str());
        }
        for (const AttributeSpec& spec : attributes()) {
            QVERIFY2(known("field", spec.name), std::string(spec.name).c_str());
        }
        for (std::size_t i = 1; i < kConsentScopeCodes.size(); ++i) {
            QVERIFY(known("scope", kConsentScopeCodes[i]));
        }
        for (std::size_t i = 1; i < kConsentChannelCodes.size(); ++i) {
            QVERIFY(known("channel", kConsentChannelCodes[i]));
        }
        for (const char* unit : {"s", "min", "h", "d", "w", "mo", "y"}) {
            QVERIFY(known("unit", unit));
        }
        for (int i = 0; i < kRuleWordCount; ++i) {
            const auto word = static_cast<RuleWord>(i);
            QVERIFY(words().written(word, RuleLanguage::Chinese)
                    != words().written(word, RuleLanguage::English));
        }
    }

    void aBrokenTableIsRefusedWithItsLine()
    {
        const auto line = [](const std::string& rows) {
            const Result<KeywordTable> table = KeywordTable::parse("keyword_en,keyword_zh,token\n" + rows);
            return table ? std::int64_t {0} : table.error().place.line;
        };
        QCOMPARE(line("AND,且,word:and\n\nage,年龄,field:age\n"), std::int64_t {0});
        QCOMPARE(line("AND,且\n"), std::int64_t {2});
        QCOMPARE(line("AND,且,word:and\nXOR,异或,word:xor\n"), std::int64_t {3});
        QCOMPARE(line("and also,且,word:and\n"), std::int64_t {2});
        QCOMPARE(line("age,年龄,field:age\nbirth,年龄,field:birth\n"), std::int64_t {3});
        QCOMPARE(line("old,年龄,field:age\n"), std::int64_t {2});
    }

    void requirementsAreListedOnceInOrder()
    {
        const RuleNode rule
            = parsed("rfm.r >= 4 AND NOT (monetary > 1 OR rfm.r = 1 OR in audience b) AND in audience a "
                     "AND in audience b AND age > 3");
        QCOMPARE(requiredMetrics(rule), (std::vector<std::string> {"monetary", "rfm.r"}));
        QCOMPARE(requiredAudiences(rule), (std::vector<std::string> {"a", "b"}));
    }
};

MEITRACE_TEST(TestRuleText)
#include "tst_ruletext.moc"

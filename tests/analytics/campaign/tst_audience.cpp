// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/audience.h"
#include "analytics/campaign/audiencereason.h"
#include "analytics/campaign/ruleparser.h"
#include "models/base/calendar.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace meitrace;

namespace {

const Day kToday = dayFromCivil(2026, 6, 30);

RuleNode rule(const std::string& text)
{
    const Result<RuleNode> parsed = parseRule(text, KeywordTable::english());
    if (!parsed) {
        qWarning("%s: column %lld, expected %s", text.c_str(),
                 static_cast<long long>(parsed.error().place.column), parsed.error().subject.c_str());
    }
    return parsed ? *parsed : RuleNode {};
}

/// Rows as digits: "013"; those the rule cannot tell behind a question mark: "01?2"
std::string answer(const Snapshot& snapshot, const std::string& text, const AudienceOptions& options = {})
{
    Job job(1);
    const Result<Audience> audience = evaluateAudience(snapshot, rule(text), options, job);
    if (!audience) {
        return audience.error().subject;
    }
    std::string rows;
    audience->members.forEach([&](Index c) { rows += static_cast<char>('0' + c); });
    rows += audience->unknown.any() ? "?" : "";
    audience->unknown.forEach([&](Index c) { rows += static_cast<char>('0' + c); });
    return rows;
}

/// 0 Anna: 上海, 30 on the as-of day, 500.00 stored   1 Bo: New York, 29, 1 day short of 30
/// 2 no facts at all   3 Di: shanghai, only the year of birth   4 a device without keys
SnapshotPtr fiveCustomers()
{
    SnapshotBuilder builder;
    for (int i = 0; i < 5; ++i) {
        builder.addCustomer(i != 4);
    }
    builder.setText(0, "city", "上海");
    builder.setText(1, "city", "New York");
    builder.setText(3, "city", "shanghai");
    builder.setText(0, "gender", "female");
    builder.setText(1, "gender", "male");
    builder.setText(4, "gender", "female");
    builder.setNumber(0, "birth_date", dayFromCivil(1996, 6, 30), AttributeType::Date);
    builder.setNumber(1, "birth_date", dayFromCivil(1996, 7, 1), AttributeType::Date);
    builder.setNumber(3, "birth_year", 1980);
    builder.setNumber(0, "stored_value", 50'000, AttributeType::Money);
    builder.setNumber(1, "stored_value", 49'999, AttributeType::Money);
    builder.setNumber(0, "registered", kToday, AttributeType::Date);
    builder.setNumber(1, "registered", kToday - 89, AttributeType::Date);
    builder.setNumber(3, "registered", kToday - 90, AttributeType::Date);
    const auto consent = [&](Index customer, ConsentScope scope, ConsentState state) {
        builder.addConsent(customer,
                           {.scope = scope, .channel = ConsentChannel::Any, .state = state, .at = 1});
    };
    consent(0, ConsentScope::Marketing, ConsentState::Granted);
    consent(1, ConsentScope::Marketing, ConsentState::Withdrawn);
    consent(0, ConsentScope::Profiling, ConsentState::Denied);
    builder.setAsOf(kToday);
    return builder.build();
}

AttributePtr metric(const std::string& name, const std::vector<double>& numbers, AttributeType type)
{
    auto column = std::make_shared<Attribute>();
    column->name = name;
    column->type = type;
    column->number.resize(static_cast<Index>(numbers.size()));
    std::copy(numbers.begin(), numbers.end(), column->number.begin());
    return column;
}

NamedAudience live(const std::string& name, const std::string& text)
{
    return {.name = name, .frozen = {}, .rule = rule(text)};
}

}  // namespace

class TestAudience : public QObject {
    Q_OBJECT

private slots:
    void factsAreComparedAndTheMissingIsUnknown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("all", "0123");
        row("NOT all", "");
        row("gender = female", "0?23");
        row("NOT gender = female", "1?23");
        row("gender != female", "1?23");
        row("(NOT gender = female include unknown)", "123");
        row("NOT (gender = female include unknown)", "1");
        row("gender empty", "23");
        row("NOT gender empty", "01");
        row("gender = male OR gender = female", "01?23");
        row("gender = male AND gender = female", "?23");
        row("gender empty AND gender = male", "?23");
        row("gender empty OR gender = male", "123");
        row("all EXCEPT gender = male", "0?23");
        row("gender = female EXCEPT all", "");
        row("city = 上海", "0?2");
        row("city = NEW YORK", "joining");
        row("city = \"NEW YORK\"", "1?2");
        row("city in (上海, Shanghai)", "03?2");
        row("city contains hai", "3?2");
        row("city contains 海", "0?2");
        row("city starts NEW", "1?2");
        row("city starts York", "?2");
        row("age >= 30", "03?2");
        row("age < 30", "1?2");
        row("age between 29 and 30", "01?2");
        row("age between 30 and 46", "03?2");
        row("NOT age > 40", "01?2");
        row("age in (29, 46)", "13?2");
        row("stored_value >= 500", "0?23");
        row("stored_value = 499.99", "1?23");
        row("stored_value < 0", "?23");
        row("registered last 90d", "01?2");
        row("registered last 1d", "0?2");
        row("registered last 0d", "?2");
        row("registered before 2026-04-02", "3?2");
        row("registered before 2026-04-03", "13?2");
        row("registered 2026-04-01..2026-04-02", "3?2");
        row("registered 2026-04-02..2026-06-30", "1?2");
        row("registered >= 2026-04-02", "01?2");
        row("birth_date = 1996-07-01", "1?23");
        row("skin_type = dry", "?0123");
        row("skin_type empty", "0123");
    }

    void factsAreComparedAndTheMissingIsUnknown()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        if (expected == "joining") {
            QVERIFY(!parseRule(text.toStdString(), KeywordTable::english()));
            return;
        }
        QCOMPARE(answer(*fiveCustomers(), text.toStdString()), expected.toStdString());
    }

    void handlesJoinThePopulationOnlyWhenAsked()
    {
        AudienceOptions options;
        options.population = Bitset(5, true);
        QCOMPARE(answer(*fiveCustomers(), "all", options), std::string("01234"));
        QCOMPARE(answer(*fiveCustomers(), "gender = female", options), std::string("04?23"));
        options.population = Bitset(5);
        options.population.set(1);
        QCOMPARE(answer(*fiveCustomers(), "NOT gender = female", options), std::string("1"));
    }

    void consentFollowsTheClinicsRules()
    {
        const SnapshotPtr snapshot = fiveCustomers();
        QCOMPARE(answer(*snapshot, "reachable(wechat)"), std::string("0"));
        QCOMPARE(answer(*snapshot, "NOT reachable(wechat)"), std::string("123"));
        QCOMPARE(answer(*snapshot, "consent(marketing) = denied"), std::string("123"));
        QCOMPARE(answer(*snapshot, "consent(profiling) = granted"), std::string("?123"));
        QCOMPARE(answer(*snapshot, "consent(profiling) = denied"), std::string("0?123"));
        QCOMPARE(answer(*snapshot, "consent(profiling) = unknown"), std::string("123"));
        QCOMPARE(answer(*snapshot, "reachable(sms, profiling)"), std::string("?123"));
    }

    void metricsComeAsColumns()
    {
        constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
        AudienceOptions options;
        options.metrics = {metric("rfm.r", {5, 3, kNone, 4, 5}, AttributeType::Number),
                           metric("monetary", {300'000, 299'999, kNone, 0, 0}, AttributeType::Money)};
        const SnapshotPtr snapshot = fiveCustomers();
        QCOMPARE(answer(*snapshot, "rfm.r >= 4", options), std::string("03?2"));
        QCOMPARE(answer(*snapshot, "monetary >= 3000", options), std::string("0?2"));
        QCOMPARE(answer(*snapshot, "rfm.f >= 4", options), std::string("metric"));
        options.metrics = {metric("rfm.r", {5, 3}, AttributeType::Number)};
        QCOMPARE(answer(*snapshot, "all", options), std::string("metrics"));
    }

    void audiencesMayBeFrozenOrLive()
    {
        const SnapshotPtr snapshot = fiveCustomers();
        Bitset frozen(5);
        frozen.set(1);
        frozen.set(4);
        AudienceOptions options;
        options.audiences = {{.name = "old list", .frozen = frozen, .rule = {}},
                             live("women", "gender = female"),
                             live("both", "in audience women OR in audience \"old list\"")};
        QCOMPARE(answer(*snapshot, "in audience \"old list\"", options), std::string("1"));
        QCOMPARE(answer(*snapshot, "in audience women", options), std::string("0"));
        QCOMPARE(answer(*snapshot, "not in audience women", options), std::string("123"));
        QCOMPARE(answer(*snapshot, "in audience both AND in audience both", options), std::string("01"));
        QCOMPARE(answer(*snapshot, "in audience nobody", options), std::string("audience"));
    }

    void circlesOfAudiencesAreRefused()
    {
        const SnapshotPtr snapshot = fiveCustomers();
        AudienceOptions options;
        options.audiences
            = {live("a", "all AND in audience b"), live("b", "in audience c"), live("c", "in audience a"),
               live("self", "in audience self"), live("wrong", "nonsense = 1")};
        QCOMPARE(answer(*snapshot, "in audience a", options), std::string("cycle"));
        QCOMPARE(answer(*snapshot, "in audience self", options), std::string("cycle"));
        Job job(1);
        const Result<Audience> wrong
            = evaluateAudience(*snapshot, rule("all AND in audience wrong"), options, job);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().subject, std::string("audience"));
        QCOMPARE(wrong.error().value, std::string("wrong"));
        QCOMPARE(wrong.error().place.column, std::int64_t {9});
        QCOMPARE(wrong.error().detail, std::string("inside the audience: attribute"));
    }

    void aLongChainOfAudiencesThatNameEachOtherTwiceIsQuick()
    {
        AudienceOptions options;
        options.audiences = {live("a0", "gender = male")};
        for (int i = 1; i < 30; ++i) {
            const std::string before = "a" + std::to_string(i - 1);
            options.audiences.push_back(
                live("a" + std::to_string(i), "in audience " + before + " AND in audience " + before));
        }
        QCOMPARE(answer(*fiveCustomers(), "in audience a29", options), std::string("1"));
    }

    void whatDoesNotFitTheDataIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("column");
        QTest::newRow("no such fact") << "all AND hat_size > 3"
                                      << "attribute" << 9;
        QTest::newRow("a word for a number") << "all OR age > old"
                                             << "number" << 8;
        QTest::newRow("a word for a date") << "registered >= 3"
                                           << "date" << 1;
        QTest::newRow("order of words") << "city > 上海"
                                        << "comparison" << 1;
        QTest::newRow("part of a number") << "age contains 3"
                                          << "comparison" << 1;
        QTest::newRow("window of a word") << "city last 90d"
                                          << "comparison" << 1;
    }

    void whatDoesNotFitTheDataIsRefusedWithItsPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(int, column);
        Job job(1);
        const Result<Audience> audience
            = evaluateAudience(*fiveCustomers(), rule(text.toStdString()), {}, job);
        QVERIFY(!audience);
        QCOMPARE(audience.error().code, ErrorCode::BadRule);
        QCOMPARE(audience.error().subject, expected.toStdString());
        QCOMPARE(audience.error().place.column, static_cast<std::int64_t>(column));
    }

    void theWaterfallCountsInWrittenOrder()
    {
        Job job(1);
        const SnapshotPtr snapshot = fiveCustomers();
        const RuleNode joined = rule("city in (上海, shanghai) AND age >= 30 AND gender = female");
        const auto steps = audienceWaterfall(*snapshot, joined, {}, job);
        QVERIFY(steps);
        QCOMPARE(steps->size(), std::size_t {3});
        QCOMPARE((*steps)[0].own, Index {2});
        QCOMPARE((*steps)[0].cumulative, Index {2});
        QCOMPARE((*steps)[1].own, Index {2});
        QCOMPARE((*steps)[1].ownUnknown, Index {1});
        QCOMPARE((*steps)[2].own, Index {1});
        QCOMPARE((*steps)[2].cumulative, Index {1});
        QCOMPARE((*steps)[2].clause, &joined.children[2]);
        QVERIFY((*steps)[0].joining == RuleNode::Kind::All && (*steps)[2].joining == RuleNode::Kind::And);
        const RuleNode except = rule("all EXCEPT gender = male");
        const auto taken = audienceWaterfall(*snapshot, except, {}, job);
        QVERIFY(taken);
        QCOMPARE((*taken)[0].cumulative, Index {4});
        QCOMPARE((*taken)[1].own, Index {1});
        QCOMPARE((*taken)[1].ownUnknown, Index {2});
        QCOMPARE((*taken)[1].cumulative, Index {1});
    }

    void reasonsNameTheFactThatDecided()
    {
        Job job(1);
        const SnapshotPtr snapshot = fiveCustomers();
        const RuleNode joined
            = rule("city = 上海 AND NOT age > 40 AND stored_value >= 500 AND reachable(sms)");
        const Result<AudienceReason> anna = explainMembership(*snapshot, joined, {}, 0, job);
        QVERIFY(anna && anna->isMember());
        QCOMPARE(anna->rule.children[0].fact.text, std::string("上海"));
        QVERIFY(anna->rule.children[1].truth == Truth::True);
        QVERIFY(anna->rule.children[1].children[0].truth == Truth::False);
        QCOMPARE(anna->rule.children[1].children[0].fact.number, 30.0);
        QCOMPARE(anna->rule.children[2].fact.number, 50'000.0);
        QVERIFY(anna->rule.children[2].fact.type == AttributeType::Money);
        QVERIFY(anna->rule.children[3].consent == ConsentAnswer::Granted);
        QCOMPARE(anna->rule.children[3].consentAt, Millis {1});
        const Result<AudienceReason> nobody = explainMembership(*snapshot, joined, {}, 2, job);
        QVERIFY(nobody && !nobody->isMember());
        QVERIFY(!nobody->rule.children[0].fact.known);
        QVERIFY(nobody->rule.children[0].truth == Truth::Unknown);
        QCOMPARE(nobody->rule.children[3].consentAt, kMissing);
        const Result<AudienceReason> device = explainMembership(*snapshot, rule("all"), {}, 4, job);
        QVERIFY(device && device->rule.truth == Truth::True && !device->isMember());
        const Result<AudienceReason> beyond = explainMembership(*snapshot, rule("all"), {}, 5, job);
        QVERIFY(!beyond && beyond.error().subject == "customer");
    }

    void metricsOfLiveAudiencesAreAskedForToo()
    {
        const std::vector<NamedAudience> audiences {
            live("a", "rfm.m > 3 AND in audience b"),
            live("b", "frequency > 1 AND in audience a"),
            {.name = "c", .frozen = Bitset(5), .rule = rule("rfm.f > 1")}};
        QCOMPARE(metricsOf(rule("rfm.r > 1 AND in audience a AND in audience c"), audiences),
                 (std::vector<std::string> {"frequency", "rfm.m", "rfm.r"}));
    }

    void namesThatTheDataDoNotKnowAreReportedOnce()
    {
        Job job(1);
        AudienceOptions options;
        options.audiences = {live("a", "did bil AND city in (上海, Pekin)")};
        const RuleNode doubtful
            = rule("in audience a OR gender = femal OR did bil count > 1 OR did bill OR did bill[item=X]");
        const Result<Audience> audience = evaluateAudience(*fiveCustomers(), doubtful, options, job);
        QVERIFY(audience);
        std::vector<AudienceDoubt> expected {
            {"city", "Pekin"}, {"type", "bil"}, {"gender", "femal"}, {"item", "X"}};
        std::vector<AudienceDoubt> actual = audience->doubts;
        const auto byName = [](const AudienceDoubt& a, const AudienceDoubt& b) { return a.name < b.name; };
        std::sort(expected.begin(), expected.end(), byName);
        std::sort(actual.begin(), actual.end(), byName);
        QVERIFY(actual == expected);
        QVERIFY(evaluateAudience(*fiveCustomers(), rule("gender = male"), {}, job)->doubts.empty());
    }

    void optionsOfAnotherSizeAndAStoppedJobAreRefused()
    {
        class Stopped final : public Job {
        public:
            [[nodiscard]] bool stopped() const override { return true; }
        } stopped;
        const SnapshotPtr snapshot = fiveCustomers();
        const Result<Audience> cancelled = evaluateAudience(*snapshot, rule("all"), {}, stopped);
        QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
        AudienceOptions options;
        options.population = Bitset(4);
        QCOMPARE(answer(*snapshot, "all", options), std::string("population"));
        options.population = {};
        options.audiences = {{.name = "x", .frozen = Bitset(4), .rule = {}}};
        QCOMPARE(answer(*snapshot, "all", options), std::string("audiences"));
    }
};

MEITRACE_TEST(TestAudience)
#include "tst_audience.moc"

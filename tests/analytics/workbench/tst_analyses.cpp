// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses under a name: what was asked comes back as it was, and what came out stands beside what comes out
// now.
#include "analytics/workbench/analysisbook.h"
#include "analytics/workbench/audiencebook.h"
#include "analytics/workbench/demo.h"
#include "analytics/workbench/importing.h"
#include "analytics/workbench/kpis.h"
#include "models/base/random.h"
#include "models/pipeline/importjob.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr AnalysisPeriod kLast90 {.kind = AnalysisPeriod::Kind::LastDays, .days = 90};

FunnelOptions usualFunnel()
{
    FunnelOptions options;
    options.steps = *parseEventList("lead,booking_create,arrive,deal");
    return options;
}

/// Every option has another value than the usual one.
FunnelOptions unusualFunnel()
{
    FunnelOptions options;
    options.steps = *parseEventList(
        "page_view[channel=xhs_org]|item_view,lead[item in (a,\"b, c\")],bill[amount>=10.5]");
    options.mode = FunnelMode::Anchored;
    options.entry = FunnelEntry::Every;
    options.unit = UnitKind::Session;
    options.window = Duration {3, DurationUnit::Months};
    options.stepWindows = {std::nullopt, Duration {7, DurationUnit::Days}, std::nullopt};
    options.bound = UnitKind::Visit;
    options.gap = Duration {45, DurationUnit::Minutes};
    options.cutAtCampaign = true;
    options.anchors = {1, 3};
    options.visible = *parseEventList("lead,arrive");
    options.exclusions = *parseExclusions("no_deal@2-3,complaint[kind=\"x y\"]@1-2");
    options.policy = ExclusionPolicy::Drop;
    options.optional = {2};
    options.openEntry = true;
    options.hold = {EventField::Item, EventField::Store, EventField::Detail};
    options.countHoldValues = true;
    options.split = "member \"level\"";
    options.attribution = {FunnelAttribution::At::Step, 2};
    options.splitValues = 7;
    options.includeAnonymous = true;
    options.from = *parseIsoDate("2025-01-02");
    options.to = *parseIsoDate("2026-03-04");
    options.asOf = *parseIsoDate("2026-05-06");
    options.toleranceSeconds = 2;
    return options;
}

RfmOptions unusualRfm()
{
    RfmOptions options;
    options.asOf = *parseIsoDate("2026-02-28");
    options.windowMonths = 0;
    options.method = RfmMethod::Fixed;
    options.frequency = RfmFrequency::Treatments;
    options.value = RfmValue::Delivered;
    options.bins = 4;
    options.fixedCuts = {.recency = {10, 20, 30}, .frequency = {1, 2, 9}, .monetary = {1, 2, 30000000000}};
    options.grid = RfmGrid::Eleven;
    options.axis = RfmAxis::FrequencyAndMoney;
    options.threshold = RfmThreshold::Fixed;
    options.fixedThresholds = {0.1, 1.0 / 3, 1e15};
    options.includeAnonymous = true;
    return options;
}

bool isEqual(const FunnelOptions& a, const FunnelOptions& b)
{
    return a.steps == b.steps && a.mode == b.mode && a.entry == b.entry && a.unit == b.unit
        && a.window == b.window && a.stepWindows == b.stepWindows && a.bound == b.bound && a.gap == b.gap
        && a.cutAtCampaign == b.cutAtCampaign && a.anchors == b.anchors && a.visible == b.visible
        && a.exclusions == b.exclusions && a.policy == b.policy && a.optional == b.optional
        && a.openEntry == b.openEntry && a.hold == b.hold && a.countHoldValues == b.countHoldValues
        && a.split == b.split && a.attribution == b.attribution && a.splitValues == b.splitValues
        && a.includeAnonymous == b.includeAnonymous && a.from == b.from && a.to == b.to && a.asOf == b.asOf
        && a.toleranceSeconds == b.toleranceSeconds;
}

bool isEqual(const RfmOptions& a, const RfmOptions& b)
{
    return a.asOf == b.asOf && a.windowMonths == b.windowMonths && a.method == b.method
        && a.frequency == b.frequency && a.value == b.value && a.bins == b.bins
        && a.fixedCuts.recency == b.fixedCuts.recency && a.fixedCuts.frequency == b.fixedCuts.frequency
        && a.fixedCuts.monetary == b.fixedCuts.monetary && a.grid == b.grid && a.axis == b.axis
        && a.threshold == b.threshold && a.fixedThresholds.recency == b.fixedThresholds.recency
        && a.fixedThresholds.frequency == b.fixedThresholds.frequency
        && a.fixedThresholds.monetary == b.fixedThresholds.monetary
        && a.includeAnonymous == b.includeAnonymous;
}

bool isEqual(const KpiOptions& a, const KpiOptions& b)
{
    return a.month == b.month && a.asOf == b.asOf && a.compare == b.compare && a.by == b.by
        && a.roiDays == b.roiDays && a.includeAnonymous == b.includeAnonymous;
}

bool isEqual(const PersonaQuestion& a, const PersonaQuestion& b)
{
    return a.of == b.of && a.attributes == b.attributes && a.includeAnonymous == b.includeAnonymous
        && a.asOf == b.asOf;
}

CustomerFilter someFilter()
{
    CustomerFilter filter;
    filter.of(FilterField::Channel) = {"xhs_org", "a \"b\""};
    filter.of(FilterField::Store) = {"S1"};
    return filter;
}

template <typename Options>
bool comesBack(const Options& options, const std::string& where = {}, const AnalysisPeriod& period = {})
{
    const AnalysisDefinition definition {
        .where = where, .filter = someFilter(), .period = period, .options = options};
    const std::string text = printed(definition);
    const Result<AnalysisDefinition> read = parseDefinition(text);
    return read && read->where == where && read->period == period && read->filter == someFilter()
        && std::holds_alternative<Options>(read->options)
        && isEqual(std::get<Options>(read->options), options) && printed(*read) == text;
}

double figure(const AnalysisOutcome& outcome, std::string_view name, std::string_view subject = {})
{
    for (const AnalysisFigure& each : outcome.figures) {
        if (each.name == name && each.subject == subject) {
            return each.value;
        }
    }
    return std::nan("");
}

}  // namespace

class TestAnalyses final : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    std::string m_demo;

    Result<Clinic> open()
    {
        Job job(1);
        return Clinic::forWriting(m_demo, job);
    }

    static SavedAnalysis counted(Clinic& clinic, const std::string& name,
                                 const AnalysisDefinition& definition, int threads = 1)
    {
        Job job(threads);
        const Result<AnalysisOutcome> outcome = runAnalysis(clinic, definition, job);
        SavedAnalysis analysis {
            .name = name, .kind = std::string(kindOf(definition)), .definition = printed(definition)};
        if (outcome) {
            analysis.outcome = *outcome;
        }
        return analysis;
    }

    static std::vector<std::string> names(Clinic& clinic)
    {
        std::vector<std::string> list;
        const auto all = savedAnalyses(clinic);
        for (const SavedAnalysis& analysis : all ? *all : std::vector<SavedAnalysis>()) {
            list.push_back(analysis.name);
        }
        std::sort(list.begin(), list.end());
        return list;
    }

private slots:
    void initTestCase()
    {
        Job job;
        m_demo = m_scratch.path("clinic.meitrace");
        QVERIFY(makeDemoClinic({.workspace = m_demo, .folder = m_scratch.path("files")}, job));
    }

    void everyOptionOfAFunnelComesBack()
    {
        QVERIFY(comesBack(usualFunnel()));
        QVERIFY(comesBack(unusualFunnel(), "did bill last 30d AND city = \"x\"",
                          {.kind = AnalysisPeriod::Kind::LastDays, .days = 90}));
        FunnelOptions endless = usualFunnel();
        endless.window.reset();
        QVERIFY(comesBack(endless));
        for (const AnalysisPeriod& period :
             {AnalysisPeriod {.kind = AnalysisPeriod::Kind::ThisMonth},
              AnalysisPeriod {.kind = AnalysisPeriod::Kind::LastMonth},
              AnalysisPeriod {.kind = AnalysisPeriod::Kind::Own, .days = 0, .from = 20000, .to = 20030}}) {
            QVERIFY(comesBack(endless, {}, period));
        }
        for (const FunnelMode mode :
             {FunnelMode::Ordered, FunnelMode::Strict, FunnelMode::Any, FunnelMode::Anchored}) {
            for (const FunnelEntry entry :
                 {FunnelEntry::Best, FunnelEntry::First, FunnelEntry::Every, FunnelEntry::Session}) {
                FunnelOptions options = usualFunnel();
                options.mode = mode;
                options.entry = entry;
                QVERIFY(comesBack(options));
            }
        }
        for (const FunnelAttribution& attribution : {FunnelAttribution {FunnelAttribution::At::Last, 1},
                                                     FunnelAttribution {FunnelAttribution::At::Step, 19}}) {
            FunnelOptions options = usualFunnel();
            options.attribution = attribution;
            QVERIFY(comesBack(options));
        }
    }

    void everyOptionOfRfmComesBack()
    {
        QVERIFY(comesBack(RfmOptions {}));
        QVERIFY(comesBack(unusualRfm(), "all"));
        for (const RfmMethod method :
             {RfmMethod::Auto, RfmMethod::Quantile, RfmMethod::Fixed, RfmMethod::Breaks}) {
            RfmOptions options;
            options.method = method;
            QVERIFY(comesBack(options));
        }
        Random random(7);
        for (int i = 0; i < 200; ++i) {
            RfmOptions options;
            options.windowMonths = static_cast<int>(random.below(1200));
            options.fixedThresholds = {random.unit() / 7.0, random.unit() * 1e18, random.unit() * 1e-300};
            options.fixedCuts.frequency.assign(random.below(4),
                                               static_cast<std::int64_t>(random.next() >> 2U));
            QVERIFY(comesBack(options));
        }
    }

    void everyOptionOfTheMonthsFiguresComesBack()
    {
        QVERIFY(comesBack(KpiOptions {}));
        for (const KpiBy by : {KpiBy::None, KpiBy::Store, KpiBy::Staff, KpiBy::Channel}) {
            QVERIFY(comesBack(KpiOptions {.month = *parseIsoDate("2026-02-01"),
                                          .asOf = *parseIsoDate("2026-05-31"),
                                          .compare = KpiCompare::Year,
                                          .by = by,
                                          .roiDays = 90,
                                          .includeAnonymous = true},
                              "all"));
        }
    }

    void everyOptionOfAComparisonComesBack()
    {
        QVERIFY(comesBack(PersonaQuestion {.of = "did bill"}));
        QVERIFY(comesBack(PersonaQuestion {.of = "in audience \"a \\\"b\\\"\"",
                                           .attributes = {"city", "age"},
                                           .includeAnonymous = true,
                                           .asOf = *parseIsoDate("2026-05-31")},
                          "did lead", kLast90));
    }

    void whatCannotBeReadSaysWhichOptionItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        QTest::newRow("nothing") << ""
                                 << "definition";
        QTest::newRow("a list") << "[]"
                                << "definition";
        QTest::newRow("cut off") << "{'analysis':'funnel','options':{"
                                 << "definition";
        QTest::newRow("no options") << "{'analysis':'funnel'}"
                                    << "options";
        QTest::newRow("another kind") << "{'analysis':'weather','options':{}}"
                                      << "analysis";
        QTest::newRow("a number as a name") << "{'analysis':3,'options':{}}"
                                            << "analysis";
        QTest::newRow("mode") << "{'analysis':'funnel','options':{'mode':'upwards'}}"
                              << "mode";
        QTest::newRow("unknown key") << "{'analysis':'funnel','options':{'speed':1}}"
                                     << "speed";
        QTest::newRow("bins") << "{'analysis':'rfm','options':{'bins':5.5}}"
                              << "bins";
        QTest::newRow("too large") << "{'analysis':'rfm','options':{'bins':99999999999}}"
                                   << "bins";
        QTest::newRow("window") << "{'analysis':'rfm','options':{'window':'90d'}}"
                                << "window";
        QTest::newRow("inside cuts") << "{'analysis':'rfm','options':{'cuts':{'frequency':['a']}}}"
                                     << "frequency";
        QTest::newRow("hold") << "{'analysis':'funnel','options':{'hold':['mood']}}"
                              << "hold";
        QTest::newRow("day") << "{'analysis':'funnel','options':{'as_of':'2026-02-30'}}"
                             << "as_of";
        QTest::newRow("period") << "{'analysis':'rfm','period':{'kind':'last_days'},'options':{}}"
                                << "period";
        QTest::newRow("filter") << "{'analysis':'rfm','filter':{'mood':['a']},'options':{}}"
                                << "mood";
        QTest::newRow("month") << "{'analysis':'kpi','options':{'month':'2026-13'}}"
                               << "month";
        QTest::newRow("by") << "{'analysis':'kpi','options':{'by':'mood'}}"
                            << "by";
        QTest::newRow("a set of nobody") << "{'analysis':'persona','options':{}}"
                                         << "of";
        QTest::newRow("steps") << "{'analysis':'funnel','options':{'steps':'lead[['}}"
                               << "step";
    }
    void whatCannotBeReadSaysWhichOptionItIs()
    {
        QFETCH(QString, text);
        text.replace(u'\'', u'"');
        QFETCH(QString, subject);
        const Result<AnalysisDefinition> read = parseDefinition(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(read.error().subject), subject);
    }

    void theDigestDoesNotDependOnTheNumberOfThreads()
    {
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        FunnelOptions split = usualFunnel();
        split.split = "channel";
        RfmOptions eleven;
        eleven.grid = RfmGrid::Eleven;
        std::vector<std::string> digests;
        for (const AnalysisDefinition& definition :
             {AnalysisDefinition {.options = usualFunnel()}, AnalysisDefinition {.options = split},
              AnalysisDefinition {.where = "did bill", .options = usualFunnel()},
              AnalysisDefinition {.period = kLast90, .options = usualFunnel()},
              AnalysisDefinition {.options = RfmOptions {}}, AnalysisDefinition {.options = eleven},
              AnalysisDefinition {.options = KpiOptions {}},
              AnalysisDefinition {.where = "did bill", .options = KpiOptions {}},
              AnalysisDefinition {.options = KpiOptions {.by = KpiBy::Channel}},
              AnalysisDefinition {.options = PersonaQuestion {.of = "did bill"}},
              AnalysisDefinition {.where = "did consult_onsite",
                                 .options = PersonaQuestion {.of = "did bill"}}}) {
            const std::string digest = counted(*clinic, "x", definition, 1).outcome.digest;
            QCOMPARE(digest.size(), std::size_t {32});
            for (const int threads : {2, 7}) {
                QCOMPARE(counted(*clinic, "x", definition, threads).outcome.digest, digest);
            }
            QVERIFY(std::find(digests.begin(), digests.end(), digest) == digests.end());
            digests.push_back(digest);
        }
    }

    void figuresAreThoseOfTheAnalysis()
    {
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        Job job(1);
        const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
        const Result<Bitset> everybody = populationOf(*clinic, {}, job);
        QVERIFY(snapshot && everybody);
        FunnelOptions options = usualFunnel();
        options.population = *everybody;
        const Result<FunnelResult> result = funnel(**snapshot, options, job);
        QVERIFY(result);
        const AnalysisOutcome outcome = counted(*clinic, "x", {.options = usualFunnel()}).outcome;
        QCOMPARE(figure(outcome, "reached", "lead"), static_cast<double>(result->steps[0].reached));
        QCOMPARE(figure(outcome, "reached", "deal"), static_cast<double>(result->steps[3].reached));
        QCOMPARE(figure(outcome, "of_first"), result->steps[3].ofFirst.rate);
        QCOMPARE(figure(outcome, "median"), result->steps[3].sinceFirst.median / 1000);
        const AnalysisOutcome segments = counted(*clinic, "x", {.options = RfmOptions {}}).outcome;
        double sum = 0;
        for (const AnalysisFigure& each : segments.figures) {
            sum += each.name == "segment" ? each.value : 0;
        }
        QVERIFY(sum > 100);
        QCOMPARE(sum, figure(segments, "scored"));
        const Result<KpiInputs> inputs = kpiInputs(clinic->workspace(), **snapshot, job);
        QVERIFY(inputs);
        const Result<KpiResult> month = kpis(
            **snapshot, *inputs, {.month = *parseIsoDate("2026-04-30"), .population = *everybody}, job);
        QVERIFY(month);
        // April may be named by itself, or be the month the days end in.
        const AnalysisPeriod april {.kind = AnalysisPeriod::Kind::Own,
                                    .from = *parseIsoDate("2026-02-01"),
                                    .to = *parseIsoDate("2026-04-30")};
        for (const AnalysisDefinition& definition :
             {AnalysisDefinition {.options = KpiOptions {.month = *parseIsoDate("2026-04-01")}},
              AnalysisDefinition {.period = april, .options = KpiOptions {}}}) {
            const AnalysisOutcome figures = counted(*clinic, "x", definition).outcome;
            QCOMPARE(figures.digest, outcomeOf(**snapshot, *month).digest);
            for (const char* id : {"gmv", "arrivals", "deal_rate"}) {
                QCOMPARE(figure(figures, "kpi", id),
                         month->figures[static_cast<std::size_t>(kpiIndex(id))].now.value);
            }
        }
    }

    void aComparisonSetsTheSetAgainstTheOthersThatAreAskedFor()
    {
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        Job job(1);
        const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
        const Result<Bitset> everybody = populationOf(*clinic, {}, job);
        const Result<Bitset> buyers = populationOf(*clinic, {.rule = "did bill"}, job);
        const Result<Bitset> consulted = populationOf(*clinic, {.rule = "did consult_onsite"}, job);
        QVERIFY(snapshot && everybody && buyers && consulted);
        const auto expected = [&](Bitset members, Bitset population) {
            population |= members;
            const Result<PersonaResult> result = persona(
                **snapshot, {.members = std::move(members), .population = std::move(population)}, job);
            return outcomeOf(**snapshot, *result);
        };
        const PersonaQuestion question {.of = "did bill"};
        const AnalysisOutcome all = counted(*clinic, "x", {.options = question}).outcome;
        QCOMPARE(all.digest, expected(*buyers, *everybody).digest);
        QCOMPARE(figure(all, "members"), static_cast<double>(buyers->count()));
        QCOMPARE(figure(all, "rest"), static_cast<double>(everybody->count() - buyers->count()));
        QVERIFY(figure(all, "share_in", "event=bill") == 1);
        // Where narrows both sides, the filter only the others.
        Bitset both = *buyers;
        both &= *consulted;
        const AnalysisOutcome where
            = counted(*clinic, "x", {.where = "did consult_onsite", .options = question}).outcome;
        QCOMPARE(where.digest, expected(both, *consulted).digest);
        const CustomerFilter filter = [] {
            CustomerFilter one;
            one.of(FilterField::Channel) = {"xhs_org"};
            return one;
        }();
        const Result<Bitset> left = populationOf(*clinic, {.rule = filterRule(filter)}, job);
        QVERIFY(left && left->count() > 10);
        const AnalysisOutcome filtered
            = counted(*clinic, "x", {.filter = filter, .options = question}).outcome;
        QCOMPARE(filtered.digest, expected(*buyers, *left).digest);
        // A set of a handful is refused as such.
        const Result<PersonaResult> few
            = askPersona(*clinic, {.options = PersonaQuestion {.of = "did bill AND NOT did bill"}}, job);
        QVERIFY(!few && few.error().code == ErrorCode::EmptyInput);
    }

    void whatIsSavedIsReadAsItWas()
    {
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        SavedAnalysis analysis = counted(*clinic, "monthly funnel", {.options = usualFunnel()});
        analysis.note = "for the meeting";
        analysis.outcome.figures.push_back({.name = "empty", .value = std::nan("")});
        const Result<AnalysisChange> saved = saveAnalysis(*clinic, analysis, SavingRule::New);
        QVERIFY(saved && !saved->before && saved->after->id > 0);
        const Result<SavedAnalysis> read = savedAnalysis(*clinic, "monthly funnel");
        QVERIFY(read);
        QCOMPARE(read->definition, analysis.definition);
        QCOMPARE(read->note, analysis.note);
        QCOMPARE(read->kind, std::string("funnel"));
        QCOMPARE(read->outcome.digest, analysis.outcome.digest);
        QCOMPARE(read->outcome.asOf, analysis.outcome.asOf);
        QVERIFY(read->outcome.dataVersion > 0);
        QCOMPARE(read->outcome.dataVersion, analysis.outcome.dataVersion);
        QCOMPARE(read->outcome.mapVersion, analysis.outcome.mapVersion);
        QCOMPARE(read->outcome.figures.size(), analysis.outcome.figures.size());
        for (const FigurePair& pair : pairedFigures(analysis.outcome, read->outcome)) {
            QVERIFY(pair.isSame());
        }
        QVERIFY(std::isnan(read->outcome.figures.back().value));
        QVERIFY(deleteAnalysis(*clinic, "monthly funnel"));
    }

    void everyChangeIsTakenBackAndDoneAgain()
    {
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        using Names = std::vector<std::string>;
        const SavedAnalysis first = counted(*clinic, "first", {.options = usualFunnel()});
        const Result<AnalysisChange> made = saveAnalysis(*clinic, first, SavingRule::New);
        QVERIFY(made);
        QVERIFY(takeBack(*clinic, *made));
        QCOMPARE(names(*clinic), Names {});
        QVERIFY(doAgain(*clinic, *made));
        const Result<AnalysisChange> renamed = renameAnalysis(*clinic, "first", "second");
        QVERIFY(renamed);
        QCOMPARE(names(*clinic), Names {"second"});
        QVERIFY(takeBack(*clinic, *renamed));
        QCOMPARE(names(*clinic), Names {"first"});
        QVERIFY(doAgain(*clinic, *renamed));
        const Result<AnalysisChange> gone = deleteAnalysis(*clinic, "second");
        QVERIFY(gone);
        QCOMPARE(names(*clinic), Names {});
        QVERIFY(takeBack(*clinic, *gone));
        QCOMPARE(names(*clinic), Names {"second"});
        QCOMPARE(savedAnalysis(*clinic, "second")->outcome.digest, first.outcome.digest);
        QCOMPARE(savedAnalysis(*clinic, "second")->id, made->after->id);
        QVERIFY(takeBack(*clinic, *renamed));
        QVERIFY(takeBack(*clinic, *made));
        QCOMPARE(names(*clinic), Names {});
    }

    void namesAreTakenOnce()
    {
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        const SavedAnalysis funnels = counted(*clinic, "a", {.options = usualFunnel()});
        const SavedAnalysis segments = counted(*clinic, "a", {.options = RfmOptions {}});
        QVERIFY(saveAnalysis(*clinic, funnels, SavingRule::New));
        const auto again = saveAnalysis(*clinic, funnels, SavingRule::New);
        QVERIFY(!again && again.error().code == ErrorCode::Exists);
        const auto other = saveAnalysis(*clinic, segments, SavingRule::Replace);
        QVERIFY(!other && other.error().code == ErrorCode::Exists);
        SavedAnalysis changed = counted(*clinic, "a", {.period = kLast90, .options = usualFunnel()});
        const auto replaced = saveAnalysis(*clinic, changed, SavingRule::Replace);
        QVERIFY(replaced && replaced->before);
        QCOMPARE(savedAnalysis(*clinic, "a")->definition, changed.definition);
        QVERIFY(takeBack(*clinic, *replaced));
        QCOMPARE(savedAnalysis(*clinic, "a")->definition, funnels.definition);
        changed.name = "b";
        QVERIFY(saveAnalysis(*clinic, changed, SavingRule::New));
        const auto clash = renameAnalysis(*clinic, "b", "a");
        QVERIFY(!clash && clash.error().code == ErrorCode::Exists);
        for (const char* bad : {"", "  ", "a\nb", "\x7f"}) {
            const auto refused = renameAnalysis(*clinic, "a", bad);
            QVERIFY(!refused && refused.error().code == ErrorCode::BadOption);
        }
        QVERIFY(!isAnalysisName(std::string(81, 'x')) && isAnalysisName(std::string(80, 'x')));
        const auto nobody = deleteAnalysis(*clinic, "c");
        QVERIFY(!nobody && nobody.error().code == ErrorCode::NotFound);
        QVERIFY(deleteAnalysis(*clinic, "a") && deleteAnalysis(*clinic, "b"));
    }

    void oldAndNewStandSideBySideUntilTheImportIsUndone()
    {
        Job job(1);
        std::int64_t batch = 0;
        SavedAnalysis funnels;
        SavedAnalysis segments;
        {
            Result<Clinic> clinic = open();
            QVERIFY(clinic);
            funnels = counted(*clinic, "funnels", {.options = usualFunnel()});
            segments = counted(*clinic, "segments", {.options = RfmOptions {}});
            QVERIFY(saveAnalysis(*clinic, funnels, SavingRule::New));
            QVERIFY(saveAnalysis(*clinic, segments, SavingRule::New));
            const auto compared = compareWithNow(*clinic, funnels, job);
            QVERIFY(compared && compared->isSame());
        }
        const std::string bills = m_scratch.path("bills.csv");
        {
            QFile file(QString::fromStdString(bills));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("订单号,客户姓名,手机号,消费日期,项目,金额,渠道\n"
                       "T1,赵一A,16400000001,2026-01-05,光子嫩肤,100.00,抖音\n"
                       "T2,钱二B,16400000002,2026-02-05,热玛吉,200.00,美团\n");
        }
        {
            Result<Clinic> clinic = open();
            QVERIFY(clinic);
            ImportRequest request;
            request.files = {bills};
            request.mapping.kind = "his_billing";
            const Result<ImportReport> report = importFiles(clinic->workspace(), request, job);
            QVERIFY(report && !report->failure);
            batch = report->files.front().batch;
            QCOMPARE(report->customersAfter, report->customersBefore + 2);
        }
        {
            Result<Clinic> clinic = open();
            QVERIFY(clinic);
            const auto now = compareWithNow(*clinic, segments, job);
            QVERIFY(now && !now->isSame());
            QVERIFY(now->now.dataVersion > now->saved.outcome.dataVersion);
            QCOMPARE(figure(now->now, "scored"), figure(segments.outcome, "scored") + 2);
            QCOMPARE(figure(now->now, "spend"), figure(segments.outcome, "spend") + 30000);
            // Nobody of the new ones took a first step.
            const auto same = compareWithNow(*clinic, funnels, job);
            QVERIFY(same && same->isSame());
            // Keeping the new figures makes them the ones to compare with, and can be taken back.
            const auto kept = keepOutcome(*clinic, "segments", now->now);
            QVERIFY(kept);
            QVERIFY(compareWithNow(*clinic, *savedAnalysis(*clinic, "segments"), job)->isSame());
            QVERIFY(takeBack(*clinic, *kept));
            QVERIFY(!compareWithNow(*clinic, *savedAnalysis(*clinic, "segments"), job)->isSame());
            QVERIFY(undoImport(clinic->workspace(), batch, job));
        }
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        for (const char* name : {"funnels", "segments"}) {
            const auto back = compareWithNow(*clinic, *savedAnalysis(*clinic, name), job);
            QVERIFY(back && back->isSame());
            QVERIFY(back->now.dataVersion > back->saved.outcome.dataVersion);
            QVERIFY(deleteAnalysis(*clinic, name));
        }
    }

    void aRenamedAudienceIsRenamedInQuestionsToo()
    {
        Result<Clinic> clinic = open();
        QVERIFY(clinic);
        Job job(1);
        const SavedAudience buyers {.name = "buyers", .rule = "did bill"};
        QVERIFY(saveRule(*clinic, buyers, {}, job));
        AnalysisDefinition definition {.where = "in audience \"buyers\"", .options = usualFunnel()};
        definition.filter.of(FilterField::Audience) = {"buyers"};
        const SavedAnalysis analysis = counted(*clinic, "of buyers", definition);
        QVERIFY(!analysis.outcome.digest.empty());
        QVERIFY(saveAnalysis(*clinic, analysis, SavingRule::New));
        QVERIFY(renameAudience(*clinic, "buyers", "who bought", job));
        const auto compared = compareWithNow(*clinic, *savedAnalysis(*clinic, "of buyers"), job);
        QVERIFY(compared && compared->isSame());
        QVERIFY(compared->saved.definition != analysis.definition);
        QVERIFY(deleteAnalysis(*clinic, "of buyers"));
        QVERIFY(deleteAudience(*clinic, "who bought", job));
    }

    void figuresThatCameAndWentHaveNoPartner()
    {
        const AnalysisOutcome before {.figures = {{.name = "a", .value = 1}, {.name = "b", .value = 2}}};
        const AnalysisOutcome now {.figures = {{.name = "c", .value = 3}, {.name = "a", .value = 1}}};
        const std::vector<FigurePair> pairs = pairedFigures(before, now);
        QCOMPARE(pairs.size(), std::size_t {3});
        QVERIFY(std::isnan(pairs[0].before.value) && pairs[0].now.value == 3.0 && !pairs[0].isSame());
        QVERIFY(pairs[1].isSame());
        QVERIFY(pairs[2].before.value == 2.0 && std::isnan(pairs[2].now.value));
    }
};

MEITRACE_TEST(TestAnalyses)

#include "tst_analyses.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/usualfunnel.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"
#include "ui/report/journeydata.h"
#include "ui/report/journeytext.h"

#include <QTest>

#include <string>
#include <utility>
#include <vector>

using namespace meitrace;

namespace {

Day day(int year, int month, int of)
{
    return dayFromCivil(year, month, of);
}

using Events = std::vector<std::pair<std::string, Day>>;

/// Customers in the order given; those marked may be contacted by short message.
SnapshotPtr worldOf(const std::vector<std::pair<Events, bool>>& people, Day asOf)
{
    SnapshotBuilder builder;
    for (const auto& [events, reachable] : people) {
        const Index customer = builder.addCustomer();
        Millis hour = 8;
        for (const auto& [type, when] : events) {
            SnapshotBuilder::Event event;
            event.time = when * kDayMillis + hour++ * 3'600'000;
            event.type = type;
            event.amount = type == "bill" ? 10'000 : 0;
            builder.addEvent(customer, std::move(event));
        }
        if (reachable) {
            builder.addConsent(customer,
                               {.scope = ConsentScope::Marketing,
                                .channel = ConsentChannel::Sms,
                                .state = ConsentState::Granted,
                                .at = 0});
        }
    }
    builder.setAsOf(asOf);
    return builder.build();
}

Overview overviewOf(const std::vector<std::string>& types)
{
    Overview overview;
    for (const std::string& type : types) {
        overview.eventsByType.emplace_back(type, 1);
    }
    return overview;
}

const std::vector<std::string>& usualTypes()
{
    static const std::vector<std::string> kTypes {"lead", "booking_create", "arrive", "deal"};
    return kTypes;
}

/// Two in May 2026, one of them through; one in April; three lost long ago, of whom one is recent and
/// reachable.
SnapshotPtr smallClinic()
{
    return worldOf(
        {{{{"lead", day(2026, 5, 2)},
           {"booking_create", day(2026, 5, 3)},
           {"arrive", day(2026, 5, 6)},
           {"deal", day(2026, 5, 6)},
           {"bill", day(2026, 5, 6)}},
          true},
         {{{"lead", day(2026, 5, 20)}}, true},
         {{{"lead", day(2026, 4, 10)}, {"booking_create", day(2026, 4, 11)}}, true},
         {{{"lead", day(2025, 3, 1)}, {"booking_create", day(2025, 3, 2)}, {"wechat_add", day(2026, 4, 1)}},
          true},
         {{{"lead", day(2025, 3, 1)}, {"page_view", day(2026, 4, 1)}}, false},
         {{{"lead", day(2025, 3, 1)}, {"touch_sent", day(2026, 6, 1)}}, true}},
        day(2026, 6, 30));
}

Result<JourneyData> dataOf(const SnapshotPtr& snapshot, const JourneyRequest& request = {})
{
    Job job(2);
    return journeyData(snapshot, overviewOf(usualTypes()), request, job);
}

}  // namespace

/// The numbers of the journey report.
class TestJourneyData : public QObject {
    Q_OBJECT

private slots:
    void theLastWholeMonthIsOver()
    {
        const ReportPeriod june {day(2026, 6, 1), day(2026, 7, 1)};
        QCOMPARE(lastWholeMonth(day(2026, 6, 30)), june);
        QCOMPARE(lastWholeMonth(day(2026, 7, 1)), june);
        QCOMPARE(lastWholeMonth(day(2026, 7, 30)), june);
        const ReportPeriod december {day(2025, 12, 1), day(2026, 1, 1)};
        QCOMPARE(lastWholeMonth(day(2026, 1, 15)), december);
    }

    void periodsAreComparedWithTheirLike()
    {
        const ReportPeriod march {day(2024, 3, 1), day(2024, 4, 1)};
        const ReportPeriod february {day(2024, 2, 1), day(2024, 3, 1)};
        const ReportPeriod marchBefore {day(2023, 3, 1), day(2023, 4, 1)};
        QCOMPARE(comparedPeriod(march, ReportCompare::Previous).value(), february);
        QCOMPARE(comparedPeriod(march, ReportCompare::Year).value(), marchBefore);
        QVERIFY(!comparedPeriod(march, ReportCompare::None));
        const ReportPeriod quarter {day(2024, 1, 1), day(2024, 4, 1)};
        const ReportPeriod quarterBefore {day(2023, 10, 1), day(2024, 1, 1)};
        QCOMPARE(comparedPeriod(quarter, ReportCompare::Previous).value(), quarterBefore);
        const ReportPeriod days {day(2024, 3, 5), day(2024, 3, 12)};
        const ReportPeriod daysBefore {day(2024, 2, 27), day(2024, 3, 5)};
        QCOMPARE(comparedPeriod(days, ReportCompare::Previous).value(), daysBefore);
    }

    void theFunnelTakesTheStepsThereAre()
    {
        QCOMPARE(usualFunnel(overviewOf(usualTypes())).steps.size(), std::size_t {4});
        const FunnelOptions bills = usualFunnel(overviewOf({"bill", "lead"}));
        QCOMPARE(bills.steps.size(), std::size_t {2});
        QCOMPARE(bills.steps[1].clauses.front().type, std::string("bill"));
        QVERIFY(usualFunnel(overviewOf({"page_view"})).steps.empty());
    }

    void aSmallClinicByHand()
    {
        const auto data = dataOf(smallClinic(), {.period = {day(2026, 5, 1), day(2026, 6, 1)}});
        QVERIFY(data);
        QCOMPARE(data->now.funnel.steps.front().reached, Index {2});
        QCOMPARE(data->now.funnel.steps.back().reached, Index {1});
        QCOMPARE(data->now.sequences.customers, Index {2});
        QCOMPARE(data->now.paid, Fen {10'000});
        QVERIFY(data->before);
        QCOMPARE(data->before->funnel.steps.front().reached, Index {1});
        // June 30 lies 29 days behind May; so does May 30 behind April
        QCOMPARE(data->before->asOf, day(2026, 5, 30));
        QCOMPARE(data->year.funnel.steps.front().reached, Index {3});
        // lost: the three of 2025. Recent: the first two of them. Reachable: the first.
        QCOMPARE(data->recoverable.lost, Index {3});
        QCOMPARE(data->recoverable.recent, Index {2});
        QCOMPARE(data->recoverable.reachable, Index {1});
        const std::vector<Index> steps {0, 0, 1, 0};
        QCOMPARE(data->recoverable.steps, steps);
        QVERIFY(data->rfm);
        QCOMPARE(data->rfm->now.scored, Index {1});
        QCOMPARE(data->known, Index {6});
    }

    void theSameQuestionHasTheSameRun()
    {
        const SnapshotPtr snapshot = smallClinic();
        const auto one = dataOf(snapshot);
        const auto two = dataOf(snapshot);
        const auto other = dataOf(snapshot, {.compare = ReportCompare::Year});
        QVERIFY(one && two && other);
        QCOMPARE(one->run, two->run);
        QVERIFY(one->run != other->run);
        QCOMPARE(one->run.size(), std::size_t {9});
    }

    void smallNumbersDrawNoConclusion()
    {
        const auto data = dataOf(smallClinic());
        QVERIFY(data);
        QCOMPARE(journeyFindings(*data),
                 QStringList {QStringLiteral(
                     "Fewer than 30 customers: the numbers are shown, no conclusion is drawn.")});
    }

    void aChangeIsNamedWithItsUncertainty()
    {
        // 100 leads each; 60 of May and 20 of April buy on the same day
        std::vector<std::pair<Events, bool>> people;
        for (int i = 0; i < 200; ++i) {
            const bool may = i < 100;
            const Day start = may ? day(2026, 5, 2) : day(2026, 4, 2);
            Events events {{"lead", start}};
            if (may ? i < 60 : i < 120) {
                for (const char* type : {"booking_create", "arrive", "deal"}) {
                    events.emplace_back(type, start);
                }
            }
            people.emplace_back(events, false);
        }
        const auto data
            = dataOf(worldOf(people, day(2026, 6, 30)), {.period = {day(2026, 5, 1), day(2026, 6, 1)}});
        QVERIFY(data);
        const QString all = journeyFindings(*data).join(u'\n');
        QVERIFY2(all.contains(
                     QStringLiteral("60.0 % of those who left their details have bought; in April 2026 it "
                                    "was 20.0 %")),
                 qPrintable(all));
        // Newcombe's interval of 60/100 against 20/100
        QVERIFY2(all.contains(QStringLiteral("+40.0 points (+26.8 to +51.2)")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("more than chance")), qPrintable(all));
    }

    void nothingToCompareIsNoError()
    {
        const auto data = dataOf(smallClinic(), {.period = {day(2025, 3, 1), day(2025, 4, 1)}});
        QVERIFY(data);
        QVERIFY(!data->before);
        QVERIFY(!data->rfm);
    }

    void aPeriodThatRunsBackwardsIsRefused()
    {
        for (const ReportPeriod& period : {ReportPeriod {day(2026, 5, 2), day(2026, 5, 2)},
                                           ReportPeriod {day(2026, 5, 2), day(2026, 5, 1)},
                                           ReportPeriod {day(2027, 5, 1), day(2027, 6, 1)}}) {
            const auto data = dataOf(smallClinic(), {.period = period});
            QVERIFY(!data);
            QCOMPARE(data.error().code, ErrorCode::BadOption);
            QCOMPARE(data.error().subject, std::string("period"));
        }
    }

    void aStoppedJobGivesNoReport()
    {
        class Stopped final : public Job {
        public:
            [[nodiscard]] bool stopped() const override { return true; }
        };
        Stopped job;
        const auto data = journeyData(smallClinic(), overviewOf(usualTypes()), {}, job);
        QVERIFY(!data);
        QCOMPARE(data.error().code, ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestJourneyData)
#include "tst_journeydata.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/audience.h"
#include "analytics/campaign/audiencereason.h"
#include "analytics/campaign/ruleparser.h"
#include "models/base/calendar.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

const Day kToday = dayFromCivil(2026, 6, 30);
constexpr Millis kHour = 3'600'000;

/// One customer; events are told as "type@days before the as-of day".
class OneCustomer {
public:
    explicit OneCustomer(const std::string& zone = "Asia/Shanghai")
        : m_zone(*Zone::find(zone))
        , m_builder(m_zone)
    {
        m_builder.addCustomer();
        m_builder.setAsOf(kToday);
    }

    OneCustomer& at(Millis time, const std::string& type, const std::string& item = {}, Fen amount = 0)
    {
        SnapshotBuilder::Event event;
        event.time = time;
        event.type = type;
        event.amount = amount;
        if (!item.empty()) {
            event.texts[EventField::Item] = item;
        }
        m_builder.addEvent(0, event);
        return *this;
    }
    /// hour: since local midnight, in milliseconds
    OneCustomer& on(Day day, const std::string& type, Millis hour = 12 * kHour)
    {
        return at(m_zone.startOfDay(day) + hour, type);
    }
    OneCustomer& onDayOnly(Day day, const std::string& type)
    {
        SnapshotBuilder::Event event;
        event.time = m_zone.startOfDay(day);
        event.type = type;
        event.precision = TimeQuality::WholeDay;
        m_builder.addEvent(0, event);
        return *this;
    }
    [[nodiscard]] Millis startOf(Day day) const { return m_zone.startOfDay(day); }

    /// "yes", "no", "unknown" or what was expected; asks the set and the reason, which must agree.
    [[nodiscard]] std::string answers(const std::string& text) const
    {
        const SnapshotPtr snapshot = m_builder.build();
        const Result<RuleNode> rule = parseRule(text, KeywordTable::english());
        if (!rule) {
            return rule.error().subject;
        }
        Job job(1);
        const Result<Audience> audience = evaluateAudience(*snapshot, *rule, {}, job);
        const Result<AudienceReason> reason = explainMembership(*snapshot, *rule, {}, 0, job);
        if (!audience || !reason) {
            return "refused";
        }
        const Truth truth = audience->unknown.test(0) ? Truth::Unknown : truthOf(audience->members.test(0));
        if (truth != reason->rule.truth) {
            return "the reason differs";
        }
        return truth == Truth::Unknown ? "unknown" : (truth == Truth::True ? "yes" : "no");
    }
    [[nodiscard]] RuleReason reason(const std::string& text)
    {
        m_snapshot = m_builder.build();
        m_rule = *parseRule(text, KeywordTable::english());
        Job job(1);
        return explainMembership(*m_snapshot, m_rule, {}, 0, job)->rule;
    }

private:
    Zone m_zone;
    SnapshotBuilder m_builder;
    SnapshotPtr m_snapshot;
    RuleNode m_rule;
};

}  // namespace

class TestDid : public QObject {
    Q_OBJECT

private slots:
    void windowsStartInclusiveAndEndExclusive()
    {
        const OneCustomer zone;
        const Millis first = zone.startOf(kToday - 89);
        const Millis end = zone.startOf(kToday + 1);
        QCOMPARE(OneCustomer().at(first, "bill").answers("did bill last 90d"), std::string("yes"));
        QCOMPARE(OneCustomer().at(first - 1, "bill").answers("did bill last 90d"), std::string("no"));
        QCOMPARE(OneCustomer().at(end - 1, "bill").answers("did bill last 90d"), std::string("yes"));
        QCOMPARE(OneCustomer().at(end, "bill").answers("did bill last 90d"), std::string("no"));
        QCOMPARE(OneCustomer().at(end, "bill").answers("did bill"), std::string("no"));
        QCOMPARE(OneCustomer().at(first, "bill").answers("did not bill last 90d"), std::string("no"));
        QCOMPARE(OneCustomer().at(first - 1, "bill").answers("did not bill last 90d"), std::string("yes"));
    }

    void datesAreCivilDaysOfTheClinic()
    {
        const Day may = dayFromCivil(2026, 5, 1);
        const auto bill = [](Millis time) { return OneCustomer().at(time, "bill"); };
        const Millis start = OneCustomer().startOf(may);
        QCOMPARE(bill(start).answers("did bill 2026-05-01..2026-05-02"), std::string("yes"));
        QCOMPARE(bill(start - 1).answers("did bill 2026-05-01..2026-05-02"), std::string("no"));
        QCOMPARE(bill(start + kDayMillis).answers("did bill 2026-05-01..2026-05-02"), std::string("no"));
        QCOMPARE(bill(start - 1).answers("did bill before 2026-05-01"), std::string("yes"));
        QCOMPARE(bill(start).answers("did bill before 2026-05-01"), std::string("no"));
        QCOMPARE(bill(start).answers("did bill 2026-05-01..2026-05-01"), std::string("no"));
        QCOMPARE(bill(start + 1000 * kDayMillis).answers("did bill before 2036-01-01"), std::string("no"));
    }

    void monthsAreCalendarMonths()
    {
        // 30 June back by one month: from 1 June on. By 24 months: from 1 July 2024 on.
        QCOMPARE(OneCustomer().on(dayFromCivil(2026, 6, 1), "bill", 0).answers("did bill last 1mo"),
                 std::string("yes"));
        QCOMPARE(OneCustomer().on(dayFromCivil(2026, 5, 31), "bill", 0).answers("did bill last 1mo"),
                 std::string("no"));
        QCOMPARE(OneCustomer().on(dayFromCivil(2024, 7, 1), "bill", 0).answers("did bill last 24mo"),
                 std::string("yes"));
        QCOMPARE(OneCustomer().on(dayFromCivil(2024, 6, 30), "bill", 0).answers("did bill last 24mo"),
                 std::string("no"));
    }

    void aDayEventIsAnyMomentOfItsDay()
    {
        QCOMPARE(OneCustomer().onDayOnly(kToday - 89, "bill").answers("did bill last 90d"),
                 std::string("yes"));
        QCOMPARE(OneCustomer().onDayOnly(kToday - 90, "bill").answers("did bill last 90d"),
                 std::string("no"));
        QCOMPARE(OneCustomer().onDayOnly(kToday, "bill").answers("did bill last 12h"), std::string("yes"));
        QCOMPARE(OneCustomer().onDayOnly(kToday - 1, "bill").answers("did bill last 12h"), std::string("no"));
        QCOMPARE(OneCustomer().on(kToday, "bill", 12 * kHour).answers("did bill last 12h"),
                 std::string("yes"));
        QCOMPARE(OneCustomer().on(kToday, "bill", 12 * kHour - 1).answers("did bill last 12h"),
                 std::string("no"));
    }

    void daysOfClockChangesKeepTheirEvents()
    {
        // New York lost an hour on 8 March 2026, so 9 March starts 23 hours after the 8th.
        const Day lost = dayFromCivil(2026, 3, 8);
        const auto window
            = [](const char* from, const char* to) { return std::string("did bill ") + from + ".." + to; };
        OneCustomer customer("America/New_York");
        customer.onDayOnly(lost, "bill").on(lost + 1, "arrive", 60'000);
        QCOMPARE(customer.answers(window("2026-03-08", "2026-03-09")), std::string("yes"));
        QCOMPARE(customer.answers(window("2026-03-09", "2026-03-10")), std::string("no"));
        QCOMPARE(customer.answers("did arrive 2026-03-09..2026-03-10"), std::string("yes"));
        QCOMPARE(customer.answers("did arrive 2026-03-08..2026-03-09"), std::string("no"));
    }

    void didNotHoldsForThoseWhoNeverDid()
    {
        OneCustomer never;
        QCOMPARE(never.answers("did not arrive last 90d"), std::string("yes"));
        QCOMPARE(never.answers("did arrive but not last 90d"), std::string("no"));
        QCOMPARE(never.answers("did bill count = 0"), std::string("yes"));
        QCOMPARE(never.answers("did not bill count >= 2"), std::string("yes"));
        QCOMPARE(never.answers("did bill sum(amount) < 1"), std::string("yes"));
        OneCustomer lapsed;
        lapsed.on(kToday - 100, "arrive");
        QCOMPARE(lapsed.answers("did arrive but not last 90d"), std::string("yes"));
        QCOMPARE(lapsed.answers("did arrive but not last 120d"), std::string("no"));
        QCOMPARE(lapsed.answers("did arrive but not before 2026-01-01"), std::string("yes"));
        lapsed.on(kToday - 1, "arrive");
        QCOMPARE(lapsed.answers("did arrive but not last 90d"), std::string("no"));
        QCOMPARE(lapsed.answers("did arrive but not 2026-05-01..2026-06-01"), std::string("yes"));
    }

    void everyRowCountsAndSumsKeepTheirSign()
    {
        OneCustomer customer;
        const Millis time = customer.startOf(kToday);
        customer.at(time, "bill", "A", 150'000)
            .at(time, "bill", "A", 150'000)
            .at(time + 1, "refund", "A", -50'001);
        QCOMPARE(customer.answers("did bill count = 2"), std::string("yes"));
        QCOMPARE(customer.answers("did bill count > 2"), std::string("no"));
        QCOMPARE(customer.answers("did bill count != 2"), std::string("no"));
        QCOMPARE(customer.answers("did bill count <= 2"), std::string("yes"));
        QCOMPARE(customer.answers("did bill sum(amount) >= 3000"), std::string("yes"));
        QCOMPARE(customer.answers("did bill sum(amount) >= 3000.01"), std::string("no"));
        QCOMPARE(customer.answers("did bill|refund sum(amount) = 2499.99"), std::string("yes"));
        QCOMPARE(customer.answers("did refund sum(amount) < 0"), std::string("yes"));
        QCOMPARE(customer.answers("did bill[item=B] count = 0"), std::string("yes"));
        QCOMPARE(customer.answers("did *[item=A] count = 3"), std::string("yes"));
    }

    void distinctCountsDaysAndValues()
    {
        OneCustomer customer;
        customer.on(kToday - 3, "bill", 9 * kHour).on(kToday - 3, "bill", 18 * kHour).on(kToday - 2, "bill");
        QCOMPARE(customer.answers("did bill distinct(day) = 2"), std::string("yes"));
        QCOMPARE(customer.answers("did bill distinct(item) = 0"), std::string("yes"));
        customer.at(customer.startOf(kToday), "bill", "A").at(customer.startOf(kToday), "bill", "A");
        QCOMPARE(customer.answers("did bill distinct(item) = 1"), std::string("yes"));
        QCOMPARE(customer.answers("did bill distinct(day) = 3"), std::string("yes"));
        QCOMPARE(customer.answers("did bill distinct(day) >= 3 last 2d"), std::string("no"));
    }

    void sinceLooksBehindTheLastAnchor()
    {
        OneCustomer customer;
        QCOMPARE(customer.answers("did bill since arrive"), std::string("unknown"));
        QCOMPARE(customer.answers("did not bill since arrive"), std::string("unknown"));
        customer.on(kToday - 20, "arrive").on(kToday - 15, "bill").on(kToday - 10, "arrive");
        QCOMPARE(customer.answers("did bill since arrive"), std::string("no"));
        QCOMPARE(customer.answers("did arrive since arrive"), std::string("no"));
        QCOMPARE(customer.answers("did arrive since bill"), std::string("yes"));
        QCOMPARE(customer.answers("did not bill since arrive"), std::string("yes"));
        customer.on(kToday - 10, "bill", 13 * kHour);
        QCOMPARE(customer.answers("did bill since arrive"), std::string("yes"));
        QCOMPARE(customer.answers("did bill count >= 2 since lead"), std::string("unknown"));
    }

    void anAnchorOfADayStandsBeforeEverythingOfThatDay()
    {
        OneCustomer customer;
        customer.on(kToday - 10, "bill", kHour).onDayOnly(kToday - 10, "arrive");
        QCOMPARE(customer.answers("did bill since arrive"), std::string("yes"));
        QCOMPARE(customer.answers("did bill within 1d of arrive"), std::string("yes"));
        OneCustomer dayBefore;
        dayBefore.on(kToday - 11, "bill", 23 * kHour).onDayOnly(kToday - 10, "arrive");
        QCOMPARE(dayBefore.answers("did bill since arrive"), std::string("no"));
        QCOMPARE(dayBefore.answers("did bill within 1d of arrive"), std::string("no"));
    }

    void withinOpensAtTheAnchorAndEndsItsLengthLater()
    {
        const auto after = [](Millis later) {
            OneCustomer customer;
            const Millis start = customer.startOf(kToday - 60);
            customer.at(start, "arrive").at(start + later, "bill");
            return customer.answers("did bill within 30d of arrive");
        };
        QCOMPARE(after(0), std::string("yes"));
        QCOMPARE(after(30 * kDayMillis - 1), std::string("yes"));
        QCOMPARE(after(30 * kDayMillis), std::string("no"));
        QCOMPARE(after(-1), std::string("no"));
        OneCustomer customer;
        customer.on(kToday - 90, "arrive").on(kToday - 80, "bill").on(kToday - 40, "arrive");
        QCOMPARE(customer.answers("did bill within 30d of arrive"), std::string("yes"));
        QCOMPARE(customer.answers("did bill within 30d of first arrive"), std::string("yes"));
        QCOMPARE(customer.answers("did bill within 30d of last arrive"), std::string("no"));
        QCOMPARE(customer.answers("did arrive within 60d of arrive"), std::string("yes"));
        QCOMPARE(customer.answers("did arrive within 50d of arrive"), std::string("no"));
        QCOMPARE(customer.answers("did bill within 30d of lead"), std::string("unknown"));
    }

    void firstAndLastMeanTheWholeHistory()
    {
        OneCustomer customer;
        customer.on(kToday - 200, "bill").on(kToday - 50, "bill").on(kToday - 10, "arrive");
        QCOMPARE(customer.answers("did bill last 90d first"), std::string("no"));
        QCOMPARE(customer.answers("did bill last 90d last"), std::string("yes"));
        QCOMPARE(customer.answers("did bill before 2026-04-01 first"), std::string("yes"));
        QCOMPARE(customer.answers("did bill before 2026-04-01 last"), std::string("no"));
        QCOMPARE(customer.answers("did not bill last 90d first"), std::string("yes"));
        QCOMPARE(customer.answers("did bill first"), std::string("yes"));
        QCOMPARE(customer.answers("did lead first"), std::string("no"));
    }

    void manyClausesSideBySideAreAllAnswered()
    {
        OneCustomer customer;
        for (Day day = 0; day < 90; ++day) {
            customer.on(kToday - day, day % 2 == 0 ? "bill" : "arrive");
        }
        std::string all = "all";
        std::string one = "did lead";
        for (int i = 1; i <= 150; ++i) {
            const std::string days = std::to_string(i);
            const int bills = (std::min(i, 90) + 1) / 2;
            all += " AND did bill count = " + std::to_string(bills) + " last " + days + "d";
            one += " OR did bill count > " + std::to_string(bills) + " last " + days + "d";
        }
        QCOMPARE(customer.answers(all), std::string("yes"));
        QCOMPARE(customer.answers(all + " AND did arrive count > 45"), std::string("no"));
        QCOMPARE(customer.answers(one), std::string("no"));
        QCOMPARE(customer.answers(one + " OR did arrive since bill OR did bill since arrive"),
                 std::string("yes"));
    }

    void reasonsNameTheDecidingEvent()
    {
        OneCustomer customer;
        customer.on(kToday - 200, "bill").on(kToday - 50, "bill").on(kToday - 10, "arrive");
        const RuleReason did = customer.reason("did bill count >= 1 last 90d");
        QCOMPARE(did.event.row, Index {1});
        QCOMPARE(did.event.type, std::string_view("bill"));
        QCOMPARE(did.event.time, customer.startOf(kToday - 50) + 12 * kHour);
        QCOMPARE(did.event.measured, std::int64_t {1});
        QVERIFY(did.event.inWindow);
        const RuleReason before = customer.reason("did not bill last 30d");
        QVERIFY(before.truth == Truth::True);
        QCOMPARE(before.event.row, Index {1});
        QVERIFY(!before.event.inWindow);
        const RuleReason first = customer.reason("did bill last 90d first");
        QVERIFY(first.truth == Truth::False);
        QCOMPARE(first.event.row, Index {0});
        const RuleReason never = customer.reason("did lead");
        QCOMPARE(never.event.row, Index {-1});
        const RuleReason without = customer.reason("did bill since lead");
        QVERIFY(without.truth == Truth::Unknown);
        QCOMPARE(without.event.row, Index {1});
    }
};

MEITRACE_TEST(TestDid)
#include "tst_did.moc"

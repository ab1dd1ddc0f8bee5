// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/ruleparser.h"
#include "analytics/workbench/audiencebook.h"
#include "analytics/workbench/customerfilter.h"
#include "analytics/workbench/demo.h"
#include "models/domain/eventtype.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;

/// Filters of the window against what the events of the demo clinic say.
class TestCustomerFilter : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    Job m_job {2};
    SnapshotPtr m_snapshot;
    Bitset m_everybody;

    [[nodiscard]] Result<Clinic> clinic(bool write = false)
    {
        const std::string path = m_scratch.path("clinic.meitrace");
        Result<Clinic> opened = write ? Clinic::forWriting(path, m_job) : Clinic::forReading(path, m_job);
        if (opened && m_snapshot) {
            opened->adopt(m_snapshot);
        }
        return opened;
    }
    Bitset chosenBy(const CustomerFilter& filter)
    {
        Result<Clinic> opened = clinic();
        const Result<Bitset> rows = populationOf(*opened, {.rule = filterRule(filter)}, m_job);
        return rows ? *rows : Bitset();
    }
    /// Customers of the population with an event that the test holds for.
    template <typename Matches>
    Bitset withEvent(Matches matches)
    {
        Bitset rows(m_snapshot->customers());
        m_everybody.forEach([&](Index customer) {
            for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
                if (matches(row)) {
                    rows.set(customer);
                }
            }
        });
        return rows;
    }
    std::string text(EventField field, Index row)
    {
        return std::string(m_snapshot->dictionary(field).text(m_snapshot->codes(field)[row]));
    }
    std::vector<FilterValue> valuesOf(FilterField field)
    {
        Result<Clinic> opened = clinic();
        const auto values = filterValues(*opened, field, m_everybody, m_job);
        return values ? *values : std::vector<FilterValue> {};
    }

private slots:
    void initTestCase()
    {
        const DemoRequest request {.workspace = m_scratch.path("clinic.meitrace"),
                                   .folder = m_scratch.path("files")};
        MEITRACE_OK(makeDemoClinic(request, m_job));
        Result<Clinic> opened = clinic(true);
        MEITRACE_OK(opened);
        m_snapshot = *opened->snapshot(m_job);
        MEITRACE_OK(m_snapshot->load(
            {EventField::Time, EventField::Type, EventField::Store, EventField::Item, EventField::Channel},
            m_job));
        m_everybody = *populationOf(*opened, {}, m_job);
        MEITRACE_OK(saveRule(*opened, {.name = "Chin", .rule = "did treat[item=HA-CHIN]"}, {}, m_job));
        MEITRACE_OK(saveRule(*opened, {.name = "且 OR 人群", .rule = "did lead"}, {}, m_job));
    }

    void aValuesCountIsWhomItLeaves()
    {
        for (const FilterField field : kFilterFields) {
            const std::vector<FilterValue> values = valuesOf(field);
            QVERIFY(!values.empty());
            QVERIFY(std::is_sorted(values.begin(), values.end(), [](const auto& left, const auto& right) {
                return left.customers > right.customers;
            }));
            for (const FilterValue& value : values) {
                CustomerFilter filter;
                filter.of(field) = {value.value};
                QVERIFY2(chosenBy(filter).count() == value.customers, value.value.c_str());
            }
        }
    }

    void channelsDivideTheCustomers()
    {
        Index sum = 0;
        for (const FilterValue& value : valuesOf(FilterField::Channel)) {
            sum += value.customers;
        }
        QVERIFY(sum > m_everybody.count() * 9 / 10);
        QVERIFY(sum <= m_everybody.count());
    }

    void aStoreHoldsWhomeverSomethingHappenedTo()
    {
        const std::string store = valuesOf(FilterField::Store).front().value;
        CustomerFilter filter;
        filter.of(FilterField::Store) = {store};
        const Bitset expected = withEvent([&](Index row) { return text(EventField::Store, row) == store; });
        QVERIFY(expected.any());
        QVERIFY(chosenBy(filter) == expected);
    }

    void anItemHoldsWhoBoughtItOrWasTreatedWithIt()
    {
        CustomerFilter filter;
        filter.of(FilterField::Item) = {"BTX-UPPER", "PICO"};
        const Bitset expected = withEvent([&](Index row) {
            const std::string item = text(EventField::Item, row);
            const std::string type = text(EventField::Type, row);
            return (item == "BTX-UPPER" || item == "PICO")
                && (type == "bill" || type == "deal" || type == "treat");
        });
        QVERIFY(expected.any());
        QVERIFY(chosenBy(filter) == expected);
    }

    void fieldsNarrowEachOther()
    {
        const std::vector<FilterValue> channels = valuesOf(FilterField::Channel);
        CustomerFilter both;
        both.of(FilterField::Channel) = {channels[0].value, channels[1].value};
        both.of(FilterField::Item) = {"IPL-M22"};
        CustomerFilter first;
        first.of(FilterField::Channel) = {channels[0].value};
        CustomerFilter second;
        second.of(FilterField::Channel) = {channels[1].value};
        CustomerFilter item;
        item.of(FilterField::Item) = {"IPL-M22"};
        Bitset expected = chosenBy(first);
        expected |= chosenBy(second);
        expected &= chosenBy(item);
        QVERIFY(expected.any());
        QVERIFY(chosenBy(both) == expected);
    }

    void anEmptyFilterIsNoRule()
    {
        QVERIFY(CustomerFilter {}.isEmpty());
        QCOMPARE(filterRule({}), std::string());
        QVERIFY(chosenBy({}) == m_everybody);
    }

    void ruleReadsBackWhateverTheValuesLookLike()
    {
        CustomerFilter filter;
        filter.of(FilterField::Store) = {"a\"b\\c", "AND", "静安 店"};
        filter.of(FilterField::Channel) = {"渠道", "or"};
        filter.of(FilterField::Item) = {"光子嫩肤（M22）", "x, y"};
        filter.of(FilterField::Audience) = {"且 OR 人群"};
        const std::string rule = filterRule(filter);
        const Result<RuleNode> read = parseRule(rule, ruleWords());
        MEITRACE_OK(read);
        QCOMPARE(printRule(*read, ruleWords()), rule);
    }

    void onlyWhatExistsIsKept()
    {
        CustomerFilter filter;
        const std::string store = valuesOf(FilterField::Store).front().value;
        filter.of(FilterField::Store) = {"a shop on the moon", store};
        filter.of(FilterField::Channel) = {"xhs_org", "pigeon"};
        filter.of(FilterField::Item) = {"nothing"};
        filter.of(FilterField::Audience) = {"deleted", "且 OR 人群"};
        Result<Clinic> opened = clinic();
        const Result<CustomerFilter> kept = knownPart(*opened, filter, m_job);
        MEITRACE_OK(kept);
        QCOMPARE(kept->of(FilterField::Store), std::vector<std::string> {store});
        QCOMPARE(kept->of(FilterField::Channel), std::vector<std::string> {"xhs_org"});
        QVERIFY(kept->of(FilterField::Item).empty());
        QCOMPARE(kept->of(FilterField::Audience), std::vector<std::string> {"且 OR 人群"});
    }

    void activeIsWhoDidSomethingOfHerOwnInTheDays()
    {
        const Day to = m_snapshot->frame().asOf - 10;
        const Day from = to - 30;
        Result<Clinic> opened = clinic();
        const Result<Bitset> active
            = populationOf(*opened, {.rule = activityRule(*m_snapshot, from, to)}, m_job);
        MEITRACE_OK(active);
        const Bitset expected = withEvent([&](Index row) {
            const Day day = m_snapshot->dayOf(m_snapshot->time()[row]);
            return day >= from && day <= to && stageOf(m_snapshot->type()[row]) != EventType::kNeutralStage;
        });
        QVERIFY(expected.any() && expected.count() < m_everybody.count());
        QVERIFY(*active == expected);
    }

    void aStoppedJobSaysSo()
    {
        class Stopped final : public Job {
        public:
            [[nodiscard]] bool stopped() const override { return true; }
        } stopped;
        Result<Clinic> opened = clinic();
        MEITRACE_REFUSED(filterValues(*opened, FilterField::Item, m_everybody, stopped),
                         ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestCustomerFilter)
#include "tst_customerfilter.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"
#include "models/base/hash.h"
#include "models/base/text.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/analytics/journey/funnelworld.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <fstream>
#include <map>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// "2019-10-01 00:00:00 UTC"
Millis instantOf(const std::string& text)
{
    const auto number
        = [&](std::size_t at, std::size_t length) { return std::stoi(text.substr(at, length)); };
    const Day day = dayFromCivil(number(0, 4), number(5, 2), number(8, 2));
    return Millis {day} * kDayMillis
        + Millis {(number(11, 2) * 60 + number(14, 2)) * 60 + number(17, 2)} * 1000;
}

/// Real events of a shop: customers are its users, sessions its own.
SnapshotPtr shop(const std::string& folder)
{
    std::ifstream file(folder + "/rees46/events.csv");
    std::string line;
    std::getline(file, line);
    std::map<std::string, Index> customers;
    SnapshotBuilder builder;
    while (std::getline(file, line)) {
        const auto cells = split(line, ',');
        SnapshotBuilder::Event event;
        event.time = instantOf(std::string(cells[0]));
        event.type = std::string(cells[1]);
        event.texts[EventField::Item] = std::string(cells[2]);
        event.session = static_cast<std::uint32_t>(hash64(trimmed(cells[8])));
        const auto [found, isNew] = customers.try_emplace(std::string(cells[7]), -1);
        if (isNew) {
            found->second = builder.addCustomer();
        }
        builder.addEvent(found->second, std::move(event));
    }
    return builder.build();
}

QJsonObject expectedOf(const std::string& folder)
{
    QFile file(QString::fromStdString(folder + "/expected/rees46.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("checks")].toObject();
}

std::vector<Index> countsOf(const QJsonObject& checks, const QString& name)
{
    std::vector<Index> counts;
    const QJsonArray values = checks[name].toObject()[QStringLiteral("value")].toArray();
    for (const QJsonValue& value : values) {
        counts.push_back(value.toInteger());
    }
    return counts;
}

std::vector<Index> reached(const FunnelResult& result)
{
    std::vector<Index> rows;
    for (const FunnelStep& step : result.steps) {
        rows.push_back(step.reached);
    }
    return rows;
}

}  // namespace

class TestFunnelShared : public QObject {
    Q_OBJECT

private slots:
    void aRealShopGivesTheExpectedFunnels_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<bool>("session");
        QTest::addColumn<int>("seconds");
        for (const bool session : {true, false}) {
            for (const bool cart : {true, false}) {
                const QString name = QStringLiteral("funnel_%1_view%2_purchase")
                                         .arg(session ? QStringLiteral("session") : QStringLiteral("user"),
                                              cart ? QStringLiteral("_cart") : QString());
                const QString steps
                    = cart ? QStringLiteral("view,cart,purchase") : QStringLiteral("view,purchase");
                QTest::newRow(qPrintable(name)) << name << steps << session << 0;
                QTest::newRow(qPrintable(name + QStringLiteral(" 30 min")))
                    << name << steps << session << 1800;
                const QString short10 = name + QStringLiteral("_window600");
                QTest::newRow(qPrintable(short10)) << short10 << steps << session << 600;
            }
        }
    }

    void aRealShopGivesTheExpectedFunnels()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder);
        QFETCH(QString, name);
        QFETCH(QString, steps);
        QFETCH(bool, session);
        QFETCH(int, seconds);
        static const SnapshotPtr kShop = shop(folder);
        const QJsonObject checks = expectedOf(folder);
        FunnelOptions options;
        options.steps = stepsOf(steps.toStdString());
        options.unit = session ? UnitKind::Session : UnitKind::Customer;
        options.window.reset();
        if (seconds > 0) {
            options.window = Duration {seconds, DurationUnit::Seconds};
        }
        Job job;
        const auto result = funnel(*kShop, options, job);
        QVERIFY(result);
        QCOMPARE(reached(*result), countsOf(checks, name));
        const QString median = name + QStringLiteral("_median_seconds");
        if (seconds == 0 && checks.contains(median)) {
            QCOMPARE(result->steps.back().sinceFirst.median / 1000.0,
                     checks[median].toObject()[QStringLiteral("value")].toDouble());
        }
    }

    void aRealShopGivesTheExpectedFunnelOfOneProduct()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder);
        FunnelOptions options;
        options.steps = stepsOf("view,cart,purchase");
        options.unit = UnitKind::Session;
        options.window.reset();
        options.hold = {EventField::Item};
        options.countHoldValues = true;
        Job job;
        const auto result = funnel(*shop(folder), options, job);
        QVERIFY(result);
        QCOMPARE(reached(*result),
                 countsOf(expectedOf(folder), QStringLiteral("funnel_same_product_in_session")));
    }

    void aRealShopHasTheExpectedSessionsByPauses()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder);
        std::ifstream file(folder + "/rees46/events.csv");
        std::string line;
        std::getline(file, line);
        std::map<std::string, Index> customers;
        SnapshotBuilder builder;
        while (std::getline(file, line)) {
            const auto cells = split(line, ',');
            SnapshotBuilder::Event event;
            event.time = instantOf(std::string(cells[0]));
            event.type = "view";
            const auto [found, isNew] = customers.try_emplace(std::string(cells[7]), -1);
            if (isNew) {
                found->second = builder.addCustomer();
            }
            builder.addEvent(found->second, std::move(event));
        }
        const SnapshotPtr snapshot = builder.build();
        Job job;
        const UnitSplit::Rule rule;
        QVERIFY(UnitSplit::load(*snapshot, rule, job));
        UnitSplit sessions(*snapshot, rule);
        Index count = 0;
        for (Index customer = 0; customer < snapshot->customers(); ++customer) {
            sessions.split(snapshot->begin(customer), snapshot->end(customer));
            count += sessions.units();
        }
        const QJsonObject checks = expectedOf(folder);
        QCOMPARE(count,
                 Index {checks[QStringLiteral("sessions_after_30_minute_rule_per_user")]
                            .toObject()[QStringLiteral("value")]
                            .toInteger()});
    }
};

MEITRACE_TEST(TestFunnelShared)
#include "tst_funnelshared.moc"

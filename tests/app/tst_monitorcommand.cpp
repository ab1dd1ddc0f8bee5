// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's numbers watched, on the demo clinic: what an alarm says agrees with the trend of the same
// week.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace meitrace::test;

namespace {

QString text(const QJsonValue& of, const char* key)
{
    return of.toObject().value(QLatin1String(key)).toString();
}

double number(const QJsonValue& of, const char* key)
{
    return of.toObject().value(QLatin1String(key)).toDouble();
}

}  // namespace

class TestMonitorCommand : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TemporaryWorkspace> m_folder;
    QString m_demo;

    [[nodiscard]] ProgramRun run(const char* command, const QStringList& options) const
    {
        return runProgram(QStringList {QLatin1String(command), m_demo} + options
                          + QStringList {QStringLiteral("--json")});
    }

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<TemporaryWorkspace>();
        m_demo = m_folder->file(QStringLiteral("demo.meitrace"));
        QVERIFY(makeDemoClinic(m_demo));
    }

    void anAlarmIsAValueOfTheTrend()
    {
        const QJsonObject watched
            = run("monitor", {QStringLiteral("--days"), QStringLiteral("400d")}).result();
        const QJsonArray alerts = watched.value(QStringLiteral("alerts")).toArray();
        QVERIFY(!alerts.isEmpty());
        QJsonObject leads;
        for (const QJsonValue& alert : alerts) {
            const QJsonObject one = alert.toObject();
            const double value = number(one, "value");
            const bool isOutside = value < number(one, "low") || value > number(one, "high");
            QVERIFY(isOutside || number(one, "shift") != 0);
            if (text(one, "metric") == QLatin1String("lead")) {
                leads = one;
            }
        }
        QVERIFY(!leads.isEmpty());
        const QJsonArray points = run("trend",
                                      {QStringLiteral("--event"), QStringLiteral("lead"),
                                       QStringLiteral("--unit"), text(leads, "unit")})
                                      .result()
                                      .value(QStringLiteral("series"))
                                      .toArray()
                                      .at(0)
                                      .toObject()
                                      .value(QStringLiteral("points"))
                                      .toArray();
        bool isFound = false;
        for (const QJsonValue& point : points) {
            if (text(point, "from") == text(leads, "day")) {
                isFound = true;
                QCOMPARE(number(point, "events"), number(leads, "value"));
            }
        }
        QVERIFY(isFound);
    }

    void everyNumberSaysHowItStands()
    {
        const QJsonArray series = run("monitor", {}).result().value(QStringLiteral("series")).toArray();
        QStringList watched;
        QStringList tooFew;
        for (const QJsonValue& one : series) {
            (text(one, "state") == QLatin1String("watched") ? watched : tooFew) << text(one, "metric");
        }
        QVERIFY(watched.contains(QStringLiteral("arrive")));
        QVERIFY(watched.contains(QStringLiteral("received")));
        QVERIFY(tooFew.contains(QStringLiteral("complaint")));
    }

    void wrongDaysAreRefused()
    {
        QVERIFY(run("monitor", {QStringLiteral("--days"), QStringLiteral("0d")}).exitCode != 0);
        QVERIFY(run("monitor", {QStringLiteral("--days"), QStringLiteral("5000d")}).exitCode != 0);
    }
};

MEITRACE_TEST(TestMonitorCommand)
#include "tst_monitorcommand.moc"

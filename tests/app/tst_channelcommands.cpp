// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// channels and attribution on the command line: what they say agrees with each other and with the funnel.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace meitrace::test;

namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

double number(const QJsonValue& of, const char* key)
{
    return of.toObject().value(QLatin1String(key)).toDouble();
}

double sumOf(const QJsonArray& rows, const char* key)
{
    double sum = 0;
    for (const QJsonValue& row : rows) {
        sum += number(row, key);
    }
    return sum;
}

qsizetype linesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : -1;
}

}  // namespace

class TestChannelCommands : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TemporaryWorkspace> m_folder;
    QString m_demo;

    [[nodiscard]] ProgramRun run(const char* command, const char* options, const QStringList& more = {}) const
    {
        return runProgram(QStringList {QLatin1String(command), m_demo} + words(options) + more
                          + QStringList {QStringLiteral("--json")});
    }

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<TemporaryWorkspace>();
        m_demo = m_folder->file(QStringLiteral("demo.meitrace"));
        QVERIFY(makeDemoClinic(m_demo));
    }

    void channelsAddUpToTheTotal()
    {
        const QString members = m_folder->file(QStringLiteral("people.csv"));
        const QJsonObject result
            = run("channels", "--months 24", {QStringLiteral("--members"), members}).result();
        const QJsonArray channels = result.value(QStringLiteral("channels")).toArray();
        const QJsonValue total = result.value(QStringLiteral("total"));
        QVERIFY(channels.size() > 8);
        for (const char* figure : {"spend_minor", "leads", "walk_ins", "wechat", "bookings", "arrivals",
                                   "deals", "repeat", "net_minor"}) {
            QCOMPARE(sumOf(channels, figure), number(total, figure));
        }
        QCOMPARE(result.value(QStringLiteral("contradiction")).toString(), QStringLiteral("dy_ads"));
        QCOMPARE(double(linesOf(members)) - 1, number(total, "leads") + number(total, "walk_ins"));
    }

    void leadsAreThoseOfTheFunnel()
    {
        const QJsonObject channels = run("channels", "--from 2026-01-01 --to 2026-03-31").result();
        const QJsonObject funnel
            = run("funnel", "--steps lead,arrive --window none --from 2026-01-01 --to 2026-03-31").result();
        const QJsonArray steps = funnel.value(QStringLiteral("steps")).toArray();
        QCOMPARE(number(channels.value(QStringLiteral("total")), "leads"), number(steps.at(0), "customers"));
    }

    void everyModelDividesTheSameConversions()
    {
        const QString members = m_folder->file(QStringLiteral("touched.csv"));
        const QJsonObject result = run("attribution", "", {QStringLiteral("--members"), members}).result();
        const QJsonArray channels = result.value(QStringLiteral("channels")).toArray();
        const double conversions = result.value(QStringLiteral("conversions")).toDouble();
        QVERIFY(conversions > 100);
        for (const char* model : {"first", "last", "linear", "position", "time_decay", "markov", "shapley"}) {
            QVERIFY2(std::abs(sumOf(channels, model) - conversions) < 1e-4, model);
        }
        QCOMPARE(double(linesOf(members)) - 1, result.value(QStringLiteral("converted")).toDouble());
        const QJsonObject deals = run("funnel", "--steps deal,bill --window none").result();
        QCOMPARE(number(deals.value(QStringLiteral("steps")).toArray().at(0), "customers"), conversions);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("subject");
        const auto add = [](const char* name, const char* command, const char* options, const char* subject) {
            QTest::newRow(name) << QString::fromLatin1(command) << QString::fromLatin1(options)
                                << QString::fromLatin1(subject);
        };
        add("months", "channels", "--months 0", "months");
        add("net days", "channels", "--net-days 3h", "net-days");
        add("no leads", "channels", "--from 2019-01-01 --to 2019-02-01", "lead");
        add("window", "attribution", "--window 0d", "window");
        add("scope", "attribution", "--scope some", "scope");
        add("position", "attribution", "--position 80,80", "position");
        add("order", "attribution", "--order 9", "order");
        add("nobody", "attribution", "--conversion referral_made", "conversion");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QString, command);
        QFETCH(QString, options);
        QFETCH(QString, subject);
        const ProgramRun wrong = run(qPrintable(command), qPrintable(options));
        QVERIFY(wrong.exitCode != 0);
        const QJsonObject error = wrong.error();
        QVERIFY2(QJsonDocument(error).toJson().contains(subject.toLatin1()), wrong.errors.constData());
    }
};

MEITRACE_TEST(TestChannelCommands)

#include "tst_channelcommands.moc"

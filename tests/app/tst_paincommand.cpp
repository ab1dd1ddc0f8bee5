// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where consultations leak, on the demo clinic: the leak by night and the bookings made long ahead are found,
// and the funnel counts the same people.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace meitrace::test;

namespace {

QString text(const QJsonValue& of, const char* key)
{
    return of.toObject().value(QLatin1String(key)).toString();
}

int number(const QJsonValue& of, const char* key)
{
    return of.toObject().value(QLatin1String(key)).toInt();
}

QJsonValue pointOf(const QJsonArray& points, const char* by, const char* value)
{
    for (const QJsonValue& point : points) {
        if (text(point, "by") == QLatin1String(by) && text(point, "value") == QLatin1String(value)) {
            return point;
        }
    }
    return {};
}

}  // namespace

class TestPainCommand : public QObject {
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

    void theNightIsAmongTheFirstThree()
    {
        const QJsonArray points = run("pain", {}).result().value(QStringLiteral("pain")).toArray();
        QVERIFY(points.size() >= 3);
        bool found = false;
        for (int i = 0; i < 3; ++i) {
            found = found
                || (text(points.at(i), "by") == QStringLiteral("hour_block")
                    && text(points.at(i), "value") == QStringLiteral("20-24")
                    && text(points.at(i), "to") == QStringLiteral("booking_create"));
        }
        QVERIFY2(found, QJsonDocument(points).toJson().left(2000).constData());
    }

    void bookingsMadeLongAheadAreMissedMoreOften()
    {
        const QJsonArray points = run("pain",
                                      {QStringLiteral("--by"), QStringLiteral("booked_ahead"),
                                       QStringLiteral("--window"), QStringLiteral("90d")})
                                      .result()
                                      .value(QStringLiteral("pain"))
                                      .toArray();
        const QJsonValue late = pointOf(points, "booked_ahead", "11+");
        QCOMPARE(text(late, "to"), QStringLiteral("arrive"));
        QVERIFY(late.toObject().value(QStringLiteral("difference_low")).toDouble() > 0);
    }

    void theFunnelLosesTheSamePeople()
    {
        const QStringList scope {QStringLiteral("--steps"), QStringLiteral("lead,booking_create,arrive,deal"),
                                 QStringLiteral("--window"), QStringLiteral("30d")};
        const QString members = m_folder->file(QStringLiteral("people.csv"));
        const QJsonArray points = run("pain",
                                      scope
                                          + QStringList {QStringLiteral("--by"), QStringLiteral("hour_block"),
                                                         QStringLiteral("--members"), members})
                                      .result()
                                      .value(QStringLiteral("pain"))
                                      .toArray();
        const QJsonValue night = pointOf(points, "hour_block", "20-24");
        const int lost = number(night.toObject().value(QStringLiteral("group")), "lost");
        QVERIFY(lost > 0);
        const QJsonArray splits
            = run("funnel", scope + QStringList {QStringLiteral("--split"), QStringLiteral("hour_block")})
                  .result()
                  .value(QStringLiteral("splits"))
                  .toArray();
        int inFunnel = -1;
        for (const QJsonValue& split : splits) {
            if (text(split, "value") == QStringLiteral("20-24")) {
                inFunnel = number(split.toObject().value(QStringLiteral("steps")).toArray().at(1), "lost");
            }
        }
        QCOMPARE(lost, inFunnel);
        QFile file(members);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int lines = -1;
        for (const QJsonValue& point : points) {
            lines += number(point.toObject().value(QStringLiteral("group")), "lost");
        }
        QCOMPARE(file.readAll().count('\n') - 1, lines + 1);
    }

    void whatCannotBeAskedIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char* option, const char* value, const char* subject) {
            QTest::newRow(option) << QStringList {QLatin1String(option), QLatin1String(value)}
                                  << QString::fromLatin1(subject);
        };
        row("--by", "moon", "keys");
        row("--support", "3", "support");
        row("--money-days", "0", "money-days");
        row("--steps", "lead", "steps");
    }

    void whatCannotBeAskedIsSaid()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QString, subject);
        const ProgramRun answer = run("pain", options);
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.errors.contains(subject.toUtf8()), answer.errors.constData());
    }
};

MEITRACE_TEST(TestPainCommand)

#include "tst_paincommand.moc"

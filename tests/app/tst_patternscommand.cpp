// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sequences on the demo clinic: the planted one is found, and figures lead to their customers.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <map>

using namespace meitrace::test;

namespace {

double number(const QJsonValue& of, const char* key)
{
    return of.toObject().value(QLatin1String(key)).toDouble();
}

}  // namespace

class TestPatternsCommand : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TemporaryWorkspace> m_folder;
    QString m_demo;

    [[nodiscard]] ProgramRun run(const QStringList& options) const
    {
        return runProgram(QStringList {QStringLiteral("patterns"), m_demo} + options
                          + QStringList {QStringLiteral("--json")});
    }

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<TemporaryWorkspace>();
        m_demo = m_folder->file(QStringLiteral("demo.meitrace"));
        QVERIFY(makeDemoClinic(m_demo));
    }

    void thePlantedSequenceOfTreatmentsIsFound()
    {
        // Who had intense pulsed light comes for skin boosters more often.
        const QJsonObject result = run({QStringLiteral("--outcome"), QStringLiteral("treat[item=MESO-HA]"),
                                        QStringLiteral("--events"), QStringLiteral("treat"),
                                        QStringLiteral("--by"), QStringLiteral("item")})
                                       .result();
        const QJsonArray patterns = result.value(QStringLiteral("patterns")).toArray();
        QVERIFY(!patterns.isEmpty());
        const QJsonArray sequence = patterns.first().toObject().value(QStringLiteral("sequence")).toArray();
        QVERIFY2(sequence.last().toString().startsWith(QLatin1String("treat: IPL")),
                 qPrintable(sequence.last().toString()));
        QVERIFY(number(patterns.first(), "ci_low") > 1.5);
        QVERIFY(number(patterns.first(), "q") < 0.01);
    }

    void everyFigureLeadsToItsCustomers()
    {
        const QString file = m_folder->file(QStringLiteral("members.csv"));
        const ProgramRun answered
            = run({QStringLiteral("--outcome"), QStringLiteral("deal"), QStringLiteral("--top"),
                   QStringLiteral("5"), QStringLiteral("--members"), file});
        const QJsonArray patterns = answered.result().value(QStringLiteral("patterns")).toArray();
        QCOMPARE(patterns.size(), 5);
        QVERIFY(number(answered.result(), "cut") > 0);
        QFile members(file);
        QVERIFY(members.open(QIODevice::ReadOnly));
        std::map<int, int> rows;
        const QList<QByteArray> lines = members.readAll().split('\n');
        for (const QByteArray& line : lines.mid(1)) {
            if (!line.isEmpty()) {
                ++rows[line.split(',').first().toInt()];
            }
        }
        for (int i = 0; i < patterns.size(); ++i) {
            QCOMPARE(rows[i + 1], static_cast<int>(number(patterns[i], "customers")));
        }
        // Stages that nearly all pass are said, not counted as patterns.
        const QJsonArray over = answered.result().value(QStringLiteral("passed_over")).toArray();
        QVERIFY(over.contains(QStringLiteral("arrive")));
        for (const QJsonValue& pattern : patterns) {
            QVERIFY(!pattern.toObject()
                         .value(QStringLiteral("sequence"))
                         .toArray()
                         .contains(QStringLiteral("arrive")));
        }
    }

    void whatCannotBeAskedIsSaid()
    {
        for (const QStringList& wrong : {QStringList {QStringLiteral("--by"), QStringLiteral("colour")},
                                         QStringList {QStringLiteral("--support"), QStringLiteral("many")},
                                         QStringList {QStringLiteral("--longest"), QStringLiteral("9")}}) {
            const ProgramRun refused = run(wrong);
            QCOMPARE(refused.exitCode, 2);
            QVERIFY(!refused.errors.isEmpty());
        }
        QVERIFY(run({QStringLiteral("--outcome"), QStringLiteral("never_seen")}).exitCode != 0);
    }
};

MEITRACE_TEST(TestPatternsCommand)
#include "tst_patternscommand.moc"

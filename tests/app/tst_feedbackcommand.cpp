// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What customers of the demo clinic say: figures are those of its files, and lead to their customers.
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

class TestFeedbackCommand : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TemporaryWorkspace> m_folder;
    QString m_demo;

    [[nodiscard]] ProgramRun run(const QStringList& options) const
    {
        return runProgram(QStringList {QStringLiteral("feedback"), m_demo} + options
                          + QStringList {QStringLiteral("--json")});
    }
    [[nodiscard]] QJsonObject all(const QStringList& options) const
    {
        return run(options).result().value(QStringLiteral("all")).toObject();
    }

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<TemporaryWorkspace>();
        m_demo = m_folder->file(QStringLiteral("demo.meitrace"));
        QVERIFY(makeDemoClinic(m_demo));
    }

    void surveysAndCallsAddUp()
    {
        const QJsonObject surveys = all({QStringLiteral("--source"), QStringLiteral("survey")});
        const QJsonObject calls = all({QStringLiteral("--source"), QStringLiteral("call")});
        const QJsonObject both = all({});
        QVERIFY(number(surveys, "n") > 200 && number(calls, "n") > 200);
        QCOMPARE(number(both, "n"), number(surveys, "n") + number(calls, "n"));
        QCOMPARE(number(both, "satisfied"), number(surveys, "satisfied") + number(calls, "satisfied"));
        QCOMPARE(number(both, "nps"), number(surveys, "nps"));
        QCOMPARE(number(calls, "asked"), 0.0);
    }

    void everyGroupLeadsToItsCustomers()
    {
        const QString file = m_folder->file(QStringLiteral("members.csv"));
        const ProgramRun answered
            = run({QStringLiteral("--by"), QStringLiteral("store"), QStringLiteral("--members"), file});
        const QJsonArray stores = answered.result().value(QStringLiteral("items")).toArray();
        QCOMPARE(stores.size(), 1);  // the small clinic has one
        QFile members(file);
        QVERIFY(members.open(QIODevice::ReadOnly));
        std::map<QByteArray, int> rows;
        const QList<QByteArray> lines = members.readAll().split('\n');
        for (const QByteArray& line : lines) {
            ++rows[line.split(',').first()];
        }
        QVERIFY(rows["store"] > 100);
        QVERIFY(rows["store"] <= static_cast<int>(number(stores.first(), "n")));
        QVERIFY(rows["item"] >= rows["store"]);
    }

    void whoWaitsWaitsNoLongerThanAsked()
    {
        const QJsonArray open = run({QStringLiteral("--open"), QStringLiteral("30d")})
                                    .result()
                                    .value(QStringLiteral("open"))
                                    .toArray();
        for (const QJsonValue& one : open) {
            const bool isComplaint
                = one.toObject().value(QStringLiteral("kind")) == QLatin1String("complaint");
            QVERIFY(isComplaint || number(one, "age_d") <= 30);
            QVERIFY(one.toObject().value(QStringLiteral("customer")).toString().startsWith(u'C'));
        }
        const auto longer = run({QStringLiteral("--open"), QStringLiteral("365d")})
                                .result()
                                .value(QStringLiteral("open"))
                                .toArray();
        QVERIFY(longer.size() > open.size());
    }

    void whatCannotBeAskedIsSaid()
    {
        for (const QStringList& wrong : {QStringList {QStringLiteral("--by"), QStringLiteral("colour")},
                                         QStringList {QStringLiteral("--source"), QStringLiteral("dream")},
                                         QStringList {QStringLiteral("--back"), QStringLiteral("0d")}}) {
            const ProgramRun refused = run(wrong);
            QCOMPARE(refused.exitCode, 2);
            QVERIFY(!refused.errors.isEmpty());
        }
    }
};

MEITRACE_TEST(TestFeedbackCommand)
#include "tst_feedbackcommand.moc"

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved analyses on the command line: kept, listed, counted anew, renamed, deleted.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace meitrace::test;

namespace {

QJsonObject object(const QJsonObject& of, const char* key)
{
    return of.value(QLatin1String(key)).toObject();
}

QString text(const QJsonObject& of, const char* key)
{
    return of.value(QLatin1String(key)).toString();
}

}  // namespace

class TestSavedCommands : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TemporaryWorkspace> m_folder;
    QString m_demo;

    ProgramRun analyses(const QStringList& more)
    {
        return runProgram(QStringList {QStringLiteral("analyses"), m_demo} + more
                          + QStringList {QStringLiteral("--json")});
    }

    ProgramRun savedFunnel(const QString& name)
    {
        return runProgram(
            {QStringLiteral("funnel"), m_demo, QStringLiteral("--steps"), QStringLiteral("lead,arrive,deal"),
             QStringLiteral("--window"), QStringLiteral("60d"), QStringLiteral("--split"),
             QStringLiteral("channel"), QStringLiteral("--exclude"), QStringLiteral("no_deal@2-3"),
             QStringLiteral("--where"), QStringLiteral("did lead"), QStringLiteral("--save"), name,
             QStringLiteral("--note"), QStringLiteral("for June"), QStringLiteral("--json")});
    }

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<TemporaryWorkspace>();
        m_demo = m_folder->file(QStringLiteral("demo.meitrace"));
        QVERIFY(makeDemoClinic(m_demo));
    }

    void nothingSavedIsSaidInWords()
    {
        const ProgramRun run = runProgram({QStringLiteral("analyses"), m_demo});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.output.contains("--save"));
    }

    void aFunnelIsKeptAndComparedWithNow()
    {
        const ProgramRun saved = savedFunnel(QStringLiteral("June"));
        QCOMPARE(saved.exitCode, 0);
        const QString digest = text(object(saved.result(), "saved"), "digest");
        QCOMPARE(digest.size(), 32);
        const QJsonArray list
            = analyses({QStringLiteral("list")}).result().value(QStringLiteral("analyses")).toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(text(list[0].toObject(), "name"), QStringLiteral("June"));
        QCOMPARE(text(list[0].toObject(), "note"), QStringLiteral("for June"));
        const QJsonObject shown = analyses({QStringLiteral("show"), QStringLiteral("June")}).result();
        const QJsonObject definition = object(shown, "definition");
        QCOMPARE(text(definition, "where"), QStringLiteral("did lead"));
        QCOMPARE(text(object(definition, "options"), "window"), QStringLiteral("60d"));
        QCOMPARE(text(object(definition, "options"), "exclude"), QStringLiteral("no_deal@2-3"));
        QByteArray first;
        for (const char* threads : {"1", "2", "7"}) {
            const ProgramRun run = analyses({QStringLiteral("recompute"), QStringLiteral("June"),
                                             QStringLiteral("--threads"), QLatin1String(threads)});
            QCOMPARE(run.exitCode, 0);
            QVERIFY(run.result().value(QStringLiteral("same")).toBool());
            QCOMPARE(text(object(run.result(), "now"), "digest"), digest);
            first = first.isEmpty() ? run.output : first;
            QCOMPARE(run.output, first);
        }
        // A name is taken once.
        const ProgramRun again = savedFunnel(QStringLiteral("June"));
        QVERIFY(again.exitCode != 0);
        QCOMPARE(text(again.error(), "code"), QStringLiteral("exists"));
    }

    void afterAnImportOldAndNewDifferUntilItIsUndone()
    {
        QCOMPARE(runProgram({QStringLiteral("rfm"), m_demo, QStringLiteral("--grid"),
                             QStringLiteral("eleven"), QStringLiteral("--save"), QStringLiteral("segments")})
                     .exitCode,
                 0);
        QCOMPARE(runProgram({QStringLiteral("kpi"), m_demo, QStringLiteral("--month"),
                             QStringLiteral("2026-01"), QStringLiteral("--save"), QStringLiteral("January")})
                     .exitCode,
                 0);
        const QString bills = m_folder->file(QStringLiteral("bills.csv"));
        {
            QFile file(bills);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("订单号,客户姓名,手机号,消费日期,项目,金额,渠道\n"
                       "T1,赵一A,16400000001,2026-01-05,光子嫩肤,100.00,抖音\n");
        }
        const ProgramRun loaded
            = runProgram({QStringLiteral("import"), m_demo, bills, QStringLiteral("--kind"),
                          QStringLiteral("his_billing"), QStringLiteral("--json")});
        QCOMPARE(loaded.exitCode, 0);
        const ProgramRun changed = analyses({QStringLiteral("recompute"), QStringLiteral("segments")});
        QVERIFY(!changed.result().value(QStringLiteral("same")).toBool(true));
        const QJsonObject scored
            = changed.result().value(QStringLiteral("figures")).toArray().at(0).toObject();
        QCOMPARE(text(scored, "name"), QStringLiteral("scored"));
        QCOMPARE(scored.value(QStringLiteral("now")).toInt(),
                 scored.value(QStringLiteral("before")).toInt() + 1);
        const ProgramRun january = analyses({QStringLiteral("recompute"), QStringLiteral("January")});
        bool foundBilled = false;
        const QJsonArray figures = january.result().value(QStringLiteral("figures")).toArray();
        for (const QJsonValue& each : figures) {
            const QJsonObject figure = each.toObject();
            if (text(figure, "subject") == QStringLiteral("gmv")) {
                foundBilled = true;
                QCOMPARE(figure.value(QStringLiteral("now")).toInt(),
                         figure.value(QStringLiteral("before")).toInt() + 10'000);
            }
        }
        QVERIFY(foundBilled);
        const ProgramRun words
            = runProgram({QStringLiteral("analyses"), m_demo, QStringLiteral("recompute"),
                          QStringLiteral("segments"), QStringLiteral("--lang"), QStringLiteral("zh_CN")});
        QVERIFY(QString::fromUtf8(words.output).contains(QStringLiteral("+1")));
        const QString batch = QString::number(loaded.result()
                                                  .value(QStringLiteral("files"))
                                                  .toArray()
                                                  .at(0)
                                                  .toObject()
                                                  .value(QStringLiteral("batch"))
                                                  .toInt());
        QCOMPARE(runProgram({QStringLiteral("undo-import"), m_demo, batch}).exitCode, 0);
        QVERIFY(analyses({QStringLiteral("recompute"), QStringLiteral("segments")})
                    .result()
                    .value(QStringLiteral("same"))
                    .toBool());
    }

    void keptNewFiguresAreThoseToCompareWith()
    {
        const ProgramRun run
            = analyses({QStringLiteral("recompute"), QStringLiteral("segments"), QStringLiteral("--keep")});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject shown = analyses({QStringLiteral("show"), QStringLiteral("segments")}).result();
        QCOMPARE(text(shown, "digest"), text(object(run.result(), "now"), "digest"));
        QCOMPARE(shown.value(QStringLiteral("data_version")).toInt(),
                 object(run.result(), "now").value(QStringLiteral("data_version")).toInt());
    }

    void namesAreChangedAndGo()
    {
        QCOMPARE(
            analyses({QStringLiteral("rename"), QStringLiteral("June"), QStringLiteral("July")}).exitCode, 0);
        QCOMPARE(text(analyses({QStringLiteral("show"), QStringLiteral("June")}).error(), "code"),
                 QStringLiteral("not_found"));
        const ProgramRun taken
            = analyses({QStringLiteral("rename"), QStringLiteral("July"), QStringLiteral("segments")});
        QCOMPARE(text(taken.error(), "code"), QStringLiteral("exists"));
        QCOMPARE(analyses({QStringLiteral("delete"), QStringLiteral("July")}).exitCode, 0);
        QCOMPARE(analyses({QStringLiteral("delete"), QStringLiteral("July")}).exitCode, 1);
        QCOMPARE(analyses({QStringLiteral("forget"), QStringLiteral("segments")}).exitCode, 2);
        QCOMPARE(analyses({QStringLiteral("rename"), QStringLiteral("segments")}).exitCode, 2);
    }
};

MEITRACE_TEST(TestSavedCommands)

#include "tst_analyses.moc"

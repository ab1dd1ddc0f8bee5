// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Month-end by the real program: totals of files, and what a later file changes.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const QByteArray kHeader = "订单号,行号,客户姓名,手机号,消费日期,项目,金额\n";
const QByteArray kJune = kHeader
    + "T1,1,赵一A,16400000001,2026-06-05,光子嫩肤,100.00\n"
      "T2,1,钱二B,16400000002,2026-06-08,热玛吉,200.00\n"
      "合计,,,,,,310.00\n";
const QByteArray kAgain = kHeader
    + "T1,1,赵一A,16400000001,2026-06-05,光子嫩肤,100.00\n"
      "T2,1,钱二B,16400000002,2026-06-08,热玛吉,250.00\n"
      "T3,1,孙三C,16400000003,2026-06-20,热玛吉,50.00\n"
      "合计,,,,,,400.00\n";
const QByteArray kCards = "会员卡号,手机号,项目,购买次数,已用次数,剩余次数,截止日期\n"
                          "K1,16400000001,光子嫩肤,10,4,6,2026-06-30\n"
                          "K2,16400000002,热玛吉,3,1,1,2026-06-30\n";

}  // namespace

class TestMonthEnd : public QObject {
    Q_OBJECT

    static QJsonObject at(const QJsonObject& object, const char* list, qsizetype index)
    {
        return object.value(QLatin1String(list)).toArray().at(index).toObject();
    }

private slots:
    void filesAreHeldAgainstTheirOwnTotals()
    {
        const TemporaryWorkspace folder;
        writeFile(folder.file(QStringLiteral("june.csv")), kJune);
        writeFile(folder.file(QStringLiteral("cards.csv")), kCards);
        QCOMPARE(
            runProgram({QStringLiteral("import"), folder.path(), folder.file(QStringLiteral("june.csv"))})
                .exitCode,
            0);
        QCOMPARE(
            runProgram({QStringLiteral("import"), folder.path(), folder.file(QStringLiteral("cards.csv")),
                        QStringLiteral("--kind"), QStringLiteral("his_package")})
                .exitCode,
            0);
        const ProgramRun run
            = runProgram({QStringLiteral("reconcile"), folder.path(), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.result().value(QStringLiteral("files_without_total")).toInt(), 1);
        const QJsonObject total = at(at(run.result(), "files", 0), "totals", 0);
        QCOMPARE(total.value(QStringLiteral("line")).toInt(), 4);
        QCOMPARE(total.value(QStringLiteral("of")).toString(), QStringLiteral("file"));
        QCOMPARE(total.value(QStringLiteral("stated_minor")).toInt(), 31'000);
        QCOMPARE(total.value(QStringLiteral("rows_minor")).toInt(), 30'000);
        QCOMPARE(total.value(QStringLiteral("difference_minor")).toInt(), 1'000);
        const QJsonObject cards = run.result().value(QStringLiteral("cards")).toObject();
        QCOMPARE(cards.value(QStringLiteral("checked")).toInt(), 2);
        QCOMPARE(at(cards, "differences", 0).value(QStringLiteral("difference")).toDouble(), -1.0);
        QVERIFY(!at(cards, "differences", 0).value(QStringLiteral("customer")).toString().isEmpty());
        QCOMPARE(run.result().value(QStringLiteral("differences")).toInt(), 2);
        const ProgramRun text = runProgram({QStringLiteral("reconcile"), folder.path()});
        QVERIFY(text.output.contains("310.00") && text.output.contains("K2"));
    }

    void namesThatAreNotKnownAreListed()
    {
        const TemporaryWorkspace folder;
        writeFile(folder.file(QStringLiteral("june.csv")), QByteArray(kJune).replace("热玛吉", "春日焕颜礼"));
        QCOMPARE(
            runProgram({QStringLiteral("import"), folder.path(), folder.file(QStringLiteral("june.csv"))})
                .exitCode,
            0);
        const ProgramRun run = runProgram({QStringLiteral("names"), folder.path(), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject items = run.result().value(QStringLiteral("items")).toObject();
        QCOMPARE(items.value(QStringLiteral("rows")).toInt(), 2);
        QCOMPARE(items.value(QStringLiteral("rows_unknown")).toInt(), 1);
        QCOMPARE(run.result().value(QStringLiteral("names")).toArray().size(), 1);
        const QJsonObject name = at(run.result(), "names", 0);
        QCOMPARE(name.value(QStringLiteral("name")).toString(), QStringLiteral("春日焕颜礼"));
        QCOMPARE(name.value(QStringLiteral("kind")).toString(), QStringLiteral("his_billing"));
        QCOMPARE(name.value(QStringLiteral("rows")).toInt(), 1);
        QVERIFY(runProgram({QStringLiteral("names"), folder.path()}).output.contains("春日焕颜礼"));
        QVERIFY(runProgram({QStringLiteral("names"), folder.file(QStringLiteral("none.meitrace"))}).exitCode
                != 0);
    }

    void theDiarySaysWhyLastMonthIsAnotherOne()
    {
        const TemporaryWorkspace folder;
        for (const auto& [name, bytes] : {std::pair("june.csv", kJune), {"again.csv", kAgain}}) {
            writeFile(folder.file(QLatin1String(name)), bytes);
            QCOMPARE(runProgram({QStringLiteral("import"), folder.path(), folder.file(QLatin1String(name))})
                         .exitCode,
                     0);
        }
        const ProgramRun run = runProgram({QStringLiteral("diary"), folder.path(), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject entry = at(run.result(), "entries", 0);
        QCOMPARE(entry.value(QStringLiteral("file")).toString(), QStringLiteral("again.csv"));
        QCOMPARE(entry.value(QStringLiteral("new")).toInt(), 1);
        QCOMPARE(entry.value(QStringLiteral("changed")).toInt(), 1);
        QCOMPARE(entry.value(QStringLiteral("known")).toInt(), 1);
        QCOMPARE(entry.value(QStringLiteral("customers_before")).toInt(), 2);
        QCOMPARE(entry.value(QStringLiteral("customers_after")).toInt(), 3);
        const QJsonObject money = at(entry, "past_figures", 0);
        QCOMPARE(money.value(QStringLiteral("month")).toString(), QStringLiteral("2026-06"));
        QCOMPARE(money.value(QStringLiteral("figure")).toString(), QStringLiteral("paid_amount"));
        QCOMPARE(money.value(QStringLiteral("before_minor")).toInt(), 30'000);
        QCOMPARE(money.value(QStringLiteral("after_minor")).toInt(), 40'000);
        QCOMPARE(runProgram(
                     {QStringLiteral("diary"), folder.path(), QStringLiteral("--limit"), QStringLiteral("0")})
                     .exitCode,
                 2);
        const ProgramRun one = runProgram({QStringLiteral("diary"), folder.path(), QStringLiteral("--limit"),
                                           QStringLiteral("1"), QStringLiteral("--json")});
        QCOMPARE(one.result().value(QStringLiteral("entries")).toArray().size(), 1);
        QVERIFY(runProgram({QStringLiteral("diary"), folder.path()}).output.contains("2026"));
    }
};

MEITRACE_TEST(TestMonthEnd)
#include "tst_monthend.moc"

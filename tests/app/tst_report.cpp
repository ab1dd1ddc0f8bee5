// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/pdfcheck.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

/// Reports written by the real program without a screen.
class TestReport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_clinic;

    ProgramRun report(const QString& pdf, const QStringList& more = {}) const
    {
        return runProgram(QStringList {QStringLiteral("report"), m_clinic, QStringLiteral("journey"), pdf}
                              + more,
                          {QStringLiteral("DISPLAY="), QStringLiteral("QT_QPA_PLATFORM="),
                           QStringLiteral("XDG_RUNTIME_DIR=") + m_folder.path()});
    }
    QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

private slots:
    void initTestCase()
    {
        m_clinic = file("clinic.meitrace");
        QVERIFY(makeDemoClinic(m_clinic));
    }

    void aMonthInBothLanguages()
    {
        for (const char* language : {"en", "zh_CN"}) {
            const QString pdf = file("month.pdf");
            const ProgramRun run
                = report(pdf,
                         {QStringLiteral("--month"), QStringLiteral("2026-05"), QStringLiteral("--lang"),
                          QLatin1String(language), QStringLiteral("--json")});
            QVERIFY2(run.exitCode == 0, run.errors.constData());
            const int pages = run.result().value(QStringLiteral("pages")).toInt();
            QVERIFY(pages >= 6);
            const QJsonObject options = run.json().value(QStringLiteral("options")).toObject();
            QCOMPARE(options.value(QStringLiteral("from")).toString(), QStringLiteral("2026-05-01"));
            QCOMPARE(options.value(QStringLiteral("to")).toString(), QStringLiteral("2026-05-31"));
            if (PdfCheck::isAvailable()) {
                QCOMPARE(PdfCheck(pdf).pages(), pages);
                const QString text = PdfCheck(pdf).text();
                QVERIFY(text.contains(QLatin1String(language) == QStringLiteral("en")
                                          ? QStringLiteral("Where customers are lost")
                                          : QString::fromUtf8("数据依据")));
            }
        }
    }

    void theSameQuestionGivesTheSameFigures()
    {
        QJsonObject before;
        for (const char* threads : {"1", "3"}) {
            const ProgramRun run
                = report(file("same.pdf"),
                         {QStringLiteral("--threads"), QLatin1String(threads), QStringLiteral("--json")});
            QCOMPARE(run.exitCode, 0);
            QVERIFY(before.isEmpty() || before == run.result());
            before = run.result();
        }
    }

    void aSpanOfDaysAndARule()
    {
        const ProgramRun all
            = report(file("span.pdf"),
                     {QStringLiteral("--from"), QStringLiteral("2026-01-01"), QStringLiteral("--to"),
                      QStringLiteral("2026-03-31"), QStringLiteral("--compare"), QStringLiteral("year"),
                      QStringLiteral("--json")});
        QCOMPARE(all.exitCode, 0);
        const ProgramRun some
            = report(file("some.pdf"),
                     {QStringLiteral("--from"), QStringLiteral("2026-01-01"), QStringLiteral("--to"),
                      QStringLiteral("2026-03-31"), QStringLiteral("--where"),
                      QStringLiteral("gender = female"), QStringLiteral("--json")});
        QVERIFY2(some.exitCode == 0, some.errors.constData());
        const auto customers
            = [](const ProgramRun& run) { return run.result().value(QStringLiteral("customers")).toInt(); };
        QVERIFY(customers(some) > 0 && customers(some) < customers(all));
    }

    void whatCannotBeWrittenIsSaidAndLeavesNothing()
    {
        const QString folder = file("out");
        QVERIFY(QDir().mkpath(folder));
        for (const QString& pdf : {folder, folder + QStringLiteral("/gone/report.pdf")}) {
            const ProgramRun run = report(pdf);
            QVERIFY(run.exitCode != 0);
            QCOMPARE(run.errors.trimmed().count('\n'), 0);
            QVERIFY(!run.errors.trimmed().isEmpty());
        }
        QVERIFY(QDir(folder).isEmpty());
    }

    void badRequestsAreRefused()
    {
        const QString pdf = file("no.pdf");
        QCOMPARE(report(pdf, {QStringLiteral("--month"), QStringLiteral("2026-13")}).exitCode, 2);
        QCOMPARE(report(pdf, {QStringLiteral("--compare"), QStringLiteral("never")}).exitCode, 2);
        QCOMPARE(report(pdf, {QStringLiteral("--month"), QStringLiteral("2031-01")}).exitCode, 2);
        QCOMPARE(runProgram({QStringLiteral("report"), m_clinic, QStringLiteral("novel"), pdf}).exitCode, 2);
        QCOMPARE(runProgram({QStringLiteral("report"), file("gone.meitrace"), QStringLiteral("journey"), pdf})
                     .exitCode,
                 4);
        const TemporaryWorkspace empty;
        QCOMPARE(
            runProgram({QStringLiteral("report"), empty.path(), QStringLiteral("journey"), pdf}).exitCode, 1);
        QVERIFY(!QFile::exists(pdf));
    }
};

MEITRACE_TEST(TestReport)
#include "tst_report.moc"

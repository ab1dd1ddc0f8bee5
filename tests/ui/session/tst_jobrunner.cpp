// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/session/jobrunner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace meitrace;

namespace {

/// Runs until it is stopped.
Result<int> untilStopped(Job& job)
{
    while (!job.stopped()) {
        QThread::msleep(1);
    }
    return Error {.code = ErrorCode::Cancelled};
}

}  // namespace

class TestJobRunner : public QObject {
    Q_OBJECT

private slots:
    void answersArriveOnTheThreadOfTheWindow()
    {
        JobRunner jobs;
        QThread* worked = nullptr;
        QThread* answered = nullptr;
        int answer = 0;
        jobs.run<int>(
            {this, QStringLiteral("sum"), QStringLiteral("Sum")},
            [&worked](Job&) -> Result<int> {
                worked = QThread::currentThread();
                return 42;
            },
            [&](const Result<int>& result) {
                answered = QThread::currentThread();
                answer = *result;
            });
        QVERIFY(jobs.isRunning(QStringLiteral("sum")));
        jobs.waitForAll();
        QCOMPARE(answer, 42);
        QVERIFY(worked != QThread::currentThread());
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(!jobs.isBusy());
    }

    void newerWorkReplacesOlderOfTheSameKey()
    {
        JobRunner jobs;
        QVector<int> answers;
        const auto keep = [&](const Result<int>& result) { answers.push_back(result ? *result : -1); };
        const JobRunner::Task task {this, QStringLiteral("funnel"), {}};
        jobs.run<int>(task, untilStopped, keep);
        for (int i = 1; i <= 20; ++i) {
            jobs.run<int>(
                task, [i](Job&) -> Result<int> { return i; }, keep);
        }
        jobs.waitForAll();
        QCOMPARE(answers, QVector<int> {20});
    }

    void differentKeysGoOnBesideEachOther()
    {
        JobRunner jobs;
        QVector<int> answers;
        const auto keep = [&](const Result<int>& result) { answers.push_back(*result); };
        for (int i = 0; i < 10; ++i) {
            jobs.run<int>(
                {this, QString::number(i), {}}, [i](Job&) -> Result<int> { return i; }, keep);
        }
        jobs.waitForAll();
        std::sort(answers.begin(), answers.end());
        QCOMPARE(answers, (QVector<int> {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }

    void whatWasCancelledSaysSo()
    {
        JobRunner jobs;
        bool cancelled = false;
        jobs.run<int>({this, QStringLiteral("long"), {}}, untilStopped, [&](const Result<int>& result) {
            cancelled = !result && result.error().code == ErrorCode::Cancelled;
        });
        jobs.cancel(QStringLiteral("long"));
        jobs.waitForAll();
        QVERIFY(cancelled);
    }

    void aReceiverThatIsGoneIsNotCalled()
    {
        JobRunner jobs;
        bool called = false;
        auto receiver = std::make_unique<QObject>();
        jobs.run<int>({receiver.get(), QStringLiteral("late"), {}}, untilStopped,
                      [&called](const Result<int>&) { called = true; });
        receiver.reset();
        jobs.cancel(QStringLiteral("late"));
        jobs.waitForAll();
        QVERIFY(!called);
    }

    void theRunnerStopsWhatRunsWhenItGoes()
    {
        std::atomic<bool> ended {false};
        {
            JobRunner jobs;
            jobs.run<int>(
                {this, QStringLiteral("endless"), {}},
                [&ended](Job& job) {
                    Result<int> result = untilStopped(job);
                    ended = true;
                    return result;
                },
                [](const Result<int>&) { QFAIL("nobody is left to hear it"); });
        }
        QVERIFY(ended);
    }

    void progressIsToldInWholePercents()
    {
        JobRunner jobs;
        QSignalSpy told(&jobs, &JobRunner::progressed);
        jobs.run<int>(
            {this, QStringLiteral("import"), {}},
            [](Job& job) -> Result<int> {
                for (int i = 0; i <= 10'000; ++i) {
                    job.progress(i / 10'000.0);
                }
                return 0;
            },
            [](const Result<int>&) {});
        jobs.waitForAll();
        QVERIFY(told.size() >= 50 && told.size() <= 101);
        QCOMPARE(told.last().at(1).toDouble(), 1.0);
    }
};

MEITRACE_TEST(TestJobRunner)
#include "tst_jobrunner.moc"

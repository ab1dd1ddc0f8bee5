// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/parallel.h"
#include "models/base/pipeline.h"
#include "models/base/random.h"
#include "models/base/units.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <vector>

using namespace meitrace;

namespace {

class StoppingJob : public Job {
public:
    using Job::Job;

    bool stopped() const override { return ++m_asked > 3; }

private:
    mutable std::atomic<int> m_asked {0};
};

}  // namespace

class TestParallel : public QObject {
    Q_OBJECT

private slots:
    void sumsAreBitEqualForAnyNumberOfThreads()
    {
        std::vector<double> sums;
        for (const int threads : {1, 2, 7}) {
            Job job(threads);
            std::vector<double> partial(static_cast<std::size_t>(chunkCount(100'003, 1000)));
            QVERIFY(forChunks(100'003, 1000, job, [&](Index chunk, Index begin, Index end) {
                double sum = 0;
                for (Index i = begin; i < end; ++i) {
                    sum += static_cast<double>(randomAt(1, 2, static_cast<std::uint64_t>(i))) * 1e-3;
                }
                partial[static_cast<std::size_t>(chunk)] = sum;
            }));
            double total = 0;
            for (const double part : partial) {
                total += part;
            }
            sums.push_back(total);
        }
        QVERIFY(sums[0] == sums[1] && sums[1] == sums[2]);
    }

    void aStoppedJobLeavesChunksOut()
    {
        StoppingJob job(1);
        int visited = 0;
        QVERIFY(!forChunks(100, 1, job, [&](Index, Index, Index) { ++visited; }));
        QCOMPARE(visited, 3);
    }

    void thePipelineKeepsTheOrder()
    {
        for (const int threads : {1, 2, 7}) {
            int next = 0;
            std::vector<int> seen;
            const Status status = orderedPipeline<int, int>(
                threads,
                [&]() -> Result<std::optional<int>> {
                    return next < 500 ? std::optional<int>(next++) : std::nullopt;
                },
                [](int&& value) -> Result<int> { return value * 2; },
                [&](int&& value) -> Status {
                    seen.push_back(value);
                    return Done {};
                });
            QVERIFY(status);
            QCOMPARE(seen.size(), std::size_t {500});
            for (int i = 0; i < 500; ++i) {
                QCOMPARE(seen[static_cast<std::size_t>(i)], i * 2);
            }
        }
    }

    void thePipelineStopsAtTheFirstErrorInOrder()
    {
        for (const int threads : {1, 2, 7}) {
            int next = 0;
            std::vector<int> seen;
            const Status status = orderedPipeline<int, int>(
                threads, [&]() -> Result<std::optional<int>> { return std::optional<int>(next++); },
                [](int&& value) -> Result<int> {
                    if (value == 20 || value == 23) {
                        return Error {.code = ErrorCode::BadOption, .subject = std::to_string(value)};
                    }
                    return value;
                },
                [&](int&& value) -> Status {
                    seen.push_back(value);
                    return Done {};
                });
            QVERIFY(!status);
            QCOMPARE(status.error().subject, std::string("20"));
            QCOMPARE(seen.size(), std::size_t {20});
        }
    }
};

MEITRACE_TEST(TestParallel)
#include "tst_parallel.moc"

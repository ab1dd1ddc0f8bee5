// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace meitrace {

/// A job that can be stopped and tells its progress to the window, at most some times a second.
class RunningJob final : public Job {
public:
    RunningJob(int threads, std::function<void(double)> tell)
        : Job(threads)
        , m_tell(std::move(tell))
    {
    }

    [[nodiscard]] bool stopped() const override { return m_stopped; }
    void progress(double share) override;
    void stop() { m_stopped = true; }

private:
    std::function<void(double)> m_tell;
    std::atomic<bool> m_stopped {false};
    std::atomic<int> m_told {-1};
};

/// Runs long work off the window's thread. Work of one key replaces what still runs under it: the older work
/// is stopped and its answer dropped. Answers arrive on the window's thread, and only while their receiver
/// lives. When the runner goes, everything is stopped and waited for.
///     jobs.run<FunnelResult>({this, "funnel", tr("Counting")},
///         [=](Job& job) { return funnel(*snapshot, options, job); },
///         [this](const Result<FunnelResult>& result) { show(result); });
class JobRunner final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobRunner)

public:
    struct Task {
        QObject* receiver = nullptr;
        QString key;
        QString title;
    };

    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    template <typename T>
    void run(const Task& task, std::function<Result<T>(Job&)> work,
             std::function<void(const Result<T>&)> done)
    {
        start(task,
              [this, key = task.key, work = std::move(work),
               done = std::move(done)](Job& job) -> std::function<void()> {
                  auto result = std::make_shared<Result<T>>(work(job));
                  return [this, key, result, done] {
                      if (!*result) {
                          emit failed(key, result->error());
                      }
                      done(*result);
                  };
              });
    }

    void cancel(const QString& key);
    [[nodiscard]] bool isRunning(const QString& key) const { return m_running.contains(key); }
    [[nodiscard]] bool isBusy() const { return !m_running.isEmpty(); }
    [[nodiscard]] QStringList keys() const { return m_running.keys(); }
    [[nodiscard]] QString title(const QString& key) const { return m_running.value(key).title; }
    /// Runs the event loop until nothing runs: for pictures and tests.
    void waitForAll() const;

signals:
    void started(const QString& key, const QString& title);
    void progressed(const QString& key, double share);
    /// Comes before the answer itself, which tells the same.
    void failed(const QString& key, const meitrace::Error& error);
    void finished(const QString& key);

private:
    struct Running {
        quint64 number = 0;
        QString title;
        std::shared_ptr<RunningJob> job;
    };

    /// work returns what is to be done with its answer on this thread.
    void start(const Task& task, std::function<std::function<void()>(Job&)> work);

    QThreadPool m_pool;
    QHash<QString, Running> m_running;
    quint64 m_last = 0;
};

}  // namespace meitrace

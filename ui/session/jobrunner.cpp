// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobrunner.h"

#include <QEventLoop>
#include <QPointer>

#include <cmath>

namespace meitrace {

void RunningJob::progress(double share)
{
    const int percent = static_cast<int>(std::floor(share * 100));
    if (m_told.exchange(percent) != percent) {
        m_tell(share);
    }
}

JobRunner::JobRunner(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(2);
}

JobRunner::~JobRunner()
{
    for (const Running& running : std::as_const(m_running)) {
        running.job->stop();
    }
    m_pool.waitForDone();
}

void JobRunner::start(const Task& task, std::function<std::function<void()>(Job&)> work)
{
    const QString key = task.key;
    if (m_running.contains(key)) {
        m_running[key].job->stop();
    }
    const quint64 number = ++m_last;
    const auto isCurrent = [this, key, number] { return m_running.value(key).number == number; };
    const auto job = std::make_shared<RunningJob>(0, [this, key, isCurrent](double share) {
        QMetaObject::invokeMethod(this, [this, key, isCurrent, share] {
            if (isCurrent()) {
                emit progressed(key, share);
            }
        });
    });
    m_running.insert(key, {number, task.title, job});
    emit started(key, task.title);
    const QPointer<QObject> receiver(task.receiver);
    m_pool.start([this, key, isCurrent, job, receiver, work = std::move(work)] {
        const std::function<void()> deliver = work(*job);
        QMetaObject::invokeMethod(this, [this, key, isCurrent, receiver, deliver] {
            if (!isCurrent()) {
                return;  // replaced meanwhile
            }
            m_running.remove(key);
            if (receiver) {
                deliver();
            }
            emit finished(key);
        });
    });
}

void JobRunner::cancel(const QString& key)
{
    if (m_running.contains(key)) {
        m_running[key].job->stop();
    }
}

void JobRunner::waitForAll() const
{
    while (isBusy()) {
        QEventLoop loop;
        const auto connection = connect(this, &JobRunner::finished, &loop, &QEventLoop::quit);
        loop.exec();
        disconnect(connection);
    }
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homelooks.h"

#include "analytics/workbench/usualfunnel.h"
#include "analytics/workbench/usualmonitor.h"
#include "ui/session/session.h"

namespace meitrace {

HomeLooks::HomeLooks(Session& session, const QString& jobKey, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_leakKey(jobKey + QStringLiteral(".leaks"))
    , m_alarmKey(jobKey + QStringLiteral(".alarms"))
{
}

void HomeLooks::clear()
{
    m_session.jobs().cancel(m_leakKey);
    m_session.jobs().cancel(m_alarmKey);
    m_snapshot.reset();
    m_leaks.reset();
    m_alarms.reset();
}

void HomeLooks::look(const SnapshotPtr& snapshot, Day last)
{
    clear();
    m_snapshot = snapshot;
    lookForLeaks(snapshot, last);
    lookForAlarms(snapshot, last);
}

void HomeLooks::lookForLeaks(const SnapshotPtr& snapshot, Day last)
{
    const FunnelOptions usual = usualFunnel(m_session.overview());
    if (usual.steps.size() < 2) {
        return;
    }
    m_leakOptions = homeLeakOptions(usual, m_session.population(), last);
    m_session.jobs().run<PainResult>(
        {this, m_leakKey, tr("Looking where customers are lost")},
        [snapshot, options = m_leakOptions](Job& job) { return painPoints(*snapshot, options, job); },
        [this, snapshot](const Result<PainResult>& result) {
            if (result && snapshot == m_snapshot) {
                m_leaks = *result;
                emit changed();
            }
        });
}

void HomeLooks::lookForAlarms(const SnapshotPtr& snapshot, Day last)
{
    MonitorOptions options = usualMonitor();
    options.days = kHomeAlarmDays;
    options.asOf = last;
    options.population = m_session.population();
    m_session.jobs().run<MonitorResult>(
        {this, m_alarmKey, tr("Looking what was out of the ordinary")},
        [snapshot, options = std::move(options)](Job& job) { return monitor(*snapshot, options, job); },
        [this, snapshot](const Result<MonitorResult>& result) {
            if (result && snapshot == m_snapshot) {
                m_alarms = *result;
                emit changed();
            }
        });
}

std::vector<HomeFinding> HomeLooks::findings() const
{
    std::vector<HomeFinding> found = m_alarms ? alarmFindings(*m_alarms) : std::vector<HomeFinding> {};
    if (m_leaks) {
        const std::vector<HomeFinding> leaks = leakFindings(*m_leaks, m_leakOptions);
        found.insert(found.end(), leaks.begin(), leaks.end());
    }
    return found;
}

}  // namespace meitrace

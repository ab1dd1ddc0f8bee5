// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the pages look at: the scope of the session and the customers it leaves.
#include "ui/session/session.h"

namespace meitrace {

std::optional<DaySpan> Session::days() const
{
    return m_snapshot ? m_narrowed.scope.period.span(m_snapshot->frame().asOf) : std::nullopt;
}

void Session::setScope(const Scope& scope)
{
    if (!m_snapshot || scope == m_scope) {
        return;
    }
    m_scope = scope;
    rememberScope(m_path, m_scope, recentFiles());
    emit scopeChanged(true);
    applyScope();
}

void Session::audienceRenamed(const std::string& from, const std::string& to)
{
    if (from.empty() || from == to) {
        return;
    }
    m_narrowed.scope.renameAudience(from, to);
    if (m_scope.renameAudience(from, to)) {
        rememberScope(m_path, m_scope, recentFiles());
    }
    emit audienceNameChanged(from, to);
}

void Session::applyScope()
{
    look<Narrowed>(
        {this, QStringLiteral("scope"), tr("Filtering customers")},
        [snapshot = m_snapshot, everybody = m_everybody, scope = m_scope](Clinic& clinic, Job& job) {
            clinic.adopt(snapshot);
            const Result<SnapshotPtr> present = clinic.snapshot(job);
            // Data that have changed since come with a snapshot of their own.
            return present && *present == snapshot ? narrow(clinic, everybody, scope, job)
                                                   : Result<Narrowed>(Error {ErrorCode::Cancelled});
        },
        [this, snapshot = m_snapshot, asked = m_scope](const Result<Narrowed>& narrowed) {
            const bool isOld = snapshot != m_snapshot || asked != m_scope;
            if (isOld || (!narrowed && narrowed.error().code == ErrorCode::Cancelled)) {
                return;
            }
            if (narrowed) {
                m_narrowed = *narrowed;
            } else {
                emit failed(narrowed.error());
            }
            m_scope = m_narrowed.scope;
            if (m_scope != asked) {
                rememberScope(m_path, m_scope, recentFiles());
                emit scopeChanged(false);
            }
            emit populationChanged();
        });
}

}  // namespace meitrace

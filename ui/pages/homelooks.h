// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/monitor.h"
#include "analytics/journey/painpoints.h"
#include "ui/viewmodels/homeview.h"

#include <QObject>

#include <optional>
#include <vector>

namespace meitrace {

class Session;

/// Looks at what takes longer than the month's figures, after them: where customers are lost, and what was
/// out of the ordinary.
class HomeLooks final : public QObject {
    Q_OBJECT

public:
    /// jobKey: the page's; the looks have keys of their own behind it
    HomeLooks(Session& session, const QString& jobKey, QObject* parent);

    /// Forgets what was found; work that runs ends.
    void clear();
    /// last: day up to which customers and numbers are looked at
    void look(const SnapshotPtr& snapshot, Day last);
    /// In the language that holds now
    [[nodiscard]] std::vector<HomeFinding> findings() const;

signals:
    /// One of the looks has come back.
    void changed();

private:
    void lookForLeaks(const SnapshotPtr& snapshot, Day last);
    void lookForAlarms(const SnapshotPtr& snapshot, Day last);

    Session& m_session;
    QString m_leakKey;
    QString m_alarmKey;
    SnapshotPtr m_snapshot;
    PainOptions m_leakOptions;
    std::optional<PainResult> m_leaks;
    std::optional<MonitorResult> m_alarms;
};

}  // namespace meitrace

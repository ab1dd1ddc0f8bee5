// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/scope.h"

#include <QVector>

namespace meitrace {

/// Where somebody was: which page, and which days and customers it looked at.
struct Stop {
    int page = 0;
    Scope scope;
    bool operator==(const Stop&) const = default;
};

/// The stops somebody went to, as of a browser: a new stop drops those ahead.
class History {
public:
    void visit(const Stop& stop)
    {
        if (m_at >= 0 && m_stops[m_at] == stop) {
            return;
        }
        m_stops.resize(m_at + 1);
        m_stops.push_back(stop);
        ++m_at;
    }
    /// The present stop is a little different from what it was said to be.
    void amend(const Scope& scope)
    {
        if (m_at >= 0) {
            m_stops[m_at].scope = scope;
        }
    }
    /// An audience has another name: places that ask for it go on asking for it.
    void renameAudience(const std::string& from, const std::string& to)
    {
        for (Stop& stop : m_stops) {
            stop.scope.renameAudience(from, to);
        }
    }
    /// direction: -1 back, 1 forward; nullptr where nothing lies there
    const Stop* step(int direction)
    {
        const qsizetype next = m_at + direction;
        if (next < 0 || next >= m_stops.size()) {
            return nullptr;
        }
        m_at = next;
        return &m_stops[m_at];
    }
    void clear()
    {
        m_stops.clear();
        m_at = -1;
    }

private:
    QVector<Stop> m_stops;
    qsizetype m_at = -1;
};

}  // namespace meitrace

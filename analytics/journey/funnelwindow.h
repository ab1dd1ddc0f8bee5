// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/duration.h"
#include "models/frame/snapshot.h"

#include <limits>

namespace meitrace {

/// How long after an instant something may still happen, the limit included. Months end with the civil day
/// that is n months later, so that a later start never has an earlier end.
class FunnelWindow {
public:
    /// No limit
    FunnelWindow() = default;
    /// The snapshot must live longer.
    FunnelWindow(const Duration& duration, const Snapshot& snapshot)
        : m_snapshot(&snapshot)
        , m_months(duration.months())
        , m_sure(duration.isCalendar() ? (Millis {28} * m_months - 1) * kDayMillis : duration.millis())
        , m_most(duration.isCalendar() ? (Millis {31} * m_months + 2) * kDayMillis : duration.millis())
    {
    }

    [[nodiscard]] bool isLimited() const { return m_snapshot != nullptr; }
    /// Exact windows: the length; no limit: a length beyond all times.
    [[nodiscard]] Millis length() const { return m_sure; }
    [[nodiscard]] bool isExact() const { return m_months == 0; }

    [[nodiscard]] bool within(Millis start, Millis at) const
    {
        const Millis passed = at - start;
        return passed <= m_sure || (passed <= m_most && at < endOf(start));
    }
    /// First instant that is too late. Only for limited windows.
    [[nodiscard]] Millis endOf(Millis start) const
    {
        return m_months == 0 ? start + m_sure + 1
                             : m_snapshot->endOfDay(addMonths(m_snapshot->dayOf(start), m_months));
    }

    static constexpr Millis kUnlimited = std::numeric_limits<Millis>::max() / 4;

private:
    const Snapshot* m_snapshot = nullptr;
    int m_months = 0;
    Millis m_sure = kUnlimited;  ///< within for certain
    Millis m_most = kUnlimited;  ///< beyond: outside for certain
};

}  // namespace meitrace

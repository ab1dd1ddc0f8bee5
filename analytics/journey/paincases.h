// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "analytics/journey/funnelrows.h"
#include "models/base/job.h"

namespace meitrace {

/// One case on its way to a step.
struct Passing {
    Index customer = 0;
    Index before = 0;  ///< row of the event that served the step before
    Index here = -1;   ///< row of the event that served this one; -1 = lost
};

/// The matured cases that passed the step before and are not open here.
class PassingCases {
public:
    PassingCases(const FunnelResult& result, int step)
        : m_result(result)
        , m_rules(result.optional, result.openEntry)
        , m_step(step)
    {
    }

    /// Calls take(passing) in the order of the cases. False: the job was stopped.
    template <typename Take>
    bool each(const Job& job, Take take) const
    {
        constexpr Index kBreath = 0xFFFF;
        const auto steps = static_cast<Index>(m_result.steps.size());
        const FunnelCases& cases = m_result.cases;
        for (Index i = 0; i < cases.customer.size(); ++i) {
            if ((i & kBreath) == 0 && job.stopped()) {
                return false;
            }
            const bool open = (cases.flags[i] & FunnelCases::kOpen) != 0;
            const RowPlace place = m_rules.placeOf(cases.served[i], open, m_step);
            if (!place.isPrevious || place.isOpen || (cases.flags[i] & FunnelCases::kMatured) == 0) {
                continue;
            }
            Passing passing {.customer = cases.customer[i],
                             .before = -1,
                             .here = place.isReached ? cases.chain[i * steps + m_step] : -1};
            for (int row = m_step - 1; row >= 0 && passing.before < 0; --row) {
                passing.before = cases.chain[i * steps + row];
            }
            if (passing.before >= 0) {
                take(passing);
            }
        }
        return true;
    }

private:
    const FunnelResult& m_result;
    RowRules m_rules;
    int m_step;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/lostreasons.h"

#include "analytics/journey/funnelplan.h"
#include "analytics/journey/funnelrows.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

/// Row lost on the way to, and what was written: 0 and 0 where nothing was.
struct Written {
    int step = 0;
    std::uint16_t type = 0;
    std::uint32_t detail = 0;

    friend bool operator<(const Written& a, const Written& b)
    {
        return std::tie(a.step, a.type, a.detail) < std::tie(b.step, b.type, b.detail);
    }
};

class Reader {
public:
    Reader(const FunnelPlan& plan, const FunnelResult& result)
        : m_plan(plan)
        , m_result(result)
        , m_rules(result.optional, result.openEntry)
        , m_detail(plan.snapshot.codes(EventField::Detail))
    {
    }

    /// Calls take(case, written) for every lost case, in order. False: the job was stopped.
    template <typename Take>
    bool each(const Job& job, Take take) const
    {
        constexpr Index kBreath = 0xFFFF;
        for (Index i = 0; i < m_result.cases.customer.size(); ++i) {
            if ((i & kBreath) == 0 && job.stopped()) {
                return false;
            }
            if (const int step = lostStep(i); step > 0) {
                Written written = writtenOf(i);
                written.step = step;
                take(i, written);
            }
        }
        return true;
    }

private:
    /// 0: the case got to the end or still may.
    [[nodiscard]] int lostStep(Index i) const
    {
        const bool open = (m_result.cases.flags[i] & FunnelCases::kOpen) != 0;
        for (int row = 1; row < static_cast<int>(m_result.steps.size()); ++row) {
            if (m_result.optional[static_cast<std::size_t>(row)]) {
                continue;
            }
            const RowPlace place = m_rules.placeOf(m_result.cases.served[i], open, row);
            if (place.isPrevious && !place.isReached) {
                return place.isOpen ? 0 : row;
            }
        }
        return 0;
    }

    [[nodiscard]] Written writtenOf(Index i) const
    {
        const Snapshot& snapshot = m_plan.snapshot;
        const Millis start = snapshot.time()[m_result.cases.first[i]];
        const Index stop = m_plan.seenEnd(m_result.cases.customer[i]);
        for (Index row = m_result.cases.last[i] + 1; row < stop; ++row) {
            if (m_plan.window.isLimited() && !m_plan.window.within(start, snapshot.time()[row])) {
                break;
            }
            const std::uint16_t type = snapshot.type()[row];
            if (type == event::kNoDeal || type == event::kBookingCancel || type == event::kBookingNoShow) {
                return {.step = 0, .type = type, .detail = m_detail[row]};
            }
        }
        return {};
    }

    const FunnelPlan& m_plan;
    const FunnelResult& m_result;
    RowRules m_rules;
    Codes m_detail;
};

Result<std::unique_ptr<const FunnelPlan>> planOf(const Snapshot& snapshot, const FunnelOptions& options,
                                                 Job& job)
{
    Result<std::unique_ptr<const FunnelPlan>> plan = FunnelPlan::make(snapshot, options, job);
    if (plan) {
        if (Status status = snapshot.load({EventField::Detail}, job); !status) {
            return status.error();
        }
    }
    return plan;
}

}  // namespace

Result<LostReasons> lostReasons(const Snapshot& snapshot, const FunnelOptions& options,
                                const FunnelResult& result, Job& job)
{
    const Result<std::unique_ptr<const FunnelPlan>> plan = planOf(snapshot, options, job);
    if (!plan) {
        return plan.error();
    }
    LostReasons found;
    found.lost.assign(result.steps.size(), 0);
    std::map<Written, Index> counted;
    const bool done = Reader(**plan, result).each(job, [&](Index, const Written& written) {
        ++counted[written];
        ++found.lost[static_cast<std::size_t>(written.step)];
    });
    if (!done) {
        return Error {.code = ErrorCode::Cancelled};
    }
    for (const auto& [written, cases] : counted) {
        found.reasons.push_back(
            {.step = written.step,
             .type = written.type,
             .name = std::string(snapshot.dictionary(EventField::Type).text(written.type)),
             .detail = std::string(snapshot.dictionary(EventField::Detail).text(written.detail)),
             .cases = cases});
    }
    std::sort(found.reasons.begin(), found.reasons.end(), [](const LostReason& a, const LostReason& b) {
        return std::tuple(a.step, a.type == 0, -a.cases, std::string_view(a.name), std::string_view(a.detail))
            < std::tuple(b.step, b.type == 0, -b.cases, std::string_view(b.name), std::string_view(b.detail));
    });
    return found;
}

Result<Bitset> lostReasonMembers(const Snapshot& snapshot, const FunnelOptions& options,
                                 const FunnelResult& result, const LostReason& reason, Job& job)
{
    const Result<std::unique_ptr<const FunnelPlan>> plan = planOf(snapshot, options, job);
    if (!plan) {
        return plan.error();
    }
    const Dictionary& details = snapshot.dictionary(EventField::Detail);
    Bitset members(snapshot.customers());
    const bool done = Reader(**plan, result).each(job, [&](Index i, const Written& written) {
        if (written.step == reason.step && written.type == reason.type
            && details.text(written.detail) == reason.detail) {
            members.set(result.cases.customer[i]);
        }
    });
    return done ? Result<Bitset>(std::move(members)) : Error {.code = ErrorCode::Cancelled};
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/rule.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace meitrace {

/// A clause about events inside a group.
struct DidTerm {
    const DidClause* clause = nullptr;  ///< must outlive the group
    bool negated = false;
    std::int64_t column = 0;
};

/// A clause about events, its window in instants.
struct DidLeaf {
    static constexpr Millis kEver = std::numeric_limits<Millis>::min();

    const DidClause* clause = nullptr;
    bool negated = false;    ///< by the term or by "did not"; not by both
    bool withinDay = false;  ///< the window starts inside a day
    RuleOp op = RuleOp::GreaterEqual;
    std::int64_t number = 1;  ///< events or minor units
    Millis start = kEver;
    Millis startDay = kEver;  ///< start of the day of `start`
    Millis end = 0;           ///< of the window, at most that of the as-of day
    unsigned bit = 0;         ///< of the matcher
    unsigned anchorBit = 0;
    std::optional<EventField> field {};  ///< of Distinct; none: the day

    [[nodiscard]] bool isAnchored() const
    {
        return clause->window.kind == RuleWindow::Kind::Since
            || clause->window.kind == RuleWindow::Kind::Within;
    }
    /// A count or a sum in a window that is the same for everybody.
    [[nodiscard]] bool isFast() const
    {
        return !isAnchored() && clause->measure != DidClause::Measure::Distinct
            && clause->pick == RulePick::Any;
    }
    [[nodiscard]] bool isLapsed() const { return clause->mode == DidClause::Mode::Lapsed; }
    [[nodiscard]] bool isSum() const { return clause->measure == DidClause::Measure::Sum; }
    /// Whether the measured number fulfils the comparison, before negation.
    [[nodiscard]] bool compares(std::int64_t measured) const;

    /// Errors  BadRule(measure)
    static Result<DidLeaf> bind(const DidTerm& term, const Snapshot& snapshot, Day asOf);
};

/// Columns of events as plain pointers.
struct EventView {
    const Snapshot* snapshot = nullptr;
    const Millis* time = nullptr;
    const std::uint16_t* type = nullptr;
    const Fen* amount = nullptr;              ///< null where no clause reads it
    const std::uint8_t* precision = nullptr;  ///< the same
    Millis end = 0;                           ///< of the as-of day

    [[nodiscard]] bool isWholeDay(Index row) const
    {
        return precision[row] >= static_cast<std::uint8_t>(TimeQuality::WholeDay);
    }
    /// In the fixed window of the leaf.
    [[nodiscard]] bool isInside(const DidLeaf& leaf, Index row) const
    {
        const bool started
            = time[row] >= leaf.start || (leaf.withinDay && time[row] >= leaf.startDay && isWholeDay(row));
        return started && time[row] < leaf.end;
    }
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// A name in a predicate that the data do not know: it matches nothing.
struct UnknownName {
    int predicate = 0;     ///< 0-based place in the list that was bound
    std::string field {};  ///< "type" or the filter's field as written
    std::string name {};
    bool operator==(const UnknownName&) const = default;
};

/// Up to 64 predicates bound to the codes of one snapshot. It points into the snapshot, which must live
/// longer. Reading it is safe from several threads.
class EventMatcher {
public:
    static constexpr int kMostPredicates = 64;

    /// Loads the columns Type and those the filters read.
    /// Values are looked up as they stand, then in normalised form; event codes also in code form.
    /// Errors  BadOption(steps) for more than 64 predicates, BadRule(step) for an unknown field; those of
    /// load()
    static Result<EventMatcher> bind(const std::vector<EventPredicate>& predicates, const Snapshot& snapshot,
                                     Job& job);
    static Result<EventMatcher> bind(const EventPredicate& predicate, const Snapshot& snapshot, Job& job)
    {
        return bind(std::vector<EventPredicate> {predicate}, snapshot, job);
    }

    /// Bit i: the event matches predicate i.
    [[nodiscard]] std::uint64_t mask(Index event) const
    {
        const std::size_t type = m_type[event];
        const std::uint64_t sure = m_sure[type];
        return (m_maybe[type] & ~sure) == 0 ? sure : sure | filtered(event, type);
    }
    /// Some predicate matches.
    [[nodiscard]] bool matches(Index event) const { return mask(event) != 0; }

    /// By type code: predicates that every event of the type matches, and those that depend on filters.
    [[nodiscard]] const std::vector<std::uint64_t>& sure() const { return m_sure; }
    [[nodiscard]] const std::vector<std::uint64_t>& maybe() const { return m_maybe; }
    /// True when types alone decide.
    [[nodiscard]] bool isByTypeOnly() const { return m_clauses.empty(); }
    [[nodiscard]] const std::vector<UnknownName>& unknown() const { return m_unknown; }

private:
    struct BoundFilter {
        std::optional<Codes> codes;          ///< empty: the amount
        std::vector<std::uint64_t> allowed;  ///< bit per code
        Fen low = 0;
        Fen high = 0;
        bool outside = false;  ///< the amount must not lie in low … high
    };
    struct BoundClause {
        std::uint64_t bit = 0;
        std::vector<BoundFilter> filters {};
    };

    [[nodiscard]] std::uint64_t filtered(Index event, std::size_t type) const;
    [[nodiscard]] bool passes(const BoundFilter& filter, Index event) const;
    BoundFilter bindFilter(const EventFilter& filter, int predicate, const Snapshot& snapshot);
    void bindClause(const EventClause& clause, int predicate, const Snapshot& snapshot);
    void addByType(std::size_t type, std::uint64_t bit, std::int32_t clause);

    const std::uint16_t* m_type = nullptr;
    const Fen* m_amount = nullptr;
    std::vector<std::uint64_t> m_sure;
    std::vector<std::uint64_t> m_maybe;
    std::vector<BoundClause> m_clauses;
    std::vector<std::vector<std::int32_t>> m_clausesOfType;
    std::vector<UnknownName> m_unknown;
};

}  // namespace meitrace

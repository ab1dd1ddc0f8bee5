// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eachcustomer.h"
#include "analytics/features/eventmatcher.h"
#include "analytics/features/unitsplit.h"
#include "models/base/job.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace meitrace {

/// What becomes of an activity that comes again in one way.
enum class ActivityRepeats : std::uint8_t {
    Keep,
    Collapse,  ///< neighbours that are the same are one, at the time of the first
    First      ///< an activity stands only where it first comes
};

/// Gives activities another name, or hides them.
struct LabelRule {
    std::string pattern {};  ///< of "type" or "type: value"; * stands for any text
    std::string name {};     ///< empty: hidden
    bool operator==(const LabelRule&) const = default;
};

/// How the events of people become ways: one activity after the other.
struct ActivityOptions {
    EventPredicate events {{{.type = "*"}}};
    std::optional<EventField> property {};  ///< activities are told apart by this field too
    std::vector<LabelRule> labels {};       ///< the first that fits counts
    ActivityRepeats repeats = ActivityRepeats::Collapse;
    UnitSplit::Rule unit {.kind = UnitKind::Customer};
    Day from = kMissingDay;  ///< events on earlier days are not seen; missing: all
    Day to = kMissingDay;    ///< last day seen; missing: the as-of day
    Day asOf = kMissingDay;
    Bitset population {};
    bool includeAnonymous = false;
    bool machineEvents = false;  ///< sendings and bookkeeping too

    static constexpr int kMostLabels = 5'000;
};

using ActivityCode = std::uint16_t;

/// One way of a customer, session or visit.
struct Way {
    std::span<const ActivityCode> activities;
    std::span<const Millis> times;
    std::span<const Index> rows;  ///< of the snapshot
    Index customer = 0;
};

/// Options bound to a snapshot. Reading it is safe from several threads, each with buffers of its own.
class ActivityScan {
public:
    static constexpr double kNaming = 0.2;  ///< of the progress goes to make()

    /// Names that are told apart get codes in the order of the texts.
    /// Errors  BadOption(from | population | labels): more than kMostLabels names, clean them up with rules;
    ///         BadRule of the predicate, Cancelled, those of loading columns
    static Result<ActivityScan> make(const Snapshot& snapshot, const ActivityOptions& options, Job& job);

    struct Buffers {
        std::vector<ActivityCode> activities;
        std::vector<Millis> times;
        std::vector<Index> rows;
        std::optional<UnitSplit> split;
    };

    [[nodiscard]] int labels() const { return static_cast<int>(m_labels.size()); }
    [[nodiscard]] const std::string& label(int code) const
    {
        return m_labels[static_cast<std::size_t>(code)];
    }
    /// -1 when there is none of that name
    [[nodiscard]] int find(std::string_view label) const;
    [[nodiscard]] Millis end() const { return m_end; }
    [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }

    /// Calls take(way) for every unit of the customer that has an activity, in the order of their first
    /// events.
    template <typename Take>
    void each(Index customer, Buffers& buffers, Take take) const
    {
        const Index begin = m_snapshot->begin(customer);
        const Index end = m_snapshot->end(customer);
        if (m_unit.kind == UnitKind::Customer) {
            startWay(buffers);
            for (Index row = begin; row < end; ++row) {
                add(row, buffers);
            }
            give(customer, buffers, take);
            return;
        }
        if (!buffers.split) {
            buffers.split.emplace(*m_snapshot, m_unit);
        }
        buffers.split->split(begin, end);
        for (Index unit = 0; unit < buffers.split->units(); ++unit) {
            startWay(buffers);
            for (const Index row : buffers.split->rows(unit)) {
                add(row, buffers);
            }
            give(customer, buffers, take);
        }
    }

private:
    static constexpr std::int32_t kHidden = -1;

    ActivityScan(const Snapshot& snapshot, const ActivityOptions& options, EventMatcher matcher);
    Status nameAll(const ActivityOptions& options, Job& job);
    using Keys = std::unordered_set<std::uint64_t>;
    using KeysOfLabel = std::map<std::string, std::vector<std::uint64_t>>;
    /// What the population did
    Result<Keys> seenKeys(const ActivityOptions& options, Job& job) const;
    [[nodiscard]] KeysOfLabel labelled(const Keys& keys, const ActivityOptions& options) const;
    void giveCodes(const KeysOfLabel& labels);
    [[nodiscard]] bool isSeen(Index row) const
    {
        return m_times[row] >= m_begin && m_times[row] < m_end && m_matcher.matches(row)
            && (m_machine || !isMachineEvent(m_types[row]));
    }
    [[nodiscard]] std::uint64_t keyOf(Index row) const
    {
        return std::uint64_t {m_types[row]} << 32U | (m_property ? (*m_property)[row] : 0U);
    }
    [[nodiscard]] std::int32_t codeOf(Index row) const;

    static void startWay(Buffers& buffers)
    {
        buffers.activities.clear();
        buffers.times.clear();
        buffers.rows.clear();
    }
    void add(Index row, Buffers& buffers) const;
    template <typename Take>
    static void give(Index customer, const Buffers& buffers, Take& take)
    {
        if (!buffers.activities.empty()) {
            take(Way {buffers.activities, buffers.times, buffers.rows, customer});
        }
    }

    const Snapshot* m_snapshot;
    EventMatcher m_matcher;
    ActivityRepeats m_repeats;
    UnitSplit::Rule m_unit;
    bool m_machine;
    Millis m_begin;
    Millis m_end;
    const Millis* m_times;
    const std::uint16_t* m_types;
    std::optional<Codes> m_property;
    std::vector<std::string> m_labels;
    std::vector<std::int32_t> m_ofType;                        ///< without a property
    std::unordered_map<std::uint64_t, std::int32_t> m_ofPair;  ///< with one
};

/// Calls body(part, way) for all ways of a population; the rest is as eachCustomer() says.
/// Errors  Cancelled
template <typename Part, typename MakePart, typename Body, typename Join>
Status scanWays(const ActivityScan& scan, const CustomerPass& pass, Job& job, MakePart makePart, Body body,
                Join join)
{
    struct Both {
        Part part;
        ActivityScan::Buffers buffers {};
    };
    return eachCustomer<Both>(
        pass.customers, job, [&] { return Both {makePart()}; },
        [&](Both& both, Index customer) {
            scan.each(customer, both.buffers, [&](const Way& way) { body(both.part, way); });
        },
        [&](const Both& both) { join(both.part); }, pass.share);
}

}  // namespace meitrace

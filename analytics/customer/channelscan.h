// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/channelcohort.h"
#include "analytics/customer/kpifacts.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace meitrace {

/// A person of the cohort with what she brought.
struct ChannelFound {
    ChannelPerson person;
    bool walkedIn = false;
    bool isMature = false;
    bool isRepeatKnown = false;
    Fen net = 0;
    Fen ticketMoney = 0;
    Index tickets = 0;
};

struct ChannelPart {
    std::vector<ChannelFound> people;
    std::vector<std::array<Fen, ChannelFigures::kMonths>> months;  ///< by channel
};

/// Reads one customer after the other into a cohort. Reading it is safe from several threads, each with facts
/// and a part of its own.
class ChannelScan {
public:
    /// cohort: its days are set. All of them must live longer.
    ChannelScan(const Snapshot& snapshot, const SpendBook& book, const ChannelCohortOptions& options,
                const ChannelCohort& cohort)
        : m_snapshot(snapshot)
        , m_book(book)
        , m_options(options)
        , m_cohort(cohort)
    {
    }

    /// Loads what is read and gives every channel a number.
    /// Errors  Cancelled, those of loading columns
    Status bind(Job& job);

    /// Names of the channels by number; 0: no channel is known.
    [[nodiscard]] const Dictionary& names() const { return m_names; }
    /// Number of a channel of the book
    [[nodiscard]] std::uint32_t ofSpend(std::uint32_t code) const { return m_ofSpend[code]; }
    [[nodiscard]] bool isInside(Day day) const { return day >= m_cohort.from && day <= m_cohort.to; }

    void add(Index customer, const KpiFacts& facts, ChannelPart& part) const;

private:
    [[nodiscard]] const KpiFact* entryOf(std::span<const KpiFact> facts) const;
    [[nodiscard]] std::uint32_t channelOf(Index customer, const KpiFact& entry) const;
    void addContacts(Index customer, Day since, ChannelFound& found) const;
    void addPurchases(const KpiFacts& facts, Day since, ChannelFound& found) const;

    const Snapshot& m_snapshot;
    const SpendBook& m_book;
    const ChannelCohortOptions& m_options;
    const ChannelCohort& m_cohort;
    Dictionary m_names;
    std::vector<std::uint32_t> m_ofEvent;
    std::vector<std::uint32_t> m_ofSpend;
    std::vector<std::uint32_t> m_ofSource;
    std::shared_ptr<const Attribute> m_source;
};

}  // namespace meitrace

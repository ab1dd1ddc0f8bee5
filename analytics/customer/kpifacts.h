// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

#include <array>
#include <span>
#include <vector>

namespace meitrace {

enum class KpiRole : std::uint8_t { None, Lead, Arrive, Bill, Refund, Prepaid, Treat };
inline constexpr std::size_t kKpiRoles = 7;

/// One thing a customer did that figures count.
struct KpiFact {
    Day day = 0;
    KpiRole role = KpiRole::None;
    std::uint32_t store = 0;
    Fen amount = 0;
    Index row = 0;  ///< of the snapshot
};

/// What one customer paid net on one day in one store.
struct KpiTicket {
    Day day = 0;
    std::uint32_t store = 0;
    Fen net = 0;
    Index row = 0;  ///< the first of its events
};

/// Reads what one customer after the other did, up to the as-of day, in the order of time.
class KpiFacts {
public:
    /// The columns of needed() must be loaded.
    KpiFacts(const Snapshot& snapshot, Day asOf);

    static std::vector<EventField> needed();

    void read(Index customer);
    [[nodiscard]] std::span<const KpiFact> facts() const { return m_facts; }
    /// Bills and refunds, by day, also those of 0
    [[nodiscard]] std::span<const KpiTicket> tickets() const { return m_tickets; }
    /// The tickets of a day in one, whatever the store
    [[nodiscard]] std::span<const KpiTicket> days() const { return m_days; }

private:
    void addFact(Index row);
    void dropTwins();
    void gatherTickets();

    const Snapshot& m_snapshot;
    const std::uint16_t* m_types;
    const Millis* m_times;
    const Fen* m_amounts;
    Codes m_stores;
    Codes m_details;
    Millis m_end;
    std::array<KpiRole, 64> m_roles {};
    std::uint32_t m_gift;
    std::uint32_t m_refund;
    std::array<std::uint32_t, 4> m_prepaidKinds;
    bool m_hasTwins = false;
    std::vector<KpiFact> m_facts;
    std::vector<KpiTicket> m_tickets;
    std::vector<KpiTicket> m_days;
};

}  // namespace meitrace

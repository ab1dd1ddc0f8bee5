// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/kpi.h"
#include "analytics/customer/kpifacts.h"

#include <memory>
#include <unordered_map>

namespace meitrace {

/// Under which store, member of staff or channel something stands. Number 0 is "none".
class KpiGroups {
public:
    /// source: the customers' attribute of that name, may be nullptr. The column of the split must be loaded.
    KpiGroups(const Snapshot& snapshot, const KpiInputs& inputs, KpiBy by,
              std::shared_ptr<const Attribute> source);

    [[nodiscard]] KpiBy by() const { return m_by; }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// Of an event; by channel 0, there the customer decides
    [[nodiscard]] std::uint32_t ofEvent(Index row) const { return m_ofEvent[m_codes[row]]; }
    /// Of a text in KpiInputs::labels
    [[nodiscard]] std::uint32_t ofLabel(std::uint32_t label) const { return m_ofLabel[label]; }
    /// By channel: that of the first lead, else the source
    [[nodiscard]] std::uint32_t ofCustomer(Index customer, std::span<const KpiFact> facts) const;

private:
    std::uint32_t add(std::string_view name);

    KpiBy m_by;
    Codes m_codes;
    std::shared_ptr<const Attribute> m_source;
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint32_t> m_places;
    std::vector<std::uint32_t> m_ofEvent;
    std::vector<std::uint32_t> m_ofLabel;
    std::vector<std::uint32_t> m_ofSource;
};

/// The column a split looks at.
EventField fieldOf(KpiBy by);

}  // namespace meitrace

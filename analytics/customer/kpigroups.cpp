// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/kpigroups.h"

#include <utility>

namespace meitrace {

EventField fieldOf(KpiBy by)
{
    return by == KpiBy::Staff ? EventField::Staff
                              : (by == KpiBy::Channel ? EventField::Channel : EventField::Store);
}

KpiGroups::KpiGroups(const Snapshot& snapshot, const KpiInputs& inputs, KpiBy by,
                     std::shared_ptr<const Attribute> source)
    : m_by(by)
    , m_codes(snapshot.codes(fieldOf(by)))
    , m_source(std::move(source))
    , m_names(1)
{
    const auto addAll = [this](const Dictionary& texts, std::vector<std::uint32_t>& places) {
        places.resize(texts.size());
        for (std::uint32_t code = 0; code < texts.size(); ++code) {
            places[code] = add(texts.text(code));
        }
    };
    addAll(snapshot.dictionary(fieldOf(by)), m_ofEvent);
    addAll(inputs.labels, m_ofLabel);
    if (by == KpiBy::Channel && m_source) {
        addAll(m_source->texts, m_ofSource);
    }
}

std::uint32_t KpiGroups::add(std::string_view name)
{
    if (name.empty() || m_by == KpiBy::None) {
        return 0;
    }
    const auto [found, isNew]
        = m_places.emplace(std::string(name), static_cast<std::uint32_t>(m_names.size()));
    if (isNew) {
        m_names.emplace_back(name);
    }
    return found->second;
}

std::uint32_t KpiGroups::ofCustomer(Index customer, std::span<const KpiFact> facts) const
{
    for (const KpiFact& fact : facts) {
        if (fact.role == KpiRole::Lead && ofEvent(fact.row) != 0) {
            return ofEvent(fact.row);
        }
    }
    return m_ofSource.empty() ? 0 : m_ofSource[m_source->code[customer]];
}

}  // namespace meitrace

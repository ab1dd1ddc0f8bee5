// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/circumstance.h"
#include "models/frame/snapshot.h"

#include <memory>
#include <optional>
#include <string>

namespace meitrace {

/// What cases are told apart by, as codes of texts: a field of an event, its circumstance, or an attribute of
/// the customer.
class CaseKey {
public:
    /// Loads what the name needs. end: first instant that is not seen. Errors  BadOption(keys)
    static Result<CaseKey> bind(const Snapshot& snapshot, const std::string& name, Millis end, Job& job);

    /// 0 = no value
    [[nodiscard]] std::uint32_t code(Index customer, Index row) const
    {
        return m_attribute   ? m_attribute->code[customer]
            : m_circumstance ? m_circumstance->code(customer, row)
                             : (*m_field)[row];
    }
    [[nodiscard]] const Dictionary& texts() const { return *m_texts; }

private:
    std::shared_ptr<const Attribute> m_attribute;
    std::optional<CircumstanceReader> m_circumstance;
    std::optional<Codes> m_field;
    std::shared_ptr<const Dictionary> m_own;  ///< texts of a circumstance
    const Dictionary* m_texts = nullptr;
};

}  // namespace meitrace

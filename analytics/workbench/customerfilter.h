// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// By what the customers of all analyses can be narrowed.
enum class FilterField : std::uint8_t {
    Store,    ///< something happened there
    Channel,  ///< came by it: rule field first_touch
    Item,     ///< bought it or was treated with it
    Audience  ///< belongs to it
};
inline constexpr std::array<FilterField, 4> kFilterFields {FilterField::Store, FilterField::Channel,
                                                           FilterField::Item, FilterField::Audience};

/// Values by field. Inside a field any one must hold, and all fields that have values.
struct CustomerFilter {
    std::array<std::vector<std::string>, kFilterFields.size()> values {};

    [[nodiscard]] std::vector<std::string>& of(FilterField field)
    {
        return values[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] const std::vector<std::string>& of(FilterField field) const
    {
        return values[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] bool isEmpty() const;
    bool operator==(const CustomerFilter&) const = default;
};

/// The same as an audience rule, which alone says what a filter means; empty where it narrows nothing.
std::string filterRule(const CustomerFilter& filter);

/// Who did something of her own in these civil days, both included: any event but messages to her and
/// consents.
std::string activityRule(const Snapshot& snapshot, Day from, Day to);

/// A value of a field with how many customers it alone would leave.
struct FilterValue {
    std::string value;
    Index customers = 0;
};

/// The values that the clinic knows, most customers first, ties by text; only audiences may be empty.
/// among: rows of the clinic's snapshot, known customers only
/// Cost    one pass over the events; of audiences one evaluation each. An audience whose rule no longer works
///         is left out.
/// Errors  Cancelled, those of loading
Result<std::vector<FilterValue>> filterValues(Clinic& clinic, FilterField field, const Bitset& among,
                                              Job& job);

/// What is left of a filter whose values may be gone: deleted audiences, stores of other clinics.
Result<CustomerFilter> knownPart(Clinic& clinic, const CustomerFilter& filter, Job& job);

}  // namespace meitrace

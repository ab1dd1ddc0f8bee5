// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace meitrace {

/// Instant: the store holds an instant, analyses see its civil day.
enum class AttributeKind : std::uint8_t { Category, Number, Money, Date, Instant };

/// Facts that hang on a customer and identify nobody. `field` is the canonical field that feeds it; the
/// number is its code in the store and never changes.
struct AttributeSpec {
    std::uint8_t id = 0;
    std::string_view name;   ///< in rules and results
    std::string_view field;  ///< of kinds
    AttributeKind kind = AttributeKind::Category;
};

std::span<const AttributeSpec> attributes();
/// nullptr when the field is no attribute
const AttributeSpec* attributeOfField(std::string_view field);
const AttributeSpec* attributeByName(std::string_view name);

}  // namespace meitrace

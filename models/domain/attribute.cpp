// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/attribute.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

using enum AttributeKind;

// birth_date comes from the evidence of the same name; the others from fields with FieldUse::Attribute.
constexpr std::array<AttributeSpec, 25> kAttributes {{
    {1, "gender", "gender", Category},
    {2, "birth_date", "birth_date", Date},
    {3, "birth_year", "birth_year", Number},
    {4, "province", "province", Category},
    {5, "city", "city", Category},
    {6, "district", "district", Category},
    {7, "occupation", "occupation", Category},
    {8, "marital", "marital", Category},
    {9, "source", "source_l1", Category},
    {10, "source_detail", "source_l2", Category},
    {11, "staff_online", "staff_online", Category},
    {12, "staff_onsite", "staff_onsite", Category},
    {13, "doctor", "doctor", Category},
    {14, "store", "store", Category},
    {15, "member_level", "member_level", Category},
    {16, "points", "points_balance", Number},
    {17, "stored_value", "stored_value_balance", Money},
    {18, "bonus_money", "gift_balance", Money},
    {19, "skin_type", "skin_type", Category},
    {20, "is_member", "is_member", Number},
    {21, "wecom_friend", "wecom_friend", Number},
    {22, "is_test", "is_test", Number},
    {23, "registered", "registered_at", Instant},
    {24, "member_since", "member_since", Instant},
    {25, "age_stated", "age", Number},
}};

}  // namespace

std::span<const AttributeSpec> attributes()
{
    return kAttributes;
}

const AttributeSpec* attributeOfField(std::string_view field)
{
    const auto* found = std::find_if(kAttributes.begin(), kAttributes.end(),
                                     [&](const AttributeSpec& a) { return a.field == field; });
    return found == kAttributes.end() ? nullptr : found;
}

const AttributeSpec* attributeByName(std::string_view name)
{
    const auto* found = std::find_if(kAttributes.begin(), kAttributes.end(),
                                     [&](const AttributeSpec& a) { return a.name == name; });
    return found == kAttributes.end() ? nullptr : found;
}

}  // namespace meitrace

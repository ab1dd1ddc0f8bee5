// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fate.h"

namespace meitrace {

namespace {

// in the order of RowRule
constexpr std::array<std::string_view, static_cast<std::size_t>(RowRule::SetAsideByRecipe) + 1> kRuleCodes {
    "none",
    "undecodable",
    "nul_byte",
    "unclosed_quote",
    "too_few_cells",
    "too_many_cells",
    "row_too_long",
    "person_missing",
    "required_missing",
    "bad_time",
    "bad_date",
    "ambiguous_date",
    "future_time",
    "bad_money",
    "bad_number",
    "damaged_phone",
    "rounded_key",
    "bad_value",
    "total_row",
    "repeated_header",
    "rule_of_mapping",
    "blank_row",
    "full_width",
    "phone_format",
    "phone_invalid",
    "phone_placeholder",
    "phone_masked",
    "second_phone",
    "date_format",
    "date_guessed",
    "placeholder_date",
    "money_format",
    "money_rounded",
    "null_word",
    "spreadsheet_guard",
    "age_out_of_range",
    "bad_json",
    "set_aside_by_rule"};

}  // namespace

std::string_view ruleCode(RowRule rule)
{
    const auto place = static_cast<std::size_t>(rule);
    return kRuleCodes[place < kRuleCodes.size() ? place : 0];
}

std::string_view fateCode(RowFate fate)
{
    switch (fate) {
    case RowFate::Ok:
        return "ok";
    case RowFate::Fixed:
        return "fixed";
    case RowFate::Quarantined:
        return "quarantined";
    case RowFate::Duplicate:
        return "duplicate";
    case RowFate::Skipped:
        return "skipped";
    case RowFate::Superseded:
        return "superseded";
    case RowFate::Erased:
        return "erased";
    }
    return "ok";
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fate.h"

namespace meitrace {

std::string_view ruleCode(RowRule rule)
{
    switch (rule) {
    case RowRule::None:
        return "none";
    case RowRule::Undecodable:
        return "undecodable";
    case RowRule::NulByte:
        return "nul_byte";
    case RowRule::UnclosedQuote:
        return "unclosed_quote";
    case RowRule::TooFewCells:
        return "too_few_cells";
    case RowRule::TooManyCells:
        return "too_many_cells";
    case RowRule::RowTooLong:
        return "row_too_long";
    case RowRule::BadJson:
        return "bad_json";
    case RowRule::SetAsideByRecipe:
        return "set_aside_by_rule";
    case RowRule::PersonMissing:
        return "person_missing";
    case RowRule::RequiredMissing:
        return "required_missing";
    case RowRule::BadTime:
        return "bad_time";
    case RowRule::BadDate:
        return "bad_date";
    case RowRule::AmbiguousDate:
        return "ambiguous_date";
    case RowRule::FutureTime:
        return "future_time";
    case RowRule::BadMoney:
        return "bad_money";
    case RowRule::BadNumber:
        return "bad_number";
    case RowRule::DamagedPhone:
        return "damaged_phone";
    case RowRule::RoundedKey:
        return "rounded_key";
    case RowRule::BadValue:
        return "bad_value";
    case RowRule::TotalRow:
        return "total_row";
    case RowRule::RepeatedHeader:
        return "repeated_header";
    case RowRule::RuleOfMapping:
        return "rule_of_mapping";
    case RowRule::BlankRow:
        return "blank_row";
    case RowRule::FullWidth:
        return "full_width";
    case RowRule::PhoneFormat:
        return "phone_format";
    case RowRule::PhoneInvalid:
        return "phone_invalid";
    case RowRule::PhonePlaceholder:
        return "phone_placeholder";
    case RowRule::PhoneMasked:
        return "phone_masked";
    case RowRule::SecondPhone:
        return "second_phone";
    case RowRule::DateFormat:
        return "date_format";
    case RowRule::DateGuessed:
        return "date_guessed";
    case RowRule::PlaceholderDate:
        return "placeholder_date";
    case RowRule::MoneyFormat:
        return "money_format";
    case RowRule::MoneyRounded:
        return "money_rounded";
    case RowRule::NullWord:
        return "null_word";
    case RowRule::SpreadsheetGuard:
        return "spreadsheet_guard";
    case RowRule::AgeOutOfRange:
        return "age_out_of_range";
    }
    return "none";
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

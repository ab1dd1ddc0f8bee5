// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace meitrace {

/// What became of a row of a file. Every row has exactly one; the numbers go into the store.
enum class RowFate : std::uint8_t {
    Ok = 1,
    Fixed = 2,        ///< stored after a lossless repair
    Quarantined = 3,  ///< set aside with a reason
    Duplicate = 4,
    Skipped = 5,     ///< total line, repeated header, or left out by a rule of the mapping
    Superseded = 6,  ///< a later row with the same key took its place
    Erased = 7
};

/// Why a row was set aside, left out or repaired. Codes go into the store; sentences are made in ui/text.
enum class RowRule : std::uint8_t {
    None = 0,
    // quarantine
    Undecodable,    ///< bytes that are no text in the file's encoding; value: byte offset
    NulByte,        ///< a NUL byte stood in the row
    UnclosedQuote,  ///< a quote was opened and never closed
    TooFewCells,
    TooManyCells,
    RowTooLong,
    PersonMissing,    ///< nothing in the row says who it is about
    RequiredMissing,  ///< field: the required one
    BadTime,
    BadDate,
    AmbiguousDate,  ///< day and month cannot be told apart in the whole column
    FutureTime,
    BadMoney,
    BadNumber,
    DamagedPhone,  ///< digits lost, as in 1.38E+10
    RoundedKey,    ///< a long number whose last digits a spreadsheet replaced by zeros
    BadValue,      ///< not a value this field can have
    // skipped
    TotalRow,
    RepeatedHeader,
    RuleOfMapping,
    BlankRow,
    // repaired
    FullWidth,
    PhoneFormat,
    PhoneInvalid,      ///< kept as text, not used as a key
    PhonePlaceholder,  ///< 13800000000 and the like: not used as a key
    PhoneMasked,
    SecondPhone,
    DateFormat,
    DateGuessed,
    PlaceholderDate,
    MoneyFormat,
    MoneyRounded,
    NullWord,
    SpreadsheetGuard,  ///< ="0138…", leading ' or TAB
    AgeOutOfRange,
    // quarantine, younger than the others
    BadJson,          ///< a line that is no JSON, or no object
    SetAsideByRecipe  ///< a rule of the cleaning recipe
};

/// Whether the rule is a reason to set a row aside.
constexpr bool setsAside(RowRule rule)
{
    return (rule > RowRule::None && rule < RowRule::TotalRow) || rule == RowRule::BadJson
        || rule == RowRule::SetAsideByRecipe;
}

/// Codes as they stand in files and in --json: "bad_time".
std::string_view ruleCode(RowRule rule);
std::string_view fateCode(RowFate fate);

inline constexpr std::array<RowFate, 7> kReportedFates {
    RowFate::Ok,      RowFate::Fixed,      RowFate::Quarantined, RowFate::Duplicate,
    RowFate::Skipped, RowFate::Superseded, RowFate::Erased};

}  // namespace meitrace

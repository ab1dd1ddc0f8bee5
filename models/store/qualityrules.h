// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fate.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace meitrace {

/// How much a finding harms what is worked out from the data.
enum class QualityWeight : std::uint8_t {
    Note = 0,  ///< worth knowing; changes no figure
    Warn = 1,  ///< figures miss something
    Bad = 2    ///< figures are wrong or people are mixed up
};

/// What a rule counts.
enum class QualityUnit : std::uint8_t { Rows, Cells, Customers, Files, Months, Fields };

/// What a rule asks of the rows in force of one kind of file.
struct QualityPart {
    std::string_view kind;
    std::string_view where;  ///< condition of SQLite on the table of the kind, named d; values stand in it
    std::span<const std::string_view> fields;  ///< stored fields worth showing beside a row
};

/// One check of the data, as a table: the reader and the pages know nothing else about it.
struct QualityRule {
    std::string_view id;  ///< as in --json; names and advice are made in ui/text
    QualityWeight weight = QualityWeight::Note;
    QualityUnit unit = QualityUnit::Rows;
    std::span<const QualityPart> parts {};             ///< rows in force
    std::span<const RowRule> asideRules {};            ///< rows set aside for one of these reasons …
    std::span<const std::string_view> asideFields {};  ///< … in one of these fields; none = in any
    std::span<const RowRule> cellRules {};             ///< cells changed while loading, in asideFields
};

/// Every check, the gravest first.
std::span<const QualityRule> qualityRules();
/// nullptr when there is none
const QualityRule* qualityRuleById(std::string_view id);

}  // namespace meitrace

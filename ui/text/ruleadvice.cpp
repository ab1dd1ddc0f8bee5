// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ruleadvice.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct RuleAdvice {
    Q_DECLARE_TR_FUNCTIONS(RuleAdvice)
};

}  // namespace

QString ruleAdvice(RowRule rule)
{
    switch (rule) {
    case RowRule::Undecodable:
    case RowRule::NulByte:
    case RowRule::UnclosedQuote:
    case RowRule::TooFewCells:
    case RowRule::TooManyCells:
    case RowRule::RowTooLong:
    case RowRule::BadJson:
        return RuleAdvice::tr("Correct the row, or export the file again");
    case RowRule::SetAsideByRecipe:
        return RuleAdvice::tr("Correct the value, or switch the cleaning rule off");
    case RowRule::PersonMissing:
        return RuleAdvice::tr("Add a chart number, phone or name");
    case RowRule::RequiredMissing:
        return RuleAdvice::tr("Fill in the value");
    case RowRule::BadTime:
    case RowRule::BadDate:
        return RuleAdvice::tr("Write the date as 2026-06-30");
    case RowRule::AmbiguousDate:
        return RuleAdvice::tr("Say in the import which comes first, day or month");
    case RowRule::FutureTime:
        return RuleAdvice::tr("Correct the year");
    case RowRule::BadMoney:
    case RowRule::BadNumber:
        return RuleAdvice::tr("Write a plain number");
    case RowRule::DamagedPhone:
    case RowRule::RoundedKey:
        return RuleAdvice::tr("Export again with this column as text");
    case RowRule::BadValue:
        return RuleAdvice::tr("Use one of the words this field knows");
    default:
        return {};
    }
}

}  // namespace meitrace

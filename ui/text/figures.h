// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/duration.h"
#include "models/base/units.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace meitrace {

/// Numbers as people read them, in the chosen language. A dash stands for what is not there.

QString fromUtf8(std::string_view text);
/// "12,345"
QString countText(std::int64_t number);
/// "2.5", "12" of thousandths
QString thousandthsText(std::int64_t thousandths);
/// "1 customer", "12,345 customers"
QString customersText(std::int64_t number);
/// "3.4 %", "<0.1 %"; a dash when there is nothing to divide by
QString percentText(double share);
/// How much something changed, without its sign: "3.4 %", "0.0 %"
QString changeText(double share);
/// Major units with two decimals and thousands separators
QString moneyText(Fen amount);
/// "¥ 6,800": whole major units, for charts and cards
QString roundMoneyText(double fen);
/// "2 d 3 h", "15 min", "40 s"; a dash for NaN
QString durationText(double milliseconds);
/// "1.6 days", "3.5 h", "12 min": one unit, for charts and cards
QString shortDurationText(double milliseconds);
/// One after the other, as the language puts sentences together
QString sentencesText(const QStringList& sentences);
/// With a capital letter, as at the beginning of a line
QString capitalised(QString text);
/// "90 days", "12 months": a span somebody set
QString spanText(const Duration& span);
/// "May 31" in the way of the language, with the year where it is not this one
QString dayText(Day day);
/// "May 1 to May 31"; both with their year where one of them is not of this one, a single day by itself
QString daysText(Day from, Day to);
/// "May 31, 14:05" by the clinic's clock
QString instantText(Millis time, const Zone& zone);

}  // namespace meitrace

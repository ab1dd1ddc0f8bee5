// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filetotal.h"

namespace meitrace {

namespace {

std::int64_t plus(std::int64_t a, std::int64_t b)
{
    std::int64_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? (b > 0 ? INT64_MAX : INT64_MIN + 1) : sum;
}

std::int64_t minus(std::int64_t a, std::int64_t b)
{
    return plus(a, -b);
}

}  // namespace

FigureSum& FigureSum::operator+=(const FigureSum& other)
{
    taken = plus(taken, other.taken);
    left = plus(left, other.left);
    unread += other.unread;
    again = plus(again, other.again);
    return *this;
}

FigureSum& FigureSum::operator-=(const FigureSum& other)
{
    taken = minus(taken, other.taken);
    left = minus(left, other.left);
    unread -= other.unread;
    again = minus(again, other.again);
    return *this;
}

bool FileTotal::agreesWithoutRepeats() const
{
    return rows.again != 0 && stated == minus(plus(rows.taken, rows.left), rows.again);
}

std::int64_t FileTotal::difference() const
{
    return agreesWithoutRepeats() ? 0 : minus(stated, plus(rows.taken, rows.left));
}

}  // namespace meitrace

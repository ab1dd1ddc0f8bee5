// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filetotal.h"

#include "models/base/saturation.h"

namespace meitrace {

FigureSum& FigureSum::operator+=(const FigureSum& other)
{
    taken = saturatedSum(taken, other.taken);
    left = saturatedSum(left, other.left);
    unread += other.unread;
    again = saturatedSum(again, other.again);
    return *this;
}

FigureSum& FigureSum::operator-=(const FigureSum& other)
{
    taken = saturatedDifference(taken, other.taken);
    left = saturatedDifference(left, other.left);
    unread -= other.unread;
    again = saturatedDifference(again, other.again);
    return *this;
}

std::int64_t FigureSum::all() const
{
    return saturatedSum(taken, left);
}

bool FileTotal::agreesWithoutRepeats() const
{
    return rows.again != 0 && stated == saturatedDifference(rows.all(), rows.again);
}

std::int64_t FileTotal::given() const
{
    return agreesWithoutRepeats() ? stated : rows.all();
}

std::int64_t FileTotal::difference() const
{
    return saturatedDifference(stated, given());
}

}  // namespace meitrace

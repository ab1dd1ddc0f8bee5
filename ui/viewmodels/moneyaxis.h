// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace meitrace {

/// Money on the axis of a chart stands in units that keep the numbers short: ten thousands in Chinese,
/// thousands else.

/// Fen of one unit
double moneyAxisUnit();
QString moneyAxisTitle();

}  // namespace meitrace

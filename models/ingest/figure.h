// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/money.h"

#include <string_view>
#include <vector>

namespace meitrace {

/// A score, a target or another plain figure in thousandths: "4.5", "9 points", "5 stars", "38%" (0.38), and
/// the words of surveys from very dissatisfied (1) to very satisfied (5).  Errors  BadNumber
NumberCell readFigure(std::string_view cell);

/// A share in millionths: "5.2%" and "0.052" alike, and "5.2" where the column holds percents.
/// Errors  BadNumber
NumberCell readRatio(std::string_view cell, bool percents);
/// Whether the bare numbers of a column of shares are percents: one of them is above 1.
bool arePercents(const std::vector<std::string_view>& cells);

/// Milliseconds: "83" (seconds), "83.5s", "1:23", "00:01:23", "2min 3s", in Chinese too.  Errors  BadNumber
NumberCell readDuration(std::string_view cell);

}  // namespace meitrace

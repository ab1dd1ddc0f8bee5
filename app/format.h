// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/importing.h"
#include "app/command.h"

#include <QString>

#include <string_view>

namespace meitrace {

QString fromUtf8(std::string_view text);
/// "12,345"
QString countText(std::int64_t number);
/// "3.4 %"; a dash when there is nothing to divide by
QString percentText(double share);
/// Major units with two decimals and thousands separators
QString moneyText(Fen amount);
/// "2 d 3 h", "15 min", "40 s"; a dash for NaN
QString durationText(double milliseconds);

/// null for NaN
Json numberOrNull(double value);
/// Seconds, null for NaN
Json secondsOrNull(double milliseconds);

Json fileJson(const FileReport& report);
/// The table of files after an import.
QString filesText(const std::vector<FileReport>& files);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/importing.h"
#include "app/command.h"
#include "ui/text/figures.h"

#include <QString>

#include <string_view>

namespace meitrace {

/// null for NaN
Json numberOrNull(double value);
/// Seconds, null for NaN
Json secondsOrNull(double milliseconds);

Json fileJson(const FileReport& report);
/// The table of files after an import.
QString filesText(const std::vector<FileReport>& files);

}  // namespace meitrace

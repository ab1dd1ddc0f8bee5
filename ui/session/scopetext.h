// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/scope.h"

#include <QString>

namespace meitrace {

/// A scope in words, in the chosen language.

/// "Last 90 days", "June 2026", "Jun 3 – 9, 2026"
QString periodName(const ScopePeriod& period);
/// "Clinic"
QString filterFieldName(FilterField field);
/// Channels have names; the others are called as in the files.
QString filterValueName(FilterField field, const std::string& value);
/// "Channel: Douyin, Xiaohongshu"; from three values on "Channel: 3 chosen"
QString filterText(FilterField field, const std::vector<std::string>& values);
/// All values of all fields: "Channel: Douyin, Xiaohongshu; Item: HYDRA"; empty where nothing narrows.
QString filterSentence(const CustomerFilter& filter);

}  // namespace meitrace

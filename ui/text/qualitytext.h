// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace meitrace {

/// Name of a check of the data by its id ("refund_without_sale").
QString checkName(std::string_view id);
/// What the check looks at, as one sentence.
QString checkMeaning(std::string_view id);
/// What to do about what it found.
QString checkAdvice(std::string_view id);

}  // namespace meitrace

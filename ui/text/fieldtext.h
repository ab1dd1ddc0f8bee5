// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/eventcolumns.h"

#include <QString>

#include <string_view>

namespace meitrace {

/// A value of a field of events: "Douyin", "Upper-face botox"; as it stands where it has no other name
QString fieldValueText(EventField field, std::string_view value);

}  // namespace meitrace

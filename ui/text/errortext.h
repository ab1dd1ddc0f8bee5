// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <string_view>

namespace meitrace {

/// One sentence for people: what went wrong, where, what was kept, what to do.
QString sentence(const Error& error);

/// The code of an error as it stands in --json ("file_missing").
std::string_view errorCode(ErrorCode code);

/// "line 12, column 3" in front of a sentence; empty when the place is not known.
QString placeText(const Place& place);

}  // namespace meitrace

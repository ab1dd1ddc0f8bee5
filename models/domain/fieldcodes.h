// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <span>
#include <string_view>

namespace meitrace {

/// The codes an enumeration type knows, in the order of its enumerators; empty for other types.
std::span<const std::string_view> codesOf(FieldType type);

}  // namespace meitrace

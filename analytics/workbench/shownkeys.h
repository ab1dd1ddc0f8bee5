// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"

#include <string>

namespace meitrace {

/// A key without the system it belongs to: "H0000012" of "his:H0000012"
std::string bareKey(const std::string& value);

/// As shown to people who need not know it: a number without its middle, an id by its beginning. value: bare
std::string hiddenKey(KeyType type, const std::string& value);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <string>
#include <string_view>

namespace meitrace {

/// What people call a field of a kind of file: the first name it has in files of that language, else its own.
/// language: "zh" or "en"
std::string fieldTitle(const KindSpec& kind, const FieldSpec& field, std::string_view language);

}  // namespace meitrace

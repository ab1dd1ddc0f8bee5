// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// What people call a field of a kind of file: the first name it has in files of that language, else its own.
/// language: "zh" or "en"
std::string fieldTitle(const KindSpec& kind, const FieldSpec& field, std::string_view language);

/// The headers by which a field of a kind is recognised, besides its own name: those of files of this kind
/// first, each once.
std::vector<std::string> fieldHeaders(const KindSpec& kind, const FieldSpec& field);

}  // namespace meitrace

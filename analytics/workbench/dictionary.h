// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// Whether a file of its kind has to have a field.
enum class FieldNeed : std::uint8_t { Optional, OneOf, Always };

/// A field of a kind of file, as the data dictionary lists it.
struct DictionaryField {
    const KindSpec* kind = nullptr;
    const FieldSpec* field = nullptr;
    std::string chinese;
    std::string english;
    std::vector<std::string> headers;  ///< by which it is recognised in files
    FieldNeed need = FieldNeed::Optional;
};

/// Every field of every kind of file, in their order.
std::vector<DictionaryField> dataDictionary();

}  // namespace meitrace

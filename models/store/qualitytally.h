// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/qualityreader.h"

#include <cstddef>
#include <string_view>

namespace meitrace {

/// Values that differ are counted up to here, column by column.
inline constexpr std::size_t kMostDistinct = 1'000'000;

/// The field of a source, added where it is new.
FieldFill& fieldOf(SourceTally& source, std::string_view field);

/// Counts a row of a file and the time it is dated by; kMissing: undated.
void widen(BatchSpan& span, Millis time);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/cleanblock.h"
#include "models/ingest/mapping.h"

#include <string_view>
#include <vector>

namespace meitrace {

/// The cells of one column of a sample, trimmed; empty ones and null words are left out.
std::vector<std::string_view> filledCells(const Sample& sample, std::size_t column);

/// What the cells of a column say together: order of day and month, decimal comma, unit of epochs.
ColumnEvidence evidenceOf(const std::vector<std::string_view>& cells);

/// Code of the currency sign that stands in more cells than any other; empty without any.
std::string_view currencyOf(const std::vector<std::string_view>& cells);

/// Share of the cells, 0 to 1, that a field of this type would read without complaint. -1 for an empty column
/// and for types that read everything.
double readableShare(const std::vector<std::string_view>& cells, const FieldSpec& field, Day today);

}  // namespace meitrace

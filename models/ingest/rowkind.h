// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Whether a blank of any script may begin with this byte: a first look.
bool mayBeginBlank(char first);
/// Nothing but blanks, of any script.
bool isBlankCell(std::string_view cell);
bool isBlankRow(const std::string_view* cells, std::size_t count);
/// The header once more. header: trimmed; none is never repeated.
bool isHeaderRow(const std::string_view* cells, std::size_t count, const std::vector<std::string>& header);
/// The word of a total that the cell begins with; nullptr: it is none.
const WordTable::Word* totalWord(std::string_view cell);
/// The word of a total in the row's first cell that says something; nullptr: it is none. `at`: its place.
const WordTable::Word* totalWordOf(const std::string_view* cells, std::size_t count, std::size_t& at);
/// Neither blank nor header nor total, by its cells alone.
bool isDataRow(const std::string_view* cells, std::size_t count, const std::vector<std::string>& header);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/encoding.h"

#include <optional>
#include <string_view>

namespace meitrace {

/// How much of a file's beginning the functions here want to see; shorter when the file is.
inline constexpr std::int64_t kSniffBytes = 64 << 10;

bool looksLikeGzip(std::string_view head);

/// UTF-16 without a byte order mark, by its zero bytes.
std::optional<Encoding> looksLikeUtf16(std::string_view head);

/// What a file is when it is no delimited text: "xlsx", "zip", "xls", "pdf", "image", "html", "xml", "json",
/// "utf-32" or "binary"; empty for text. Only its content counts, never its name.
std::string_view foreignFormat(std::string_view head);

}  // namespace meitrace

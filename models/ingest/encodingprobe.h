// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/encoding.h"

#include <cstdint>
#include <string_view>

namespace meitrace {

/// How a file looks when its bytes are read in one encoding.
struct EncodingProbe {
    Encoding encoding = Encoding::Utf8;
    std::int64_t badLines = 0;   ///< lines with a byte that is no character
    std::int64_t goodBytes = 0;  ///< of characters beyond ASCII
    std::int64_t badBytes = 0;   ///< that are no character
    std::int64_t common = 0;     ///< common Hanzi: level 1 of GB 2312, frequent part of Big5
    std::int64_t rare = 0;       ///< other Hanzi and everything else a Chinese text seldom holds
    bool lineIsBad = false;      ///< the line at the end of what was added so far

    /// Reads bytes of a stream: returns how many; fewer than given when a character may be cut at the end.
    /// Hand those in again before the next ones. Cost  O(bytes), some 100 MB/s for Chinese text
    std::int64_t add(std::string_view bytes, bool final);
};

/// A text that shows more of it as characters than as damage, and whose Hanzi are mostly common ones. Chinese
/// text in the wrong one of UTF-8, GB18030 and Big5 has 5 to 35 % common Hanzi, in the right one 90 % or
/// more.
bool isPlausible(const EncodingProbe& probe);

/// The plausible one with the fewest bad lines, UTF-8 before GB18030 before Big5; Windows-1252 when none is
/// plausible.
Encoding bestEncoding(const EncodingProbe& utf8, const EncodingProbe& gb18030, const EncodingProbe& big5);

}  // namespace meitrace

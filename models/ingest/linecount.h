// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace meitrace {

/// Line ends and filled lines of a text that comes in pieces. CR, LF and CR LF each end a line.
class LineCount {
public:
    /// text: with kScanPadding readable bytes behind it.  Cost  O(size), some GB/s
    void add(const char* text, std::int64_t size);
    /// Forgets what stood before, as if a line began here.
    void startLine() { m_last = '\n'; }

    [[nodiscard]] std::int64_t lineEnds() const { return m_lineEnds; }
    /// Lines that are not empty and have an end.
    [[nodiscard]] std::int64_t filledLines() const { return m_filledLines; }

private:
    char m_last = '\n';
    std::int64_t m_lineEnds = 0;
    std::int64_t m_filledLines = 0;
};

}  // namespace meitrace

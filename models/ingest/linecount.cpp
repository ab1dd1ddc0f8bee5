// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/linecount.h"

#include "models/ingest/bytescan.h"

#include <algorithm>

namespace meitrace {

void LineCount::add(const char* text, std::int64_t size)
{
    if (size == 0) {
        return;
    }
    std::uint64_t afterCr = m_last == '\r' ? 1 : 0;
    std::uint64_t afterEnd = m_last == '\n' ? 1 : afterCr;
    for (std::int64_t at = 0; at < size; at += kScanStep) {
        const std::int64_t left = std::min(size - at, kScanStep);
        const std::uint64_t valid = ~std::uint64_t {0} >> static_cast<unsigned>(kScanStep - left);
        const std::uint64_t cr = placesOf(text + at, '\r') & valid;
        const std::uint64_t lf = placesOf(text + at, '\n') & valid;
        const std::uint64_t ends = cr | lf;
        const std::uint64_t secondHalves = lf & ((cr << 1U) | afterCr);
        const std::uint64_t behindEnds = ends & ((ends << 1U) | afterEnd);
        const int count = std::popcount(ends);
        m_lineEnds += count;
        m_filledLines += count;
        if (behindEnds != 0) {  // seldom, and counting bits is no instruction of the baseline processor
            m_lineEnds -= std::popcount(secondHalves);
            m_filledLines -= std::popcount(behindEnds);
        }
        afterCr = cr >> 63U;
        afterEnd = ends >> 63U;
    }
    m_last = text[size - 1];
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace meitrace {

/// Code points of the encodings that need a table. 0 = these bytes are no character.
struct CodeTables {
    std::vector<std::uint16_t> gbPair;    ///< lead 0x81-0xFE times 256 plus trail
    std::vector<std::uint16_t> gbQuad;    ///< four-byte characters of the basic plane by linear number
    std::vector<std::uint16_t> big5Pair;  ///< as gbPair; without private use
};

/// Filled from ICU on first use, about 10 ms. Safe from any thread.
const CodeTables& codeTables();

}  // namespace meitrace

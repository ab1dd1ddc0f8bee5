// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funneloptions.h"
#include "tests/analytics/journey/funnelworld.h"

#include <cstdint>
#include <vector>

namespace meitrace::test {

/// What the funnel of one customer must give, found by trying all chains. Knows options with exact windows,
/// steps without filters, exclusions of single letters, and Hold by item only.
struct OracleCase {
    std::uint32_t rows = 0;
    bool open = false;
    bool matured = false;
    /// Times between the events of every chain that is as good as any
    std::vector<std::vector<Millis>> waits;
};

struct OracleAnswer {
    std::vector<OracleCase> cases;
    bool dropped = false;
    /// Attempts of entry rule Every could have used different events of a day: later ones may differ.
    bool isAmbiguous = false;
};

/// end: first instant that is not seen. All events are seen.
std::vector<OracleAnswer> oracleFunnel(const std::vector<WorldEvent>& events, const FunnelOptions& options,
                                       Millis end);

}  // namespace meitrace::test

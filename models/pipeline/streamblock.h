// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/eventcolumns.h"
#include "models/ingest/cleanblock.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

/// A column whose codes count the different texts of this block.
struct CodedColumn {
    EventField field {};
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> code;  ///< per event
};

/// The events a cleaned block of a stream kind stands for. A message that was sent, opened and answered is
/// three.
struct StreamBlock {
    std::vector<std::uint32_t> rowOf;  ///< per event: kept row it comes from
    std::vector<Millis> time;
    std::vector<Fen> amount;               ///< empty = all 0
    std::vector<std::uint32_t> precision;  ///< empty = all exact
    std::vector<std::uint32_t> session;    ///< empty = none
    std::vector<CodedColumn> coded;
};

/// Runs on any thread. Cost: one look-up per event and coded column.
StreamBlock makeStreamBlock(const CleanBlock& block);

}  // namespace meitrace

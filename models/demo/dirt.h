// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace::demo {

/// One kind of dirt of one layout, from resources/demo/quirks.csv.
struct Quirk {
    std::string code;    ///< "Q46", or "F_…" for the formats of domain 4.5
    int perMillion = 0;  ///< of the rows
    int column = -1;     ///< that is changed; -1: the row is repeated as it stands
    int key = -1;        ///< column that gets a mark so that an added row is nobody's duplicate; -1: none
    int needs = -1;      ///< column that must not be empty; -1: none
    std::string twist;
    bool adds = false;  ///< a further row after the clean one, not a change in place
    RowFate fate = RowFate::Ok;
};

/// How one layout's rows get dirty. Decisions hang on the row's own number, not on where it is written, so
/// that a row that stands in two files is dirty in both in the same way.
class Dirt {
public:
    /// fields: of the layout, in the order of its columns
    Dirt(std::uint64_t seed, std::string_view layout, const std::vector<std::string>& fields);

    /// The quirk that falls on a row, or nullptr.
    [[nodiscard]] const Quirk* quirkOf(std::uint64_t rowNumber, const std::vector<std::string>& cells) const;

private:
    std::vector<Quirk> m_quirks;
    std::uint64_t m_seed;
    std::uint64_t m_stream;
};

/// Writes a cell the way a careless system or hand would. False when the cell is not of the shape the twist
/// needs; it is unchanged then.
bool applyTwist(std::string_view twist, std::string& cell);

}  // namespace meitrace::demo

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"
#include "models/store/workspace.h"

#include <string>
#include <vector>

namespace meitrace {

/// A remembered reading of columns, as it stands in the workspace.
struct PresetRow {
    std::string name;
    std::string signature;
    std::string mapping;
    Millis usedAt = 0;
    bool operator==(const PresetRow&) const = default;
};

/// What an import changed of the readings that are remembered.
struct PresetChange {
    std::vector<PresetRow> before;  ///< gone or different since
    std::vector<PresetRow> after;   ///< new or different
    [[nodiscard]] bool isEmpty() const { return before.empty() && after.empty(); }
};

/// By name.
Result<std::vector<PresetRow>> presetRows(Workspace& workspace);
PresetChange presetChange(const std::vector<PresetRow>& before, const std::vector<PresetRow>& after);
/// Puts back what was there before; what was remembered since under another name stays.
Status takeBack(Workspace& workspace, const PresetChange& change);

}  // namespace meitrace

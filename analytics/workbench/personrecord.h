// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"

#include <string>
#include <vector>

namespace meitrace {

/// A value of a person's copy as text; a number when it needs no quotes in JSON.
struct CopiedValue {
    std::string field;
    std::string text;
    bool isNumber = false;
};

/// Records of one part of the copy ("keys", "bill_line", "events"), each a list of values.
struct CopiedPart {
    std::string name;
    std::vector<std::vector<CopiedValue>> records;
};

/// Every version of every document of these handles, one part per table that has any. Empty values are left
/// out; amounts end in _minor, quantities are decimal, instants ISO with offset, enumerations their codes.
Result<std::vector<CopiedPart>> copiedDocuments(Workspace& workspace,
                                                const std::vector<std::uint32_t>& idents);

/// Names, numbers and ids; attributes.
Result<std::vector<CopiedPart>> copiedIdentity(Workspace& workspace,
                                               const std::vector<std::uint32_t>& idents);

/// Her events in their order.
Result<CopiedPart> copiedEvents(Clinic& clinic, const std::string& code, Job& job);

/// Rows of the kept originals that are hers, as they stood, with the file's name and the number of the row.
Result<CopiedPart> copiedRows(Workspace& workspace, const std::vector<std::uint32_t>& idents, Job& job);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"

#include <cstdint>
#include <string>

namespace meitrace {

/// How much a person's copy holds.
struct PersonCopyReport {
    std::int64_t keys = 0;
    std::int64_t attributes = 0;
    std::int64_t documents = 0;  ///< all versions, of all kinds
    std::int64_t events = 0;
    std::int64_t rows = 0;  ///< rows of the kept originals, set aside ones included
};

/// Writes all there is on a customer into one file for her: handles, names and numbers, attributes, every
/// version of every document, events, and the rows of the loaded files as they stood. JSON; or, when the
/// file's name ends in .csv, a table with one line per value (part, number, field, value). Whole or not at
/// all, readable for its owner only; an audit line says that it happened.
/// Errors  NotFound(customer), FileUnwritable, DiskFull
Result<PersonCopyReport> writePersonCopy(Clinic& clinic, const std::string& code, const std::string& path,
                                         Job& job);

}  // namespace meitrace

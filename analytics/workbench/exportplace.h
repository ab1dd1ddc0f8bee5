// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <string>

namespace meitrace {

/// Where the manifest of an exported file stands: beside it.
std::string manifestPath(const std::string& path);

/// Whether a file of customers may be put there. A file that stands there is replaced, unless it is the
/// workspace or something beside it that belongs to it, another workspace, write-protected, or open in a
/// spreadsheet (which leaves its own lock file beside it).
///
/// Errors  BadOption(OUT): empty, or a workspace; FileIsFolder; FileMissing: no such folder;
///         FileUnwritable: value "open" or "protected", or something that is no file
Status checkExportPlace(const std::string& path, const std::string& workspace);

}  // namespace meitrace

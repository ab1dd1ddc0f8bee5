// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/workspace.h"

#include <map>
#include <string>
#include <vector>

namespace meitrace::test {

/// What a workspace says, table by table as sorted lines, without anything that depends on the order in which
/// numbers were given out: handles by name, texts instead of codes, files by their content. Log and counters
/// are left out.
using Digest = std::map<std::string, std::vector<std::string>>;

struct DigestOptions {
    bool derived = true;     ///< people, projected events, review list
    bool customers = false;  ///< the customers' numbers, too
};

Result<Digest> digestOf(Workspace& workspace, const DigestOptions& options = {});

/// Empty when they are equal, else the first line that only one of them has.
std::string difference(const Digest& a, const Digest& b);

}  // namespace meitrace::test

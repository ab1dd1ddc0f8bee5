// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// "MeiT" as a number: marks our files.
inline constexpr std::int64_t kApplicationId = 0x4D656954;

/// Number of the newest schema file: the version this program writes.
int schemaVersion();

/// Brings a database from its version to schemaVersion(). Call inside a transaction.
Status applySchema(Database& database, int fromVersion);

/// Hash over type, name and text of every object; equal for equal schemas.
Result<std::string> schemaFingerprint(Database& database);
/// The fingerprint a file of the given version must have.
Result<std::string> expectedFingerprint(int version);

}  // namespace meitrace

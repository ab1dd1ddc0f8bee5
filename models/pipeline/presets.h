// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/ingest/mapping.h"
#include "models/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// Mappings that were confirmed once and are recognised by the header of the next file of that shape.
class Presets {
public:
    explicit Presets(Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<Mapping>> find(const std::string& signature);
    /// A preset of the same name, or of the same signature, is replaced.
    Status save(const std::string& name, const std::string& signature, const Mapping& mapping, Millis now);
    /// The name, or with a number behind it where a preset of another shape has it: "bills (2)".
    Result<std::string> freeName(const std::string& name, const std::string& signature);
    Result<std::vector<std::pair<std::string, std::string>>> names();  ///< name and kind

private:
    Database& m_database;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// What a file of customers that left the program says of itself, without any of them. Texts are UTF-8, days
/// ISO dates, instants ISO 8601 with offset.
struct ExportManifest {
    std::string file;       ///< name of the file without its folder
    std::string workspace;  ///< name of the workspace's file
    std::string audience;
    std::string kind;    ///< "live" or "frozen"
    std::string rule;    ///< empty: a list that no rule made
    std::string origin;  ///< which figure such a list came from; may be empty
    std::int64_t version = 0;
    std::string asOf;
    std::int64_t dataVersion = 0;
    std::string channel;
    std::string purpose;
    std::string identifier;
    std::vector<std::string> columns;
    std::string format;
    std::string encoding;
    std::int64_t customers = 0;  ///< rows, held out and removed together
    std::int64_t rows = 0;
    std::int64_t heldOut = 0;
    std::vector<std::pair<std::string, std::int64_t>> removed;  ///< reason, customers
    std::string sha256;                                         ///< of the file
    std::string createdAt;
    std::string deleteBy;
    std::string program;  ///< name and version
};

/// JSON with one key a line, LF at the end.
std::string manifestJson(const ExportManifest& manifest);

}  // namespace meitrace

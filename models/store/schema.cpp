// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include "models/base/hash.h"
#include "models/base/text.h"
#include "models/resources/resource.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

std::vector<std::string_view> schemaFiles()
{
    return resourcesUnder("schema/");
}

/// Blanks and line breaks do not count.
std::string withoutBlanks(std::string_view sql)
{
    std::string text;
    std::copy_if(sql.begin(), sql.end(), std::back_inserter(text),
                 [](char c) { return c != ' ' && c != '\n' && c != '\t'; });
    return text;
}

Status applyUpTo(Database& database, int fromVersion, int toVersion)
{
    const auto files = schemaFiles();
    for (int version = fromVersion; version < toVersion; ++version) {
        if (Status status = database.execute(resource(files[static_cast<std::size_t>(version)])); !status) {
            return status;
        }
    }
    return database.execute("PRAGMA user_version = " + std::to_string(toVersion));
}

}  // namespace

int schemaVersion()
{
    return static_cast<int>(schemaFiles().size());
}

Status applySchema(Database& database, int fromVersion)
{
    return applyUpTo(database, fromVersion, schemaVersion());
}

Result<std::string> schemaFingerprint(Database& database)
{
    StreamHash hash;
    Result<Statement> query = database.prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema "
                                               "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name");
    const Status status = forEachRow(std::move(query), [&](const Statement& row) {
        for (int column = 0; column < 3; ++column) {
            hash.add(withoutBlanks(row.text(column)));
            hash.add(std::string_view("\0", 1));
        }
    });
    if (!status) {
        return status.error();
    }
    return hash.hex();
}

Result<std::string> expectedFingerprint(int version)
{
    Result<Database> memory = Database::open(":memory:", Database::Mode::Memory);
    if (!memory) {
        return memory.error();
    }
    if (Status status = applyUpTo(*memory, 0, version); !status) {
        return status.error();
    }
    return schemaFingerprint(*memory);
}

}  // namespace meitrace

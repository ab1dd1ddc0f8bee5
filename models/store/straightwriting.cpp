// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/straightwriting.h"

namespace meitrace {

StraightWriting::StraightWriting(Database& database, bool wanted)
    : m_database(database)
{
    if (!wanted) {
        return;
    }
    // TRUNCATE, not DELETE: the emptied journal is synced, so a power cut cannot bring it back.
    database.setPatience(0);
    const Result<std::string> mode = database.queryText("PRAGMA journal_mode = TRUNCATE");
    database.setPatience(Database::kPatience);
    m_isActive = mode && *mode == "truncate";
}

StraightWriting::~StraightWriting()
{
    if (m_isActive) {
        // Should it fail, the next opening asks for the log again; the file is whole either way.
        static_cast<void>(m_database.queryText("PRAGMA journal_mode = WAL"));
    }
}

}  // namespace meitrace

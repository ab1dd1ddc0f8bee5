// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace meitrace {

/// While it lives, transactions go straight into the file under a rollback journal instead of through the
/// write-ahead log: what is appended is written once instead of twice. As safe against power cuts as the log
/// with synchronous = FULL; readers in other connections would have to wait, so when there is one, everything
/// stays as it was. Begin and end outside of a transaction.
class StraightWriting {
public:
    /// wanted: false leaves the log in use.
    StraightWriting(Database& database, bool wanted);
    StraightWriting(const StraightWriting&) = delete;
    StraightWriting& operator=(const StraightWriting&) = delete;
    ~StraightWriting();

    [[nodiscard]] bool isActive() const { return m_isActive; }

private:
    Database& m_database;
    bool m_isActive = false;
};

}  // namespace meitrace

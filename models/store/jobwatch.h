// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/store/database.h"

namespace meitrace {

/// While it lives, long statements end once the job is stopped.
class JobWatch {
public:
    JobWatch(Database& database, const Job& job)
        : m_database(database)
    {
        m_database.watch(&job);
    }
    JobWatch(const JobWatch&) = delete;
    JobWatch& operator=(const JobWatch&) = delete;
    ~JobWatch() { m_database.watch(nullptr); }

private:
    Database& m_database;
};

}  // namespace meitrace

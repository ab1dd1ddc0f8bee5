// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"

#include <functional>
#include <string>
#include <utility>

namespace meitrace {

/// Work on a workspace as work for a job, which opens the file first.
template <typename T>
std::function<Result<T>(Job&)> inClinic(std::string file, Result<Clinic> (*opener)(const std::string&, Job&),
                                        std::function<Result<T>(Clinic&, Job&)> work)
{
    return [file = std::move(file), opener, work = std::move(work)](Job& job) -> Result<T> {
        Result<Clinic> clinic = opener(file, job);
        return clinic ? work(*clinic, job) : Result<T>(clinic.error());
    };
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/units.h"
#include "models/store/documents.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

inline constexpr int kFirstField = 5;  ///< of a row of Documents::read

/// Calls body(statement) for every document in force; columns of the fields begin at kFirstField.
template <typename Body>
Status eachRow(Workspace& workspace, std::string_view kind, const std::vector<std::string_view>& fields,
               Job& job, Body body)
{
    Documents documents(workspace.database(), *kindByCode(kind));
    Result<Statement> query = documents.read(fields);
    if (!query) {
        return query.error();
    }
    for (std::int64_t count = 0;; ++count) {
        const Result<bool> row = query->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return Done {};
        }
        constexpr std::int64_t kStride = 65'536;
        if (count % kStride == 0 && job.stopped()) {
            return Error {ErrorCode::Cancelled};
        }
        body(*query);
    }
}

/// 0 for what is missing
inline Fen orZero(std::int64_t amount)
{
    return amount == kMissing ? 0 : amount;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <type_traits>
#include <utility>
#include <vector>

namespace meitrace {

/// Calls body(const Statement& row) for every row from where the statement stands, in the order of the query.
/// The statement is back at its start afterwards, however the reading ended; parameters stay bound.
///
/// body    returns nothing, or a Status: the first that failed ends the reading and is the answer.
/// Errors  those of step(), those of the body.
template <typename Body>
Status forEachRow(Statement& query, Body body)
{
    const auto read = [&]() -> Status {
        while (true) {
            const Result<bool> row = query.step();
            if (!row) {
                return row.error();
            }
            if (!*row) {
                return Done {};
            }
            if constexpr (std::is_void_v<std::invoke_result_t<Body&, const Statement&>>) {
                body(std::as_const(query));
            } else if (Status status = body(std::as_const(query)); !status) {
                return status;
            }
        }
    };
    Status status = read();
    query.reset();
    return status;
}

/// The same for a statement that is prepared for this one reading; what prepare() failed with is passed on.
template <typename Body>
Status forEachRow(Result<Statement> query, Body body)
{
    return query ? forEachRow(*query, std::move(body)) : Status(query.error());
}

/// What make(const Statement& row) answers for every row, in the order of the query.
/// query: a Statement& or a Result<Statement>, as above.
template <typename Query, typename Make>
auto readRows(Query&& query, Make make) -> Result<std::vector<std::invoke_result_t<Make&, const Statement&>>>
{
    std::vector<std::invoke_result_t<Make&, const Statement&>> values;
    const Status status
        = forEachRow(std::forward<Query>(query), [&](const Statement& row) { values.push_back(make(row)); });
    if (!status) {
        return status.error();
    }
    return values;
}

}  // namespace meitrace

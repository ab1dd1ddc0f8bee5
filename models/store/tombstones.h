// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/person.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace meitrace {

/// What is left of people who were erased: hashes of their keys under a secret of the workspace, so that a
/// file that brings them again is recognised.
class Tombstones {
public:
    explicit Tombstones(Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    /// Reads all of them. Call before the questions below.
    Status load();
    [[nodiscard]] bool isEmpty() const { return m_hashes.empty(); }

    /// Somebody's handle: its native name and its keys.
    struct Person {
        std::string native;
        std::vector<std::pair<KeyType, std::string>> keys;
    };
    /// True for a handle of an erased person: by its native name, by an id that never changes hands, or by a
    /// number or address under one of her names (or under no name at all).
    [[nodiscard]] bool covers(const Person& person) const;

    /// Writes down an erasure and its hashes, inside the caller's transaction. keys: linking ones that nobody
    /// else has, and names.  Returns the number of the erasure.
    Result<std::int64_t> add(std::int64_t customer, std::int64_t rows,
                             const std::vector<std::string>& natives,
                             const std::vector<std::pair<KeyType, std::string>>& keys);

    /// Remembers whom another workspace of the same origin remembers, inside the caller's transaction.
    /// Returns false, with nothing done, when each has a secret of its own: hashes cannot be turned into
    /// others.
    Result<bool> adopt(Workspace& other);

private:
    [[nodiscard]] bool has(KeyType type, std::string_view value) const;
    [[nodiscard]] std::string hashOf(KeyType type, std::string_view value) const;
    [[nodiscard]] std::string hashOfNative(std::string_view native) const;
    Status makeSecret();

    Workspace& m_workspace;
    std::string m_secret;
    std::unordered_set<std::string> m_hashes;
};

/// Whether both loaded some file at the same moment: one is a copy of the other, or both are copies of a
/// third.
Result<bool> isSameOrigin(Workspace& a, Workspace& b);

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/persontable.h"
#include "models/pipeline/rowsink.h"
#include "models/store/documents.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

struct DocumentTarget {
    Database& database;
    Identities& identities;
    const KindSpec& kind;
    std::int64_t batch = 0;
    std::string scope;
    /// Filled: rows of other batches that are no longer in force
    std::vector<std::pair<std::int64_t, std::int64_t>>* superseded = nullptr;
    /// Not nullptr: the rows were duplicates and come once more; those with one of these keys (ascending) are
    /// put aside, to be settled by the caller. Fates stay as they are.
    const std::vector<std::uint64_t>* asideKeys = nullptr;
};

/// Rows that are documents: one version per row and key, the newest in force.
std::unique_ptr<RowSink> makeDocumentSink(const DocumentTarget& target);

}  // namespace meitrace

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

/// What the rows of a file did to the documents that were there.
struct DocumentChanges {
    using Place = std::pair<std::int64_t, std::int64_t>;  ///< batch and row
    std::int64_t fresh = 0;                               ///< rows nobody knew
    std::vector<Place> superseded;  ///< rows of other batches that are no longer in force
    std::vector<Place> again;       ///< dated rows of other batches that came once more, once for each time
    Millis first = kMissing;        ///< main times of all rows
    Millis last = kMissing;
};

struct DocumentTarget {
    Database& database;
    Identities& identities;
    const KindSpec& kind;
    std::int64_t batch = 0;
    std::string scope;
    DocumentChanges* changes = nullptr;  ///< filled, where it is asked for
    /// Not nullptr: the rows were duplicates and come once more; those with one of these keys (ascending) are
    /// put aside, to be settled by the caller. Fates stay as they are.
    const std::vector<std::uint64_t>* asideKeys = nullptr;
};

/// Rows that are documents: one version per row and key, the newest in force.
std::unique_ptr<RowSink> makeDocumentSink(const DocumentTarget& target);

}  // namespace meitrace

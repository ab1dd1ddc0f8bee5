// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/pipeline/importfile.h"
#include "models/store/tombstones.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace meitrace {

/// By what a person is recognised in the text of a file.
struct PersonTraces {
    std::unordered_set<std::string> natives;  ///< names of her handles
    std::unordered_set<std::string> own;      ///< "phone\n138…": linking keys nobody else has
    std::unordered_set<std::string> shared;   ///< the same for keys that others have as well
    std::unordered_set<std::string> names;    ///< as the sources spell them
    bool nameIsHersAlone = false;
    std::vector<std::string> longKeys;       ///< values of own keys long enough to be sought anywhere
    const Tombstones* tombstones = nullptr;  ///< people erased earlier are recognised as well

    [[nodiscard]] bool isEmpty() const { return natives.empty() && tombstones == nullptr; }
};

/// A key as it stands in the sets above.
std::string keyText(KeyType type, std::string_view value);

/// What was found about her in the kept original of a batch.
struct PersonRows {
    std::set<std::int64_t> rows;      ///< of the file: hers
    std::set<std::int64_t> mentions;  ///< rows of others that name one of her numbers
    std::string withoutHer;  ///< the kept rows without those, as lines (originals.cpp); empty = nothing found
    std::vector<std::string> header;
    std::vector<std::pair<std::int64_t, std::vector<std::string>>> hers;  ///< her rows as they stood
};

/// Looks through the kept original of a batch. Rows that were cleaned are hers when their handle is; rows
/// that were set aside or left out when they name a key only she has, or her name and a number she shares.
/// stored: rows the tables knew as hers.
/// Cost  reading and cleaning the original once; memory the size of the original
Result<PersonRows> findPersonRows(Workspace& workspace, const ImportBatch& batch, const PersonTraces& traces,
                                  const std::set<std::int64_t>& stored, Job& job);

/// Puts the rows without her in the place of the batch's original.
Status replaceOriginal(Workspace& workspace, ImportBatch& batch, const std::string& rows);

}  // namespace meitrace

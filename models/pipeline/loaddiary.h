// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/documentsink.h"
#include "models/store/batches.h"
#include "models/store/diary.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <string>

namespace meitrace {

/// Compares the figures of a kind of file before and after a change, and writes the entry of the diary.
/// Inside the caller's transaction.
class LoadDiary {
public:
    /// Cost  one pass over the rows in force of the kind; nothing where there are none.
    static Result<LoadDiary> begin(Workspace& workspace, const KindSpec& kind);

    /// batch: as it was loaded.  Returns the entry's number.
    Result<std::int64_t> loaded(const ImportBatch& batch, const std::string& scope, DocumentChanges changes);
    Result<std::int64_t> takenOut(const ImportBatch& batch);
    /// All files of the kind were read again.
    Result<std::int64_t> readAgain(std::int64_t rows);

private:
    LoadDiary(Workspace& workspace, const KindSpec& kind, MonthFigures before)
        : m_workspace(&workspace)
        , m_kind(&kind)
        , m_before(std::move(before))
    {
    }

    Result<std::int64_t> write(DiaryEntry entry);
    Result<std::int64_t> vanished(const ImportBatch& batch, const std::string& scope,
                                  const DocumentChanges& changes) const;

    Workspace* m_workspace;
    const KindSpec* m_kind;
    MonthFigures m_before;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/store/diary.h"
#include "models/store/reconciliation.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// What one file states, beside what was read of it.
struct FileReconciliation {
    std::int64_t batch = 0;
    std::string file;
    std::uint8_t kind = 0;
    std::vector<FileTotal> totals;  ///< in the order of the file
};

struct ReconcileReport {
    std::vector<FileReconciliation> files;  ///< those that state a total, the newest first
    std::int64_t filesWithout = 0;          ///< those that state none
    CardCheck cards;
    std::vector<std::string> customers;  ///< code of each card that differs, empty = nobody
    std::int64_t dataVersion = 0;

    [[nodiscard]] std::int64_t totals() const;
    /// Totals and cards that do not add up.
    [[nodiscard]] std::int64_t differences() const;
};

/// Compares what the files state themselves with what their rows come to, and the balances of cards with what
/// was bought and used.
///
/// Cost       one pass over the balances of cards.
/// Errors     Cancelled, DiskError, StoreDamaged
/// Source     domain 4.4, 4.5 Q05 and 8 J6
Result<ReconcileReport> reconcile(Clinic& clinic, Job& job);

/// What the loads of a workspace changed, the newest first; at most `limit`.
Result<std::vector<DiaryEntry>> readDiary(Clinic& clinic, std::int64_t limit);

}  // namespace meitrace

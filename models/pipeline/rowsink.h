// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/ingest/cleanblock.h"
#include "models/store/batches.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace meitrace {

/// Takes the cleaned rows of one file into the store, whichever kind they are of.
class RowSink {
public:
    /// A block made ready by a worker thread.
    struct Prepared {
        CleanBlock block;
        Prepared() = default;
        Prepared(const Prepared&) = delete;
        Prepared& operator=(const Prepared&) = delete;
        virtual ~Prepared() = default;
    };

    RowSink() = default;
    RowSink(const RowSink&) = delete;
    RowSink& operator=(const RowSink&) = delete;
    virtual ~RowSink() = default;

    /// Where the rows of this file stand in the file they come from; nullptr = here.
    void mapRows(const std::vector<std::int64_t>* rowNumbers) { m_rowNumbers = rowNumbers; }

    /// Called by several threads at once.
    [[nodiscard]] virtual std::unique_ptr<Prepared> prepare(CleanBlock block) const = 0;
    /// Called for one block after the other, in file order. fates holds every row up to the end of the block.
    virtual Status take(Prepared& prepared, FateLog& fates) = 0;
    /// After the last block.
    virtual Status finish(FateLog& fates, Job& job) = 0;

protected:
    /// Number of a row in the file it comes from
    [[nodiscard]] std::int64_t numberOf(std::int64_t row) const
    {
        return m_rowNumbers == nullptr ? row : (*m_rowNumbers)[static_cast<std::size_t>(row)];
    }

private:
    const std::vector<std::int64_t>* m_rowNumbers = nullptr;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"
#include "ui/viewmodels/readonlytable.h"

#include <map>

namespace meitrace {

/// Rows that were set aside, with their reason.
class QuarantineTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { File, Line, Field, Reason, Value, Suggestion, kColumns };

    explicit QuarantineTable(QObject* parent = nullptr);

    void setEntries(std::vector<QuarantineEntry> entries, const std::vector<ImportBatch>& batches);
    [[nodiscard]] const QuarantineEntry& entryAt(int row) const
    {
        return m_entries[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] QString fileOf(std::int64_t batch) const;
    /// Batches with rows set aside, ascending
    [[nodiscard]] std::vector<std::int64_t> batches() const;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;

private:
    struct Source {
        QString file;
        const KindSpec* kind = nullptr;
    };

    std::vector<QuarantineEntry> m_entries;
    std::map<std::int64_t, Source> m_sources;
};

}  // namespace meitrace

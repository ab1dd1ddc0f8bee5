// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"

#include <QAbstractTableModel>

#include <map>

namespace meitrace {

/// Rows that were set aside, with their reason.
class QuarantineTable final : public QAbstractTableModel {
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

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Source {
        QString file;
        const KindSpec* kind = nullptr;
    };

    std::vector<QuarantineEntry> m_entries;
    std::map<std::int64_t, Source> m_sources;
};

}  // namespace meitrace

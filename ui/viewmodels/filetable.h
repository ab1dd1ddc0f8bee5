// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"

#include <QAbstractTableModel>

namespace meitrace {

/// The files a workspace was filled from, the newest first.
class FileTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Kind, Rows, Taken, Duplicates, SetAside, Loaded, State, kColumns };

    explicit FileTable(QObject* parent = nullptr);

    void setBatches(const std::vector<ImportBatch>& batches);
    [[nodiscard]] const ImportBatch& batchAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ImportBatch> m_batches;
};

}  // namespace meitrace

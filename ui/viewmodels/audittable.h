// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"

#include <QAbstractTableModel>

namespace meitrace {

/// The log of who did what, the newest first.
class AuditTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, What, On, Detail, kColumns };

    explicit AuditTable(QObject* parent = nullptr);

    /// lines: oldest first
    void setLines(std::vector<AuditLine> lines);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<AuditLine> m_lines;
};

}  // namespace meitrace

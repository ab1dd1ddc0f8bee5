// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

/// The log of who did what, the newest first.
class AuditTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { When, What, On, Detail, kColumns };

    explicit AuditTable(QObject* parent = nullptr);

    /// lines: oldest first
    void setLines(std::vector<AuditLine> lines);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;

private:
    std::vector<AuditLine> m_lines;
};

}  // namespace meitrace

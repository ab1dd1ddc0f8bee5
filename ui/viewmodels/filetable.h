// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"
#include "ui/viewmodels/readonlytable.h"

#include <map>

namespace meitrace {

/// The files a workspace was filled from, the newest first.
class FileTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { File, Kind, Rows, Taken, Duplicates, SetAside, Loaded, State, kColumns };

    explicit FileTable(QObject* parent = nullptr);

    /// zone: of the times
    void setBatches(const std::vector<ImportBatch>& batches, const Zone& zone);
    /// Rows of each file that the checks of the data found something about.
    void setFound(const std::map<std::int64_t, std::int64_t>& rows);
    [[nodiscard]] const ImportBatch& batchAt(int row) const;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] std::int64_t foundIn(const ImportBatch& batch) const;

    std::vector<ImportBatch> m_batches;
    Zone m_zone = Zone::utc();
    std::map<std::int64_t, std::int64_t> m_found;
};

}  // namespace meitrace

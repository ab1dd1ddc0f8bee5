// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"
#include "ui/text/figures.h"

#include <QString>

#include <map>
#include <vector>

namespace meitrace {

/// Names of the loaded files by the number of their batch.
class FileNames {
public:
    FileNames() = default;
    explicit FileNames(const std::vector<ImportBatch>& batches)
    {
        for (const ImportBatch& batch : batches) {
            m_names[batch.id] = fromUtf8(batch.fileName);
        }
    }

    /// Empty when the file was taken out.
    [[nodiscard]] QString of(std::int64_t batch) const
    {
        const auto found = m_names.find(batch);
        return found == m_names.end() ? QString() : found->second;
    }

private:
    std::map<std::int64_t, QString> m_names;
};

}  // namespace meitrace

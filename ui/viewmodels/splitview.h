// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/splitpreview.h"
#include "ui/viewmodels/readonlytable.h"

#include <vector>

namespace meitrace {

/// A customer now, and the customers she would become, figure by figure.
class SplitTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    explicit SplitTable(QObject* parent = nullptr);

    void setPreview(const SplitPreview& preview);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] const SplitPart& partAt(int column) const
    {
        return m_parts[static_cast<std::size_t>(column - 1)];
    }
    std::vector<SplitPart> m_parts;  ///< as it is now first; empty before a preview
};

/// "C0000012 and C0000451: two customers. 3 pairs more wait in the merge review."
QString splitSentence(const SplitPreview& preview);

}  // namespace meitrace

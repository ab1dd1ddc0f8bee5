// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/decisionpreview.h"
#include "ui/viewmodels/readonlytable.h"

#include <vector>

namespace meitrace {

/// The customers that a decision concerns, as they are and as they would be, figure by figure.
class DecisionFigures final : public ReadOnlyTable {
    Q_OBJECT

public:
    explicit DecisionFigures(QObject* parent = nullptr);

    void setPreview(const DecisionPreview& preview);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] const CustomerPart& partAt(int column) const
    {
        return m_parts[static_cast<std::size_t>(column - 1)];
    }
    std::vector<CustomerPart> m_parts;  ///< those that are there now first; empty before a preview
    std::size_t m_now = 0;              ///< of them
};

/// "They become 1 customer: C0000012. 3 pairs more will wait in the merge review."
QString decisionSentence(const DecisionPreview& preview);

}  // namespace meitrace

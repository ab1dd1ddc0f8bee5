// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/importeffect.h"
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

/// Before and after an import, a line for each figure.
class ImportEffectTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { What, Before, Now, Change, kColumns };
    enum Line { Customers, WithPhone, Merges, Review, Problems, Duplicates, Totals, Months, kLines };

    explicit ImportEffectTable(QObject* parent = nullptr);

    void setEffect(const ImportEffect& effect);

protected:
    [[nodiscard]] int count() const override { return kLines; }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column >= Before; }

private:
    ImportEffect m_effect;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/naming.h"
#include "analytics/workbench/recipebook.h"
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

/// Names of items and channels that are not known, and what they perhaps mean.
class NameTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Name, Subject, Source, Field, Rows, Customers, Perhaps, kColumns };

    explicit NameTable(QObject* parent = nullptr);

    void setNames(std::vector<UnclearName> names);
    [[nodiscard]] const UnclearName& nameAt(int row) const { return m_names[static_cast<std::size_t>(row)]; }

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Rows || column == Customers; }

private:
    std::vector<UnclearName> m_names;
};

/// "98.2 % of the rows name an item that is known"; empty where no row names one
QString coverageText(NameSubject subject, const NameCoverage& coverage);

/// A cleaning rule that writes another name wherever this one stands, half written: with the name that it
/// perhaps means, in the language of the file.
RecipeRule renamingRule(const UnclearName& name);

}  // namespace meitrace

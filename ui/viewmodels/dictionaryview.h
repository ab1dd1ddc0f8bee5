// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/dictionary.h"
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

/// The data dictionary: what every field of every kind of file is, in both languages.
class DictionaryTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Source, Field, OtherName, Holds, Use, Need, Headers, Code, kColumns };

    explicit DictionaryTable(QObject* parent = nullptr);

    /// Empty until the first call. kind: id, 0 = all; text: what a name, a header or the code has to contain,
    /// empty = anything
    void setFilter(int kind, const QString& text);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] const DictionaryField& at(int row) const;

    std::vector<DictionaryField> m_fields;
    std::vector<std::size_t> m_shown;
};

}  // namespace meitrace

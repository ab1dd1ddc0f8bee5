// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/filepreview.h"
#include "ui/viewmodels/readonlytable.h"

#include <QString>

namespace meitrace {

/// "UTF-8", "GB18030 (Chinese)", … of an encoding's code
QString encodingName(std::string_view code);
/// "comma", "tab", …
QString delimiterName(char delimiter);
/// Title of a field in the chosen language
QString fieldTitleText(const KindSpec& kind, int field);
/// "name, phone or chart number": any of these would do
QString anyOfFields(const KindSpec& kind, const std::vector<int>& fields);

/// "Line 4: abc"
QString exampleText(const FileCheck::Example& example);

/// The first rows of a file as text.
class PreviewTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    explicit PreviewTable(QObject* parent = nullptr);

    void setPreview(const FilePreview& preview);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

/// Why rows would be set aside and what would be repaired.
class CauseTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { What, Field, Reason, Cells, Example, kColumns };

    explicit CauseTable(QObject* parent = nullptr);

    void setCheck(const FileCheck& check, const KindSpec* kind);
    [[nodiscard]] const FileCheck::Cause& causeAt(int row) const
    {
        return m_causes[static_cast<std::size_t>(row)];
    }

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<FileCheck::Cause> m_causes;
    const KindSpec* m_kind = nullptr;
};

}  // namespace meitrace

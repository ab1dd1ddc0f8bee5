// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/exporting.h"
#include "ui/viewmodels/readonlytable.h"

#include <QString>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Of a channel people are written to on ("SMS").
QString reachChannelName(ConsentChannel channel);
/// Of a column or an identifier of an exported file by its code, as it stands in the head of the file.
QString exportColumnName(std::string_view code);
/// Why people are left out, by the code of the reason.
QString exportReasonName(std::string_view code);
/// Heads of all columns in the chosen language.
std::map<std::string, std::string, std::less<>> exportHeaders();
/// "Live" or "frozen", where it came from, in one line.
QString audienceOriginText(const SavedAudience& audience);

/// The first rows of a file as they will stand in it, but names, numbers and addresses masked: they are for
/// the file, not for the screen.
class SampleTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    explicit SampleTable(QObject* parent = nullptr);

    void setPreview(const ExportPreview& preview);
    void clear();

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;

private:
    std::vector<std::string> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// What stays out of a file and why, ending in what goes in: from the whole audience down.
class SuppressionTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Reason, Customers, kColumns };

    explicit SuppressionTable(QObject* parent = nullptr);

    void setPreview(const ExportPreview& preview);
    void clear();

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    struct Row {
        QString reason;
        std::int64_t customers = 0;
        bool isTotal = false;
    };
    std::vector<Row> m_rows;
};

}  // namespace meitrace

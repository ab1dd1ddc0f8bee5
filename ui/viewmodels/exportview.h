// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/exporting.h"

#include <QAbstractTableModel>
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

/// What stays out of a file and why, ending in what goes in: from the whole audience down.
class SuppressionTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Reason, Customers, kColumns };

    explicit SuppressionTable(QObject* parent = nullptr);

    void setPreview(const ExportPreview& preview);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString reason;
        std::int64_t customers = 0;
        bool isTotal = false;
    };
    std::vector<Row> m_rows;
};

}  // namespace meitrace

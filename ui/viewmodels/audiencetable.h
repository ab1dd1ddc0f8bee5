// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/audiencebook.h"
#include "models/base/calendar.h"

#include <QAbstractTableModel>

#include <vector>

namespace meitrace {

/// The saved audiences: name, live or fixed, how many, whom each channel reaches, when it was saved, rule.
class AudienceTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, State, Customers, Wechat, Sms, Call, Email, Ads, Saved, Rule, kColumns };

    explicit AudienceTable(QObject* parent = nullptr);

    /// zone: of the clinic, for the day an audience was saved on
    void setBook(std::vector<AudienceEntry> book, const Zone& zone);
    [[nodiscard]] const AudienceEntry& entryAt(int row) const
    {
        return m_book[static_cast<std::size_t>(row)];
    }
    /// -1 when there is none
    [[nodiscard]] int rowOf(const std::string& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(const AudienceEntry& entry, int column) const;

    std::vector<AudienceEntry> m_book;
    Zone m_zone = Zone::utc();
};

/// The rule in the window's language, or where a list came from.
QString audienceRuleText(const SavedAudience& audience);

}  // namespace meitrace

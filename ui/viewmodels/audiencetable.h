// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/audiencebook.h"
#include "models/base/calendar.h"
#include "ui/viewmodels/readonlytable.h"

#include <vector>

namespace meitrace {

/// The saved audiences: name, live or fixed, how many, whom each channel reaches, when it was saved, rule.
class AudienceTable final : public ReadOnlyTable {
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

    void sort(int column, Qt::SortOrder order) override;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] QString textOf(const AudienceEntry& entry, int column) const;

    std::vector<AudienceEntry> m_book;
    Zone m_zone = Zone::utc();
};

/// The rule in the window's language, or where a list came from.
QString audienceRuleText(const SavedAudience& audience);

}  // namespace meitrace

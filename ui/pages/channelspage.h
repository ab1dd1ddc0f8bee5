// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/tabbedpage.h"

namespace meitrace {

class AttributionTab;
class ChannelCostTab;

/// What the channels cost and brought, and which of them had a part in the conversions.
class ChannelsPage final : public TabbedPage {
    Q_OBJECT

public:
    explicit ChannelsPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ChannelCostTab* costTab() const { return m_costs; }
    [[nodiscard]] AttributionTab* attributionTab() const { return m_attribution; }

protected:
    [[nodiscard]] QStringList tabTitles() const override;
    void retranslate() override;

private:
    ChannelCostTab* m_costs;
    AttributionTab* m_attribution;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/tabbedpage.h"

namespace meitrace {

class AttributionTab;
class CampaignTab;
class ChannelCostTab;
class WebTab;

/// What the channels cost and brought, which of them had a part in the conversions, and what people do on the
/// web.
class ChannelsPage final : public TabbedPage {
    Q_OBJECT

public:
    explicit ChannelsPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ChannelCostTab* costTab() const { return m_costs; }
    [[nodiscard]] AttributionTab* attributionTab() const { return m_attribution; }
    [[nodiscard]] CampaignTab* campaignTab() const { return m_campaigns; }
    [[nodiscard]] WebTab* webTab() const { return m_web; }

protected:
    [[nodiscard]] QStringList tabTitles() const override;
    void retranslate() override;

private:
    ChannelCostTab* m_costs;
    AttributionTab* m_attribution;
    CampaignTab* m_campaigns;
    WebTab* m_web;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/channelspage.h"

#include "ui/pages/attributiontab.h"
#include "ui/pages/campaigntab.h"
#include "ui/pages/channelcosttab.h"
#include "ui/pages/webtab.h"
#include "ui/widgets/pageheader.h"

namespace meitrace {

ChannelsPage::ChannelsPage(Session& session, QWidget* parent)
    : TabbedPage(QStringLiteral("channels"), session, parent)
    , m_costs(new ChannelCostTab(session))
    , m_attribution(new AttributionTab(session))
    , m_campaigns(new CampaignTab(session))
    , m_web(new WebTab(session))
{
    addTab(QStringLiteral("costs"), m_costs);
    addTab(QStringLiteral("attribution"), m_attribution);
    addTab(QStringLiteral("campaigns"), m_campaigns);
    addTab(QStringLiteral("web"), m_web);
}

QStringList ChannelsPage::tabTitles() const
{
    return {tr("Costs and quality"), tr("Attribution"), tr("Campaigns"), tr("Web")};
}

void ChannelsPage::retranslate()
{
    header()->setTitle(tr("Channels"));
    header()->setPurpose(
        tr("What each channel cost, what became of its leads, and which channels had a part in a deal"));
    TabbedPage::retranslate();
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/channelspage.h"

#include "ui/pages/attributiontab.h"
#include "ui/pages/channelcosttab.h"
#include "ui/widgets/pageheader.h"

namespace meitrace {

ChannelsPage::ChannelsPage(Session& session, QWidget* parent)
    : TabbedPage(QStringLiteral("channels"), session, parent)
    , m_costs(new ChannelCostTab(session))
    , m_attribution(new AttributionTab(session))
{
    addTab(QStringLiteral("costs"), m_costs);
    addTab(QStringLiteral("attribution"), m_attribution);
}

QStringList ChannelsPage::tabTitles() const
{
    return {tr("Costs and quality"), tr("Attribution")};
}

void ChannelsPage::retranslate()
{
    header()->setTitle(tr("Channels"));
    header()->setPurpose(
        tr("What each channel cost, what became of its leads, and which channels had a part in a deal"));
    TabbedPage::retranslate();
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tabbedpage.h"

#include "ui/pages/analysistab.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/funnelreasons.h"
#include "ui/text/errortext.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tabbar.h"

#include <QVBoxLayout>

namespace meitrace {

namespace {

template <typename Figures>
void follow(Figures* figures, CustomersPanel* panel, NoticeBar* notice)
{
    QObject::connect(
        figures, &Figures::customersRequested, panel,
        [panel](const Bitset& members, const QString& title) { panel->showCustomers(members, title); });
    QObject::connect(figures, &Figures::failed, notice,
                     [notice](const Error& error) { notice->setNotice(Tone::Bad, sentence(error)); });
}

}  // namespace

void followAnalysis(AnalysisTab* tab, CustomersPanel* panel, NoticeBar* notice)
{
    follow(tab, panel, notice);
    QObject::connect(tab, &AnalysisTab::succeeded, notice, &NoticeBar::hide);
}

void followReasons(FunnelReasons* reasons, CustomersPanel* panel, NoticeBar* notice)
{
    follow(reasons, panel, notice);
}

TabbedPage::TabbedPage(const QString& id, Session& session, QWidget* parent)
    : Page(id, session, parent)
    , m_bar(new TabBar)
    , m_stack(new CurrentStack)
    , m_panel(new CustomersPanel(session))
{
    m_bar->setObjectName(QStringLiteral("tabs.") + id);
    followScope(Follows::Population);
    sayWhenNothingIsLoaded();
    body()->addWidget(m_bar);
    body()->addWidget(m_stack, 1);
    addPanel(m_panel);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_panel->hide();
        notice()->hide();
    });
}

void TabbedPage::addTab(const QString& part, AnalysisTab* tab)
{
    m_parts << part;
    m_tabs << tab;
    m_stack->addWidget(tab);
    m_bar->addTab({});
    followAnalysis(tab, m_panel, notice());
}

void TabbedPage::goToPart(const QString& part)
{
    if (const auto tab = m_parts.indexOf(part); tab >= 0) {
        m_bar->setCurrentIndex(static_cast<int>(tab));
    }
}

void TabbedPage::refresh()
{
    m_panel->hide();
    for (AnalysisTab* tab : m_tabs) {
        tab->refresh();
    }
}

void TabbedPage::retranslate()
{
    const QStringList titles = tabTitles();
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        m_bar->setTabText(static_cast<int>(i), titles.value(i));
        m_tabs[i]->retranslate();
    }
}

}  // namespace meitrace

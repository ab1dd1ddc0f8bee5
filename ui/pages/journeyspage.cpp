// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/journeyspage.h"

#include "ui/pages/customerspanel.h"
#include "ui/pages/pathtab.h"
#include "ui/pages/processtab.h"
#include "ui/text/errortext.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tabbar.h"

#include <QVBoxLayout>

namespace meitrace {

JourneysPage::JourneysPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("journeys"), session, parent)
    , m_tabs(new TabBar)
    , m_stack(new CurrentStack)
    , m_paths(new PathTab(session))
    , m_variants(new ProcessTab(ProcessTab::Part::Variants, session))
    , m_process(new ProcessTab(ProcessTab::Part::Follows, session))
    , m_panel(new CustomersPanel(session))
{
    m_tabs->setObjectName(QStringLiteral("tabs.journeys"));
    followScope(Follows::Population);
    sayWhenNothingIsLoaded();
    for (AnalysisTab* tab : tabs()) {
        m_stack->addWidget(tab);
        m_tabs->addTab({});
        connect(
            tab, &AnalysisTab::customersRequested, this,
            [this](const Bitset& members, const QString& title) { m_panel->showCustomers(members, title); });
        connect(tab, &AnalysisTab::failed, this,
                [this](const Error& error) { notice()->setNotice(Tone::Bad, sentence(error)); });
        connect(tab, &AnalysisTab::succeeded, this, [this] { notice()->hide(); });
    }
    body()->addWidget(m_tabs);
    body()->addWidget(m_stack, 1);
    addPanel(m_panel);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_panel->hide();
        notice()->hide();
    });
}

QVector<AnalysisTab*> JourneysPage::tabs() const
{
    return {m_paths, m_variants, m_process};
}

void JourneysPage::goToPart(const QString& part)
{
    const QStringList parts {QStringLiteral("paths"), QStringLiteral("variants"), QStringLiteral("process")};
    if (const auto tab = parts.indexOf(part); tab >= 0) {
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    }
}

void JourneysPage::refresh()
{
    m_panel->hide();
    for (AnalysisTab* tab : tabs()) {
        tab->refresh();
    }
}

void JourneysPage::retranslate()
{
    header()->setTitle(tr("Journeys"));
    header()->setPurpose(
        tr("The ways customers really took, from the first contact to the sale or to the loss"));
    m_tabs->setTabText(0, tr("Path diagram"));
    m_tabs->setTabText(1, tr("Frequent paths"));
    m_tabs->setTabText(2, tr("Process"));
    for (AnalysisTab* tab : tabs()) {
        tab->retranslate();
    }
}

}  // namespace meitrace

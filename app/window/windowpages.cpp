// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowpages.h"

#include "ui/pages/audiencespage.h"
#include "ui/pages/channelspage.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/datapage.h"
#include "ui/pages/funnelspage.h"
#include "ui/pages/homepage.h"
#include "ui/pages/journeyspage.h"
#include "ui/pages/reportspage.h"
#include "ui/pages/segmentspage.h"
#include "ui/pages/settingspage.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

template <typename Kind>
Page* makePage(Session& session)
{
    return new Kind(session);
}

/// The page with the panel behind its numbers.
template <typename Kind>
Page* makeWithPanel(Session& session)
{
    auto* page = new Kind(session);
    auto* panel = new CustomersPanel(session);
    page->addPanel(panel);
    QObject::connect(page, &Kind::customersRequested, panel,
                     [panel](const Bitset& members, const QString& title, const auto&... rule) {
                         panel->showCustomers(members, title, {}, rule...);
                     });
    return page;
}

QString text(const char* source)
{
    return source[0] == '\0' ? QString() : QCoreApplication::translate("WindowPages", source);
}

const char* const kRecords = QT_TRANSLATE_NOOP("WindowPages", "Records");
const char* const kProgram = QT_TRANSLATE_NOOP("WindowPages", "Program");
const char* const kAnalysis = QT_TRANSLATE_NOOP("WindowPages", "Analysis");
const char* const kActing = QT_TRANSLATE_NOOP("WindowPages", "Acting");

}  // namespace

QString WindowPage::groupText() const
{
    return text(group);
}

QString WindowPage::nameText() const
{
    return text(name);
}

const std::vector<WindowPage>& windowPages()
{
    static const std::vector<WindowPage> pages {
        {"home", "", QT_TRANSLATE_NOOP("WindowPages", "Home"), makeWithPanel<HomePage>},
        {"data", kRecords, QT_TRANSLATE_NOOP("WindowPages", "Data"), makePage<DataPage>},
        {"customers", kRecords, QT_TRANSLATE_NOOP("WindowPages", "Customers"), makePage<CustomersPage>},
        {"funnel", kAnalysis, QT_TRANSLATE_NOOP("WindowPages", "Funnels"), makePage<FunnelsPage>},
        {"journey", kAnalysis, QT_TRANSLATE_NOOP("WindowPages", "Journeys"), makePage<JourneysPage>},
        {"channels", kAnalysis, QT_TRANSLATE_NOOP("WindowPages", "Channels"), makePage<ChannelsPage>},
        {"segments", kAnalysis, QT_TRANSLATE_NOOP("WindowPages", "Segments"), makeWithPanel<SegmentsPage>},
        {"audience", kActing, QT_TRANSLATE_NOOP("WindowPages", "Audiences"), makeWithPanel<AudiencesPage>},
        {"report", kActing, QT_TRANSLATE_NOOP("WindowPages", "Reports"), makePage<ReportsPage>},
        {"settings", kProgram, QT_TRANSLATE_NOOP("WindowPages", "Settings"), makePage<SettingsPage>},
    };
    return pages;
}

}  // namespace meitrace

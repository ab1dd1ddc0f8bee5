// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/journeyspage.h"

#include "ui/pages/feedbacktab.h"
#include "ui/pages/lifecycletab.h"
#include "ui/pages/paintab.h"
#include "ui/pages/pathtab.h"
#include "ui/pages/patterntab.h"
#include "ui/pages/processtab.h"
#include "ui/widgets/pageheader.h"

namespace meitrace {

JourneysPage::JourneysPage(Session& session, QWidget* parent)
    : TabbedPage(QStringLiteral("journeys"), session, parent)
    , m_paths(new PathTab(session))
    , m_variants(new ProcessTab(ProcessTab::Part::Variants, session))
    , m_process(new ProcessTab(ProcessTab::Part::Follows, session))
    , m_patterns(new PatternTab(session))
    , m_pain(new PainTab(session))
    , m_feedback(new FeedbackTab(session))
    , m_lifecycle(new LifecycleTab(session))
{
    addTab(QStringLiteral("paths"), m_paths);
    addTab(QStringLiteral("variants"), m_variants);
    addTab(QStringLiteral("process"), m_process);
    addTab(QStringLiteral("patterns"), m_patterns);
    addTab(QStringLiteral("pain"), m_pain);
    addTab(QStringLiteral("feedback"), m_feedback);
    addTab(QStringLiteral("lifecycle"), m_lifecycle);
}

QStringList JourneysPage::tabTitles() const
{
    return {tr("Path diagram"), tr("Frequent paths"), tr("Process"),   tr("Patterns"),
            tr("Pain points"),  tr("Feedback"),       tr("Life cycle")};
}

void JourneysPage::retranslate()
{
    header()->setTitle(tr("Journeys"));
    header()->setPurpose(
        tr("The ways customers really took, from the first contact to the sale or to the loss"));
    TabbedPage::retranslate();
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audiencesaving.h"

#include "analytics/workbench/audiences.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace meitrace {

namespace {

struct AudienceSaving {
    Q_DECLARE_TR_FUNCTIONS(AudienceSaving)
};

}  // namespace

void askAndSaveAudience(Session& session, QWidget* parent, const Bitset& members, const QString& name)
{
    bool ok = false;
    const QString chosen
        = QInputDialog::getText(parent, AudienceSaving::tr("Save as audience"),
                                AudienceSaving::tr("Name of the audience"), QLineEdit::Normal, name, &ok)
              .trimmed();
    if (!ok || chosen.isEmpty()) {
        return;
    }
    const SavedAudience audience {.name = chosen.toStdString(),
                                  .rule = {},
                                  .frozen = true,
                                  .asOf = session.snapshot()->frame().asOf,
                                  .members = members.count()};
    session.change<Done>(
        {parent, QStringLiteral("saveAudience"), AudienceSaving::tr("Saving the audience")},
        [audience, members](Clinic& clinic, Job& job) {
            return saveAudience(clinic, audience, members, job);
        },
        [parent, chosen, count = members.count()](const Status& saved) {
            Toast::show(
                parent->window(),
                saved ? AudienceSaving::tr("Audience “%1” saved (%2 customers)").arg(chosen, countText(count))
                      : sentence(saved.error()));
        });
}

}  // namespace meitrace

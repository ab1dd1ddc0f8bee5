// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audiencesaving.h"

#include "analytics/workbench/audiencebook.h"
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
                                  .members = members.count(),
                                  .origin = name.toStdString()};
    session.change<Done>(
        {parent, QStringLiteral("saveAudience"), AudienceSaving::tr("Saving the audience")},
        [audience, members](Clinic& clinic, Job& job) -> Status {
            const Result<std::string> free = freeAudienceName(clinic, audience.name, job);
            if (!free) {
                return free.error();
            }
            return *free == audience.name
                ? saveAudience(clinic, audience, members, job)
                : Status(Error {.code = ErrorCode::Exists, .subject = audience.name});
        },
        [parent, chosen, count = members.count()](const Status& saved) {
            Toast::show(
                parent->window(),
                saved ? AudienceSaving::tr("Audience “%1” saved (%2 customers)").arg(chosen, countText(count))
                    : saved.error().code == ErrorCode::Exists
                    ? AudienceSaving::tr("There is an audience “%1” already. Choose another name.")
                          .arg(chosen)
                    : sentence(saved.error()));
        });
}

}  // namespace meitrace

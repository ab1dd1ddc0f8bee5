// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audiencesaving.h"

#include "analytics/workbench/audiencebook.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/widgets/asktext.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct AudienceSaving {
    Q_DECLARE_TR_FUNCTIONS(AudienceSaving)
};

/// The audience can be taken back, and be saved again.
void noteSaved(Session& session, const SavedAudience& audience, const Bitset& members)
{
    const auto change = [&session](std::function<Status(Clinic&, Job&)> work) {
        session.change<Done>(
            {&session, QStringLiteral("changeAudience"), AudienceSaving::tr("Saving the audience")},
            std::move(work), [&session](const Status& status) {
                if (status) {
                    session.audiencesDiffer();
                } else {
                    emit session.failed(status.error());
                }
            });
    };
    session.noteChange(
        AudienceSaving::tr("saving of “%1”").arg(QString::fromStdString(audience.name)),
        [change, name = audience.name] {
            change([name](Clinic& clinic, Job& job) {
                const Result<DeletedAudience> gone = deleteAudience(clinic, name, job);
                return gone ? Status(Done {}) : Status(gone.error());
            });
        },
        [change, audience, members] {
            change([audience, members](Clinic& clinic, Job& job) {
                return saveAudience(clinic, audience, members, job);
            });
        });
    session.audiencesDiffer();
}

}  // namespace

void askAndSaveAudience(Session& session, QWidget* parent, const Bitset& members, const QString& name,
                        std::function<void(const std::string& name)> done)
{
    const std::optional<QString> asked = askText(parent,
                                                 {.title = AudienceSaving::tr("Save as audience"),
                                                  .label = AudienceSaving::tr("Name of the audience"),
                                                  .text = name,
                                                  .verb = AudienceSaving::tr("Save")});
    if (!asked) {
        return;
    }
    const QString& chosen = *asked;
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
        [&session, parent, audience, members, chosen, done = std::move(done)](const Status& saved) {
            if (saved) {
                noteSaved(session, audience, members);
                if (done) {
                    done(audience.name);
                }
            }
            Toast::show(parent->window(),
                        saved ? AudienceSaving::tr("Audience “%1” saved (%2)")
                                    .arg(chosen, customersText(members.count()))
                            : saved.error().code == ErrorCode::Exists
                            ? AudienceSaving::tr("There is an audience “%1” already. Choose another name.")
                                  .arg(chosen)
                            : sentence(saved.error()),
                        saved ? QVector<ToastAction> {{AudienceSaving::tr("Undo"),
                                                       [&session] { session.changes().undo(); }}}
                              : QVector<ToastAction> {});
        });
}

}  // namespace meitrace

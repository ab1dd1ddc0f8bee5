// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of audiences changes: freeze, rename, delete and put back; and the way to a file.
#include "ui/pages/audiencespage.h"
#include "ui/pages/exportdialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/toast.h"

#include <QInputDialog>

#include <memory>

namespace meitrace {

void AudiencesPage::change(const QString& title, std::function<Status(Clinic&, Job&)> work,
                           std::function<void()> done)
{
    session().change<Done>(
        {this, QStringLiteral("audienceChange"), title},
        [work = std::move(work), snapshot = session().snapshot()](Clinic& clinic, Job& job) {
            clinic.adopt(snapshot);
            return work(clinic, job);
        },
        [this, done = std::move(done)](const Status& status) {
            if (!status) {
                notice()->setNotice(Tone::Bad,
                                    status.error().code == ErrorCode::Exists
                                        ? tr("There is an audience “%1” already. Choose another name.")
                                              .arg(fromUtf8(status.error().subject))
                                        : sentence(status.error()));
                return;
            }
            notice()->hide();
            session().audiencesDiffer();
            done();
        });
}

void AudiencesPage::freeze()
{
    const std::optional<AudienceEntry> entry = selected();
    if (!entry) {
        return;
    }
    SavedAudience audience = entry->saved;
    audience.frozen = true;
    audience.asOf = session().snapshot()->frame().asOf;
    const QString name = fromUtf8(audience.name);
    change(
        tr("Saving the audience"),
        [audience](Clinic& clinic, Job& job) { return saveRule(clinic, audience, audience.name, job); },
        [this, name, live = entry->saved] {
            Toast::show(
                window(), tr("“%1” is a fixed list now").arg(name),
                {{tr("Undo"), [this, live] {
                      change(
                          tr("Saving the audience"),
                          [live](Clinic& clinic, Job& job) { return saveRule(clinic, live, live.name, job); },
                          [this] { refresh(); });
                  }}});
            refresh();
        });
}

void AudiencesPage::rename()
{
    const std::optional<AudienceEntry> entry = selected();
    if (!entry) {
        return;
    }
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Rename"), tr("Name of the audience"),
                                               QLineEdit::Normal, fromUtf8(entry->saved.name), &ok)
                             .trimmed();
    if (ok && !name.isEmpty()) {
        change(
            tr("Renaming the audience"),
            [from = entry->saved.name, to = name.toStdString()](Clinic& clinic, Job& job) {
                return renameAudience(clinic, from, to, job);
            },
            [this, name] { choose(name); });
    }
}

void AudiencesPage::remove()
{
    const std::optional<AudienceEntry> entry = selected();
    if (!entry) {
        return;
    }
    auto deleted = std::make_shared<DeletedAudience>();
    change(
        tr("Deleting the audience"),
        [name = entry->saved.name, deleted](Clinic& clinic, Job& job) -> Status {
            Result<DeletedAudience> answer = deleteAudience(clinic, name, job);
            if (!answer) {
                return answer.error();
            }
            *deleted = std::move(*answer);
            return Done {};
        },
        [this, deleted] {
            const QString name = fromUtf8(deleted->saved.name);
            session().noteChange(
                tr("deletion of “%1”").arg(name), [this, deleted] { putBack(*deleted); },
                [this, deleted] {
                    change(
                        tr("Deleting the audience"),
                        [name = deleted->saved.name](Clinic& clinic, Job& job) -> Status {
                            const Result<DeletedAudience> gone = deleteAudience(clinic, name, job);
                            return gone ? Status(Done {}) : Status(gone.error());
                        },
                        [this] { refresh(); });
                });
            Toast::show(window(), tr("“%1” is deleted").arg(name),
                        {{tr("Undo"), [this] { session().changes().undo(); }}});
            refresh();
        });
}

void AudiencesPage::putBack(const DeletedAudience& audience)
{
    change(
        tr("Saving the audience"),
        [audience](Clinic& clinic, Job& job) { return restoreAudience(clinic, audience, job); },
        [this, name = fromUtf8(audience.saved.name)] { choose(name); });
}

void AudiencesPage::exportFile()
{
    if (const std::optional<AudienceEntry> entry = selected()) {
        auto* dialog = new ExportDialog(session(), fromUtf8(entry->saved.name), this);
        dialog->open();
    }
}

}  // namespace meitrace

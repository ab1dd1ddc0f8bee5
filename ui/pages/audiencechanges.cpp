// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of audiences changes: freeze, rename, delete and put back; and the way to a file.
#include "ui/pages/audiencespage.h"
#include "ui/pages/exportdialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/widgets/asktext.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/toast.h"

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
            done();
            session().audiencesDiffer();
        });
}

void AudiencesPage::saveAs(const SavedAudience& audience, const std::string& before)
{
    change(
        tr("Saving the audience"),
        [audience, before](Clinic& clinic, Job& job) { return saveRule(clinic, audience, before, job); },
        [this, name = audience.name, before] {
            session().audienceRenamed(before, name);
            choose(fromUtf8(name));
        });
}

void AudiencesPage::noteSaved(const SavedAudience& after)
{
    m_editing = false;
    const std::optional<SavedAudience> before = m_edited;
    const std::string old = before ? before->name : std::string();
    const QString name = fromUtf8(after.name);
    session().audienceRenamed(old, after.name);
    session().noteChange(
        before ? tr("change of “%1”").arg(fromUtf8(old)) : tr("saving of “%1”").arg(name),
        [this, before, now = after.name] {
            if (before) {
                saveAs(*before, now);
            } else {
                drop(now);
            }
        },
        [this, after, old] { saveAs(after, old); });
    Toast::show(window(), tr("Audience “%1” saved").arg(name),
                {{tr("Undo"), [this] { session().changes().undo(); }}});
    session().audiencesDiffer();
    choose(name);
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
    change(
        tr("Saving the audience"),
        [audience](Clinic& clinic, Job& job) { return saveRule(clinic, audience, audience.name, job); },
        [this, audience, live = entry->saved] {
            const QString name = fromUtf8(audience.name);
            session().noteChange(
                tr("fixing of “%1”").arg(name), [this, live] { saveAs(live, live.name); },
                [this, audience] { saveAs(audience, audience.name); });
            Toast::show(window(), tr("“%1” is a fixed list now").arg(name),
                        {{tr("Undo"), [this] { session().changes().undo(); }}});
            refresh();
        });
}

void AudiencesPage::renameTo(const std::string& from, const std::string& to, std::function<void()> done)
{
    change(
        tr("Renaming the audience"),
        [from, to](Clinic& clinic, Job& job) { return renameAudience(clinic, from, to, job); },
        [this, from, to, done = std::move(done)] {
            session().audienceRenamed(from, to);
            done();
            choose(fromUtf8(to));
        });
}

void AudiencesPage::rename()
{
    const std::optional<AudienceEntry> entry = selected();
    if (!entry) {
        return;
    }
    const std::string from = entry->saved.name;
    const std::optional<QString> name = askText(this,
                                                {.title = tr("Rename"),
                                                 .label = tr("Name of the audience"),
                                                 .text = fromUtf8(from),
                                                 .verb = tr("Rename")});
    if (!name || name->toStdString() == from) {
        return;
    }
    renameTo(from, name->toStdString(), [this, from, to = name->toStdString()] {
        session().noteChange(
            tr("renaming of “%1”").arg(fromUtf8(from)), [this, from, to] { renameTo(to, from, [] {}); },
            [this, from, to] { renameTo(from, to, [] {}); });
        Toast::show(window(), tr("“%1” is called “%2” now").arg(fromUtf8(from), fromUtf8(to)),
                    {{tr("Undo"), [this] { session().changes().undo(); }}});
    });
}

void AudiencesPage::drop(const std::string& name)
{
    change(
        tr("Deleting the audience"),
        [name](Clinic& clinic, Job& job) -> Status {
            const Result<DeletedAudience> gone = deleteAudience(clinic, name, job);
            return gone ? Status(Done {}) : Status(gone.error());
        },
        [this] { refresh(); });
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
                [this, deleted] { drop(deleted->saved.name); });
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

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to saved analyses: save, rename, delete, keep new figures. All of it can be taken back.
#include "ui/pages/savedbar.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/analysisview.h"
#include "ui/widgets/asktext.h"
#include "ui/widgets/toast.h"

namespace meitrace {

namespace {

using Step = Status (*)(Clinic&, const AnalysisChange&);

/// Takes a change back or does it again; knows nothing of the page, which may be another one by then.
void redo(Session& session, const QString& title, const AnalysisChange& change, Step step)
{
    session.change<Done>(
        {&session, QStringLiteral("changeAnalysis"), title},
        [change, step](Clinic& clinic, Job& job) {
            static_cast<void>(job);
            return step(clinic, change);
        },
        [&session](const Status& status) {
            if (!status) {
                emit session.failed(status.error());
            }
            session.analysesDiffer();
        });
}

}  // namespace

void SavedBar::change(const QString& title, std::function<Result<AnalysisChange>(Clinic&)> work,
                      std::function<std::pair<QString, QString>(const AnalysisChange&)> words)
{
    m_session.change<AnalysisChange>(
        {this, QStringLiteral("changeAnalysis"), title},
        [work = std::move(work)](Clinic& clinic, Job& job) {
            static_cast<void>(job);
            return work(clinic);
        },
        [this, title, words = std::move(words)](const Result<AnalysisChange>& change) {
            if (!change) {
                Toast::show(window(),
                            change.error().code == ErrorCode::Exists
                                ? tr("There is a saved analysis “%1” already. Choose another name.")
                                      .arg(fromUtf8(change.error().subject))
                                : sentence(change.error()));
                return;
            }
            m_open = change->after;
            const auto [done, undo] = words(*change);
            m_session.noteChange(
                undo, [&session = m_session, title, c = *change] { redo(session, title, c, takeBack); },
                [&session = m_session, title, c = *change] { redo(session, title, c, doAgain); });
            Toast::show(window(), done, {{tr("Undo"), [&session = m_session] { session.changes().undo(); }}});
            showState();
            m_session.analysesDiffer();
        });
}

void SavedBar::save()
{
    if (!m_shown) {
        return;
    }
    const std::optional<QString> asked
        = askText(this,
                  {.title = tr("Save analysis"),
                   .label = tr("Name of the analysis"),
                   .text = m_open ? fromUtf8(m_open->name) : proposedAnalysisName(m_shown->definition),
                   .verb = tr("Save")});
    if (!asked || !m_shown) {
        return;
    }
    const QString& name = *asked;
    const SavedAnalysis analysis {.id = 0,
                                  .name = name.toStdString(),
                                  .kind = m_kind.toStdString(),
                                  .definition = printed(m_shown->definition),
                                  .note = {},
                                  .savedAt = 0,
                                  .countedAt = 0,
                                  .outcome = m_shown->outcome};
    change(
        tr("Saving the analysis"),
        [analysis](Clinic& clinic) { return saveAnalysis(clinic, analysis, SavingRule::Replace); },
        [name](const AnalysisChange& done) {
            return std::pair(done.before ? tr("“%1” is saved in place of the old one").arg(name)
                                         : tr("“%1” is saved").arg(name),
                             tr("saving of “%1”").arg(name));
        });
}

void SavedBar::rename()
{
    if (!m_open) {
        return;
    }
    const std::string from = m_open->name;
    const std::optional<QString> asked = askText(this,
                                                 {.title = tr("Rename"),
                                                  .label = tr("Name of the analysis"),
                                                  .text = fromUtf8(from),
                                                  .verb = tr("Rename")});
    if (!asked || asked->toStdString() == from) {
        return;
    }
    const QString& name = *asked;
    change(
        tr("Renaming the analysis"),
        [from, to = name.toStdString()](Clinic& clinic) { return renameAnalysis(clinic, from, to); },
        [from, name](const AnalysisChange&) {
            return std::pair(tr("“%1” is called “%2” now").arg(fromUtf8(from), name),
                             tr("renaming of “%1”").arg(fromUtf8(from)));
        });
}

void SavedBar::remove()
{
    if (!m_open) {
        return;
    }
    const std::string name = m_open->name;
    change(
        tr("Deleting the analysis"), [name](Clinic& clinic) { return deleteAnalysis(clinic, name); },
        [name](const AnalysisChange&) {
            return std::pair(tr("“%1” is deleted").arg(fromUtf8(name)),
                             tr("deletion of “%1”").arg(fromUtf8(name)));
        });
}

void SavedBar::keepNew()
{
    if (!m_open || !m_shown) {
        return;
    }
    const std::string name = m_open->name;
    change(
        tr("Saving the analysis"),
        [name, now = m_shown->outcome](Clinic& clinic) { return keepOutcome(clinic, name, now); },
        [name](const AnalysisChange&) {
            return std::pair(tr("“%1” has the new figures").arg(fromUtf8(name)),
                             tr("new figures of “%1”").arg(fromUtf8(name)));
        });
}

}  // namespace meitrace

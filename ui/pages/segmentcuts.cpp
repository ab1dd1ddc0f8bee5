// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of segments cuts its classes: read from the workspace, adjusted in a dialog, kept, taken back.
#include "ui/pages/rfmcutsdialog.h"
#include "ui/pages/segmentspage.h"
#include "ui/text/errortext.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/toast.h"

#include <QPointer>

namespace meitrace {

void SegmentsPage::readClasses()
{
    m_classesOf = session().path();
    session().look<RfmClasses>(
        {this, QStringLiteral("rfmClasses"), tr("Reading the classes")},
        [](Clinic& clinic, Job& /*job*/) { return savedRfmClasses(clinic); },
        [this](const Result<RfmClasses>& classes) {
            if (classes) {
                setRfmClasses(m_options, *classes);
            }
            requestRefresh();
        });
}

void SegmentsPage::adjustClasses()
{
    if (!m_history || m_snapshot != session().snapshot()) {
        return;
    }
    auto* dialog = new RfmCutsDialog(session(), m_history->options, m_history->now, this);
    connect(dialog, &RfmCutsDialog::chosen, this, [this](const RfmClasses& classes) {
        keepClasses(classes, [this, before = rfmClassesOf(m_history->options), classes] {
            noteClasses(before, classes);
            Toast::show(window(), tr("The classes hold here, in rules of audiences and in reports"),
                        {{tr("Undo"), [this] { session().changes().undo(); }}});
        });
    });
    dialog->open();
}

void SegmentsPage::noteClasses(const RfmClasses& before, const RfmClasses& after)
{
    const QPointer<SegmentsPage> page(this);
    const auto keep = [page](const RfmClasses& classes) {
        if (page) {
            page->keepClasses(classes, [] {});
        }
    };
    session().noteChange(
        tr("classes of the segments"), [keep, before] { keep(before); }, [keep, after] { keep(after); });
}

void SegmentsPage::keepClasses(const RfmClasses& classes, std::function<void()> done)
{
    session().change<Done>(
        {this, QStringLiteral("keepClasses"), tr("Keeping the classes")},
        [classes](Clinic& clinic, Job& /*job*/) { return saveRfmClasses(clinic, classes); },
        [this, classes, done = std::move(done)](const Status& status) {
            if (!status) {
                notice()->setNotice(Tone::Bad, sentence(status.error()));
                return;
            }
            done();
            RfmOptions options = m_options;
            setRfmClasses(options, classes);
            setOptions(options);
            session().rfmClassesDiffer();
        });
}

}  // namespace meitrace

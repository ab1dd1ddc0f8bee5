// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/funnelchanges.h"

#include <QPointer>

namespace meitrace {

namespace {

constexpr int kPause = 400;

}  // namespace

FunnelChanges::FunnelChanges(Session& session, FunnelEditor& editor, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_editor(editor)
    , m_before(editor.options())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_editor, &FunnelEditor::changed, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &FunnelChanges::note);
}

void FunnelChanges::follow()
{
    m_pause.stop();
    m_before = m_editor.options();
}

void FunnelChanges::note()
{
    const QPointer<FunnelChanges> self(this);
    const FunnelOptions before = m_before;
    const FunnelOptions after = m_editor.options();
    m_before = after;
    m_session.noteChange(
        tr("change of the funnel"),
        [self, before] {
            if (self) {
                self->restore(before);
            }
        },
        [self, after] {
            if (self) {
                self->restore(after);
            }
        });
}

void FunnelChanges::restore(const FunnelOptions& options)
{
    m_editor.setOptions(options);
    follow();
    emit restored();
}

}  // namespace meitrace

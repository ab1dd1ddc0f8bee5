// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/funneleditor.h"
#include "ui/session/session.h"

#include <QTimer>

namespace meitrace {

/// Edits of a funnel's definition as changes that can be taken back. Edits that follow each other at once, as
/// of a number that is being typed, are one change.
class FunnelChanges final : public QObject {
    Q_OBJECT

public:
    FunnelChanges(Session& session, FunnelEditor& editor, QObject* parent);

    /// The definition was set by something other than a hand: that is no change to take back.
    void follow();

signals:
    /// A definition came back; the editor shows it.
    void restored();

private:
    void note();
    void restore(const FunnelOptions& options);

    Session& m_session;
    FunnelEditor& m_editor;
    FunnelOptions m_before;
    QTimer m_pause;
};

}  // namespace meitrace

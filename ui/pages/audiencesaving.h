// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QString>

#include <functional>
#include <string>

class QWidget;

namespace meitrace {

/// Asks for a name and saves these customers as a frozen audience; a toast of the window says how it went.
/// members: of the session's snapshot; name: what is proposed
/// done: gets the name under which they were saved; runs before the toast
void askAndSaveAudience(Session& session, QWidget* parent, const Bitset& members, const QString& name,
                        std::function<void(const std::string& name)> done = {});

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QCoreApplication>

namespace meitrace::test {

/// Waits until nothing runs any more, also what the end of one job starts.
inline void settle(Session& session)
{
    for (int i = 0; i < 4; ++i) {
        session.jobs().waitForAll();
        QCoreApplication::processEvents();
    }
}

}  // namespace meitrace::test

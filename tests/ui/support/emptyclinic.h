// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "tests/ui/support/settling.h"

#include <memory>
#include <string>

namespace meitrace::test {

/// A workspace with nothing in it, made in this place and open. Ask isOpen() before using it.
inline std::unique_ptr<Session> emptySession(const std::string& path)
{
    auto session = std::make_unique<Session>();
    if (Workspace::create(path, {})) {
        session->open(QString::fromStdString(path));
        settle(*session);
    }
    return session;
}

}  // namespace meitrace::test

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scratch.h"
#include "ui/session/session.h"

#include <QLocale>

#include <memory>

namespace meitrace::test {

/// The demo clinic, made in this folder and open, in English. Ask isOpen() before using it.
inline std::unique_ptr<Session> demoSession(const Scratch& folder)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    auto session = std::make_unique<Session>();
    session->openDemo(QString::fromStdString(folder.path("clinic.meitrace")));
    session->jobs().waitForAll();
    return session;
}

}  // namespace meitrace::test

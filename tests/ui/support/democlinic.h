// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/democopy.h"
#include "ui/session/session.h"

#include <QLocale>

#include <memory>

namespace meitrace::test {

/// The demo clinic, in this folder and open, in English. Ask isOpen() before using it.
inline std::unique_ptr<Session> demoSession(const Scratch& folder)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    auto session = std::make_unique<Session>();
    if (copyDemoClinic(folder.path("clinic.meitrace"), folder.path("clinic-files"))) {
        session->open(QString::fromStdString(folder.path("clinic.meitrace")));
        session->jobs().waitForAll();
    }
    return session;
}

}  // namespace meitrace::test

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/theme/theme.h"

#include <QApplication>

/// As tests/support/testmain.cpp, with widgets; offscreen unless the environment names another platform.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    meitrace::Theme::current().install(app);
    return meitrace::test::runTests(argc, argv);
}

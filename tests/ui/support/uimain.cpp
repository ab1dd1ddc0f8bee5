// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTranslator>

/// As tests/support/testmain.cpp, with widgets; offscreen unless the environment names another platform.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    meitrace::Theme::current().install(app);
    // The forms of one and of many in English, where the folder of the build has them
    QTranslator english;
    if (english.load(qEnvironmentVariable("MEITRACE_QM_EN"))) {
        QApplication::installTranslator(&english);
    }
    return meitrace::test::runTests(argc, argv);
}

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace meitrace {

/// "meitrace" alone or with a workspace opens the window; is there a screen for it?
bool wantsWindow(const QStringList& arguments);
/// "screenshot W PAGE OUT.png" draws a page without a screen.
bool wantsScreenshot(const QStringList& arguments);

/// Both make the application themselves and return the exit code.
int runWindow(int& argc, char** argv);
int runScreenshot(int& argc, char** argv);

/// Names under which settings are kept.
void nameApplication();

}  // namespace meitrace

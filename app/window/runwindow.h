// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace meitrace {

/// "meitrace" alone or with a workspace opens the window; is there a screen for it?
bool wantsWindow(const QStringList& arguments);
/// Makes the application itself and returns its exit code.
int runWindow(int& argc, char** argv);

/// Names under which settings are kept.
void nameApplication();

}  // namespace meitrace

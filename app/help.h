// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"

#include <QString>

class QCommandLineParser;

namespace meitrace {

/// Declares the command's own options and those every command has.
void declareOptions(const CommandSpec& command, QCommandLineParser& parser);
/// One sentence that says how the command is called.
QString usageText(const CommandSpec& command);
/// Options with defaults, and an example.
QString helpText(const CommandSpec& command);
/// All commands with a line each.
QString overviewText();
QString unknownCommandText(const QString& name);

}  // namespace meitrace

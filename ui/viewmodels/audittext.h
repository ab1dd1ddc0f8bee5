// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace meitrace {

/// Lines of the log of a workspace in the chosen language. What has no words of its own stays as it was
/// written.

/// "Import" for "import"
QString auditActionText(std::string_view action);
/// "File 20" for "batch 20"
QString auditObjectText(std::string_view object);
/// "web events, 44,304 rows" for "web_event, rows 44304"
QString auditDetailText(std::string_view detail);

}  // namespace meitrace

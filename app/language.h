// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace meitrace {

/// "zh_CN" or "en": what the system speaks.
QString systemLanguage();
/// Value of --lang among the arguments; empty without one.
QString languageOption(const QStringList& arguments);
/// Installs the translation and the ways of writing numbers and dates; every open window is told. Unknown
/// languages are English.
void setLanguage(const QString& language);
/// The one set last
QString currentLanguage();

}  // namespace meitrace

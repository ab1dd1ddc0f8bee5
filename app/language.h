// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace meitrace {

/// "zh_CN" or "en": what the system speaks.
QString systemLanguage();
/// Value of an option among the arguments, for what must be known before they are parsed; empty without one.
QString optionValue(const QStringList& arguments, const char* option);
/// Installs the translation and the ways of writing numbers and dates; every open window is told. Unknown
/// languages are English.
void setLanguage(const QString& language);
/// The one set last
QString currentLanguage();

}  // namespace meitrace

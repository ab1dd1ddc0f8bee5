// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The few words that general widgets need by themselves. Everything else comes in translated.
namespace meitrace::words {

QString cancel();
QString clear();
QString search();
QString close();
QString dismiss();
QString help();
QString remove();

}  // namespace meitrace::words

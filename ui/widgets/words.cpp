// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace meitrace::words {

QString cancel()
{
    return QCoreApplication::translate("Widgets", "Cancel");
}

QString clear()
{
    return QCoreApplication::translate("Widgets", "Clear");
}

QString search()
{
    return QCoreApplication::translate("Widgets", "Search");
}

QString close()
{
    return QCoreApplication::translate("Widgets", "Close");
}

QString dismiss()
{
    return QCoreApplication::translate("Widgets", "Dismiss");
}

QString help()
{
    return QCoreApplication::translate("Widgets", "Help");
}

QString remove()
{
    return QCoreApplication::translate("Widgets", "Remove");
}

}  // namespace meitrace::words

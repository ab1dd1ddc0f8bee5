// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/fieldtext.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"

namespace meitrace {

QString fieldValueText(EventField field, std::string_view value)
{
    return field == EventField::Channel ? channelName(value)
        : field == EventField::Item     ? itemName(value)
                                        : fromUtf8(value);
}

}  // namespace meitrace

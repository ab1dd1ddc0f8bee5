// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the commands of the month's end; each runs from a file of its own.
#include "app/commands/commands.h"

#include <QCoreApplication>

namespace meitrace {

std::vector<CommandSpec> monthEndCommands()
{
    return {
        {"recipe",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help",
                           "Cleaning rules: what they are, what they changed, loaded files read again"),
         "meitrace recipe clinic.meitrace --kind his_billing --add "
         "'{\"name\":\"old name\",\"field\":\"item_name\",\"if\":\"equals\",\"text\":\"IPL\","
         "\"do\":\"set_to\",\"value\":\"photon\"}'",
         {{"kind", "KIND", QT_TRANSLATE_NOOP("Help", "Kind of file of the rule to add"), ""},
          {"add", "JSON", QT_TRANSLATE_NOOP("Help", "Add a rule behind the others"), ""},
          {"switch", "RULE", QT_TRANSLATE_NOOP("Help", "Switch a rule off, or on again"), ""},
          {"up", "RULE", QT_TRANSLATE_NOOP("Help", "Let a rule work before the one above it"), ""},
          {"remove", "RULE", QT_TRANSLATE_NOOP("Help", "Remove a rule"), ""},
          {"diff", "RULE", QT_TRANSLATE_NOOP("Help", "List the cells a rule changed"), ""},
          {"dry-run", "", QT_TRANSLATE_NOOP("Help", "Only say what would change in the loaded files"), ""},
          {"apply", "", QT_TRANSLATE_NOOP("Help", "Read loaded files again with the rules as they are now"),
           ""}},
         runRecipe},
        {"reconcile",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "Totals the files state against their rows, and balances of cards"),
         "meitrace reconcile clinic.meitrace",
         {},
         runReconcile},
        {"names",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help",
                           "Names of items and channels that are not known, and what they perhaps mean"),
         "meitrace names clinic.meitrace",
         {},
         runNames},
        {"diary",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "What every load changed, also in figures of the past"),
         "meitrace diary clinic.meitrace --json",
         {{"limit", "N", QT_TRANSLATE_NOOP("Help", "So many entries, the newest first"), "50"}},
         runDiary},
    };
}

}  // namespace meitrace

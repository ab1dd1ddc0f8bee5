// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the analysis commands; each runs from a file of its own.
#include "app/commands/commands.h"
#include "app/commands/saving.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

CommandSpec funnelSpec(const OptionSpec& members, const OptionSpec& save, const OptionSpec& note)
{
    return {
        "funnel",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "How far customers go along a chain of steps"),
        "meitrace funnel clinic.meitrace --steps lead,booking_create,arrive,deal --window 90d --split "
        "channel",
        {{"steps", "a,b,c",
          QT_TRANSLATE_NOOP("Help", "2 to 20 steps: an event, a|b for either, filters in brackets"), ""},
         {"unit", "customer|session|visit", QT_TRANSLATE_NOOP("Help", "What is counted"), "customer"},
         {"window", "SPAN",
          QT_TRANSLATE_NOOP("Help",
                            "From first to last step, or none; one span per step after the first with "
                            "commas; session or visit"),
          "90d"},
         {"mode", "ordered|strict|any|anchored", QT_TRANSLATE_NOOP("Help", "Order of the steps"), "ordered"},
         {"entry", "best|first|every|session", QT_TRANSLATE_NOOP("Help", "Which entries count"), "best"},
         {"exclude", "x@2-3", QT_TRANSLATE_NOOP("Help", "Events that must not happen between two steps"), ""},
         {"policy", "clean|end|drop", QT_TRANSLATE_NOOP("Help", "What an excluded event does"), "clean"},
         {"optional", "2,3", QT_TRANSLATE_NOOP("Help", "Steps that never block"), ""},
         {"open-entry", "", QT_TRANSLATE_NOOP("Help", "A chain may begin at any step"), ""},
         {"hold", "item,store", QT_TRANSLATE_NOOP("Help", "Must stay the same along the chain"), ""},
         {"count-hold-values", "", QT_TRANSLATE_NOOP("Help", "Each held value is counted by itself"), ""},
         {"visible", "a,b", QT_TRANSLATE_NOOP("Help", "Events a strict chain sees; all by default"), ""},
         {"anchors", "1,3", QT_TRANSLATE_NOOP("Help", "Steps that keep their place in mode anchored"), "1"},
         {"split", "FIELD",
          QT_TRANSLATE_NOOP("Help",
                            "Break down by an event field, an attribute of the customer, hour_block, "
                            "opening:10-20, weekday, first_reply, booked_ahead or first_visit"),
          ""},
         {"attribution", "first|last|step:N",
          QT_TRANSLATE_NOOP("Help", "Which event of the chain gives the value of the split"), "first"},
         {"tolerance", "SECONDS", QT_TRANSLATE_NOOP("Help", "Exact events so close count in either order"),
          "0"},
         {"gap", "SPAN", QT_TRANSLATE_NOOP("Help", "Pause that ends a session"), "30min"},
         members,
         save,
         note},
        runFunnel};
}

CommandSpec kpiSpec(const OptionSpec& members, const OptionSpec& save, const OptionSpec& note)
{
    return {
        "kpi",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "The clinic's figures of a month against the month or the year before"),
        "meitrace kpi clinic.meitrace --month 2026-06 --by channel --compare year",
        {{"month", "YYYY-MM", QT_TRANSLATE_NOOP("Help", "Which month; up to the as-of day"),
          "that of the as-of day"},
         {"by", "store|staff|channel", QT_TRANSLATE_NOOP("Help", "The same figures for each of these"), ""},
         {"compare", "previous|year",
          QT_TRANSLATE_NOOP("Help", "With the month before, or the month a year before"), "previous"},
         {"roi-days", "N", QT_TRANSLATE_NOOP("Help", "ROI counts what was paid within N days of the lead"),
          "30"},
         members,
         save,
         note},
        runKpi};
}

CommandSpec rfmSpec(const OptionSpec& members, const OptionSpec& save, const OptionSpec& note)
{
    return {
        "rfm",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "Recency, frequency and money of every customer, and their segments"),
        "meitrace rfm clinic.meitrace --grid eleven --members rfm.csv",
        {{"window", "24mo|all", QT_TRANSLATE_NOOP("Help", "How far back purchases count"), "24mo"},
         {"method", "auto|quantile|fixed|breaks",
          QT_TRANSLATE_NOOP("Help", "How scores are cut; auto: quantiles for R and M, fixed for F"), "auto"},
         {"frequency", "visits|orders|treatments", QT_TRANSLATE_NOOP("Help", "What F counts"), "visits"},
         {"value", "cash|delivered|margin", QT_TRANSLATE_NOOP("Help", "Whose money M adds up"), "cash"},
         {"bins", "N", QT_TRANSLATE_NOOP("Help", "Scores run from 1 to N"), "5"},
         {"grid", "eight|eleven", QT_TRANSLATE_NOOP("Help", "Which segments"), "eight"},
         {"threshold", "median|mean", QT_TRANSLATE_NOOP("Help", "What counts as good in the eight segments"),
          "median"},
         members,
         save,
         note},
        runRfm};
}

}  // namespace

std::vector<CommandSpec> analysisCommands()
{
    const OptionSpec members {"members", "FILE.csv",
                              QT_TRANSLATE_NOOP("Help", "Write the customers behind the figures"), ""};
    const std::vector<OptionSpec> saving = savingOptions();
    const OptionSpec& save = saving[0];
    const OptionSpec& note = saving[1];
    return {
        funnelSpec(members, save, note),
        kpiSpec(members, save, note),
        rfmSpec(members, save, note),
        {"analyses",
         "W [list|show|recompute|rename|delete] [NAME] [NEW]",
         1,
         4,
         QT_TRANSLATE_NOOP("Help", "Saved analyses, and their figures beside those of the data now"),
         "meitrace analyses clinic.meitrace recompute \"monthly funnel\"",
         {{"keep", "",
           QT_TRANSLATE_NOOP("Help", "With recompute: keep the new figures instead of the old ones"), ""}},
         runAnalyses},
        {"audience",
         "W [NAME]",
         1,
         2,
         QT_TRANSLATE_NOOP("Help", "Counts, explains and saves the customers a rule holds for"),
         "meitrace audience clinic.meitrace due --where 'did treat[item=BTX-UPPER] last 180d AND "
         "reachable(wechat)'",
         {{"freeze", "", QT_TRANSLATE_NOOP("Help", "Save these members instead of the rule alone"), ""},
          {"why", "CUSTOMER", QT_TRANSLATE_NOOP("Help", "Why this customer is in or out"), ""},
          {"list", "", QT_TRANSLATE_NOOP("Help", "List the saved audiences"), ""},
          members},
         runAudience},
        {"persona",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "What sets a group apart from the rest"),
         "meitrace persona clinic.meitrace --of 'rfm.segment = champions'",
         {{"of", "RULE",
           QT_TRANSLATE_NOOP("Help", "Audience rule, or the name of a saved audience or an RFM segment"), ""},
          save,
          note},
         runPersona},
    };
}

}  // namespace meitrace

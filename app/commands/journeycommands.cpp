// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the commands about ways and coming back.
#include "app/commands/commands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

namespace meitrace {

namespace {

std::vector<OptionSpec> wayOptions(std::vector<OptionSpec> own)
{
    own.insert(own.end(),
               {{"events", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Which events are steps"), "*"},
                {"unit", "customer|session|visit", QT_TRANSLATE_NOOP("Help", "What is counted"), "customer"},
                {"repeats", "collapse|keep|first",
                 QT_TRANSLATE_NOOP("Help", "What happens to repeated steps"), "collapse"},
                {"gap", "SPAN", QT_TRANSLATE_NOOP("Help", "Pause that ends a session"), "30min"}});
    return own;
}

CommandSpec trendSpec()
{
    return {"trend",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP("Help", "Events period by period: how many, by whom, for how much"),
            "meitrace trend clinic.meitrace --event bill --measure sum --compare year",
            {{"event", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Which events count"), "*"},
             {"measure", "events|customers|per_customer|sum|mean|percentile",
              QT_TRANSLATE_NOOP("Help", "What a period comes to"), "events"},
             {"percent", "N", QT_TRANSLATE_NOOP("Help", "Which percentile of the amounts"), "50"},
             {"unit", "day|week|month|quarter|year", QT_TRANSLATE_NOOP("Help", "Periods"), "month"},
             {"compare", "none|previous|year", QT_TRANSLATE_NOOP("Help", "What stands beside it"), "none"},
             {"split", "FIELD", QT_TRANSLATE_NOOP("Help", "One series per value of this field"), ""},
             {"top", "N", QT_TRANSLATE_NOOP("Help", "Series shown; the rest is one \"other\""), "5"}},
            runTrend};
}

std::vector<CommandSpec> occurrenceSpecs()
{
    return {
        {"distribution",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "How often customers did something, or for how much"),
         "meitrace distribution clinic.meitrace --event arrive --of days",
         {{"event", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Which events count"), "*"},
          {"of", "times|days|hours|amount", QT_TRANSLATE_NOOP("Help", "What is added up"), "times"}},
         runDistribution},
        {"intervals",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "How long it takes from one event to the next"),
         "meitrace intervals clinic.meitrace --from-event lead --to-event arrive",
         {{"from-event", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Event that begins"), "*"},
          {"to-event", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Event that ends it"), "that of --from-event"}},
         runIntervals},
        {"heatmap",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "When in the week events happen, by the hour"),
         "meitrace heatmap clinic.meitrace --event lead",
         {{"event", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Which events count"), "*"}},
         runHeatmap}};
}

CommandSpec attributionSpec()
{
    return {
        "attribution",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "Which channels brought the conversions, by all models side by side"),
        "meitrace attribution clinic.meitrace --conversion deal --window 90d",
        {{"conversion", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Event that is a conversion"), "deal"},
         {"touch", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Which events with a channel are touches"),
          "what customers do themselves"},
         {"window", "DAYS", QT_TRANSLATE_NOOP("Help", "How long before a conversion touches count"), "90d"},
         {"money-days", "DAYS",
          QT_TRANSLATE_NOOP("Help", "How long from the conversion on money counts for it"), "90d"},
         {"scope", "first|all|repeat", QT_TRANSLATE_NOOP("Help", "Which conversions of a customer count"),
          "first"},
         {"all-touches", "", QT_TRANSLATE_NOOP("Help", "Also touches from before the conversion before"), ""},
         {"repeats", "collapse|keep|first",
          QT_TRANSLATE_NOOP("Help", "What happens to repeated touches of a channel"), "collapse"},
         {"direct", "last_non_direct|drop|keep", QT_TRANSLATE_NOOP("Help", "What direct visits may take"),
          "last_non_direct"},
         {"half-life", "DAYS", QT_TRANSLATE_NOOP("Help", "Of time decay"), "14d"},
         {"position", "FIRST,LAST",
          QT_TRANSLATE_NOOP("Help", "Percent for the first and the last touch by position"), "40,40"},
         {"order", "N", QT_TRANSLATE_NOOP("Help", "Channels the Markov chain looks back, 1 to 4"), "1"},
         {"members", "FILE.csv", QT_TRANSLATE_NOOP("Help", "Write the customers behind the figures"), ""}},
        runAttribution};
}

CommandSpec channelsSpec()
{
    return {
        "channels",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "What each channel cost, and what became of its leads"),
        "meitrace channels clinic.meitrace --from 2026-03-01 --to 2026-03-31",
        {{"months", "N", QT_TRANSLATE_NOOP("Help", "Leads of so many months up to the last day"), "12"},
         {"net-days", "DAYS", QT_TRANSLATE_NOOP("Help", "How long from the lead on money counts"), "90d"},
         {"repurchase-days", "DAYS",
          QT_TRANSLATE_NOOP("Help", "How long after the first purchase a second one counts"), "180d"},
         {"members", "FILE.csv", QT_TRANSLATE_NOOP("Help", "Write the customers behind the figures"), ""}},
        runChannels};
}

std::vector<CommandSpec> webSpecs()
{
    return {{"sessions",
             "W",
             1,
             1,
             QT_TRANSLATE_NOOP("Help", "Sessions or visits: how deep, how long, where they begin and end"),
             "meitrace sessions clinic.meitrace --by page --include-anonymous",
             {{"unit", "session|visit", QT_TRANSLATE_NOOP("Help", "What is counted"), "session"},
              {"events", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Which events count"), "those of the web"},
              {"by", "type|page|item|channel|device|campaign|detail",
               QT_TRANSLATE_NOOP("Help", "What events are named by"), "type"},
              {"top", "N", QT_TRANSLATE_NOOP("Help", "Names shown; the rest is one \"other\""), "20"},
              {"gap", "SPAN", QT_TRANSLATE_NOOP("Help", "Pause that ends a session"), "30min"},
              {"cut-at-campaign", "", QT_TRANSLATE_NOOP("Help", "A new campaign starts a new session"), ""}},
             runSessions},
            {"web",
             "W",
             1,
             1,
             QT_TRANSLATE_NOOP("Help",
                               "Pages and searched words: views, time, where people leave, what they book"),
             "meitrace web clinic.meitrace --channel minipro --include-anonymous",
             {{"channel", "C", QT_TRANSLATE_NOOP("Help", "Only events of this channel"), ""},
              {"top", "N", QT_TRANSLATE_NOOP("Help", "Names shown; the rest is one \"other\""), "20"},
              {"gap", "SPAN", QT_TRANSLATE_NOOP("Help", "Pause that ends a session"), "30min"}},
             runWeb}};
}

CommandSpec campaignsSpec()
{
    return {"campaigns",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP("Help", "Campaigns: whom they reached, what came behind them, what they cost"),
            "meitrace campaigns clinic.meitrace --from 2026-01-01 --follow 30d",
            {{"follow", "DAYS",
              QT_TRANSLATE_NOOP("Help", "How long behind the first contact arrivals and deals count"), "30d"},
             {"net-days", "DAYS",
              QT_TRANSLATE_NOOP("Help", "How long from the first contact on money counts"), "90d"}},
            runCampaigns};
}

CommandSpec monitorSpec()
{
    return {"monitor",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP("Help", "Days and weeks that were not what the time before let expect"),
            "meitrace monitor clinic.meitrace --days 60d",
            {{"days", "DAYS", QT_TRANSLATE_NOOP("Help", "How many of the latest days are looked at"), "28d"}},
            runMonitor};
}

CommandSpec painSpec()
{
    return {
        "pain",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "Where customers are lost beyond the usual, and how much is at stake"),
        "meitrace pain clinic.meitrace --window 30d --by hour_block,first_reply,staff",
        {{"steps", "a,b,c", QT_TRANSLATE_NOOP("Help", "Steps of the way"),
          "the usual ones from lead to deal"},
         {"window", "SPAN", QT_TRANSLATE_NOOP("Help", "From first to last step"), "30d"},
         {"by", "KEYS",
          QT_TRANSLATE_NOOP(
              "Help",
              "What customers are told apart by: event fields, hour_block, opening:10-20, weekday, "
              "first_reply, booked_ahead, first_visit, attributes"),
          "all but opening and attributes"},
         {"money-days", "DAYS", QT_TRANSLATE_NOOP("Help", "How long from passing a step on money counts"),
          "90d"},
         {"support", "N", QT_TRANSLATE_NOOP("Help", "Fewest customers of a group"), "30"},
         {"members", "FILE.csv", QT_TRANSLATE_NOOP("Help", "Write the customers behind the figures"), ""}},
        runPain};
}

CommandSpec feedbackSpec()
{
    return {
        "feedback",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "How satisfied customers are with what and whom, and who still waits"),
        "meitrace feedback clinic.meitrace --by item --from 2026-01-01",
        {{"by", "item|staff|store|week", QT_TRANSLATE_NOOP("Help", "What answers are told apart by"),
          "item, staff and store"},
         {"source", "all|survey|call", QT_TRANSLATE_NOOP("Help", "Whose answers count"), "all"},
         {"back", "DAYS", QT_TRANSLATE_NOOP("Help", "An answer is about treatments at most so long before"),
          "30d"},
         {"open", "DAYS", QT_TRANSLATE_NOOP("Help", "Low answers of so many days still wait for a call"),
          "90d"},
         {"come-back", "DAYS", QT_TRANSLATE_NOOP("Help", "Who buys within so many days came back"), "180d"},
         {"members", "FILE.csv", QT_TRANSLATE_NOOP("Help", "Write the customers behind the figures"), ""}},
        runFeedback};
}

CommandSpec patternsSpec()
{
    return {
        "patterns",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help",
                          "Sequences that those who reach an outcome have more often than the others"),
        "meitrace patterns clinic.meitrace --outcome arrive --longest 3",
        {{"outcome", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Event that the sequences lead to"), "deal"},
         {"events", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Which events are steps"), "*"},
         {"repeats", "collapse|keep|first", QT_TRANSLATE_NOOP("Help", "What happens to repeated steps"),
          "collapse"},
         {"by", "FIELD", QT_TRANSLATE_NOOP("Help", "Steps are told apart by this field too"), ""},
         {"leave-out", "TYPES", QT_TRANSLATE_NOOP("Help", "Kinds of event that are no step"),
          "consent_given,consent_withdrawn"},
         {"longest", "N", QT_TRANSLATE_NOOP("Help", "Steps of a sequence, 1 to 6"), "4"},
         {"support", "PERCENT", QT_TRANSLATE_NOOP("Help", "Fewest customers of all who hold it"), "1"},
         {"common", "PERCENT",
          QT_TRANSLATE_NOOP("Help", "Steps of so many of those who reached it are stages, and passed over"),
          "80"},
         {"top", "N", QT_TRANSLATE_NOOP("Help", "Sequences listed, 1 to 500"), "50"},
         {"members", "FILE.csv", QT_TRANSLATE_NOOP("Help", "Write the customers behind the figures"), ""}},
        runPatterns};
}

CommandSpec retentionSpec()
{
    return {"retention",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP("Help", "Retention: who came back, period by period after the first time"),
            "meitrace retention clinic.meitrace --entry treat --unit month --periods 12",
            {{"entry", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Event that puts a customer into a cohort"),
              "arrive"},
             {"return", "PREDICATE", QT_TRANSLATE_NOOP("Help", "Event that counts as coming back"),
              "that of --entry"},
             {"unit", "day|week|month|quarter|year|cycle", QT_TRANSLATE_NOOP("Help", "Periods"), "month"},
             {"periods", "N", QT_TRANSLATE_NOOP("Help", "Columns after period 0, 1 to 60"), "12"},
             {"cycle", "DAYS", QT_TRANSLATE_NOOP("Help", "Columns of so many days from each entry"), ""},
             {"criterion", "on|on_or_after|on_or_before|streak|brackets:0-30,31-90",
              QT_TRANSLATE_NOOP("Help", "When a customer counts as retained in a column"), "on"},
             {"rolling", "", QT_TRANSLATE_NOOP("Help", "Periods begin with the entry, not with the calendar"),
              ""},
             {"first-ever", "",
              QT_TRANSLATE_NOOP("Help", "The first such event ever enters a cohort (as is usual)"), ""},
             {"first-in-range", "",
              QT_TRANSLATE_NOOP("Help", "The first event on the days asked for, not the first ever"), ""},
             {"every", "", QT_TRANSLATE_NOOP("Help", "Every such event enters a cohort, not only the first"),
              ""}},
            runRetention};
}

CommandSpec lifecycleSpec()
{
    return {"lifecycle",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP(
                "Help", "Life cycle: new, returning, resurrected, dormant and lost customers per period"),
            "meitrace lifecycle clinic.meitrace --period quarter",
            {{"event", "PREDICATE", QT_TRANSLATE_NOOP("Help", "What counts as active"), "bill | treat"},
             {"period", "day|week|month|quarter|year", QT_TRANSLATE_NOOP("Help", "Periods"), "quarter"},
             {"lost-after", "N",
              QT_TRANSLATE_NOOP("Help", "Periods of absence after which a customer is lost"), "4"}},
            runLifecycle};
}

CommandSpec stickinessSpec()
{
    return {"stickiness",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP("Help", "Stickiness: in how many periods of a range customers were active"),
            "meitrace stickiness clinic.meitrace --event page_view --interval week",
            {{"event", "PREDICATE", QT_TRANSLATE_NOOP("Help", "What counts as active"), "page_view"},
             {"interval", "day|week|month|quarter|year", QT_TRANSLATE_NOOP("Help", "Periods"), "week"},
             {"range", "day|week|month|quarter|year",
              QT_TRANSLATE_NOOP("Help", "The period that ends the range and is looked at from its first day"),
              ""},
             {"open-days", "",
              QT_TRANSLATE_NOOP("Help", "Only periods in which at least one customer was active"), ""}},
            runStickiness};
}

}  // namespace

std::vector<CommandSpec> journeyCommands()
{
    std::vector<CommandSpec> list {
        {"paths", "W", 1, 1,
         QT_TRANSLATE_NOOP("Help",
                           "The paths customers took: their first steps, or those between two events"),
         "meitrace paths clinic.meitrace --start lead --end deal --steps 6",
         wayOptions(
             {{"start", "E", QT_TRANSLATE_NOOP("Help", "Where a path begins"), ""},
              {"end", "E", QT_TRANSLATE_NOOP("Help", "Where it ends; without a start: the steps before it"),
               ""},
              {"via", "a,b", QT_TRANSLATE_NOOP("Help", "Steps it must pass through"), ""},
              {"match", "first|last|each",
               QT_TRANSLATE_NOOP("Help", "Which occurrence of the start opens a path"), "first"},
              {"steps", "N", QT_TRANSLATE_NOOP("Help", "Columns, 2 to 12"), "6"},
              {"top", "N", QT_TRANSLATE_NOOP("Help", "Names per column; the rest is one \"other\""), "8"},
              {"only-complete", "", QT_TRANSLATE_NOOP("Help", "Only paths that reach the end"), ""}}),
         runPaths},
        {"process", "W", 1, 1,
         QT_TRANSLATE_NOOP("Help",
                           "The process view: what follows what, how long it waits, and the variants"),
         "meitrace process clinic.meitrace --events 'lead | booking_create | arrive | deal'",
         wayOptions(
             {{"activities", "N",
               QT_TRANSLATE_NOOP("Help", "Activities shown, 2 to 60; the rest is one \"other\""), "40"},
              {"variants", "N", QT_TRANSLATE_NOOP("Help", "Variants listed"), "20"}}),
         runProcess},
        retentionSpec(),
        lifecycleSpec(),
        stickinessSpec(),
        painSpec(),
        patternsSpec(),
        feedbackSpec(),
        attributionSpec(),
        channelsSpec(),
        campaignsSpec(),
        monitorSpec(),
        trendSpec(),
    };
    for (std::vector<CommandSpec> specs : {occurrenceSpecs(), webSpecs()}) {
        std::move(specs.begin(), specs.end(), std::back_inserter(list));
    }
    return list;
}

}  // namespace meitrace

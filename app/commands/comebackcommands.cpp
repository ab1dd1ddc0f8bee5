// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// retention, lifecycle, stickiness: who comes back
#include "analytics/journey/lifecycle.h"
#include "analytics/journey/retention.h"
#include "analytics/stats/survival.h"
#include "app/commands/choosing.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <charconv>

namespace meitrace {

namespace {

struct ComeBack {
    Q_DECLARE_TR_FUNCTIONS(ComeBack)
};

using Align = TextTable::Align;
using UnitName = std::pair<const char*, PeriodUnit>;

constexpr std::array<UnitName, 5> kUnits {{{"day", PeriodUnit::Days},
                                           {"week", PeriodUnit::Weeks},
                                           {"month", PeriodUnit::Months},
                                           {"quarter", PeriodUnit::Quarters},
                                           {"year", PeriodUnit::Years}}};

Status readEvents(const CommandContext& context, const char* option, const char* standard,
                  EventPredicate& out)
{
    Result<EventPredicate> events
        = parseEventPredicate(context.isSet(option) ? context.value(option) : std::string(standard));
    if (!events) {
        return events.error();
    }
    out = *std::move(events);
    return Done {};
}

/// "0-30,31-90"
Result<std::vector<DayBracket>> bracketsOf(std::string_view text)
{
    std::vector<DayBracket> brackets;
    const char* at = text.data();
    const char* end = at + text.size();
    while (at != end) {
        DayBracket& bracket = brackets.emplace_back();
        const auto first = std::from_chars(at, end, bracket.from);
        const bool dash = first.ec == std::errc {} && first.ptr != end && *first.ptr == '-';
        const auto last = dash ? std::from_chars(first.ptr + 1, end, bracket.to) : first;
        if (!dash || last.ec != std::errc {} || (last.ptr != end && *last.ptr != ',')) {
            return badOption("criterion", std::string(text), "brackets:0-30,31-90");
        }
        at = last.ptr == end ? end : last.ptr + 1;
    }
    return brackets;
}

Status readCriterion(const CommandContext& context, RetentionOptions& options)
{
    const std::string text = context.value("criterion");
    constexpr std::string_view kBrackets = "brackets:";
    if (text.starts_with(kBrackets)) {
        Result<std::vector<DayBracket>> brackets
            = bracketsOf(std::string_view(text).substr(kBrackets.size()));
        if (!brackets) {
            return brackets.error();
        }
        options.brackets = *std::move(brackets);
        return Done {};
    }
    using Criterion = std::pair<const char*, RetentionCriterion>;
    return choose(context, "criterion",
                  std::array {Criterion {"on", RetentionCriterion::On},
                              Criterion {"on_or_after", RetentionCriterion::OnOrAfter},
                              Criterion {"on_or_before", RetentionCriterion::OnOrBefore},
                              Criterion {"streak", RetentionCriterion::Streak}},
                  options.criterion);
}

/// A cycle is no unit of the calendar: its days are said beside it.
Status readUnit(const CommandContext& context, const RetentionOptions& options, PeriodUnit& unit)
{
    if (context.value("unit") != "cycle") {
        return choose(context, "unit", kUnits, unit);
    }
    return options.cycleDays > 0 ? Status(Done {})
                                 : Status(badOption("unit", "cycle", "--cycle DAYS says how long it is"));
}

Status readRetention(const CommandContext& context, RetentionOptions& options)
{
    const Result<std::int64_t> columns = context.integer("periods", 12);
    const Result<std::int64_t> cycle = context.integer("cycle", 0);
    const Result<Day> from = context.day("from", kMissingDay);
    const Result<Day> to = context.day("to", kMissingDay);
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    if (!columns || !cycle) {
        return columns ? cycle.error() : columns.error();
    }
    for (const Result<Day>* day : {&from, &to, &asOf}) {
        if (!*day) {
            return day->error();
        }
    }
    options.columns = static_cast<int>(*columns);
    options.cycleDays = static_cast<int>(*cycle);
    options.from = *from;
    options.to = *to;
    options.asOf = *asOf;
    options.includeAnonymous = context.isSet("include-anonymous");
    options.alignment
        = context.isSet("rolling") || *cycle > 0 ? RetentionAlignment::Rolling : RetentionAlignment::Calendar;
    if (context.isSet("every") + context.isSet("first-in-range") + context.isSet("first-ever") > 1) {
        return badOption("every", {}, "one of --first-ever, --first-in-range, --every");
    }
    options.entryRule = context.isSet("every") ? RetentionEntry::Every
        : context.isSet("first-in-range")      ? RetentionEntry::FirstInRange
                                               : RetentionEntry::FirstEver;
    Status status = readEvents(context, "entry", "arrive", options.entry);
    status = status
        ? readEvents(context, "return", context.isSet("entry") ? context.value("entry").c_str() : "arrive",
                     options.comeBack)
        : status;
    status = status ? readUnit(context, options, options.unit) : status;
    return status ? readCriterion(context, options) : status;
}

Json cellJson(const RetentionCell& cell, std::size_t period)
{
    return {{"period", period},
            {"customers", cell.returned},
            {"mature_customers", cell.mature},
            {"mature_returned", cell.matureReturned},
            {"rate", numberOrNull(proportion(cell.matureReturned, cell.mature))}};
}

Json rowJson(const RetentionRow& row)
{
    Json json {{"start", isoDate(row.start)}, {"size", row.size}, {"cells", Json::array()}};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        json["cells"].push_back(cellJson(row.cells[i], i));
        json["cells"].back()["mature"] = row.cells[i].mature == row.size;
    }
    return json;
}

QString cellText(const RetentionCell& cell, Index size)
{
    if (cell.mature == 0) {
        return QStringLiteral("-");
    }
    return percentText(proportion(cell.matureReturned, cell.mature))
        + (cell.mature < size ? QStringLiteral("*") : QString());
}

QString retentionText(const RetentionResult& result, const RetentionOptions& options)
{
    const RetentionGroup& all = result.groups.front();
    QStringList header {ComeBack::tr("From"), ComeBack::tr("Customers")};
    for (std::size_t i = 0; i < all.total.cells.size(); ++i) {
        header << (options.brackets.empty()
                       ? QString::number(i)
                       : QStringLiteral("%1-%2").arg(options.brackets[i].from).arg(options.brackets[i].to));
    }
    TextTable table(header, {Align::Left});
    for (const RetentionRow& row : all.rows) {
        QStringList cells {fromUtf8(isoDate(row.start)), countText(row.size)};
        for (const RetentionCell& cell : row.cells) {
            cells << cellText(cell, row.size);
        }
        table.row(cells);
    }
    QStringList total {ComeBack::tr("all"), countText(all.total.size)};
    for (const RetentionCell& cell : all.total.cells) {
        total << cellText(cell, all.total.size);
    }
    table.row(total);
    return table.text();
}

}  // namespace

Result<Answer> runRetention(const CommandContext& context)
{
    RetentionOptions options;
    if (Status status = readRetention(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    const Snapshot& snapshot = *opened->snapshot;
    options.population = std::move(opened->population);
    const Result<RetentionResult> result = retention(snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    const ReturnTimes& times = result->times.front();
    const std::vector<SurvivalStep> curve = kaplanMeier({times.returned, times.unseen});
    const int median = survivalQuantile(curve);
    Answer answer;
    answer.options = {{"entry", printed(options.entry)},
                      {"return", printed(options.comeBack)},
                      {"unit", std::string(periodUnitCode(options.unit))},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.includeAnonymous}};
    answer.result["cohorts"] = Json::array();
    for (const RetentionRow& row : result->groups.front().rows) {
        answer.result["cohorts"].push_back(rowJson(row));
    }
    answer.result["average"] = rowJson(result->groups.front().total)["cells"];
    answer.result["median_days_to_return"] = median < 0 ? Json() : Json(median);
    answer.used = result->entries;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.exclude("no_entry", result->noEntry);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = result->asOf;
    answer.text = retentionText(*result, options) + u'\n'
        + (median < 0 ? ComeBack::tr("Half of them have not come back yet.")
                      : ComeBack::tr("Half of them came back within %n day(s).", "", median))
        + u'\n' + ComeBack::tr("- not elapsed yet; * only of those whose time is over.") + u'\n';
    return answer;
}

Result<Answer> runLifecycle(const CommandContext& context)
{
    LifecycleOptions options;
    const Result<std::int64_t> lostAfter = context.integer("lost-after", 4);
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    if (!lostAfter || !asOf) {
        return lostAfter ? asOf.error() : lostAfter.error();
    }
    options.lostAfter = static_cast<int>(*lostAfter);
    options.asOf = *asOf;
    options.includeAnonymous = context.isSet("include-anonymous");
    Status status = readEvents(context, "event", "bill | treat", options.activity);
    status = status ? choose(context, "period", kUnits, options.unit) : status;
    if (!status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.population = std::move(opened->population);
    const Result<LifecycleResult> result = lifecycle(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer;
    answer.options = {{"event", printed(options.activity)},
                      {"period", std::string(periodUnitCode(options.unit))},
                      {"lost_after", options.lostAfter},
                      {"where", whereJson(context)}};
    TextTable table({ComeBack::tr("From"), ComeBack::tr("New"), ComeBack::tr("Returning"),
                     ComeBack::tr("Resurrected"), ComeBack::tr("Dormant"), ComeBack::tr("Away"),
                     ComeBack::tr("Lost"), ComeBack::tr("Active")},
                    {Align::Left});
    answer.result["periods"] = Json::array();
    for (const LifecyclePeriod& period : result->periods) {
        Json json {{"start", isoDate(period.start)}};
        QStringList cells {fromUtf8(isoDate(period.start))
                           + (period.mature ? QString() : QStringLiteral("*"))};
        for (std::size_t s = 0; s < kLifeStates; ++s) {
            json[std::string(lifeStateCode(static_cast<LifeState>(s)))] = period.states[s];
            cells << countText(period.states[s]);
        }
        json["active"] = period.active();
        json["newly_lost"] = period.newlyLost;
        json["mature"] = period.mature;
        cells << countText(period.active());
        answer.result["periods"].push_back(json);
        table.row(cells);
    }
    answer.used = result->customers;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.exclude("never_active", result->neverActive);
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = result->asOf;
    answer.text = table.text();
    return answer;
}

Result<Answer> runStickiness(const CommandContext& context)
{
    StickinessOptions options;
    options.includeAnonymous = context.isSet("include-anonymous");
    options.openDaysOnly = context.isSet("open-days");
    const Result<Day> from = context.day("from", kMissingDay);
    const Result<Day> to = context.day("to", kMissingDay);
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    for (const Result<Day>* day : {&from, &to, &asOf}) {
        if (!*day) {
            return day->error();
        }
    }
    Status status = readEvents(context, "event", "page_view", options.activity);
    status = status ? choose(context, "interval", kUnits, options.unit) : status;
    PeriodUnit range = PeriodUnit::Months;
    status = status ? choose(context, "range", kUnits, range) : status;
    if (!status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, *asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.to = *to != kMissingDay ? *to : *asOf;
    options.from = *from;
    if (context.isSet("range") && *from == kMissingDay) {
        const Day last = options.to != kMissingDay ? options.to : opened->snapshot->frame().asOf;
        options.from = periodStart(range, last);
    }
    options.population = std::move(opened->population);
    const Result<StickinessResult> result = stickiness(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer;
    answer.options = {{"event", printed(options.activity)},
                      {"interval", std::string(periodUnitCode(options.unit))},
                      {"from", isoDate(result->from)},
                      {"to", isoDate(result->to)}};
    TextTable table({ComeBack::tr("Periods"), ComeBack::tr("Exactly"), ComeBack::tr("At least")});
    for (std::size_t k = 0; k < result->exactly.size(); ++k) {
        table.row({QString::number(k), countText(result->exactly[k]), countText(result->atLeast[k])});
    }
    answer.result["exact"] = result->exactly;
    answer.result["at_least"] = result->atLeast;
    answer.result["periods"] = result->periods;
    answer.result["last_is_partial"] = result->lastIsPartial;
    answer.used = result->atLeast.front();
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = opened->snapshot->frame().asOf;
    answer.text = table.text();
    return answer;
}

}  // namespace meitrace

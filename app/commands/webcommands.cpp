// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// sessions, web: what people do on the web and in the clinic, session by session
#include "analytics/journey/sessions.h"
#include "analytics/stats/proportion.h"
#include "app/commands/choosing.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/sessionview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct Web {
    Q_DECLARE_TR_FUNCTIONS(Web)
};

using Align = TextTable::Align;

Status readShared(const CommandContext& context, SessionOptions& options)
{
    const Result<std::int64_t> top = context.integer("top", options.top);
    if (!top) {
        return top.error();
    }
    options.top = static_cast<int>(*top);
    if (context.isSet("gap")) {
        const Result<Duration> gap = parseDuration(context.value("gap"));
        if (!gap) {
            return gap.error();
        }
        options.gap = *gap;
    }
    options.includeAnonymous = context.isSet("include-anonymous");
    return readRange(context, options.from, options.to, options.asOf);
}

Json rowJson(const SessionResult& result, const SessionRow& row)
{
    const Json next = row.next < 0 ? Json() : Json(result.rows[static_cast<std::size_t>(row.next)].name);
    return {{"name", row.name},
            {"other", row.isOther},
            {"views", row.events},
            {"customers", row.customers},
            {"entries", row.entries},
            {"exits", row.exits},
            {"exit_rate", numberOrNull(proportion(row.exits, row.events))},
            {"bounces", row.bounces},
            {"median_dwell_s", secondsOrNull(row.medianDwell)},
            {"next", next},
            {"next_events", row.nextEvents}};
}

Json rowsJson(const SessionResult& result)
{
    Json rows = Json::array();
    for (const SessionRow& row : result.rows) {
        rows.push_back(rowJson(result, row));
    }
    return rows;
}

QString rowsText(const SessionResult& result, const SessionOptions& options)
{
    TextTable table({Web::tr("What"), Web::tr("Views"), Web::tr("Customers"), Web::tr("Stayed, middle"),
                     Web::tr("Came in here"), Web::tr("Left here"), Web::tr("Saw only this")},
                    {Align::Left});
    for (const SessionRow& row : result.rows) {
        table.row({sessionRowName(row, options), countText(row.events), countText(row.customers),
                   shortDurationText(row.medianDwell), countText(row.entries),
                   percentText(proportion(row.exits, row.events)), countText(row.bounces)});
    }
    return table.text() + u'\n' + sentencesText(sessionFindings(result, options)) + u'\n';
}

void describe(const CommandContext& context, const Snapshot& snapshot, const SessionOptions& options,
              const SessionResult& result, Answer& answer)
{
    answer.options = {{"events", printed(options.events)},
                      {"by", std::string(fieldName(options.label))},
                      {"unit", options.unit == UnitKind::Visit ? "visit" : "session"},
                      {"gap", printDuration(options.gap)},
                      {"top", options.top},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.includeAnonymous}};
    answer.result = {{"from", isoDate(result.from)},
                     {"to", isoDate(result.to)},
                     {"sessions", result.sessions},
                     {"customers", result.customers},
                     {"events", result.events},
                     {"bounces", result.bounces},
                     {"bounce_rate", numberOrNull(proportion(result.bounces, result.sessions))},
                     {"median_events", numberOrNull(result.medianEvents)},
                     {"median_duration_s", secondsOrNull(result.medianDuration)}};
    answer.used = result.customers;
    answer.exclude("not_selected", result.notSelected);
    answer.exclude("anonymous", result.anonymous);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = result.asOf;
}

}  // namespace

Result<Answer> runSessions(const CommandContext& context)
{
    using Unit = std::pair<const char*, UnitKind>;
    SessionOptions options;
    Status status = readShared(context, options);
    status = status
        ? choose(context, "unit",
                 std::array {Unit {"session", UnitKind::Session}, Unit {"visit", UnitKind::Visit}},
                 options.unit)
        : status;
    if (options.unit == UnitKind::Visit) {
        options.events = {{{.type = "*"}}};
    }
    status = status ? readPredicate(context, "events", options.events) : status;
    if (!status) {
        return status.error();
    }
    if (context.isSet("by")) {
        const std::optional<EventField> field = eventFieldByName(context.value("by"));
        if (!field || !hasDictionary(*field)) {
            return badOption("by", context.value("by"),
                             "type, page, item, channel, device, campaign, detail");
        }
        options.label = *field;
    }
    options.cutAtCampaign = context.isSet("cut-at-campaign");
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.population = std::move(opened->population);
    const Result<SessionResult> result = sessions(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer;
    describe(context, *opened->snapshot, options, *result, answer);
    answer.result["rows"] = rowsJson(*result);
    Json exits = Json::object();
    for (const SessionRow& row : result->rows) {
        if (!row.isOther) {
            exits[row.name] = numberOrNull(proportion(row.exits, row.events));
        }
    }
    answer.result["exit_rates"] = std::move(exits);
    answer.text = rowsText(*result, options);
    return answer;
}

Result<Answer> runWeb(const CommandContext& context)
{
    SessionOptions options;
    options.label = EventField::Page;
    if (Status status = readShared(context, options); !status) {
        return status.error();
    }
    if (context.isSet("channel")) {
        for (EventClause& clause : options.events.clauses) {
            clause.filters.push_back({.field = "channel", .values = {context.value("channel")}});
        }
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.population = std::move(opened->population);
    const Result<SessionResult> result = sessions(*opened->snapshot, options, context.job);
    const Result<std::vector<SearchRow>> words = searches(*opened->snapshot, options, context.job);
    if (!result || !words) {
        return result ? words.error() : result.error();
    }
    Answer answer;
    describe(context, *opened->snapshot, options, *result, answer);
    answer.result["pages"] = rowsJson(*result);
    Json list = Json::array();
    TextTable table({Web::tr("Word"), Web::tr("Searches"), Web::tr("Customers"), Web::tr("Left after it"),
                     Web::tr("Booked within %1 days").arg(kSearchBookingDays)},
                    {Align::Left});
    for (const SearchRow& word : *words) {
        list.push_back({{"term", word.term},
                        {"searches", word.searches},
                        {"customers", word.customers},
                        {"left", word.left},
                        {"booked", word.booked}});
        table.row({fromUtf8(word.term), countText(word.searches), countText(word.customers),
                   percentText(proportion(word.left, word.searches)),
                   percentText(proportion(word.booked, word.customers))});
    }
    answer.result["searches"] = std::move(list);
    answer.text = rowsText(*result, options) + (words->empty() ? QString() : u'\n' + table.text());
    return answer;
}

}  // namespace meitrace

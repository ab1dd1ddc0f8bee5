// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "ui/report/journeyreport.h"
#include "ui/text/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace meitrace {

namespace {

struct ReportCommand {
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)
};

Error badOption(const CommandContext& context, const char* option, const char* expected)
{
    return {
        .code = ErrorCode::BadOption, .subject = option, .value = context.value(option), .detail = expected};
}

/// --month, or --from and --to; nothing: the last whole month.
Result<ReportPeriod> periodOf(const CommandContext& context)
{
    if (context.isSet("month")) {
        const std::optional<Day> first = parseIsoDate(context.value("month") + "-01");
        if (!first || context.isSet("from") || context.isSet("to")) {
            return badOption(context, "month", "YYYY-MM");
        }
        return ReportPeriod {*first, monthStart(*first, 1)};
    }
    const Result<Day> from = context.day("from", kMissingDay);
    const Result<Day> to = context.day("to", kMissingDay);
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    return ReportPeriod {*from, *to == kMissingDay ? kMissingDay : *to + 1};
}

Result<ReportCompare> compareOf(const CommandContext& context)
{
    const std::string name = context.isSet("compare") ? context.value("compare") : "previous";
    if (name == "previous") {
        return ReportCompare::Previous;
    }
    if (name == "year") {
        return ReportCompare::Year;
    }
    if (name == "none") {
        return ReportCompare::None;
    }
    return badOption(context, "compare", "previous, year, none");
}

Result<JourneyRequest> requestOf(const CommandContext& context)
{
    const Result<ReportPeriod> period = periodOf(context);
    const Result<ReportCompare> compare = compareOf(context);
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    if (!period || !compare || !asOf) {
        return !period ? period.error() : (compare ? asOf.error() : compare.error());
    }
    return JourneyRequest {.period = *period, .compare = *compare, .asOf = *asOf};
}

Result<JourneyData> dataOf(const CommandContext& context, JourneyRequest request)
{
    Result<OpenedClinic> opened = openClinic(context, request.asOf, false);
    if (!opened) {
        return opened.error();
    }
    const Result<Overview> overview = overviewOf(opened->clinic, context.job);
    if (!overview) {
        return overview.error();
    }
    if (opened->snapshot->customers() == 0 || opened->snapshot->events() == 0) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "events"};
    }
    const Result<RfmClasses> classes = savedRfmClasses(opened->clinic);
    if (!classes) {
        return classes.error();
    }
    request.classes = *classes;
    request.population = std::move(opened->population);
    return journeyData(opened->snapshot, *overview, request, context.job);
}

Answer answerOf(const CommandContext& context, const JourneyData& data, int pages)
{
    const JourneyRequest& request = data.request;
    const char* compare = request.compare == ReportCompare::Previous ? "previous"
        : request.compare == ReportCompare::Year                     ? "year"
                                                                     : "none";
    Answer answer;
    answer.options = {{"from", isoDate(request.period.from)},
                      {"to", isoDate(request.period.to - 1)},
                      {"compare", compare},
                      {"where", whereJson(context)}};
    answer.result = {{"pages", pages},
                     {"file", context.argument(2)},
                     {"run", data.run},
                     {"customers", data.now.sequences.customers},
                     {"net_paid_minor", data.now.paid},
                     {"recoverable", data.recoverable.reachable}};
    answer.used = data.now.sequences.customers;
    answer.exclude("anonymous", data.anonymous);
    answer.exclude("not_selected", data.leftOut);
    answer.exclude("no_stage", data.now.sequences.withoutStage);
    answer.dataVersion = data.overview.dataVersion;
    answer.asOf = request.asOf;
    answer.text
        = ReportCommand::tr("%1 pages written to %2.").arg(pages).arg(context.arguments.value(2)) + u'\n';
    return answer;
}

}  // namespace

Result<Answer> runReport(const CommandContext& context)
{
    if (context.argument(1) != "journey") {
        return Error {.code = ErrorCode::BadOption,
                      .subject = "report",
                      .value = context.argument(1),
                      .detail = "journey"};
    }
    Result<JourneyRequest> request = requestOf(context);
    if (!request) {
        return request.error();
    }
    const Result<JourneyData> data = dataOf(context, std::move(*request));
    if (!data) {
        return data.error();
    }
    const QString clinic = QFileInfo(context.arguments.value(0)).completeBaseName();
    const ReportDocument document = journeyReport(*data, clinic, QDateTime::currentDateTime());
    if (Status status = document.savePdf(context.argument(2)); !status) {
        return status.error();
    }
    return answerOf(context, *data, document.pages());
}

std::vector<CommandSpec> reportCommands()
{
    return {
        {"report",
         "W journey OUT.pdf",
         3,
         3,
         QT_TRANSLATE_NOOP("Help", "A report to print, as PDF: the customer journey of a month"),
         "meitrace report clinic.meitrace journey journey-2026-05.pdf --month 2026-05 --compare year",
         {{"month", "YYYY-MM",
           QT_TRANSLATE_NOOP("Help", "The month reported on; by default the last whole one"), ""},
          {"compare", "previous|year|none", QT_TRANSLATE_NOOP("Help", "What the period is compared with"),
           "previous"}},
         runReport,
         true},
    };
}

}  // namespace meitrace

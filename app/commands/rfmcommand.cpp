// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfm.h"
#include "analytics/workbench/tables.h"
#include "app/commands/choosing.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/saving.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <array>

namespace meitrace {

namespace {

struct RfmCommand {
    Q_DECLARE_TR_FUNCTIONS(RfmCommand)
};

using Align = TextTable::Align;

Status readOptions(const CommandContext& context, RfmOptions& options)
{
    const std::string window = context.isSet("window") ? context.value("window") : "24mo";
    if (window == "all") {
        options.windowMonths = 0;
    } else {
        const Result<Duration> span = parseDuration(window);
        if (!span || (span->unit != DurationUnit::Months && span->unit != DurationUnit::Years)) {
            return Error {.code = ErrorCode::BadOption,
                          .subject = "window",
                          .value = window,
                          .detail = "24mo, 2y, all"};
        }
        options.windowMonths = static_cast<int>(span->count * (span->unit == DurationUnit::Years ? 12 : 1));
    }
    const Result<std::int64_t> bins = context.integer("bins", 5);
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    if (!bins || !asOf) {
        return bins ? asOf.error() : bins.error();
    }
    options.bins = static_cast<int>(*bins);
    options.asOf = *asOf;
    options.includeAnonymous = context.isSet("include-anonymous");
    using M = std::pair<const char*, RfmMethod>;
    using F = std::pair<const char*, RfmFrequency>;
    using V = std::pair<const char*, RfmValue>;
    using G = std::pair<const char*, RfmGrid>;
    using T = std::pair<const char*, RfmThreshold>;
    for (const Status& status :
         {choose(context, "method",
                 std::array {M {"auto", RfmMethod::Auto}, M {"quantile", RfmMethod::Quantile},
                             M {"fixed", RfmMethod::Fixed}, M {"breaks", RfmMethod::Breaks}},
                 options.method),
          choose(context, "frequency",
                 std::array {F {"visits", RfmFrequency::Visits}, F {"orders", RfmFrequency::Orders},
                             F {"treatments", RfmFrequency::Treatments}},
                 options.frequency),
          choose(context, "value",
                 std::array {V {"cash", RfmValue::Cash}, V {"delivered", RfmValue::Delivered},
                             V {"margin", RfmValue::Margin}},
                 options.value),
          choose(context, "grid", std::array {G {"eight", RfmGrid::Eight}, G {"eleven", RfmGrid::Eleven}},
                 options.grid),
          choose(context, "threshold",
                 std::array {T {"median", RfmThreshold::Median}, T {"mean", RfmThreshold::Mean}},
                 options.threshold)}) {
        if (!status) {
            return status;
        }
    }
    return Done {};
}

Json cutsJson(const RfmCuts& cuts)
{
    Json json = Json::array();
    for (const WholeQuantile& cut : cuts.at) {
        json.push_back(cut.value);
    }
    return json;
}

Json resultJson(const RfmResult& rfm)
{
    Json json;
    json["cells"] = Json::array();
    for (const RfmCell& cell : rfm.cells) {
        json["cells"].push_back(
            {{"r", cell.r}, {"f", cell.f}, {"customers", cell.customers}, {"spend_minor", cell.spend}});
    }
    json["segments"] = Json::array();
    for (const RfmSegment& segment : rfm.segments) {
        json["segments"].push_back({{"name", std::string(segment.code)},
                                    {"customers", segment.customers},
                                    {"share", numberOrNull(segment.share)},
                                    {"spend_minor", segment.spend}});
    }
    json["cuts"] = {{"recency_d", cutsJson(rfm.recencyCuts)},
                    {"frequency", cutsJson(rfm.frequencyCuts)},
                    {"monetary_minor", cutsJson(rfm.monetaryCuts)}};
    json["thresholds"] = {{"recency_d", rfm.thresholds.recency},
                          {"frequency", rfm.thresholds.frequency},
                          {"monetary_minor", rfm.thresholds.monetary}};
    json["not_positive"] = rfm.notPositive;
    return json;
}

QString resultText(const RfmResult& rfm)
{
    TextTable segments({RfmCommand::tr("Segment"), RfmCommand::tr("Code"), RfmCommand::tr("Customers"),
                        RfmCommand::tr("Share"), RfmCommand::tr("Spend")},
                       {Align::Left, Align::Left});
    for (const RfmSegment& segment : rfm.segments) {
        segments.row({segmentName(segment.code), fromUtf8(segment.code), countText(segment.customers),
                      percentText(segment.share), moneyText(segment.spend)});
    }
    QStringList header {RfmCommand::tr("R \\ F")};
    for (int f = 1; f <= rfm.bins; ++f) {
        header << QStringLiteral("F%1").arg(f);
    }
    TextTable grid(header, {Align::Left});
    for (int r = rfm.bins; r >= 1; --r) {
        QStringList cells {QStringLiteral("R%1").arg(r)};
        for (const RfmCell& cell : rfm.cells) {
            if (cell.r == r) {
                cells << countText(cell.customers);
            }
        }
        grid.row(cells);
    }
    return segments.text() + u'\n' + grid.text();
}

Status writeMembers(const CommandContext& context, const Snapshot& snapshot, const RfmResult& rfm)
{
    return writeTable(
        context.value("members"),
        {"customer", "recency_d", "frequency", "monetary_minor", "r", "f", "m", "segment"},
        snapshot.customers(),
        [&](Index c, std::vector<std::string>& cells) {
            if (rfm.segment[c] != RfmResult::kNoSegment) {
                cells = {snapshot.customerCode(c),         std::to_string(rfm.recency[c]),
                         std::to_string(rfm.frequency[c]), std::to_string(rfm.monetary[c]),
                         std::to_string(rfm.r[c]),         std::to_string(rfm.f[c]),
                         std::to_string(rfm.m[c]),         std::string(rfm.segments[rfm.segment[c]].code)};
            }
        },
        context.job);
}

}  // namespace

Result<Answer> runRfm(const CommandContext& context)
{
    RfmOptions options;
    if (Status status = readOptions(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    const Snapshot& snapshot = *opened->snapshot;
    options.population = std::move(opened->population);
    const Result<RfmResult> rfm = meitrace::rfm(snapshot, options, context.job);
    if (!rfm) {
        return rfm.error();
    }
    if (context.isSet("members")) {
        if (Status status = writeMembers(context, snapshot, *rfm); !status) {
            return status.error();
        }
    }
    Answer answer;
    const auto orStandard = [&](const char* option, const char* standard) {
        return context.isSet(option) ? context.value(option) : std::string(standard);
    };
    answer.options = {{"window", orStandard("window", "24mo")},
                      {"method", orStandard("method", "auto")},
                      {"frequency", orStandard("frequency", "visits")},
                      {"value", orStandard("value", "cash")},
                      {"bins", options.bins},
                      {"grid", orStandard("grid", "eight")},
                      {"threshold", orStandard("threshold", "median")},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.includeAnonymous}};
    answer.result = resultJson(*rfm);
    answer.used = rfm->scored;
    answer.exclude("not_selected", rfm->notSelected);
    answer.exclude("anonymous", rfm->anonymous);
    answer.exclude("no_purchase", rfm->noEvent);
    answer.exclude("before_window", rfm->beforeWindow);
    answer.exclude("no_margin", rfm->noMargin);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = rfm->asOf;
    answer.text = resultText(*rfm) + u'\n'
        + RfmCommand::tr("%1 scored as of %2; recency in days since the last purchase day, "
                         "frequency = %3, money = %4.")
              .arg(customersText(rfm->scored), fromUtf8(isoDate(rfm->asOf)),
                   fromUtf8(orStandard("frequency", "visits")), fromUtf8(orStandard("value", "cash")))
        + u'\n';
    if (!context.isSet("save")) {
        return answer;
    }
    options.population = {};
    const Status saved = saveAnswer(context, {context.value("where"), {}, {}, std::move(options)},
                                    outcomeOf(snapshot, *rfm), answer);
    return saved ? Result<Answer>(std::move(answer)) : Result<Answer>(saved.error());
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/proportion.h"
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/kpis.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/saving.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/kpitext.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <utility>

namespace meitrace {

namespace {

struct KpiCommand {
    Q_DECLARE_TR_FUNCTIONS(KpiCommand)
};

using Align = TextTable::Align;

// In the order of the enumerators.
constexpr std::array<const char*, 5> kUnits {"count", "minor", "rate", "ratio", "months"};
constexpr std::array<const char*, 6> kGaps {"",          "no_file",     "before_data",
                                            "not_split", "chosen_only", "nothing_to_divide"};

template <typename Value, std::size_t Count>
Status choose(const CommandContext& context, const char* option,
              const std::array<std::string_view, Count>& names, Value& out)
{
    for (std::size_t i = 0; context.isSet(option) && i < Count; ++i) {
        if (context.value(option) == names[i]) {
            out = static_cast<Value>(i);
            return Done {};
        }
    }
    return context.isSet(option)
        ? Status(Error {.code = ErrorCode::BadOption, .subject = option, .value = context.value(option)})
        : Status(Done {});
}

Status readOptions(const CommandContext& context, KpiOptions& options)
{
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    const Result<std::int64_t> roiDays = context.integer("roi-days", options.roiDays);
    if (!asOf || !roiDays) {
        return asOf ? roiDays.error() : asOf.error();
    }
    options.asOf = *asOf;
    options.roiDays = static_cast<int>(std::clamp<std::int64_t>(*roiDays, 0, 10'000));
    if (context.isSet("month")) {
        const std::optional<Day> month = parseIsoDate(context.value("month") + "-01");
        if (!month) {
            return Error {.code = ErrorCode::BadOption,
                          .subject = "month",
                          .value = context.value("month"),
                          .detail = "YYYY-MM"};
        }
        options.month = *month;
    }
    if (Status status = choose(context, "by", kKpiByNames, options.by); !status) {
        return status;
    }
    options.chosenPeople = isChoice(context.value("where"));
    return choose(context, "compare", kKpiCompareNames, options.compare);
}

Json valueJson(const KpiDefinition& definition, const KpiValue& value)
{
    if (!value.isKnown()) {
        return {};
    }
    const bool isWhole = definition.unit == KpiUnit::Money || definition.unit == KpiUnit::Count;
    return isWhole ? Json(static_cast<std::int64_t>(std::llround(value.value))) : Json(value.value);
}

Json figureJson(const KpiDefinition& definition, const KpiReading& figure, double elapsed)
{
    Json json {{"name", definition.id},
               {"value", valueJson(definition, figure.now)},
               {"unit", kUnits[static_cast<std::size_t>(definition.unit)]},
               {"target", Json()},
               {"elapsed", elapsed},
               {"previous", valueJson(definition, figure.before)},
               {"n", figure.now.isKnown() ? Json(figure.now.n) : Json()},
               {"previous_n", figure.before.isKnown() ? Json(figure.before.n) : Json()}};
    if (definition.unit == KpiUnit::Rate && figure.now.isKnown()) {
        const Interval interval = wilson(figure.now.hits, figure.now.n);
        json["ci_low"] = interval.low;
        json["ci_high"] = interval.high;
    }
    if (!figure.now.isKnown()) {
        json["reason"] = kGaps[static_cast<std::size_t>(figure.now.gap)];
        json["needs"] = figure.missing;
    }
    return json;
}

Json figuresJson(const std::vector<KpiReading>& figures, double elapsed)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < figures.size(); ++i) {
        list.push_back(figureJson(kpiDefinitions()[i], figures[i], elapsed));
    }
    return list;
}

Json periodJson(KpiPeriod period)
{
    return {{"from", isoDate(period.from)}, {"to", isoDate(period.to)}};
}

Json resultJson(const KpiResult& result)
{
    Json json {{"period", periodJson(result.period)},
               {"previous_period", periodJson(result.before)},
               {"elapsed", result.elapsed},
               {"roi_mature", result.mature},
               {"kpis", figuresJson(result.figures, result.elapsed)}};
    json["groups"] = Json::array();
    for (const KpiGroup& group : result.groups) {
        json["groups"].push_back({{"name", group.name.empty() ? Json() : Json(group.name)},
                                  {"kpis", figuresJson(group.figures, result.elapsed)}});
    }
    return json;
}

QString tableText(const std::vector<KpiReading>& figures, int roiDays)
{
    TextTable table(
        {KpiCommand::tr("Figure"), KpiCommand::tr("Code"), KpiCommand::tr("Value"), KpiCommand::tr("Before"),
         KpiCommand::tr("Change"), KpiCommand::tr("n"), KpiCommand::tr("Note")},
        {Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left});
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const KpiDefinition& definition = kpiDefinitions()[i];
        const KpiReading& figure = figures[i];
        table.row({kpiName(definition, roiDays), fromUtf8(definition.id),
                   kpiValueText(definition, figure.now.value), kpiValueText(definition, figure.before.value),
                   kpiChangeText(definition, figure),
                   figure.now.isKnown() ? countText(figure.now.n) : QString(),
                   kpiGapText(definition, figure)});
    }
    return table.text();
}

QString resultText(const KpiResult& result, const KpiOptions& options)
{
    QString text = tableText(result.figures, options.roiDays);
    for (const KpiGroup& group : result.groups) {
        text += u'\n' + (group.name.empty() ? KpiCommand::tr("(none)") : fromUtf8(group.name)) + u'\n'
            + tableText(group.figures, options.roiDays);
    }
    return text + u'\n'
        + KpiCommand::tr("%1 against %2; money net of refunds, restated on the day of sale.")
              .arg(periodText(result.period), periodText(result.before))
        + u'\n';
}

Status writeMembers(const CommandContext& context, const Snapshot& snapshot, const KpiResult& result)
{
    std::vector<std::pair<std::size_t, Index>> rows;
    for (std::size_t i = 0; i < result.members.size(); ++i) {
        if (result.figures[i].now.isKnown()) {
            result.members[i].forEach([&](Index c) { rows.emplace_back(i, c); });
        }
    }
    return writeTable(
        context.value("members"), {"customer", "group"}, static_cast<Index>(rows.size()),
        [&](Index row, std::vector<std::string>& cells) {
            const auto& [figure, customer] = rows[static_cast<std::size_t>(row)];
            cells = {snapshot.customerCode(customer), kpiDefinitions()[figure].id};
        },
        context.job);
}

}  // namespace

Result<Answer> runKpi(const CommandContext& context)
{
    KpiOptions options;
    if (Status status = readOptions(context, options); !status) {
        return status.error();
    }
    const bool anonymous = context.isSet("include-anonymous");
    Result<OpenedClinic> opened = openClinic(context, options.asOf, anonymous);
    if (!opened) {
        return opened.error();
    }
    const Snapshot& snapshot = *opened->snapshot;
    const Result<LeftOut> out = leftOut(opened->clinic, context.job);
    const Result<KpiInputs> inputs = kpiInputs(opened->clinic.workspace(), snapshot, context.job);
    if (!out || !inputs) {
        return out ? inputs.error() : out.error();
    }
    options.population = std::move(opened->population);
    const Result<KpiResult> result = kpis(snapshot, *inputs, options, context.job);
    if (!result) {
        return result.error();
    }
    if (context.isSet("members")) {
        if (Status status = writeMembers(context, snapshot, *result); !status) {
            return status.error();
        }
    }
    Answer answer;
    answer.options
        = {{"month", isoDate(result->period.from).substr(0, 7)},
           {"compare", std::string(kKpiCompareNames[static_cast<std::size_t>(options.compare)])},
           {"by",
            options.by == KpiBy::None ? Json()
                                      : Json(std::string(kKpiByNames[static_cast<std::size_t>(options.by)]))},
           {"roi_days", options.roiDays},
           {"where", whereJson(context)},
           {"include_anonymous", anonymous}};
    answer.result = resultJson(*result);
    answer.used = result->used;
    if (options.chosenPeople) {
        answer.exclude("not_selected", snapshot.customers() - result->used);
    } else {
        answer.exclude("anonymous", anonymous ? 0 : out->anonymous);
        answer.exclude("test_person", out->test);
    }
    answer.exclude("internal_bill_lines", result->internalLines);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = result->asOf;
    answer.text = resultText(*result, options);
    if (!context.isSet("save")) {
        return answer;
    }
    options.population = {};
    options.includeAnonymous = anonymous;
    const Status saved = saveAnswer(context, {context.value("where"), {}, {}, std::move(options)},
                                    outcomeOf(snapshot, *result), answer);
    return saved ? Result<Answer>(std::move(answer)) : Result<Answer>(saved.error());
}

}  // namespace meitrace

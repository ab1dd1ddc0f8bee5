// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/commands/funneldriverstext.h"
#include "app/commands/opening.h"
#include "app/commands/saving.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "ui/text/casekeytext.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <cmath>

namespace meitrace {

namespace {

struct FunnelCommand {
    Q_DECLARE_TR_FUNCTIONS(FunnelCommand)
};

using Align = TextTable::Align;

template <typename Value>
Status chooseByName(const CommandContext& context, const char* option,
                    std::optional<Value> (*byName)(std::string_view), Value& out)
{
    if (context.isSet(option)) {
        const std::optional<Value> value = byName(context.value(option));
        if (!value) {
            return badOption(option, context.value(option));
        }
        out = *value;
    }
    return Done {};
}

Status readNumbers(const CommandContext& context, const char* option, std::vector<int>& out)
{
    if (!context.isSet(option)) {
        return Done {};
    }
    out.clear();
    for (const QString& part : context.parser.value(QLatin1String(option)).split(u',')) {
        bool ok = false;
        out.push_back(part.trimmed().toInt(&ok));
        if (!ok) {
            return badOption(option, context.value(option));
        }
    }
    return Done {};
}

/// "90d", "none", "session", "visit", or one span per step after the first.
Status readWindow(const CommandContext& context, FunnelOptions& options)
{
    const std::string text = context.value("window");
    if (text.empty()) {
        return Done {};
    }
    if (text == "none") {
        options.window.reset();
        return Done {};
    }
    if (text == "session" || text == "visit") {
        options.bound = *unitKindByName(text);
        options.window.reset();
        return Done {};
    }
    const QStringList parts = QString::fromStdString(text).split(u',');
    std::vector<Duration> spans;
    for (const QString& part : parts) {
        const Result<Duration> span = parseDuration(part.trimmed().toStdString());
        if (!span) {
            return span.error();
        }
        spans.push_back(*span);
    }
    if (spans.size() == 1) {
        options.window = spans.front();
        return Done {};
    }
    options.window.reset();
    options.stepWindows.emplace_back();
    for (const Duration& span : spans) {
        options.stepWindows.emplace_back(span);
    }
    return Done {};
}

Status readHold(const CommandContext& context, FunnelOptions& options)
{
    for (const QString& name : context.parser.value(QStringLiteral("hold")).split(u',', Qt::SkipEmptyParts)) {
        const std::optional<EventField> field = eventFieldByName(name.trimmed().toStdString());
        if (!field) {
            return badOption("hold", name.toStdString());
        }
        options.hold.push_back(*field);
    }
    options.countHoldValues = context.isSet("count-hold-values");
    return Done {};
}

Status readLists(const CommandContext& context, FunnelOptions& options)
{
    if (!context.isSet("steps")) {
        return Error {.code = ErrorCode::BadOption, .subject = "steps"};
    }
    Result<std::vector<EventPredicate>> steps = parseEventList(context.value("steps"));
    if (!steps) {
        return steps.error();
    }
    options.steps = std::move(*steps);
    if (context.isSet("exclude")) {
        Result<std::vector<FunnelExclusion>> exclusions = parseExclusions(context.value("exclude"));
        if (!exclusions) {
            return exclusions.error();
        }
        options.exclusions = std::move(*exclusions);
    }
    if (context.isSet("visible")) {
        Result<std::vector<EventPredicate>> visible = parseEventList(context.value("visible"));
        if (!visible) {
            return visible.error();
        }
        options.visible = std::move(*visible);
    }
    if (context.isSet("attribution")) {
        const Result<FunnelAttribution> attribution = parseAttribution(context.value("attribution"));
        if (!attribution) {
            return attribution.error();
        }
        options.attribution = *attribution;
    }
    if (context.isSet("gap")) {
        const Result<Duration> gap = parseDuration(context.value("gap"));
        if (!gap) {
            return gap.error();
        }
        options.gap = *gap;
    }
    options.split = context.value("split");
    options.openEntry = context.isSet("open-entry");
    options.includeAnonymous = context.isSet("include-anonymous");
    return Done {};
}

Status readOptions(const CommandContext& context, FunnelOptions& options)
{
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    const Result<Day> from = context.day("from", kMissingDay);
    const Result<Day> to = context.day("to", kMissingDay);
    const Result<std::int64_t> tolerance = context.integer("tolerance", 0);
    for (const Status& status :
         {asOf ? Status(Done {}) : Status(asOf.error()), from ? Status(Done {}) : Status(from.error()),
          to ? Status(Done {}) : Status(to.error()), tolerance ? Status(Done {}) : Status(tolerance.error()),
          readLists(context, options), readWindow(context, options), readHold(context, options),
          readNumbers(context, "optional", options.optional),
          readNumbers(context, "anchors", options.anchors),
          chooseByName(context, "mode", funnelModeByName, options.mode),
          chooseByName(context, "entry", funnelEntryByName, options.entry),
          chooseByName(context, "policy", exclusionPolicyByName, options.policy),
          chooseByName(context, "unit", unitKindByName, options.unit)}) {
        if (!status) {
            return status;
        }
    }
    options.asOf = *asOf;
    options.from = *from;
    // --to names the last day on which a chain may begin.
    options.to = *to == kMissingDay ? kMissingDay : *to + 1;
    options.toleranceSeconds = static_cast<int>(*tolerance);
    return Done {};
}

Json stepsJson(const std::vector<FunnelStep>& steps, const std::vector<EventPredicate>& names)
{
    Json json = Json::array();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const FunnelStep& step = steps[i];
        json.push_back({{"step", printed(names[i])},
                        {"customers", step.reached},
                        {"of_first", numberOrNull(step.ofFirst.rate)},
                        {"of_previous", numberOrNull(step.ofPrevious.rate)},
                        {"lost", step.lost},
                        {"open", step.open},
                        {"ci_low", step.ofFirst.of > 0 ? Json(step.ofFirst.interval.low) : Json()},
                        {"ci_high", step.ofFirst.of > 0 ? Json(step.ofFirst.interval.high) : Json()},
                        {"matured_of_first", numberOrNull(step.maturedOfFirst.rate)},
                        {"matured", step.maturedOfFirst.of},
                        {"median_s", secondsOrNull(step.sinceFirst.median)},
                        {"p25_s", secondsOrNull(step.sinceFirst.p25)},
                        {"p75_s", secondsOrNull(step.sinceFirst.p75)},
                        {"wait_median_s", secondsOrNull(step.wait.median)}});
    }
    return json;
}

const char* splitName(SplitKind kind)
{
    return kind == SplitKind::Other ? "other" : (kind == SplitKind::Missing ? "missing" : "value");
}

QString splitText(const FunnelSplit& split, const std::string& key)
{
    switch (split.kind) {
    case SplitKind::Other:
        return FunnelCommand::tr("(others)");
    case SplitKind::Missing:
        return FunnelCommand::tr("(not known)");
    case SplitKind::Value:
        return capitalised(caseValueText(key, split.value));
    }
    return {};
}

QString stepName(const EventPredicate& step)
{
    const bool plain = step.clauses.size() == 1 && step.clauses.front().filters.empty();
    return plain ? eventName(step.clauses.front().type) : fromUtf8(printed(step));
}

/// "—" where there is nobody to count.
QString intervalText(const FunnelRate& rate)
{
    return rate.of == 0
        ? QStringLiteral("—")
        : QStringLiteral("%1 – %2").arg(percentText(rate.interval.low), percentText(rate.interval.high));
}

QString splitsText(const FunnelResult& result, const FunnelOptions& options)
{
    QStringList header {capitalised(caseKeyName(options.split))};
    for (const EventPredicate& step : options.steps) {
        header << stepName(step);
    }
    header << FunnelCommand::tr("Of first") << FunnelCommand::tr("95 % interval");
    TextTable table(header, {Align::Left});
    for (const FunnelSplit& split : result.splits) {
        QStringList cells {splitText(split, options.split)};
        for (const FunnelStep& step : split.steps) {
            cells << countText(step.reached);
        }
        const FunnelRate& last = split.steps.back().ofFirst;
        cells << percentText(last.rate) << intervalText(last);
        table.row(cells);
    }
    return table.text();
}

QString stepsText(const FunnelResult& result, const FunnelOptions& options)
{
    TextTable table({FunnelCommand::tr("Step"), FunnelCommand::tr("Reached"), FunnelCommand::tr("Of first"),
                     FunnelCommand::tr("95 % interval"), FunnelCommand::tr("Of previous"),
                     FunnelCommand::tr("Lost"), FunnelCommand::tr("Still open"),
                     FunnelCommand::tr("Matured, of first"), FunnelCommand::tr("Median time")},
                    {Align::Left});
    for (std::size_t i = 0; i < result.steps.size(); ++i) {
        const FunnelStep& step = result.steps[i];
        table.row({QStringLiteral("%1 %2").arg(i + 1).arg(stepName(options.steps[i])),
                   countText(step.reached), percentText(step.ofFirst.rate),
                   i == 0 ? QStringLiteral("—") : intervalText(step.ofFirst),
                   i == 0 ? QStringLiteral("—") : percentText(step.ofPrevious.rate),
                   i == 0 ? QStringLiteral("—") : countText(step.lost),
                   i == 0 ? QStringLiteral("—") : countText(step.open), percentText(step.maturedOfFirst.rate),
                   i == 0 ? QStringLiteral("—") : durationText(step.sinceFirst.median)});
    }
    return result.splits.empty() ? table.text() : table.text() + u'\n' + splitsText(result, options);
}

QString definitionText(const FunnelOptions& options, const FunnelResult& result)
{
    const QString window
        = options.window ? fromUtf8(printDuration(*options.window)) : FunnelCommand::tr("none");
    return FunnelCommand::tr("Counted: %1; order: %2; entry: %3; window: %4; as of %5. Still open: the "
                             "window has not elapsed yet.")
               .arg(fromUtf8(nameOf(options.unit)), fromUtf8(nameOf(options.mode)),
                    fromUtf8(nameOf(options.entry)), window, fromUtf8(isoDate(result.asOf)))
        + u'\n';
}

Json optionsJson(const CommandContext& context, const FunnelOptions& options)
{
    const auto textOrNull
        = [&](const char* name) { return context.isSet(name) ? Json(context.value(name)) : Json(); };
    return {
        {"steps", printed(options.steps)},
        {"unit", std::string(nameOf(options.unit))},
        {"window", context.isSet("window") ? Json(context.value("window")) : Json("90d")},
        {"mode", std::string(nameOf(options.mode))},
        {"entry", std::string(nameOf(options.entry))},
        {"exclude", textOrNull("exclude")},
        {"policy", std::string(nameOf(options.policy))},
        {"optional", textOrNull("optional")},
        {"hold", textOrNull("hold")},
        {"split", textOrNull("split")},
        {"attribution", context.isSet("attribution") ? Json(context.value("attribution")) : Json("first")},
        {"from", textOrNull("from")},
        {"to", textOrNull("to")},
        {"where", textOrNull("where")},
        {"include_anonymous", options.includeAnonymous}};
}

Status writeMembers(const CommandContext& context, const Snapshot& snapshot, const FunnelResult& result)
{
    struct Line {
        Index customer;
        std::size_t step;
        FunnelClass which;
    };
    std::vector<Line> lines;
    for (std::size_t step = 0; step < result.steps.size(); ++step) {
        for (const FunnelClass which : {FunnelClass::Reached, FunnelClass::Lost, FunnelClass::Open}) {
            if (step == 0 && which != FunnelClass::Reached) {
                continue;
            }
            funnelCustomers(result, snapshot.customers(), static_cast<int>(step), which)
                .forEach([&](Index c) {
                    lines.push_back({c, step, which});
                });
        }
    }
    return writeTable(
        context.value("members"), {"customer", "group", "step"}, static_cast<Index>(lines.size()),
        [&](Index row, std::vector<std::string>& cells) {
            const Line& line = lines[static_cast<std::size_t>(row)];
            const char* which = line.which == FunnelClass::Reached
                ? "reached"
                : (line.which == FunnelClass::Lost ? "lost" : "open");
            cells = {snapshot.customerCode(line.customer), which, std::to_string(line.step + 1)};
        },
        context.job);
}

}  // namespace

Result<Answer> runFunnel(const CommandContext& context)
{
    FunnelOptions options;
    if (Status status = readOptions(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    const Snapshot& snapshot = *opened->snapshot;
    options.population = std::move(opened->population);
    const Result<FunnelResult> result = funnel(snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    if (context.isSet("members")) {
        if (Status status = writeMembers(context, snapshot, *result); !status) {
            return status.error();
        }
    }
    Answer answer;
    answer.options = optionsJson(context, options);
    answer.used = result->cases.customer.size();
    answer.exclude("outside_population", result->outsidePopulation);
    answer.exclude("not_entered", result->withoutEntry);
    answer.exclude("excluded_event", result->dropped);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = result->asOf;
    answer.result["steps"] = stepsJson(result->steps, options.steps);
    answer.result["splits"] = Json::array();
    for (const FunnelSplit& split : result->splits) {
        answer.result["splits"].push_back({{"kind", splitName(split.kind)},
                                           {"value", split.value},
                                           {"steps", stepsJson(split.steps, options.steps)}});
    }
    answer.text = stepsText(*result, options) + u'\n' + definitionText(options, *result);
    for (const UnknownName& unknown : result->unknown) {
        const QString text
            = FunnelCommand::tr("The data know no “%1”; it matches nothing.").arg(fromUtf8(unknown.name));
        answer.warn("unknown_name", text);
        answer.text += text + u'\n';
    }
    if (Status added = addReasons(snapshot, options, *result, context.job, answer); !added) {
        return added.error();
    }
    if (!context.isSet("save")) {
        return answer;
    }
    const AnalysisOutcome outcome = outcomeOf(snapshot, *result, options);
    options.population = {};
    const Status saved
        = saveAnswer(context, {context.value("where"), {}, {}, std::move(options)}, outcome, answer);
    return saved ? Result<Answer>(std::move(answer)) : Result<Answer>(saved.error());
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// analyses: what was saved, beside what comes out now
#include "analytics/workbench/analysisbook.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/viewmodels/analysisview.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace meitrace {

namespace {

struct AnalysesCommand {
    Q_DECLARE_TR_FUNCTIONS(AnalysesCommand)
};

using Align = TextTable::Align;

Json savedJson(const SavedAnalysis& analysis)
{
    return {{"name", analysis.name},
            {"kind", analysis.kind},
            {"note", analysis.note.empty() ? Json() : Json(analysis.note)},
            {"as_of", isoDate(analysis.outcome.asOf)},
            {"data_version", analysis.outcome.dataVersion},
            {"map_version", analysis.outcome.mapVersion},
            {"digest", analysis.outcome.digest}};
}

Json valueJson(const AnalysisFigure& figure)
{
    const bool isWhole = figure.unit == FigureUnit::Count || figure.unit == FigureUnit::Money;
    return isWhole && !std::isnan(figure.value) ? Json(std::llround(figure.value))
                                                : numberOrNull(figure.value);
}

Json figureJson(const AnalysisFigure& figure)
{
    return {{"name", figure.name},
            {"subject", figure.subject.empty() ? Json() : Json(figure.subject)},
            {"unit", std::string(nameOf(figure.unit))},
            {"value", valueJson(figure)}};
}

Result<Answer> list(Clinic& clinic)
{
    const Result<std::vector<SavedAnalysis>> all = savedAnalyses(clinic);
    if (!all) {
        return all.error();
    }
    Answer answer;
    answer.used = static_cast<std::int64_t>(all->size());
    answer.result["analyses"] = Json::array();
    TextTable table({AnalysesCommand::tr("Name"), AnalysesCommand::tr("Analysis"),
                     AnalysesCommand::tr("As of"), AnalysesCommand::tr("Note")},
                    {Align::Left, Align::Left, Align::Left, Align::Left});
    for (const SavedAnalysis& analysis : *all) {
        answer.result["analyses"].push_back(savedJson(analysis));
        table.row({fromUtf8(analysis.name), analysisKindName(analysis.kind),
                   fromUtf8(isoDate(analysis.outcome.asOf)), fromUtf8(analysis.note)});
    }
    answer.text = all->empty()
        ? AnalysesCommand::tr("No analysis is saved yet. Add --save NAME to funnel, rfm or kpi.") + u'\n'
        : table.text();
    return answer;
}

Answer shown(const SavedAnalysis& analysis)
{
    Answer answer;
    answer.asOf = analysis.outcome.asOf;
    answer.dataVersion = analysis.outcome.dataVersion;
    answer.result = savedJson(analysis);
    answer.result["definition"] = Json::parse(analysis.definition, nullptr, false);
    answer.result["figures"] = Json::array();
    TextTable table({AnalysesCommand::tr("Figure"), AnalysesCommand::tr("Value")}, {Align::Left});
    for (const AnalysisFigure& figure : analysis.outcome.figures) {
        answer.result["figures"].push_back(figureJson(figure));
        table.row({figureName(figure, analysis), figureText(figure)});
    }
    answer.text = table.text() + u'\n' + fromUtf8(analysis.definition) + u'\n';
    return answer;
}

Answer compared(const AnalysisComparison& comparison)
{
    Answer answer;
    answer.asOf = comparison.now.asOf;
    answer.dataVersion = comparison.now.dataVersion;
    answer.result = {{"name", comparison.saved.name},
                     {"same", comparison.isSame()},
                     {"before", savedJson(comparison.saved)},
                     {"now",
                      {{"as_of", isoDate(comparison.now.asOf)},
                       {"data_version", comparison.now.dataVersion},
                       {"map_version", comparison.now.mapVersion},
                       {"digest", comparison.now.digest}}},
                     {"figures", Json::array()}};
    TextTable table({AnalysesCommand::tr("Figure"), AnalysesCommand::tr("When saved"),
                     AnalysesCommand::tr("Now"), AnalysesCommand::tr("Change")},
                    {Align::Left});
    for (const FigurePair& pair : pairedFigures(comparison.saved.outcome, comparison.now)) {
        Json figure = figureJson(pair.now);
        figure.erase("value");
        figure["before"] = valueJson(pair.before);
        figure["now"] = valueJson(pair.now);
        answer.result["figures"].push_back(std::move(figure));
        table.row({figureName(pair.now, comparison.saved), figureText(pair.before), figureText(pair.now),
                   figureChange(pair)});
    }
    answer.text = table.text() + u'\n'
        + (comparison.isSame() ? AnalysesCommand::tr("Unchanged since %1.")
                               : AnalysesCommand::tr("The data have changed since %1."))
              .arg(fromUtf8(isoDate(comparison.saved.outcome.asOf)))
        + u'\n';
    return answer;
}

Result<Answer> recompute(const CommandContext& context, Clinic& clinic)
{
    const Result<SavedAnalysis> saved = savedAnalysis(clinic, context.argument(2));
    if (!saved) {
        return saved.error();
    }
    const Result<AnalysisComparison> comparison = compareWithNow(clinic, *saved, context.job);
    if (!comparison) {
        return comparison.error();
    }
    if (context.isSet("keep")) {
        const Result<AnalysisChange> kept = keepOutcome(clinic, saved->name, comparison->now);
        if (!kept) {
            return kept.error();
        }
    }
    return compared(*comparison);
}

Result<Answer> changed(const Result<AnalysisChange>& change, const QString& sentence)
{
    if (!change) {
        return change.error();
    }
    Answer answer;
    answer.result = savedJson(change->after ? *change->after : *change->before);
    answer.text = sentence + u'\n';
    return answer;
}

}  // namespace

Result<Answer> runAnalyses(const CommandContext& context)
{
    struct Verb {
        std::string_view name;
        qsizetype arguments;  ///< the workspace and the verb included
    };
    constexpr std::array<Verb, 5> kVerbs {
        {{"list", 2}, {"show", 3}, {"recompute", 3}, {"rename", 4}, {"delete", 3}}};
    const std::string verb = context.arguments.size() > 1 ? context.argument(1) : "list";
    const auto* const known
        = std::find_if(kVerbs.begin(), kVerbs.end(), [&](const Verb& each) { return each.name == verb; });
    if (known == kVerbs.end() || (verb != "list" && context.arguments.size() != known->arguments)) {
        return Error {.code = ErrorCode::BadOption,
                      .subject = "analyses",
                      .value = verb,
                      .detail = "list, show NAME, recompute NAME, rename NAME NEW, delete NAME"};
    }
    const bool writes = verb == "rename" || verb == "delete" || context.isSet("keep");
    Result<Clinic> clinic = writes ? Clinic::forWriting(context.argument(0), context.job)
                                   : Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    if (verb == "list") {
        return list(*clinic);
    }
    const std::string name = context.argument(2);
    if (verb == "show") {
        const Result<SavedAnalysis> saved = savedAnalysis(*clinic, name);
        return saved ? Result<Answer>(shown(*saved)) : Result<Answer>(saved.error());
    }
    if (verb == "recompute") {
        return recompute(context, *clinic);
    }
    return verb == "rename"
        ? changed(renameAnalysis(*clinic, name, context.argument(3)),
                  AnalysesCommand::tr("“%1” is called “%2” now.")
                      .arg(fromUtf8(name), fromUtf8(context.argument(3))))
        : changed(deleteAnalysis(*clinic, name), AnalysesCommand::tr("“%1” is deleted.").arg(fromUtf8(name)));
}

}  // namespace meitrace

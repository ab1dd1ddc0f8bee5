// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/quality.h"
#include "app/commands/commands.h"
#include "app/texttable.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/qualitytext.h"
#include "ui/viewmodels/qualityview.h"

#include <QCoreApplication>

#include <array>

namespace meitrace {

namespace {

struct QualityCommand {
    Q_DECLARE_TR_FUNCTIONS(QualityCommand)
};

using Align = TextTable::Align;

constexpr std::array<const char*, 3> kWeights {"note", "warn", "bad"};
constexpr std::array<const char*, 6> kUnits {"rows", "cells", "customers", "files", "months", "fields"};

Json sourceJson(const SourceTally& source)
{
    Json fields = Json::array();
    for (const FieldFill& fill : source.fields) {
        fields.push_back({{"field", fill.field},
                          {"of", fill.of},
                          {"counts", fill.ofPersons ? "persons" : "rows"},
                          {"filled", fill.valid + fill.invalid},
                          {"valid", fill.valid},
                          {"repaired", fill.repaired},
                          {"ambiguous", fill.ambiguous},
                          {"distinct", fill.distinct < 0 ? Json() : Json(fill.distinct)}});
    }
    return {{"kind", std::string(kindById(source.kind)->code)}, {"rows", source.rows}, {"fields", fields}};
}

Json findingJson(const QualityFinding& finding)
{
    Json months = Json::array();
    for (const auto& [month, rows] : finding.byMonth) {
        months.push_back({{"month", isoDate(month).substr(0, 7)}, {"count", rows}});
    }
    Json places = Json::array();
    for (const QualityPlace& place : finding.places) {
        places.push_back({{"kind", std::string(kindById(place.kind)->code)},
                          {"batch", place.batch > 0 ? Json(place.batch) : Json()},
                          {"other_batch", place.otherBatch > 0 ? Json(place.otherBatch) : Json()},
                          {"field", place.field.empty() ? Json() : Json(place.field)},
                          {"from", place.from == kMissingDay ? Json() : Json(isoDate(place.from))},
                          {"to", place.to == kMissingDay ? Json() : Json(isoDate(place.to))}});
    }
    return {{"rule", finding.id},
            {"count", finding.count},
            {"of", finding.of},
            {"unit", kUnits[static_cast<std::size_t>(finding.unit)]},
            {"weight", kWeights[static_cast<std::size_t>(finding.weight)]},
            {"months", months},
            {"places", places}};
}

QString reportText(const QualityReport& report)
{
    QualityTable checks;
    checks.setReport(std::make_shared<const QualityReport>(report));
    TextTable fields({QualityCommand::tr("Source"), QualityCommand::tr("Field"), QualityCommand::tr("Of"),
                      QualityCommand::tr("Filled"), QualityCommand::tr("Values")},
                     {Align::Left, Align::Left, Align::Right, Align::Right, Align::Right});
    for (const SourceTally& source : report.sources) {
        for (const FieldFill& fill : source.fields) {
            const double share
                = fill.of > 0 ? static_cast<double>(fill.valid) / static_cast<double>(fill.of) : 0;
            fields.row({kindName(kindById(source.kind)->code), fillFieldText(source, fill),
                        countText(fill.of), percentText(share),
                        fill.distinct < 0 ? QStringLiteral("—") : countText(fill.distinct)});
        }
    }
    return modelText(checks) + u'\n' + fields.text() + u'\n'
        + QualityCommand::tr(
               "Rows in force and rows set aside; customers who are known, without test persons.")
        + u'\n';
}

}  // namespace

Result<Answer> runQuality(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    Result<Bitset> population = populationOf(*clinic, {}, context.job);
    const Result<SnapshotPtr> snapshot = clinic->snapshot(context.job);
    if (!population || !snapshot) {
        return population ? snapshot.error() : population.error();
    }
    const Result<QualityReport> report
        = qualityReport(*clinic, {.population = std::move(*population), .withDistinct = true}, context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.result["sources"] = Json::array();
    for (const SourceTally& source : report->sources) {
        answer.result["sources"].push_back(sourceJson(source));
        answer.used += source.rows;
    }
    answer.result["rules"] = Json::array();
    for (const QualityFinding& finding : report->findings) {
        answer.result["rules"].push_back(findingJson(finding));
    }
    answer.result["open"] = report->openProblems();
    answer.dataVersion = report->dataVersion;
    answer.asOf = (*snapshot)->frame().asOf;
    answer.text = reportText(*report);
    return answer;
}

}  // namespace meitrace

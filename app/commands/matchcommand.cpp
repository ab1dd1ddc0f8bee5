// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// match: which rows of a table are the same person
#include "analytics/workbench/matching.h"
#include "app/commands/commands.h"
#include "app/texttable.h"
#include "ui/text/figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace meitrace {

namespace {

struct MatchCommand {
    Q_DECLARE_TR_FUNCTIONS(MatchCommand)
};

using Align = TextTable::Align;

/// "header=kind,header=kind".  Errors  BadOption(columns, value)
Result<std::vector<MatchColumn>> columnsFrom(const QString& text)
{
    std::vector<MatchColumn> columns;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const std::string kind = part.section(u'=', -1).trimmed().toStdString();
        const auto known = std::find(kEvidenceKindCodes.begin(), kEvidenceKindCodes.end(), kind);
        if (!part.contains(u'=') || known == kEvidenceKindCodes.end()) {
            return Error {.code = ErrorCode::BadOption, .subject = "columns", .value = part.toStdString()};
        }
        columns.push_back({part.section(u'=', 0, -2).trimmed().toStdString(),
                           static_cast<EvidenceKind>(known - kEvidenceKindCodes.begin())});
    }
    return columns;
}

/// A share given as an option.  Errors  BadOption
Result<double> shareFrom(const CommandContext& context, const char* option, double standard)
{
    if (!context.isSet(option)) {
        return standard;
    }
    bool ok = false;
    const double share = QString::fromStdString(context.value(option)).toDouble(&ok);
    return ok && share >= 0.0 && share <= 1.0
        ? Result<double>(share)
        : Result<double>(
            Error {.code = ErrorCode::BadOption, .subject = option, .value = context.value(option)});
}

std::string kindCode(EvidenceKind kind)
{
    return std::string(kEvidenceKindCodes[static_cast<std::size_t>(kind)]);
}

Json fieldJson(const FieldModel& field)
{
    Json levels = Json::array();
    for (std::size_t level = 1; level < kLevels; ++level) {
        if (hasLevel(field.kind, static_cast<Level>(level))) {
            levels.push_back({{"level", std::string(kLevelCodes[level])},
                              {"m", field.m[level]},
                              {"u", field.u[level]},
                              {"weight", field.weight(static_cast<Level>(level))}});
        }
    }
    return {{"field", field.name}, {"kind", kindCode(field.kind)}, {"levels", levels}};
}

Json scoreJson(const MatchScore& score)
{
    return {{"least", score.least},         {"right", score.right},   {"wrong", score.wrong},
            {"precision", score.precision}, {"recall", score.recall}, {"f1", score.f1}};
}

Json resultOf(const MatchReport& report)
{
    Json result {{"rows", report.rows},
                 {"compared", report.compared},
                 {"pairs", report.pairs},
                 {"persons", report.persons},
                 {"refused", report.refused},
                 {"ignored", report.ignored},
                 {"lambda", report.estimate.model.lambda}};
    result["blocks"] = Json::array();
    for (const auto& [name, count] : report.blocks) {
        result["blocks"].push_back({{"rule", name}, {"pairs", count.pairs}, {"dropped", count.dropped}});
    }
    result["fields"] = Json::array();
    for (const FieldModel& field : report.estimate.model.fields) {
        result["fields"].push_back(fieldJson(field));
    }
    result["trainings"] = Json::array();
    for (const Training& training : report.estimate.trainings) {
        result["trainings"].push_back({{"block", training.block},
                                       {"pairs", training.pairs},
                                       {"share", training.share},
                                       {"rounds", training.rounds},
                                       {"used", training.used}});
    }
    if (report.measured) {
        result["true_pairs"] = report.truePairs;
        result["completeness"] = report.completeness;
        result["scores"] = Json::array();
        for (const MatchScore& score : report.scores) {
            result["scores"].push_back(scoreJson(score));
        }
        result["joined"] = scoreJson(report.groups);
        result["calibration"] = Json::array();
        for (const MatchCalibration& range : report.calibration) {
            result["calibration"].push_back({{"from", range.from},
                                             {"to", range.to},
                                             {"pairs", range.pairs},
                                             {"promised", range.pairs > 0 ? Json(range.promised) : Json()},
                                             {"right", range.pairs > 0 ? Json(range.right) : Json()}});
        }
    }
    return result;
}

QString number(double value, int digits)
{
    return QString::number(value, 'f', digits);
}

QString textOf(const MatchReport& report)
{
    TextTable figures({MatchCommand::tr("Figure"), MatchCommand::tr("Value")}, {Align::Left});
    figures.row({MatchCommand::tr("Rows"), countText(report.rows)});
    figures.row({MatchCommand::tr("Pairs compared"), countText(report.compared)});
    figures.row({MatchCommand::tr("Pairs kept"), countText(report.pairs)});
    figures.row({MatchCommand::tr("Different people"), countText(report.persons)});
    figures.row({MatchCommand::tr("Merges refused"), countText(report.refused)});
    QString text = figures.text();

    TextTable weights({MatchCommand::tr("Column"), MatchCommand::tr("Equal"), MatchCommand::tr("Different")},
                      {Align::Left});
    for (const FieldModel& field : report.estimate.model.fields) {
        weights.row({QString::fromStdString(field.name), number(field.weight(Level::Equal), 1),
                     number(field.weight(Level::Different), 1)});
    }
    text += u'\n' + weights.text();
    if (!report.measured) {
        return text;
    }
    TextTable scores({MatchCommand::tr("From probability"), MatchCommand::tr("Right"),
                      MatchCommand::tr("Wrong"), MatchCommand::tr("Precision"), MatchCommand::tr("Recall"),
                      QStringLiteral("F1")});
    const auto add = [&](const QString& name, const MatchScore& score) {
        scores.row({name, countText(score.right), countText(score.wrong), number(score.precision, 4),
                    number(score.recall, 4), number(score.f1, 4)});
    };
    for (const MatchScore& score : report.scores) {
        add(number(score.least, 2), score);
    }
    add(MatchCommand::tr("as joined"), report.groups);
    text += u'\n' + scores.text();
    TextTable calibration({MatchCommand::tr("Probability from"), MatchCommand::tr("to"),
                           MatchCommand::tr("Pairs"), MatchCommand::tr("Promised"),
                           MatchCommand::tr("True")});
    for (const MatchCalibration& range : report.calibration) {
        if (range.pairs > 0) {
            calibration.row({number(range.from, 2), number(range.to, 2), countText(range.pairs),
                             number(range.promised, 4), number(range.right, 4)});
        }
    }
    text += u'\n' + calibration.text();
    return text + u'\n'
        + MatchCommand::tr("Of the pairs that are one person, %1 were compared.")
              .arg(percentText(report.completeness))
        + u'\n';
}

}  // namespace

Result<Answer> runMatch(const CommandContext& context)
{
    MatchRequest request;
    for (const QString& file : context.arguments) {
        request.files.push_back(file.toStdString());
    }
    Result<std::vector<MatchColumn>> columns = columnsFrom(QString::fromStdString(context.value("columns")));
    const Result<double> keep = shareFrom(context, "keep", request.keep);
    const Result<double> merge = shareFrom(context, "merge", request.merge);
    if (!columns || !keep || !merge) {
        return !columns ? columns.error() : (keep ? merge.error() : keep.error());
    }
    request.columns = *std::move(columns);
    request.keep = std::min(*keep, *merge);
    request.merge = *merge;
    request.truth = context.value("truth");
    request.csv = context.value("csv");
    const Result<std::int64_t> seed = context.integer("seed", 1);
    if (!seed) {
        return seed.error();
    }
    request.seed = static_cast<std::uint64_t>(*seed);
    const Result<MatchReport> report = matchTables(request, context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.used = report->rows;
    Json used = Json::array();
    for (const MatchColumn& column : report->columns) {
        used.push_back({{"header", column.header}, {"kind", kindCode(column.kind)}});
    }
    answer.options = {{"files", request.files}, {"columns", used},        {"truth", request.truth},
                      {"keep", request.keep},   {"merge", request.merge}, {"seed", *seed}};
    answer.result = resultOf(*report);
    answer.text = textOf(*report);
    return answer;
}

CommandSpec matchCommand()
{
    return {
        "match",
        "FILE [FILE]",
        1,
        2,
        QT_TRANSLATE_NOOP("Help", "Finds rows of one table, or across two, that are the same person"),
        "meitrace match people.csv --csv pairs.csv --columns \"given_name=word,surname=word,born=date\"",
        {{"csv", "OUT", QT_TRANSLATE_NOOP("Help", "File for the pairs, with what speaks for each"), ""},
         {"columns", "LIST",
          QT_TRANSLATE_NOOP(
              "Help", "What is compared, header=kind: name, word, date, phone, address, code or category"),
          "by the headers"},
         {"truth", "HEADER",
          QT_TRANSLATE_NOOP("Help", "Column that says who it is: measures the result, is never compared"),
          ""},
         {"keep", "P", QT_TRANSLATE_NOOP("Help", "Lowest probability of a pair that is kept"), "0.5"},
         {"merge", "P", QT_TRANSLATE_NOOP("Help", "Lowest probability at which rows are joined"), "0.9"}},
        runMatch};
}

}  // namespace meitrace

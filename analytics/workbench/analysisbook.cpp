// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/analysisbook.h"

#include "models/base/badoption.h"
#include "models/base/platform.h"
#include "models/base/text.h"
#include "models/store/rows.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

constexpr std::int64_t kLongestName = 80;
constexpr std::string_view kColumns = "analysis_id, name, kind, definition, note, saved_ms, counted_ms, "
                                      "as_of, data_version, map_version, digest";

SavedAnalysis analysisAt(const Statement& row)
{
    SavedAnalysis analysis {.id = row.integer(0),
                            .name = std::string(row.text(1)),
                            .kind = std::string(row.text(2)),
                            .definition = std::string(row.text(3)),
                            .note = std::string(row.text(4)),
                            .savedAt = row.integer(5),
                            .countedAt = row.integer(6)};
    analysis.outcome.asOf = static_cast<Day>(row.integer(7));
    analysis.outcome.dataVersion = row.integer(8);
    analysis.outcome.mapVersion = row.integer(9);
    analysis.outcome.digest = row.text(10);
    return analysis;
}

Status readFigures(Database& database, std::vector<SavedAnalysis>& analyses)
{
    Result<Statement> query = database.prepare(
        "SELECT name, subject, unit, value FROM analysis_figure WHERE analysis_id = ? ORDER BY place");
    if (!query) {
        return query.error();
    }
    for (SavedAnalysis& analysis : analyses) {
        query->bind(1, analysis.id);
        Status status = forEachRow(*query, [&](const Statement& row) {
            analysis.outcome.figures.push_back(
                {.name = std::string(row.text(0)),
                 .subject = std::string(row.text(1)),
                 .unit = figureUnitByName(row.text(2)),
                 .value = row.isNull(3) ? std::numeric_limits<double>::quiet_NaN() : row.real(3)});
        });
        if (!status) {
            return status;
        }
    }
    return Done {};
}

/// rest: of the SELECT, with one text to bind or none
Result<std::vector<SavedAnalysis>> readAnalyses(Clinic& clinic, const std::string& rest,
                                                const std::string* text)
{
    Database& database = clinic.workspace().database();
    Result<Statement> query = database.prepare("SELECT " + std::string(kColumns) + " FROM analysis " + rest);
    if (query && text != nullptr) {
        query->bind(1, std::string_view(*text));
    }
    Result<std::vector<SavedAnalysis>> analyses = readRows(std::move(query), analysisAt);
    if (analyses) {
        if (Status status = readFigures(database, *analyses); !status) {
            return status.error();
        }
    }
    return analyses;
}

Status removeRows(Database& database, std::int64_t id)
{
    for (const char* sql : {"DELETE FROM analysis_figure WHERE analysis_id = ?",
                            "DELETE FROM analysis WHERE analysis_id = ?"}) {
        Result<Statement> statement = database.prepare(sql);
        if (!statement) {
            return statement.error();
        }
        if (Status status = statement->bind(1, id).run(); !status) {
            return status;
        }
    }
    return Done {};
}

Status writeFigures(Database& database, std::int64_t id, const std::vector<AnalysisFigure>& figures)
{
    Result<Statement> put = database.prepare("INSERT INTO analysis_figure(analysis_id, place, name, subject, "
                                             "unit, value) VALUES (?, ?, ?, ?, ?, ?)");
    if (!put) {
        return put.error();
    }
    std::int64_t place = 0;
    for (const AnalysisFigure& figure : figures) {
        put->bind(1, id)
            .bind(2, place++)
            .bind(3, std::string_view(figure.name))
            .bind(4, std::string_view(figure.subject))
            .bind(5, nameOf(figure.unit));
        if (std::isnan(figure.value)) {
            put->bindNull(6);
        } else {
            put->bind(6, figure.value);
        }
        if (Status status = put->run(); !status) {
            return status;
        }
    }
    return Done {};
}

/// id 0 gets a number of its own.
Status writeRows(Database& database, SavedAnalysis& analysis)
{
    Result<Statement> put = database.prepare("INSERT INTO analysis(" + std::string(kColumns)
                                             + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!put) {
        return put.error();
    }
    if (analysis.id == 0) {
        put->bindNull(1);
    } else {
        put->bind(1, analysis.id);
    }
    put->bind(2, std::string_view(analysis.name))
        .bind(3, std::string_view(analysis.kind))
        .bind(4, std::string_view(analysis.definition))
        .bind(5, std::string_view(analysis.note))
        .bind(6, analysis.savedAt)
        .bind(7, analysis.countedAt)
        .bind(8, std::int64_t {analysis.outcome.asOf})
        .bind(9, analysis.outcome.dataVersion)
        .bind(10, analysis.outcome.mapVersion)
        .bind(11, std::string_view(analysis.outcome.digest));
    if (Status status = put->run(); !status) {
        return status;
    }
    analysis.id = analysis.id == 0 ? database.lastInsertId() : analysis.id;
    return writeFigures(database, analysis.id, analysis.outcome.figures);
}

/// Puts `after` in the place of `before` and says so in the log.
Status change(Clinic& clinic, const std::optional<SavedAnalysis>& before, std::optional<SavedAnalysis>& after,
              std::string_view what)
{
    if (after) {
        const Result<std::vector<SavedAnalysis>> named = readAnalyses(clinic, "WHERE name = ?", &after->name);
        if (!named) {
            return named.error();
        }
        if (!named->empty() && (!before || named->front().id != before->id)) {
            return Error {.code = ErrorCode::Exists, .subject = after->name};
        }
    }
    Database& database = clinic.workspace().database();
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    Status status = before ? removeRows(database, before->id) : Status(Done {});
    status = status && after ? writeRows(database, *after) : status;
    status = status ? clinic.workspace().audit("analysis", "analysis", what) : status;
    return status ? transaction->commit() : status;
}

Result<AnalysisChange> changed(Clinic& clinic, AnalysisChange change, std::string_view what)
{
    const Status status = meitrace::change(clinic, change.before, change.after, what);
    return status ? Result<AnalysisChange>(std::move(change)) : Result<AnalysisChange>(status.error());
}

bool isOfOne(const AnalysisFigure& a, const AnalysisFigure& b)
{
    return a.name == b.name && a.subject == b.subject;
}

AnalysisFigure unknownLike(const AnalysisFigure& figure)
{
    AnalysisFigure unknown = figure;
    unknown.value = std::numeric_limits<double>::quiet_NaN();
    return unknown;
}

}  // namespace

bool FigurePair::isSame() const
{
    return (std::isnan(before.value) && std::isnan(now.value))
        || std::bit_cast<std::uint64_t>(before.value) == std::bit_cast<std::uint64_t>(now.value);
}

std::vector<FigurePair> pairedFigures(const AnalysisOutcome& before, const AnalysisOutcome& now)
{
    const auto partner = [](const std::vector<AnalysisFigure>& among, const AnalysisFigure& of) {
        const auto found = std::find_if(among.begin(), among.end(),
                                        [&](const AnalysisFigure& other) { return isOfOne(of, other); });
        return found == among.end() ? nullptr : &*found;
    };
    std::vector<FigurePair> pairs;
    for (const AnalysisFigure& figure : now.figures) {
        const AnalysisFigure* other = partner(before.figures, figure);
        pairs.push_back({other != nullptr ? *other : unknownLike(figure), figure});
    }
    for (const AnalysisFigure& figure : before.figures) {
        if (partner(now.figures, figure) == nullptr) {
            pairs.push_back({figure, unknownLike(figure)});
        }
    }
    return pairs;
}

bool isAnalysisName(std::string_view name)
{
    return !trimmed(name).empty() && isValidUtf8(name) && characterCount(name) <= kLongestName
        && std::none_of(name.begin(), name.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

Result<std::vector<SavedAnalysis>> savedAnalyses(Clinic& clinic)
{
    return readAnalyses(clinic, "ORDER BY counted_ms DESC, analysis_id DESC", nullptr);
}

Result<SavedAnalysis> savedAnalysis(Clinic& clinic, const std::string& name)
{
    Result<std::vector<SavedAnalysis>> named = readAnalyses(clinic, "WHERE name = ?", &name);
    if (!named) {
        return named.error();
    }
    return named->empty() ? Result<SavedAnalysis>(
               Error {.code = ErrorCode::NotFound, .subject = "analysis", .value = shortened(name)})
                          : Result<SavedAnalysis>(std::move(named->front()));
}

Result<AnalysisChange> saveAnalysis(Clinic& clinic, const SavedAnalysis& analysis, SavingRule rule)
{
    if (!isAnalysisName(analysis.name)) {
        return badOption("name", shortened(analysis.name));
    }
    AnalysisChange change {.before = {}, .after = analysis};
    Result<std::vector<SavedAnalysis>> named = readAnalyses(clinic, "WHERE name = ?", &analysis.name);
    if (!named) {
        return named.error();
    }
    change.after->id = 0;
    change.after->countedAt = platform::now();
    change.after->savedAt = change.after->countedAt;
    if (rule == SavingRule::Replace && !named->empty() && named->front().kind == analysis.kind) {
        change.before = std::move(named->front());
        change.after->id = change.before->id;
        change.after->savedAt = change.before->savedAt;
    }
    return changed(clinic, std::move(change), "saved");
}

Result<AnalysisChange> renameAnalysis(Clinic& clinic, const std::string& from, const std::string& to)
{
    if (!isAnalysisName(to)) {
        return badOption("name", shortened(to));
    }
    Result<SavedAnalysis> saved = savedAnalysis(clinic, from);
    if (!saved) {
        return saved.error();
    }
    AnalysisChange change {.before = *saved, .after = std::move(*saved)};
    change.after->name = to;
    return changed(clinic, std::move(change), "renamed");
}

Result<AnalysisChange> deleteAnalysis(Clinic& clinic, const std::string& name)
{
    Result<SavedAnalysis> saved = savedAnalysis(clinic, name);
    return saved ? changed(clinic, {.before = std::move(*saved), .after = {}}, "deleted")
                 : Result<AnalysisChange>(saved.error());
}

Result<AnalysisChange> keepOutcome(Clinic& clinic, const std::string& name, const AnalysisOutcome& now)
{
    Result<SavedAnalysis> saved = savedAnalysis(clinic, name);
    if (!saved) {
        return saved.error();
    }
    AnalysisChange change {.before = *saved, .after = std::move(*saved)};
    change.after->outcome = now;
    change.after->countedAt = platform::now();
    return changed(clinic, std::move(change), "counted anew");
}

Status takeBack(Clinic& clinic, const AnalysisChange& change)
{
    std::optional<SavedAnalysis> after = change.before;
    return meitrace::change(clinic, change.after, after, "taken back");
}

Status doAgain(Clinic& clinic, const AnalysisChange& change)
{
    std::optional<SavedAnalysis> after = change.after;
    return meitrace::change(clinic, change.before, after, "done again");
}

Result<AnalysisComparison> compareWithNow(Clinic& clinic, const SavedAnalysis& saved, Job& job)
{
    const Result<AnalysisDefinition> definition = parseDefinition(saved.definition);
    if (!definition) {
        return definition.error();
    }
    Result<AnalysisOutcome> now = runAnalysis(clinic, *definition, job);
    return now ? Result<AnalysisComparison>(AnalysisComparison {saved, *std::move(now)})
               : Result<AnalysisComparison>(now.error());
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// reconcile: totals of files and balances of cards; diary: what every load changed
#include "analytics/workbench/reconcile.h"
#include "app/commands/commands.h"
#include "app/texttable.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/reconcileview.h"

#include <QCoreApplication>

#include <array>

namespace meitrace {

namespace {

struct ReconcileCommand {
    Q_DECLARE_TR_FUNCTIONS(ReconcileCommand)
};

constexpr double kThousand = 1000;
constexpr std::int64_t kStandardEntries = 50;
constexpr std::array<const char*, 3> kActions {"load", "take_out", "read_again"};

/// A number of a field under this name: money in minor units, pieces as they are counted.
void put(Json& json, const std::string& name, const KindSpec& kind, std::string_view field,
         std::int64_t number)
{
    const int index = fieldIndex(kind, field);
    const FieldType type = index < 0 ? FieldType::Count : kind.fields[static_cast<std::size_t>(index)].type;
    if (type == FieldType::Money) {
        json[name + "_minor"] = number;
    } else if (type == FieldType::Quantity) {
        json[name] = static_cast<double>(number) / kThousand;
    } else {
        json[name] = number;
    }
}

Json totalJson(const KindSpec& kind, const FileTotal& total)
{
    Json json {{"line", total.line},
               {"label", total.label},
               {"field", total.field},
               {"of", total.whole ? "file" : "part"}};
    put(json, "stated", kind, total.field, total.stated);
    put(json, "rows", kind, total.field, total.rows.all());
    put(json, "left_out", kind, total.field, total.rows.left);
    put(json, "difference", kind, total.field, total.difference());
    put(json, "repeated", kind, total.field, total.rows.again);
    json["unread"] = total.rows.unread;
    return json;
}

Json cardJson(const CardDifference& card, const std::string& customer)
{
    const auto pieces = [](std::int64_t thousandths) { return static_cast<double>(thousandths) / kThousand; };
    return {{"batch", card.batch},
            {"row", card.row + 1},
            {"customer", customer.empty() ? Json() : Json(customer)},
            {"card", card.card},
            {"item", card.item},
            {"bought", pieces(card.bought)},
            {"gift", pieces(card.gift)},
            {"used", pieces(card.used)},
            {"remaining", pieces(card.remaining)},
            {"difference", pieces(card.difference())}};
}

Json dayJson(Day day)
{
    return day == kMissingDay ? Json() : Json(isoDate(day));
}

Json numberJson(std::int64_t number)
{
    return number == kMissing ? Json() : Json(number);
}

Json entryJson(const DiaryEntry& entry)
{
    const KindSpec* kind = kindById(entry.kind);
    Json figures = Json::array();
    for (const DiaryFigure& figure : entry.figures) {
        Json json {{"month", isoDate(figure.month).substr(0, 7)}, {"figure", figure.figure}};
        if (kind != nullptr) {
            put(json, "before", *kind, figure.figure, figure.before);
            put(json, "after", *kind, figure.figure, figure.after);
        }
        figures.push_back(std::move(json));
    }
    return {{"entry", entry.id},
            {"action", kActions[static_cast<std::size_t>(entry.action) - 1]},
            {"batch", entry.batch},
            {"file", entry.fileName},
            {"kind", kind == nullptr ? std::string() : std::string(kind->code)},
            {"rows_read", entry.rowsRead},
            {"new", entry.fresh},
            {"changed", entry.changed},
            {"known", entry.again},
            {"set_aside", entry.aside},
            {"vanished", entry.vanished},
            {"from", dayJson(entry.first)},
            {"to", dayJson(entry.last)},
            {"customers_before", numberJson(entry.customersBefore)},
            {"customers_after", numberJson(entry.customersAfter)},
            {"past_figures", figures}};
}

}  // namespace

Result<Answer> runReconcile(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<ReconcileReport> found = reconcile(*clinic, context.job);
    const Result<std::vector<ImportBatch>> batches = Batches(clinic->workspace().database()).all();
    if (!found || !batches) {
        return found ? batches.error() : found.error();
    }
    const auto report = std::make_shared<const ReconcileReport>(*found);
    Answer answer;
    answer.used = report->totals() + report->cards.checked;
    answer.dataVersion = report->dataVersion;
    answer.result["files"] = Json::array();
    for (const FileReconciliation& file : report->files) {
        const KindSpec& kind = *kindById(file.kind);
        Json totals = Json::array();
        for (const FileTotal& total : file.totals) {
            totals.push_back(totalJson(kind, total));
        }
        answer.result["files"].push_back({{"batch", file.batch},
                                          {"file", file.file},
                                          {"kind", std::string(kind.code)},
                                          {"totals", totals}});
    }
    Json cards = Json::array();
    for (std::size_t i = 0; i < report->cards.differences.size(); ++i) {
        cards.push_back(cardJson(report->cards.differences[i], report->customers[i]));
    }
    answer.result["files_without_total"] = report->filesWithout;
    answer.result["cards"]
        = {{"cards", report->cards.cards}, {"checked", report->cards.checked}, {"differences", cards}};
    answer.result["differences"] = report->differences();
    TotalTable totals;
    totals.setReport(report);
    CardDifferenceTable balances;
    balances.setReport(report, *batches);
    answer.text
        = (totals.rowCount() > 0 ? modelText(totals)
                                 : ReconcileCommand::tr("No loaded file has a line with totals.") + u'\n');
    answer.text += u'\n'
        + (balances.rowCount() > 0 ? modelText(balances)
                                   : ReconcileCommand::tr("Balances of cards checked: %1, none differs.")
                                         .arg(countText(report->cards.checked))
                   + u'\n');
    return answer;
}

Result<Answer> runDiary(const CommandContext& context)
{
    const Result<std::int64_t> limit = context.integer("limit", kStandardEntries);
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!limit || !clinic) {
        return limit ? clinic.error() : limit.error();
    }
    if (*limit < 1) {
        return Error {.code = ErrorCode::BadOption, .subject = "limit", .value = std::to_string(*limit)};
    }
    const Result<std::vector<DiaryEntry>> entries = readDiary(*clinic, *limit);
    if (!entries) {
        return entries.error();
    }
    Answer answer;
    answer.options["limit"] = *limit;
    answer.used = static_cast<std::int64_t>(entries->size());
    answer.result["entries"] = Json::array();
    for (const DiaryEntry& entry : *entries) {
        answer.result["entries"].push_back(entryJson(entry));
    }
    DiaryTable diary;
    diary.setEntries(*entries, clinic->workspace().zone());
    answer.text = modelText(diary);
    if (const int moved = diary.firstThatMoved(); moved >= 0) {
        MovedFigureTable figures;
        figures.setEntry(diary.entryAt(moved));
        answer.text += u'\n'
            + ReconcileCommand::tr("Figures of the past that %1 moved:")
                  .arg(fromUtf8(diary.entryAt(moved).fileName))
            + u'\n' + modelText(figures);
    }
    return answer;
}

}  // namespace meitrace

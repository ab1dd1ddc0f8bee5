// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// quarantine, mend, requeue
#include "analytics/workbench/mending.h"
#include "analytics/workbench/requeue.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"
#include "ui/viewmodels/mendingview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct MendingCommands {
    Q_DECLARE_TR_FUNCTIONS(MendingCommands)
};

using Align = TextTable::Align;

void addGroups(const std::vector<ProblemGroup>& groups, Answer& answer)
{
    answer.result["groups"] = Json::array();
    for (const ProblemGroup& group : groups) {
        Json values = Json::array();
        for (const ProblemValue& value : group.values) {
            values.push_back({{"value", value.value},
                              {"rows", value.rows},
                              {"suggestion", value.suggestion.empty() ? Json() : Json(value.suggestion)}});
        }
        answer.result["groups"].push_back({{"kind", std::string(group.kind->code)},
                                           {"field", group.field.empty() ? Json() : Json(group.field)},
                                           {"rule", std::string(ruleCode(group.rule))},
                                           {"rows", group.rows},
                                           {"batches", group.batches},
                                           {"values", std::move(values)}});
    }
    ProblemGroupTable table;
    table.setGroups(groups);
    answer.text = groups.empty() ? MendingCommands::tr("No row is set aside.") + u'\n' : modelText(table);
}

/// The mends of every group with this field and value.
Result<std::vector<CellMend>> mendsOf(const CommandContext& context, Clinic& clinic)
{
    for (const char* option : {"field", "value", "becomes"}) {
        if (!context.isSet(option)) {
            return Error {.code = ErrorCode::BadOption, .subject = option};
        }
    }
    Batches batches(clinic.workspace().database());
    const Result<std::vector<QuarantineEntry>> entries = batches.quarantine(0, true);
    const Result<std::vector<ImportBatch>> all = batches.all();
    if (!entries || !all) {
        return entries ? all.error() : entries.error();
    }
    std::vector<CellMend> mends;
    for (const ProblemGroup& group : problemGroups(*entries, *all)) {
        const bool isKind = !context.isSet("kind") || context.value("kind") == group.kind->code;
        if (isKind && group.field == context.value("field")) {
            mends.push_back(
                {group.kind, group.field, group.rule, context.value("value"), context.value("becomes")});
        }
    }
    return mends;
}

}  // namespace

Result<Answer> runQuarantine(const CommandContext& context)
{
    const Result<std::int64_t> batch = context.integer("batch", 0);
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!batch || !clinic) {
        return batch ? clinic.error() : batch.error();
    }
    const Result<std::vector<QuarantineEntry>> entries
        = Batches(clinic->workspace().database()).quarantine(*batch, true);
    if (!entries) {
        return entries.error();
    }
    Answer answer;
    answer.options = {{"batch", *batch > 0 ? Json(*batch) : Json()},
                      {"csv", context.isSet("csv") ? Json(context.value("csv")) : Json()}};
    answer.used = static_cast<std::int64_t>(entries->size());
    answer.result["rows"] = Json::array();
    TextTable table({MendingCommands::tr("Batch"), MendingCommands::tr("Line"), MendingCommands::tr("Field"),
                     MendingCommands::tr("Reason"), MendingCommands::tr("Value")},
                    {Align::Right, Align::Right, Align::Left, Align::Left, Align::Left});
    for (const QuarantineEntry& entry : *entries) {
        answer.result["rows"].push_back(
            {{"batch", entry.batch},
             {"row", entry.row},
             {"line", entry.line},
             {"field", entry.field.empty() ? Json() : Json(entry.field)},
             {"rule", std::string(ruleCode(entry.rule))},
             {"value", entry.value},
             {"suggestion", entry.suggestion.empty() ? Json() : Json(entry.suggestion)}});
        table.row({QString::number(entry.batch), countText(entry.line), fromUtf8(entry.field),
                   ruleName(entry.rule), fromUtf8(entry.value)});
    }
    if (context.isSet("groups")) {
        const Result<std::vector<ImportBatch>> batches = Batches(clinic->workspace().database()).all();
        if (!batches) {
            return batches.error();
        }
        addGroups(problemGroups(*entries, *batches), answer);
        return answer;
    }
    if (context.isSet("csv")) {
        const Result<Index> written = writeQuarantine(*clinic, *batch, context.value("csv"), context.job);
        if (!written) {
            return written.error();
        }
        answer.result["written"] = *written;
    }
    answer.text = entries->empty() ? MendingCommands::tr("No row is set aside.") + u'\n' : table.text();
    return answer;
}

Result<Answer> runRequeue(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<FileReport> report = requeueRows(clinic->workspace(), context.argument(1), context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.result["files"] = Json::array({fileJson(*report)});
    answer.used = report->rowsRead;
    answer.text = filesText({*report});
    return answer;
}

Result<Answer> runMend(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<std::vector<CellMend>> mends = mendsOf(context, *clinic);
    if (!mends) {
        return mends.error();
    }
    const Result<MendReport> report = mendRows(clinic->workspace(), *mends, context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.options = {{"field", context.value("field")},
                      {"value", context.value("value")},
                      {"becomes", context.value("becomes")},
                      {"kind", context.isSet("kind") ? Json(context.value("kind")) : Json()}};
    answer.used = report->rows;
    answer.result["files"] = Json::array();
    for (const FileReport& file : report->files) {
        answer.result["files"].push_back(fileJson(file));
    }
    answer.result["taken"] = report->taken;
    answer.result["aside"] = report->aside;
    answer.text = report->rows == 0
        ? MendingCommands::tr("No row that is set aside has this value there.") + u'\n'
        : MendingCommands::tr("%1 rows read again: %2 taken, %3 set aside again.")
                .arg(countText(report->rows), countText(report->taken), countText(report->aside))
            + u'\n';
    return answer;
}

}  // namespace meitrace

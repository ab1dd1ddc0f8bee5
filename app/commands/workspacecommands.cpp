// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// new, demo, status, check, backup, restore, audit
#include "analytics/workbench/demo.h"
#include "analytics/workbench/overview.h"
#include "analytics/workbench/restoring.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace meitrace {

namespace {

struct WorkspaceCommands {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceCommands)
};

using Align = TextTable::Align;

QString dateText(Day day)
{
    return fromUtf8(isoDate(day));
}

Json overviewJson(const Overview& overview)
{
    Json json;
    json["customers"] = overview.customers;
    json["anonymous"] = overview.anonymous;
    json["idents"] = overview.idents;
    json["events"] = overview.events;
    json["events_by_type"] = Json::object();
    for (const auto& [type, count] : overview.eventsByType) {
        json["events_by_type"][type] = count;
    }
    json["documents"] = Json::object();
    for (const auto& [table, rows] : overview.documents) {
        json["documents"][table] = rows;
    }
    json["batches"] = Json::array();
    for (const ImportBatch& batch : overview.batches) {
        const auto counts = batch.fates.counts();
        Json entry {{"batch", batch.id},
                    {"file", batch.fileName},
                    {"kind", std::string(kindById(batch.kind)->code)},
                    {"rows_read", batch.rowsRead}};
        for (const RowFate fate : kReportedFates) {
            entry[std::string(fateCode(fate))] = counts[static_cast<std::size_t>(fate)];
        }
        json["batches"].push_back(std::move(entry));
    }
    json["quarantine_open"] = overview.quarantineOpen;
    json["from"] = overview.events > 0 ? Json(isoDate(overview.from)) : Json();
    json["to"] = overview.events > 0 ? Json(isoDate(overview.to)) : Json();
    json["file_bytes"] = overview.fileBytes;
    return json;
}

QString overviewText(const Overview& overview)
{
    TextTable figures({WorkspaceCommands::tr("Figure"), WorkspaceCommands::tr("Value")}, {Align::Left});
    figures.row({WorkspaceCommands::tr("Known customers"), countText(overview.customers)});
    figures.row({WorkspaceCommands::tr("Anonymous handles"), countText(overview.anonymous)});
    figures.row({WorkspaceCommands::tr("Events"), countText(overview.events)});
    figures.row({WorkspaceCommands::tr("Rows set aside, open"), countText(overview.quarantineOpen)});
    figures.row({WorkspaceCommands::tr("First day"),
                 overview.events > 0 ? dateText(overview.from) : QStringLiteral("—")});
    figures.row(
        {WorkspaceCommands::tr("As of"), overview.events > 0 ? dateText(overview.to) : QStringLiteral("—")});
    figures.row({WorkspaceCommands::tr("File size"), QLocale().formattedDataSize(overview.fileBytes)});
    TextTable types(
        {WorkspaceCommands::tr("Event"), WorkspaceCommands::tr("Code"), WorkspaceCommands::tr("Count")},
        {Align::Left, Align::Left});
    for (const auto& [type, count] : overview.eventsByType) {
        types.row({eventName(type), fromUtf8(type), countText(count)});
    }
    QString text = figures.text();
    if (!types.isEmpty() && !overview.eventsByType.empty()) {
        text += u'\n' + types.text();
    }
    if (overview.batches.empty()) {
        return text + u'\n'
            + WorkspaceCommands::tr("Nothing is loaded yet. “meitrace import W FILE…” loads export files.")
            + u'\n';
    }
    std::vector<FileReport> files;
    for (const ImportBatch& batch : overview.batches) {
        FileReport& file = files.emplace_back();
        file.file = batch.fileName;
        file.kind = kindById(batch.kind)->code;
        file.encoding = batch.encoding;
        file.rowsRead = batch.rowsRead;
        file.fates = batch.fates.counts();
        file.batch = batch.id;
    }
    return text + u'\n' + filesText(files);
}

}  // namespace

Result<Answer> runNew(const CommandContext& context)
{
    const Result<std::int64_t> dayStart = context.integer("day-start", 0);
    if (!dayStart) {
        return dayStart.error();
    }
    WorkspaceSettings settings;
    settings.timeZone = context.isSet("tz") ? context.value("tz") : settings.timeZone;
    settings.currency = context.isSet("currency") ? context.value("currency") : settings.currency;
    settings.dayStartMinutes = static_cast<int>(std::clamp<std::int64_t>(*dayStart, -1, 100'000));
    const Result<Workspace> workspace = Workspace::create(context.argument(0), settings);
    if (!workspace) {
        return workspace.error();
    }
    Answer answer;
    answer.options = {
        {"tz", settings.timeZone}, {"currency", settings.currency}, {"day_start", settings.dayStartMinutes}};
    answer.result = {{"workspace", context.argument(0)}};
    answer.text = WorkspaceCommands::tr("%1 is ready and empty.").arg(context.arguments.value(0)) + u'\n';
    return answer;
}

Result<Answer> runDemo(const CommandContext& context)
{
    const Result<std::int64_t> seed = context.integer("seed", 1);
    if (!seed) {
        return seed.error();
    }
    DemoRequest request;
    request.workspace = context.argument(0);
    request.size = context.isSet("size") ? context.value("size") : "S";
    request.seed = static_cast<std::uint64_t>(*seed);
    request.folder = context.isSet("files") ? context.value("files") : request.workspace + "-files";
    const Result<ImportReport> report = makeDemoClinic(request, context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.options = {{"size", request.size}, {"seed", *seed}, {"files", request.folder}};
    answer.result["files"] = Json::array();
    for (const FileReport& file : report->files) {
        answer.result["files"].push_back(fileJson(file));
        answer.used += file.rowsRead;
    }
    answer.result["customers_before"] = report->customersBefore;
    answer.result["customers_after"] = report->customersAfter;
    answer.failure = report->failure;
    answer.text = filesText(report->files) + u'\n'
        + WorkspaceCommands::tr(
              "The demo clinic is in %1, its export files are in %2. All people in it are invented.")
              .arg(fromUtf8(request.workspace), fromUtf8(request.folder))
        + u'\n';
    return answer;
}

Result<Answer> runStatus(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<Overview> overview = overviewOf(*clinic, context.job);
    if (!overview) {
        return overview.error();
    }
    Answer answer;
    answer.result = overviewJson(*overview);
    answer.used = overview->events;
    answer.dataVersion = overview->dataVersion;
    if (overview->events > 0) {
        answer.asOf = overview->to;
    }
    answer.text = overviewText(*overview);
    return answer;
}

Result<Answer> runCheck(const CommandContext& context)
{
    Result<Workspace> workspace = Workspace::open(context.argument(0), Workspace::Access::Read);
    if (!workspace) {
        return workspace.error();
    }
    if (Status status = workspace->verify(context.job); !status) {
        return status.error();
    }
    Answer answer;
    answer.result = {{"ok", true}};
    answer.text = WorkspaceCommands::tr("The workspace is sound.") + u'\n';
    return answer;
}

Result<Answer> runBackup(const CommandContext& context)
{
    Result<Workspace> workspace = Workspace::open(context.argument(0), Workspace::Access::Read);
    if (!workspace) {
        return workspace.error();
    }
    if (Status status = workspace->backup(context.argument(1), context.job); !status) {
        return status.error();
    }
    Answer answer;
    answer.result
        = {{"backup", context.argument(1)}, {"file_bytes", platform::fileSize(context.argument(1))}};
    answer.text = WorkspaceCommands::tr("Backed up to %1.").arg(context.arguments.value(1)) + u'\n';
    return answer;
}

Result<Answer> runRestore(const CommandContext& context)
{
    const Result<ErasedAgain> again = restoreWorkspace(context.argument(0), context.argument(1), context.job);
    if (!again) {
        return again.error();
    }
    Answer answer;
    answer.result = {
        {"workspace", context.argument(0)}, {"erased_people", again->people}, {"erased_rows", again->rows}};
    answer.text = WorkspaceCommands::tr("%1 is restored from %2.")
                      .arg(context.arguments.value(0), context.arguments.value(1))
        + u'\n';
    if (again->people > 0) {
        answer.text += WorkspaceCommands::tr("People erased since the backup, erased in it again: %1")
                           .arg(countText(again->people))
            + u'\n';
    }
    return answer;
}

Result<Answer> runAudit(const CommandContext& context)
{
    Result<Workspace> workspace = Workspace::open(context.argument(0), Workspace::Access::Read);
    if (!workspace) {
        return workspace.error();
    }
    const Result<std::vector<AuditLine>> lines = auditLog(*workspace);
    if (!lines) {
        return lines.error();
    }
    Answer answer;
    answer.result["entries"] = Json::array();
    TextTable table({WorkspaceCommands::tr("When"), WorkspaceCommands::tr("What"),
                     WorkspaceCommands::tr("On"), WorkspaceCommands::tr("Detail")},
                    {Align::Left, Align::Left, Align::Left, Align::Left});
    for (const AuditLine& line : *lines) {
        answer.result["entries"].push_back(
            {{"time", line.time}, {"action", line.action}, {"object", line.object}, {"detail", line.detail}});
        table.row({fromUtf8(line.time), fromUtf8(line.action), fromUtf8(line.object), fromUtf8(line.detail)});
        ++answer.used;
    }
    answer.text = table.text();
    return answer;
}

namespace {

CommandSpec newSpec()
{
    return {"new",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP("Help", "Makes an empty workspace; refuses to overwrite"),
            "meitrace new clinic.meitrace --tz Asia/Shanghai",
            {{"tz", "ZONE", QT_TRANSLATE_NOOP("Help", "Time zone of the clinic"), "Asia/Shanghai"},
             {"currency", "CODE", QT_TRANSLATE_NOOP("Help", "Currency of all amounts"), "CNY"},
             {"day-start", "MINUTES",
              QT_TRANSLATE_NOOP("Help", "Minutes after midnight at which the clinic's day begins"), "0"}},
            runNew};
}

}  // namespace

std::vector<CommandSpec> workspaceCommands()
{
    return {
        newSpec(),
        {"demo",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help",
                           "Makes the demo clinic: its export files, then a workspace with them loaded"),
         "meitrace demo demo.meitrace --size S --files demo-files",
         {{"size", "S|M|L", QT_TRANSLATE_NOOP("Help", "2,000, 50,000 or 1,000,000 persons"), "S"},
          {"files", "FOLDER", QT_TRANSLATE_NOOP("Help", "Folder for the export files"), "W-files"}},
         runDemo},
        {"status",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "What is in the workspace"),
         "meitrace status clinic.meitrace",
         {},
         runStatus},
        {"check",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "Checks every part of the file"),
         "meitrace check clinic.meitrace",
         {},
         runCheck},
        {"backup",
         "W OUT",
         2,
         2,
         QT_TRANSLATE_NOOP("Help", "Copies the workspace as it is at this moment"),
         "meitrace backup clinic.meitrace clinic-backup.meitrace",
         {},
         runBackup},
        {"restore",
         "W FROM",
         2,
         2,
         QT_TRANSLATE_NOOP("Help", "Makes a workspace out of a backup, after checking it"),
         "meitrace restore clinic.meitrace clinic-backup.meitrace",
         {},
         runRestore},
        {"audit",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "Who did what and when"),
         "meitrace audit clinic.meitrace",
         {},
         runAudit},
    };
}

}  // namespace meitrace

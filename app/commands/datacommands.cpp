// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// import, presets, columns, undo-import, events; and the table of all commands about data
#include "analytics/workbench/importing.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace meitrace {

namespace {

struct DataCommands {
    Q_DECLARE_TR_FUNCTIONS(DataCommands)
};

using Align = TextTable::Align;

}  // namespace

Result<Answer> runImport(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    ImportRequest request;
    for (const QString& file : context.arguments.mid(1)) {
        request.files.push_back(file.toStdString());
    }
    request.mapping.kind = context.value("kind");
    request.mapping.mappingFile = context.value("mapping");
    request.dryRun = context.isSet("dry-run");
    request.savePreset = context.value("save-preset");
    const Result<ImportReport> report = importFiles(clinic->workspace(), request, context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.options
        = {{"kind", request.mapping.kind.empty() ? Json() : Json(request.mapping.kind)},
           {"mapping", request.mapping.mappingFile.empty() ? Json() : Json(request.mapping.mappingFile)},
           {"dry_run", request.dryRun},
           {"save_preset", request.savePreset.empty() ? Json() : Json(request.savePreset)}};
    answer.result["files"] = Json::array();
    for (const FileReport& file : report->files) {
        answer.result["files"].push_back(fileJson(file));
        answer.used += file.rowsRead;
        if (file.alreadyLoaded) {
            answer.warn("already_loaded",
                        DataCommands::tr("%1 is loaded already as batch %2; nothing was added.")
                            .arg(fromUtf8(file.file))
                            .arg(file.batch));
        }
    }
    answer.result["customers_before"] = report->customersBefore;
    answer.result["customers_after"] = report->customersAfter;
    const Result<std::int64_t> version = clinic->workspace().number("data_version");
    answer.dataVersion = version ? *version : 0;
    answer.failure = report->failure;
    answer.text = filesText(report->files);
    for (const Json& warning : answer.warnings) {
        answer.text += fromUtf8(warning["text"].get<std::string>()) + u'\n';
    }
    answer.text += request.dryRun
        ? DataCommands::tr("A trial: nothing was kept.") + u'\n'
        : DataCommands::tr("Known customers: %1 before, %2 now.")
                .arg(countText(report->customersBefore), countText(report->customersAfter))
            + u'\n';
    return answer;
}

Result<Answer> runPresets(const CommandContext& context)
{
    Answer answer;
    answer.result["kinds"] = Json::array();
    TextTable table({DataCommands::tr("Kind"), DataCommands::tr("What"), DataCommands::tr("Fields")},
                    {Align::Left, Align::Left, Align::Left});
    for (const KindSpec& kind : kinds()) {
        Json fields = Json::array();
        QStringList names;
        for (const FieldSpec& field : kind.fields) {
            fields.push_back(std::string(field.name));
            names << fromUtf8(field.name);
        }
        answer.result["kinds"].push_back({{"kind", std::string(kind.code)}, {"fields", fields}});
        table.row({fromUtf8(kind.code), kindName(kind.code), names.join(u' ')});
    }
    answer.text = table.text();
    if (!context.arguments.isEmpty()) {
        Result<Workspace> workspace = Workspace::open(context.argument(0), Workspace::Access::Read);
        if (!workspace) {
            return workspace.error();
        }
        const auto names = savedPresets(*workspace);
        if (!names) {
            return names.error();
        }
        answer.result["presets"] = Json::array();
        TextTable saved({DataCommands::tr("Preset"), DataCommands::tr("Kind")}, {Align::Left, Align::Left});
        for (const auto& [name, kind] : *names) {
            answer.result["presets"].push_back({{"name", name}, {"kind", kind}});
            saved.row({fromUtf8(name), kindName(kind)});
        }
        answer.text += u'\n' + saved.text();
    }
    return answer;
}

Result<Answer> runColumns(const CommandContext& context)
{
    const Result<FileProposal> found = proposeForFile(context.argument(0), context.value("kind"));
    if (!found) {
        return found.error();
    }
    const Proposal& proposal = found->proposal;
    Answer answer;
    answer.result["encoding"] = found->encoding;
    answer.result["delimiter"] = found->delimiter;
    answer.result["kind"]
        = proposal.mapping.kind != nullptr ? Json(std::string(proposal.mapping.kind->code)) : Json();
    answer.result["certain"] = proposal.certain;
    answer.result["kinds"] = Json::array();
    for (const auto& [code, score] : proposal.kinds) {
        answer.result["kinds"].push_back({{"kind", code}, {"score", score}});
    }
    answer.result["columns"] = Json::array();
    TextTable table({DataCommands::tr("Column"), DataCommands::tr("Field"), DataCommands::tr("Confidence"),
                     DataCommands::tr("Reason")},
                    {Align::Left, Align::Left, Align::Right, Align::Left});
    const KindSpec* kind = proposal.mapping.kind;
    for (const Mapping::Column& column : proposal.mapping.columns) {
        if (kind == nullptr) {
            break;  // no kind, no columns
        }
        const std::string field(kind->fields[static_cast<std::size_t>(column.field)].name);
        answer.result["columns"].push_back({{"header", column.header},
                                            {"field", field},
                                            {"confidence", column.confidence},
                                            {"reason", column.reason}});
        table.row({fromUtf8(column.header), fromUtf8(field), QString::number(column.confidence, 'f', 2),
                   fromUtf8(column.reason)});
    }
    answer.result["unmapped"] = proposal.unmapped;
    for (const std::string& header : proposal.unmapped) {
        table.row({fromUtf8(header), QStringLiteral("—"), QString(), QString()});
    }
    answer.used = static_cast<std::int64_t>(found->header.size());
    answer.text = DataCommands::tr("Kind: %1 (%2), encoding %3")
                      .arg(proposal.mapping.kind != nullptr ? kindName(proposal.mapping.kind->code)
                                                            : DataCommands::tr("unclear"),
                           proposal.certain ? DataCommands::tr("certain") : DataCommands::tr("not certain"),
                           fromUtf8(found->encoding))
        + QStringLiteral("\n\n") + table.text();
    return answer;
}

Result<Answer> runUndoImport(const CommandContext& context)
{
    bool ok = false;
    const qlonglong batch = context.arguments.value(1).toLongLong(&ok);
    if (!ok) {
        return Error {.code = ErrorCode::BadOption, .subject = "BATCH", .value = context.argument(1)};
    }
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    if (Status status = undoImport(clinic->workspace(), batch, context.job); !status) {
        return status.error();
    }
    Answer answer;
    answer.result = {{"batch", batch}};
    answer.text = DataCommands::tr("Batch %1 is taken out.").arg(batch) + u'\n';
    return answer;
}

Result<Answer> runEvents(const CommandContext& context)
{
    if (!context.isSet("csv")) {
        return Error {.code = ErrorCode::BadOption, .subject = "csv"};
    }
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<Index> rows = writeEvents(*clinic, context.value("csv"), context.job);
    if (!rows) {
        return rows.error();
    }
    Answer answer;
    answer.options = {{"csv", context.value("csv")}};
    answer.result = {{"rows", *rows}};
    answer.used = *rows;
    answer.text
        = DataCommands::tr("%1 events are in %2.").arg(countText(*rows), fromUtf8(context.value("csv")))
        + u'\n';
    return answer;
}

namespace {

CommandSpec importSpec()
{
    return {
        "import",
        "W FILE…",
        2,
        -1,
        QT_TRANSLATE_NOOP("Help", "Loads export files: decode, map, clean, store, find out who is who"),
        "meitrace import clinic.meitrace bills.csv bookings.csv",
        {{"kind", "KIND", QT_TRANSLATE_NOOP("Help", "Kind of the files; found out by default"), ""},
         {"mapping", "FILE", QT_TRANSLATE_NOOP("Help", "Mapping file that says which column is what"), ""},
         {"dry-run", "", QT_TRANSLATE_NOOP("Help", "Only report what would happen"), ""},
         {"save-preset", "NAME",
          QT_TRANSLATE_NOOP("Help", "Remember the mapping for the next file of this shape"), ""}},
        runImport};
}

CommandSpec quarantineSpec()
{
    return {"quarantine",
            "W",
            1,
            1,
            QT_TRANSLATE_NOOP("Help", "Rows that were set aside, with reasons"),
            "meitrace quarantine clinic.meitrace --batch 3 --csv mend.csv",
            {{"batch", "B", QT_TRANSLATE_NOOP("Help", "Only this batch"), ""},
             {"csv", "OUT",
              QT_TRANSLATE_NOOP("Help", "Write them as a file that can be mended and loaded again"), ""},
             {"groups", "", QT_TRANSLATE_NOOP("Help", "By what is wrong with them, with every value"), ""}},
            runQuarantine};
}

CommandSpec mendSpec()
{
    return {
        "mend",
        "W",
        1,
        1,
        QT_TRANSLATE_NOOP("Help", "Reads rows set aside again, with another value in a field"),
        "meitrace mend clinic.meitrace --field phone --value 1.68589E+10 --becomes 16858912345",
        {{"field", "FIELD", QT_TRANSLATE_NOOP("Help", "Which field; see quarantine --groups"), ""},
         {"value", "TEXT", QT_TRANSLATE_NOOP("Help", "What stands there"), ""},
         {"becomes", "TEXT", QT_TRANSLATE_NOOP("Help", "What is to stand there; \"\" = nothing known"), ""},
         {"kind", "KIND", QT_TRANSLATE_NOOP("Help", "Only in files of this kind"), ""}},
        runMend};
}

CommandSpec watchSpec()
{
    return {"watch",
            "W FOLDER",
            2,
            2,
            QT_TRANSLATE_NOOP("Help", "Loads the files that are put into a folder, until Ctrl-C"),
            "meitrace watch clinic.meitrace exports/",
            {{"interval", "SECONDS", QT_TRANSLATE_NOOP("Help", "How often to look"), "2"},
             {"once", "", QT_TRANSLATE_NOOP("Help", "Load what lies there now, then end"), ""}},
            runWatch,
            false,
            true};
}

}  // namespace

std::vector<CommandSpec> dataCommands()
{
    return {
        importSpec(),
        {"presets",
         "[W]",
         0,
         1,
         QT_TRANSLATE_NOOP("Help", "Known kinds of files and their fields, and the remembered mappings"),
         "meitrace presets",
         {},
         runPresets},
        {"columns",
         "FILE",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "The mapping proposed for a file, with confidence and reasons"),
         "meitrace columns bills.csv",
         {{"kind", "KIND", QT_TRANSLATE_NOOP("Help", "Kind of the file; found out by default"), ""}},
         runColumns},
        {"quality",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "How good the data are: every check, and how full the fields are"),
         "meitrace quality clinic.meitrace --json",
         {},
         runQuality},
        quarantineSpec(),
        mendSpec(),
        {"requeue",
         "W FILE",
         2,
         2,
         QT_TRANSLATE_NOOP("Help", "Loads a mended quarantine file"),
         "meitrace requeue clinic.meitrace mend.csv",
         {},
         runRequeue},
        {"undo-import",
         "W BATCH",
         2,
         2,
         QT_TRANSLATE_NOOP("Help", "Takes a batch out, as if it had never been loaded"),
         "meitrace undo-import clinic.meitrace 3",
         {},
         runUndoImport},
        watchSpec(),
        {"events",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "Writes the unified stream of events after One-ID"),
         "meitrace events clinic.meitrace --csv events.csv",
         {{"csv", "OUT", QT_TRANSLATE_NOOP("Help", "File to write"), ""}},
         runEvents},
    };
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// erase, copy-of: what a person may ask for
#include "analytics/workbench/erasing.h"
#include "analytics/workbench/personcopy.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/terminal.h"
#include "app/texttable.h"

#include <QCoreApplication>

#include <iostream>
#include <string>

namespace meitrace {

namespace {

struct PersonCommands {
    Q_DECLARE_TR_FUNCTIONS(PersonCommands)
};

using Align = TextTable::Align;

std::int64_t documentCount(const ErasureReport& report)
{
    std::int64_t count = 0;
    for (const auto& [table, versions] : report.documents) {
        count += versions;
    }
    return count;
}

Json erasureJson(const ErasureReport& report, const std::string& code)
{
    Json json {{"customer", code},
               {"erasure", report.number > 0 ? Json(report.number) : Json()},
               {"rows", report.rowCount()},
               {"handles", report.handles},
               {"keys", report.keys},
               {"attributes", report.attributes},
               {"events", report.events},
               {"quarantined", report.quarantined},
               {"mentions", report.mentions},
               {"audiences", report.audiences},
               {"documents", Json::object()},
               {"batches", Json::array()}};
    for (const auto& [table, versions] : report.documents) {
        json["documents"][table] = versions;
    }
    for (const auto& [batch, rows] : report.rows) {
        json["batches"].push_back({{"batch", batch}, {"rows", rows}});
    }
    return json;
}

QString erasureText(const ErasureReport& report)
{
    TextTable table({PersonCommands::tr("What"), PersonCommands::tr("Count")}, {Align::Left});
    table.row({PersonCommands::tr("Rows of files"), countText(report.rowCount())});
    table.row({PersonCommands::tr("Of these set aside before"), countText(report.quarantined)});
    table.row({PersonCommands::tr("Documents with all their versions"), countText(documentCount(report))});
    table.row({PersonCommands::tr("Events"), countText(report.events)});
    table.row({PersonCommands::tr("Names, numbers and ids"), countText(report.keys)});
    table.row({PersonCommands::tr("Attributes"), countText(report.attributes)});
    table.row({PersonCommands::tr("Frozen audiences"), countText(report.audiences)});
    table.row({PersonCommands::tr("Rows of others that named a number of hers"), countText(report.mentions)});
    return table.text();
}

/// Asks on the terminal; the count of rows has to be typed, so that nobody confirms without reading.
bool isConfirmed(const ErasureReport& report, const QString& code)
{
    writeError(
        erasureText(report)
        + PersonCommands::tr("Customer %1 will be erased for good. Type %2, the number of rows, to go on:")
              .arg(code, QString::number(report.rowCount())));
    std::string line;
    std::getline(std::cin, line);
    return QString::fromStdString(line).trimmed() == QString::number(report.rowCount());
}

void warnOfCopies(Answer& answer, const std::string& workspace)
{
    answer.result["backups"] = workspacesBeside(workspace);
    for (const Json& backup : answer.result["backups"]) {
        answer.warn("backup",
                    PersonCommands::tr("%1 may still hold this person; erase her there too or delete it.")
                        .arg(fromUtf8(backup.get<std::string>())));
    }
}

void warnOfRemains(Answer& answer, const ErasureReport& report)
{
    if (!report.logCleared) {
        answer.warn(
            "log_not_cleared",
            PersonCommands::tr("Another program is reading the workspace; the log beside it is emptied "
                               "when the last one closes it."));
    }
    if (report.remains > 0) {
        answer.warn("remains",
                    PersonCommands::tr("%1 places of the file still hold a number of this person.")
                        .arg(countText(report.remains)));
    }
}

}  // namespace

Result<Answer> runErase(const CommandContext& context)
{
    const bool trial = context.isSet("dry-run");
    const std::string code = context.argument(1);
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    // A person is asked; a script that names the customer has said what it wants.
    if (!trial && !context.isSet("yes") && platform::isTerminal(0)) {
        const Result<ErasureReport> before = eraseByCode(clinic->workspace(), code, true, context.job);
        if (!before) {
            return before.error();
        }
        if (!isConfirmed(*before, fromUtf8(code))) {
            return Error {.code = ErrorCode::Cancelled};
        }
    }
    const Result<ErasureReport> report = eraseByCode(clinic->workspace(), code, trial, context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.options = {{"dry_run", trial}, {"yes", context.isSet("yes")}};
    answer.result = erasureJson(*report, code);
    answer.used = report->rowCount();
    const Result<std::int64_t> version = clinic->workspace().number("data_version");
    answer.dataVersion = version ? *version : 0;
    warnOfCopies(answer, context.argument(0));
    warnOfRemains(answer, *report);
    answer.text = erasureText(*report);
    for (const Json& warning : answer.warnings) {
        answer.text += fromUtf8(warning["text"].get<std::string>()) + u'\n';
    }
    answer.text += (trial ? PersonCommands::tr("A trial: nothing was erased.")
                          : PersonCommands::tr("Customer %1 is erased. Files that bring her again are loaded "
                                               "without her rows.")
                                .arg(fromUtf8(code)))
        + u'\n';
    return answer;
}

Result<Answer> runCopyOf(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<PersonCopyReport> report
        = writePersonCopy(*clinic, context.argument(1), context.argument(2), context.job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.result = {{"customer", context.argument(1)},
                     {"file", context.argument(2)},
                     {"keys", report->keys},
                     {"attributes", report->attributes},
                     {"documents", report->documents},
                     {"events", report->events},
                     {"rows", report->rows}};
    answer.used = report->rows;
    answer.text
        = PersonCommands::tr("%1 holds all there is on customer %2: %3 documents, %4 events, %5 rows of "
                             "files. It is personal data: give it to nobody else.")
              .arg(context.arguments.value(2), context.arguments.value(1), countText(report->documents),
                   countText(report->events), countText(report->rows))
        + u'\n';
    return answer;
}

std::vector<CommandSpec> personCommands()
{
    return {
        {"erase",
         "W CUSTOMER",
         2,
         2,
         QT_TRANSLATE_NOOP("Help", "Erases a customer who asks for it, everywhere and for good"),
         "meitrace erase clinic.meitrace C0000012",
         {{"dry-run", "", QT_TRANSLATE_NOOP("Help", "Only report what would go"), ""},
          {"yes", "", QT_TRANSLATE_NOOP("Help", "Do not ask on the terminal"), ""}},
         runErase},
        {"copy-of",
         "W CUSTOMER OUT",
         3,
         3,
         QT_TRANSLATE_NOOP(
             "Help", "Writes all there is on a customer, for her: JSON, or a table when OUT ends in .csv"),
         "meitrace copy-of clinic.meitrace C0000012 her-data.json",
         {},
         runCopyOf},
    };
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// resolve, links
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/commands/resolutionanswer.h"
#include "app/format.h"
#include "app/texttable.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct IdentityCommands {
    Q_DECLARE_TR_FUNCTIONS(IdentityCommands)
};

using Align = TextTable::Align;

}  // namespace

Answer resolutionAnswer(const ResolutionReport& report)
{
    Answer answer;
    answer.used = report.idents;
    answer.result
        = {{"idents", report.idents}, {"customers", report.customers}, {"auto_merges", report.autoMerges},
           {"review", report.review}, {"refused", report.refused},     {"blocked_keys", report.blockedKeys},
           {"known", report.known},   {"anonymous", report.anonymous}};
    TextTable table({IdentityCommands::tr("Figure"), IdentityCommands::tr("Value")}, {Align::Left});
    table.row({IdentityCommands::tr("Handles"), countText(report.idents)});
    table.row({IdentityCommands::tr("Known customers"), countText(report.known)});
    table.row({IdentityCommands::tr("Anonymous handles"), countText(report.anonymous)});
    table.row({IdentityCommands::tr("Handles merged"), countText(report.autoMerges)});
    table.row({IdentityCommands::tr("Pairs waiting for a decision"), countText(report.review)});
    table.row({IdentityCommands::tr("Merges refused"), countText(report.refused)});
    table.row({IdentityCommands::tr("Blocked keys"), countText(report.blockedKeys)});
    answer.text = table.text();
    return answer;
}

Result<Answer> runResolve(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    Workspace& workspace = clinic->workspace();
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    const Result<ResolutionReport> report = resolveWorkspace(workspace, context.job);
    if (!report) {
        return report.error();
    }
    if (Status status = transaction->commit(); !status) {
        return status.error();
    }
    return resolutionAnswer(*report);
}

Result<Answer> runLinks(const CommandContext& context)
{
    if (!context.isSet("csv")) {
        return Error {.code = ErrorCode::BadOption, .subject = "csv"};
    }
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<Index> rows = writeLinks(*clinic, context.value("csv"), context.job);
    const Result<ResolutionReport> report = resolutionState(clinic->workspace());
    if (!rows || !report) {
        return rows ? report.error() : rows.error();
    }
    Answer answer = resolutionAnswer(*report);
    answer.options = {{"csv", context.value("csv")}};
    answer.result["rows"] = *rows;
    return answer;
}

std::vector<CommandSpec> identityCommands()
{
    return {
        {"resolve",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "Finds out again who is who"),
         "meitrace resolve clinic.meitrace",
         {},
         runResolve},
        {"links",
         "W",
         1,
         1,
         QT_TRANSLATE_NOOP("Help", "Writes which handle belongs to which customer, and by what"),
         "meitrace links clinic.meitrace --csv links.csv",
         {{"csv", "OUT", QT_TRANSLATE_NOOP("Help", "File to write"), ""}},
         runLinks},
        reviewCommand(),
        matchCommand(),
    };
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// resolve, links, review
#include "analytics/workbench/decisions.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/texttable.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct IdentityCommands {
    Q_DECLARE_TR_FUNCTIONS(IdentityCommands)
};

using Align = TextTable::Align;

Answer answerOf(const ResolutionReport& report)
{
    Answer answer;
    answer.used = report.idents;
    answer.result
        = {{"idents", report.idents}, {"customers", report.customers}, {"auto_merges", report.autoMerges},
           {"review", report.review}, {"refused", report.refused},     {"blocked_keys", report.blockedKeys}};
    TextTable table({IdentityCommands::tr("Figure"), IdentityCommands::tr("Value")}, {Align::Left});
    table.row({IdentityCommands::tr("Handles"), countText(report.idents)});
    table.row({IdentityCommands::tr("Customers and anonymous handles"), countText(report.customers)});
    table.row({IdentityCommands::tr("Handles merged"), countText(report.autoMerges)});
    table.row({IdentityCommands::tr("Pairs waiting for a decision"), countText(report.review)});
    table.row({IdentityCommands::tr("Merges refused"), countText(report.refused)});
    table.row({IdentityCommands::tr("Blocked keys"), countText(report.blockedKeys)});
    answer.text = table.text();
    return answer;
}

Result<Answer> listDecisions(Workspace& workspace)
{
    const auto waiting = waitingPairs(workspace);
    const auto taken = journal(workspace);
    if (!waiting || !taken) {
        return waiting ? taken.error() : waiting.error();
    }
    Answer answer;
    answer.used = static_cast<std::int64_t>(waiting->size());
    answer.result["review"] = Json::array();
    TextTable pairs({IdentityCommands::tr("Handle"), IdentityCommands::tr("Handle"),
                     IdentityCommands::tr("Key"), IdentityCommands::tr("Score")},
                    {Align::Right, Align::Right, Align::Left});
    for (const WaitingPair& pair : *waiting) {
        answer.result["review"].push_back(
            {{"a", pair.a}, {"b", pair.b}, {"key", pair.key}, {"score", pair.score}});
        pairs.row({QString::number(pair.a), QString::number(pair.b), fromUtf8(pair.key),
                   QString::number(pair.score, 'f', 2)});
    }
    answer.result["journal"] = Json::array();
    for (const JournalEntry& entry : *taken) {
        answer.result["journal"].push_back({{"decision", entry.number},
                                            {"merge", entry.merge},
                                            {"idents", entry.idents},
                                            {"undone", entry.undone}});
    }
    answer.text
        = waiting->empty() ? IdentityCommands::tr("No pair waits for a decision.") + u'\n' : pairs.text();
    return answer;
}

}  // namespace

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
    return answerOf(*report);
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
    Answer answer = answerOf(*report);
    answer.options = {{"csv", context.value("csv")}};
    answer.result["rows"] = *rows;
    return answer;
}

Result<Answer> runReview(const CommandContext& context)
{
    Result<Clinic> clinic = context.isSet("merge") || context.isSet("split") || context.isSet("undo")
        ? Clinic::forWriting(context.argument(0), context.job)
        : Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    Workspace& workspace = clinic->workspace();
    Result<ResolutionReport> report = ResolutionReport {};
    if (context.isSet("merge")) {
        report = mergeCustomers(workspace, context.value("merge"), context.argument(1), context.job);
    } else if (context.isSet("split")) {
        std::vector<std::uint32_t> idents;
        for (const QString& ident : context.arguments.mid(1)) {
            idents.push_back(ident.toUInt());
        }
        report = splitCustomer(workspace, context.value("split"), idents, context.job);
    } else if (context.isSet("undo")) {
        const Result<std::int64_t> number = context.integer("undo", 0);
        report = number ? undoDecision(workspace, *number, context.job)
                        : Result<ResolutionReport>(number.error());
    } else {
        return listDecisions(workspace);
    }
    if (!report) {
        return report.error();
    }
    return answerOf(*report);
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
        {"review",
         "W [B | IDENT…]",
         1,
         -1,
         QT_TRANSLATE_NOOP("Help", "Pairs that wait for a decision; merges and splits people, reversibly"),
         "meitrace review clinic.meitrace --merge C0000012 C0000034",
         {{"list", "", QT_TRANSLATE_NOOP("Help", "List what waits and what was decided"), ""},
          {"merge", "A", QT_TRANSLATE_NOOP("Help", "Customer A and the customer named behind it are one"),
           ""},
          {"split", "A", QT_TRANSLATE_NOOP("Help", "The handles named behind it are not customer A"), ""},
          {"undo", "N", QT_TRANSLATE_NOOP("Help", "Take decision N back"), ""}},
         runReview},
    };
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// review: pairs that wait for a decision; merges and splits, reversibly
#include "analytics/workbench/audiencebook.h"
#include "analytics/workbench/decisionpreview.h"
#include "analytics/workbench/decisions.h"
#include "analytics/workbench/mergereview.h"
#include "app/commands/commands.h"
#include "app/commands/resolutionanswer.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/figures.h"
#include "ui/text/personnames.h"

#include <QCoreApplication>

#include <array>

namespace meitrace {

namespace {

struct ReviewCommand {
    Q_DECLARE_TR_FUNCTIONS(ReviewCommand)
};

using Align = TextTable::Align;

constexpr std::array<std::string_view, 5> kReasons {"contradiction", "nameless", "weak_key", "large_cluster",
                                                    "likely"};

Json recordJson(const ReviewRecord& record)
{
    Json keys = Json::array();
    for (const ReviewRecord::Line& line : record.lines) {
        keys.push_back(
            {{"key", std::string(keyTypeCode(line.type))}, {"value", line.value}, {"shared", line.shared}});
    }
    return {{"ident", record.ident}, {"customer", record.customer}, {"keys", keys}};
}

Json evidenceJson(const ReviewPairView& pair)
{
    if (!pair.hasEvidence) {
        return nullptr;
    }
    Json fields = Json::array();
    for (const FieldEvidence& field : pair.evidence.fields) {
        fields.push_back({{"field", field.field},
                          {"level", std::string(kLevelCodes[static_cast<std::size_t>(field.level)])},
                          {"weight", field.weight},
                          {"rarity", field.rarity}});
    }
    return {{"prior", pair.evidence.prior},
            {"fields", fields},
            {"score", pair.evidence.score},
            {"probability", pair.evidence.probability}};
}

/// "name +12.0, birth_date +13.3, phone -2.4"
QString evidenceText(const ReviewPairView& pair)
{
    if (!pair.hasEvidence) {
        return {};
    }
    QStringList parts;
    for (const FieldEvidence& field : pair.evidence.fields) {
        if (field.level != Level::Unknown) {
            parts << QStringLiteral("%1 %2%3").arg(QString::fromStdString(field.field),
                                                   field.weight < 0 ? QString() : QStringLiteral("+"),
                                                   QString::number(field.weight, 'f', 1));
        }
    }
    return parts.join(QStringLiteral(", "));
}

Result<Answer> listDecisions(Workspace& workspace, Job& job)
{
    const Result<MergeReview> review = MergeReview::open(workspace, job);
    const auto taken = journal(workspace);
    if (!review || !taken) {
        return review ? taken.error() : review.error();
    }
    Answer answer;
    answer.used = static_cast<std::int64_t>(review->size());
    answer.result["review"] = Json::array();
    TextTable pairs({ReviewCommand::tr("Handle"), ReviewCommand::tr("Handle"), ReviewCommand::tr("Key"),
                     ReviewCommand::tr("Score"), ReviewCommand::tr("Probability"),
                     ReviewCommand::tr("What speaks for it")},
                    {Align::Right, Align::Right, Align::Left, Align::Right, Align::Right, Align::Left});
    for (std::size_t i = 0; i < review->size(); ++i) {
        const ReviewPairView pair = review->pair(i);
        answer.result["review"].push_back(
            {{"a", pair.left.ident},
             {"b", pair.right.ident},
             {"key", std::string(keyTypeCode(pair.key))},
             {"score", pair.score},
             {"reason", std::string(kReasons[static_cast<std::size_t>(pair.reason)])},
             {"left", recordJson(pair.left)},
             {"right", recordJson(pair.right)},
             {"evidence", evidenceJson(pair)}});
        pairs.row({QString::number(pair.left.ident), QString::number(pair.right.ident), keyTypeName(pair.key),
                   QString::number(pair.score, 'f', 2),
                   pair.hasEvidence ? percentText(pair.evidence.probability) : QString(),
                   evidenceText(pair)});
    }
    answer.result["journal"] = Json::array();
    for (const JournalEntry& entry : *taken) {
        answer.result["journal"].push_back({{"decision", entry.number},
                                            {"merge", entry.merge},
                                            {"idents", entry.idents},
                                            {"undone", entry.undone}});
    }
    answer.text
        = review->size() == 0 ? ReviewCommand::tr("No pair waits for a decision.") + u'\n' : pairs.text();
    return answer;
}

Json sideJson(const CustomerSide& side)
{
    return {{"customer", side.code},
            {"handles", side.handles},
            {"visits", side.visits},
            {"spend_minor", side.spend},
            {"audiences", side.audiences}};
}

std::string answerCode(ConsentAnswer answer)
{
    constexpr std::array<const char*, 3> kCodes {"unknown", "granted", "denied"};
    return kCodes[static_cast<std::size_t>(answer)];
}

QString answerText(ConsentAnswer answer)
{
    switch (answer) {
    case ConsentAnswer::Granted:
        return ReviewCommand::tr("granted");
    case ConsentAnswer::Denied:
        return ReviewCommand::tr("denied");
    case ConsentAnswer::Unknown:
        break;
    }
    return ReviewCommand::tr("not known");
}

Json partJson(const CustomerPart& part)
{
    Json json = sideJson(part.side);
    json["idents"] = part.idents;
    json["consents"] = Json::object();
    for (std::size_t i = 0; i < part.answers.size(); ++i) {
        const auto channel = static_cast<std::size_t>(kReachChannels[i]);
        json["consents"][std::string(kConsentChannelCodes[channel])] = answerCode(part.answers[i]);
    }
    return json;
}

/// A row of the table: its name, then what every part says.
template <typename Say>
void rowOfParts(TextTable& table, const QString& name, const std::vector<CustomerPart>& parts, Say say)
{
    QStringList cells {name};
    for (const CustomerPart& part : parts) {
        cells << say(part);
    }
    table.row(cells);
}

QString previewText(const DecisionPreview& preview)
{
    QStringList heads {ReviewCommand::tr("Figure")};
    std::vector<CustomerPart> parts;
    for (const CustomerPart& part : preview.before) {
        heads << ReviewCommand::tr("%1 now").arg(fromUtf8(part.side.code));
        parts.push_back(part);
    }
    for (const CustomerPart& part : preview.after) {
        heads << fromUtf8(part.side.code);
        parts.push_back(part);
    }
    TextTable table(heads, {Align::Left});
    rowOfParts(table, ReviewCommand::tr("Handles"), parts,
               [](const CustomerPart& part) { return countText(part.side.handles); });
    rowOfParts(table, ReviewCommand::tr("Visits"), parts,
               [](const CustomerPart& part) { return countText(part.side.visits); });
    rowOfParts(table, ReviewCommand::tr("Saved audiences"), parts, [](const CustomerPart& part) {
        return countText(static_cast<Index>(part.side.audiences.size()));
    });
    for (std::size_t i = 0; i < kReachChannels.size(); ++i) {
        const auto channel = kConsentChannelCodes[static_cast<std::size_t>(kReachChannels[i])];
        rowOfParts(table, ReviewCommand::tr("Marketing by %1").arg(fromUtf8(channel)), parts,
                   [i](const CustomerPart& part) { return answerText(part.answers[i]); });
    }
    return table.text();
}

Result<Answer> previewAnswer(const Result<DecisionPreview>& preview)
{
    if (!preview) {
        return preview.error();
    }
    Answer answer;
    answer.used = static_cast<std::int64_t>(preview->before.size());
    answer.options["dry_run"] = true;
    answer.result = {{"before", Json::array()},
                     {"after", Json::array()},
                     {"customers", preview->customers},
                     {"review", preview->review}};
    for (const CustomerPart& part : preview->before) {
        answer.result["before"].push_back(partJson(part));
    }
    for (const CustomerPart& part : preview->after) {
        answer.result["after"].push_back(partJson(part));
    }
    answer.text = previewText(*preview);
    return answer;
}

}  // namespace

Result<Answer> runReview(const CommandContext& context)
{
    const bool preview = context.isSet("dry-run");
    Result<Clinic> clinic = context.isSet("merge") || context.isSet("split") || context.isSet("undo")
        ? Clinic::forWriting(context.argument(0), context.job)
        : Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    Workspace& workspace = clinic->workspace();
    Result<ResolutionReport> report = ResolutionReport {};
    if (context.isSet("merge") && preview) {
        return previewAnswer(
            previewOfMerge(*clinic, context.value("merge"), context.argument(1), context.job));
    }
    if (context.isSet("merge")) {
        report = mergeCustomers(workspace, context.value("merge"), context.argument(1), context.job);
    } else if (context.isSet("split")) {
        std::vector<std::uint32_t> idents;
        for (const QString& ident : context.arguments.mid(1)) {
            idents.push_back(ident.toUInt());
        }
        if (preview) {
            return previewAnswer(previewOfSplit(*clinic, context.value("split"), idents, context.job));
        }
        const Result<Decision> split = splitCustomer(workspace, context.value("split"), idents, context.job);
        report = split ? Result<ResolutionReport>(split->report) : Result<ResolutionReport>(split.error());
    } else if (context.isSet("undo")) {
        const Result<std::int64_t> number = context.integer("undo", 0);
        report = number ? undoDecision(workspace, *number, context.job)
                        : Result<ResolutionReport>(number.error());
    } else {
        return listDecisions(workspace, context.job);
    }
    if (!report) {
        return report.error();
    }
    return resolutionAnswer(*report);
}

CommandSpec reviewCommand()
{
    return {
        "review",
        "W [B | IDENT…]",
        1,
        -1,
        QT_TRANSLATE_NOOP("Help", "Pairs that wait for a decision; merges and splits people, reversibly"),
        "meitrace review clinic.meitrace --merge C0000012 C0000034",
        {{"list", "", QT_TRANSLATE_NOOP("Help", "List what waits and what was decided"), ""},
         {"merge", "A", QT_TRANSLATE_NOOP("Help", "Customer A and the customer named behind it are one"), ""},
         {"split", "A", QT_TRANSLATE_NOOP("Help", "The handles named behind it are not customer A"), ""},
         {"undo", "N", QT_TRANSLATE_NOOP("Help", "Take decision N back"), ""},
         {"dry-run", "", QT_TRANSLATE_NOOP("Help", "With --merge and --split: only say what would change"),
          ""}},
        runReview};
}

}  // namespace meitrace

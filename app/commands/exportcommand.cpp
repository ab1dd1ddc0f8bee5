// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// export: the customers of an audience as a file for one channel
#include "analytics/workbench/exporting.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/text.h"
#include "ui/viewmodels/exportview.h"

#include <QCoreApplication>

#include <algorithm>

namespace meitrace {

namespace {

struct ExportCommand {
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

using Align = TextTable::Align;

Error refusal(const CommandContext& context, const char* option, const char* choices)
{
    return {.code = ErrorCode::BadOption,
            .subject = option,
            .value = shortened(context.value(option)),
            .detail = choices};
}

bool endsWith(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

Result<ConsentChannel> readChannel(const CommandContext& context)
{
    const std::string code = context.value("channel");
    for (std::size_t i = 0; i < kConsentChannelCodes.size(); ++i) {
        const auto channel = static_cast<ConsentChannel>(i);
        if (!code.empty() && kConsentChannelCodes[i] == code && channel != ConsentChannel::Any) {
            return channel;
        }
    }
    return refusal(context, "channel", "wechat, sms, email, call or ads");
}

Status readShape(const CommandContext& context, ExportRequest& request)
{
    if (context.isSet("encoding")) {
        const std::optional<TextEncoding> encoding = textEncodingByCode(context.value("encoding"));
        if (!encoding) {
            return refusal(context, "encoding", "utf-8-bom, utf-8 or gb18030");
        }
        request.encoding = *encoding;
    }
    const std::string format = context.value("format");
    if (!format.empty() && format != "csv" && format != "xlsx") {
        return refusal(context, "format", "csv or xlsx");
    }
    const bool workbook = format.empty() ? endsWith(context.argument(2), ".xlsx") : format == "xlsx";
    request.format = workbook ? TableFormat::Xlsx : TableFormat::Csv;
    if (context.isSet("columns")) {
        const std::string named = context.value("columns");
        std::vector<std::string> columns;
        for (const std::string_view column : split(named, ',')) {
            if (!trimmed(column).empty()) {
                columns.emplace_back(trimmed(column));
            }
        }
        request.columns = std::move(columns);
    }
    return Done {};
}

Result<ExportRequest> readRequest(const CommandContext& context)
{
    const Result<ConsentChannel> channel = readChannel(context);
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    if (!channel || !asOf) {
        return channel ? asOf.error() : channel.error();
    }
    if (trimmed(context.value("purpose")).empty()) {
        return refusal(context, "purpose", "what the people in the file are written to for");
    }
    ExportRequest request;
    request.audience = context.argument(1);
    request.channel = *channel;
    request.purpose = std::string(trimmed(context.value("purpose")));
    request.identifier = context.value("identifier");
    request.asOf = *asOf;
    request.headers = exportHeaders();
    request.sheet = ExportCommand::tr("Customers").toStdString();
    request.program = "MeiTrace " + QCoreApplication::applicationVersion().toStdString();
    const Status shape = readShape(context, request);
    return shape ? Result<ExportRequest>(std::move(request)) : Result<ExportRequest>(shape.error());
}

QString receiptText(const ExportReceipt& receipt)
{
    TextTable table({ExportCommand::tr("Left out because"), ExportCommand::tr("Customers")},
                    {Align::Left, Align::Right});
    for (const auto& [reason, count] : removedList(receipt.preview.selection)) {
        table.row({exportReasonName(reason), countText(count)});
    }
    const QString removed = receipt.preview.selection.removedCount() > 0 ? table.text() + u'\n' : QString();
    return removed
        + ExportCommand::tr("%1 of %2 written to %3. What it holds and why: %4. Delete it by %5.")
              .arg(countText(receipt.preview.rows()), customersText(receipt.preview.audience.size()),
                   fromUtf8(receipt.path), fromUtf8(receipt.manifest), fromUtf8(isoDate(receipt.deleteBy)))
        + u'\n';
}

}  // namespace

Result<Answer> runExport(const CommandContext& context)
{
    const Result<ExportRequest> request = readRequest(context);
    if (!request) {
        return request.error();
    }
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<ExportReceipt> receipt = writeExport(*clinic, *request, context.argument(2), context.job);
    if (!receipt) {
        return receipt.error();
    }
    const ExportPreview& preview = receipt->preview;
    Answer answer;
    answer.options = {{"channel", context.value("channel")},
                      {"purpose", request->purpose},
                      {"identifier", preview.identifier},
                      {"columns", preview.columns},
                      {"format", request->format == TableFormat::Csv ? "csv" : "xlsx"},
                      {"encoding", std::string(textEncodingCode(request->encoding))}};
    answer.used = preview.audience.size();
    answer.dataVersion = preview.dataVersion;
    answer.asOf = preview.audience.asOf;
    answer.result = {{"rows", preview.rows()}, {"held_out", 0}, {"removed", Json::array()}};
    for (const auto& [reason, count] : removedList(preview.selection)) {
        answer.result["removed"].push_back({{"reason", reason}, {"count", count}});
        answer.exclude(reason.c_str(), count);
    }
    answer.result["manifest"] = receipt->manifest;
    answer.result["file"] = receipt->path;
    answer.result["sha256"] = receipt->sha256;
    answer.result["export"] = receipt->number;
    answer.result["delete_by"] = isoDate(receipt->deleteBy);
    if (preview.hiddenCells > 0) {
        answer.warn("hidden_cells",
                    ExportCommand::tr("%1 cells about health stand empty: these people did not agree to it.")
                        .arg(countText(preview.hiddenCells)));
    }
    if (preview.audience.unknown > 0) {
        answer.warn("unknown",
                    ExportCommand::tr("The rule cannot tell of %1; they are not in the audience.")
                        .arg(customersText(preview.audience.unknown)));
    }
    answer.text = receiptText(*receipt);
    for (const Json& warning : answer.warnings) {
        answer.text += fromUtf8(warning["text"].get<std::string>()) + u'\n';
    }
    return answer;
}

std::vector<CommandSpec> exportCommands()
{
    return {
        {"export",
         "W AUDIENCE OUT",
         3,
         3,
         QT_TRANSLATE_NOOP("Help",
                           "Writes the customers of a saved audience that may be reached on a channel, and "
                           "says whom it leaves out"),
         "meitrace export clinic.meitrace due due.csv --channel wechat --purpose 'reminder in May'",
         {{"channel", "wechat|sms|email|call|ads",
           QT_TRANSLATE_NOOP("Help", "How these people will be reached; only who agreed to it is written"),
           ""},
          {"purpose", "TEXT", QT_TRANSLATE_NOOP("Help", "What for; goes into the log of exports"), ""},
          {"identifier", "external_userid|phone|email|customer",
           QT_TRANSLATE_NOOP("Help", "What names the person; by default what the channel needs"), ""},
          {"columns", "a,b",
           QT_TRANSLATE_NOOP(
               "Help",
               "Columns beside it: customer, name, gender, city, store, staff_online, "
               "staff_onsite, member_level; with consent to the use of health data also doctor, "
               "skin_type, last_item, last_treatment"),
           "name"},
          {"format", "csv|xlsx",
           QT_TRANSLATE_NOOP("Help", "Text or a workbook; by default as the name of OUT ends"), ""},
          {"encoding", "utf-8-bom|utf-8|gb18030", QT_TRANSLATE_NOOP("Help", "Of CSV"), "utf-8-bom"}},
         runExport},
    };
}

}  // namespace meitrace

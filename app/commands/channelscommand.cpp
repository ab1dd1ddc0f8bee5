// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// channels: what became of their leads, and what they cost
#include "analytics/customer/channelreading.h"
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/spending.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "ui/text/channeltext.h"

#include <QCoreApplication>

#include <cmath>

namespace meitrace {

namespace {

struct Channels {
    Q_DECLARE_TR_FUNCTIONS(Channels)
};

using Align = TextTable::Align;

constexpr std::array<const char*, kChannelStages> kStageNames {"leads",    "wechat", "bookings",
                                                               "arrivals", "deals",  "repeat"};

Json figuresJson(const ChannelFigures& figures, const ChannelCohort& cohort)
{
    Json json {{"channel", figures.channel.empty() ? Json() : Json(figures.channel)},
               {"spend_minor", cohort.spendKnown ? Json(figures.spend) : Json()},
               {"walk_ins", figures.walkIns}};
    for (std::size_t stage = 0; stage < kChannelStages; ++stage) {
        json[kStageNames[stage]] = figures.customers[stage];
    }
    const auto cost = [&](ChannelStage stage) {
        const Index count = figures.at(stage);
        return figures.spend > 0 && count > 0
            ? Json(std::llround(static_cast<double>(figures.spend) / static_cast<double>(count)))
            : Json();
    };
    json["cost_per_lead_minor"] = cost(ChannelStage::Lead);
    json["cost_per_arrival_minor"] = cost(ChannelStage::Arrival);
    json["cost_per_deal_minor"] = cost(ChannelStage::Deal);
    json["net_minor"] = figures.net;
    json["net_ci_minor"] = {std::llround(figures.netRange.low), std::llround(figures.netRange.high)};
    const auto bySpend = [&](double fen) {
        return figures.spend > 0 ? Json(fen / static_cast<double>(figures.spend)) : Json();
    };
    json["return"] = bySpend(static_cast<double>(figures.net));
    json["return_ci"] = {bySpend(figures.netRange.low), bySpend(figures.netRange.high)};
    json["places"] = figures.bestPlace > 0 ? Json {figures.bestPlace, figures.worstPlace} : Json();
    json["maturity"] = figures.people() > 0
        ? Json(static_cast<double>(figures.mature) / static_cast<double>(figures.people()))
        : Json();
    json["repeat_known"] = figures.repeatKnown;
    json["repeat_in_time"] = figures.repeatInTime;
    json["ticket_minor"] = figures.tickets > 0
        ? Json(std::llround(static_cast<double>(figures.ticketMoney) / static_cast<double>(figures.tickets)))
        : Json();
    json["payback_months"] = figures.paybackMonths > 0 ? Json(figures.paybackMonths) : Json();
    return json;
}

QString cohortText(const ChannelCohort& cohort)
{
    TextTable table({Channels::tr("Channel"), Channels::tr("Spend"), channelStageName(ChannelStage::Lead),
                     channelStageName(ChannelStage::Arrival), channelStageName(ChannelStage::Deal),
                     Channels::tr("Cost per lead"), Channels::tr("Cost per deal"), Channels::tr("Net"),
                     Channels::tr("Return"), Channels::tr("95 %"), Channels::tr("Place"),
                     Channels::tr("Mature")},
                    {Align::Left});
    for (const ChannelFigures& figures : cohort.channels) {
        table.row(
            {cohortChannelName(figures), figures.spend > 0 ? moneyText(figures.spend) : QStringLiteral("–"),
             countText(figures.at(ChannelStage::Lead)), countText(figures.at(ChannelStage::Arrival)),
             countText(figures.at(ChannelStage::Deal)),
             costText(figures.spend, figures.at(ChannelStage::Lead)),
             costText(figures.spend, figures.at(ChannelStage::Deal)), moneyText(figures.net),
             returnText(figures), returnRangeText(figures), placeText(figures),
             figures.people() == 0
                 ? QStringLiteral("–")
                 : percentText(static_cast<double>(figures.mature) / static_cast<double>(figures.people()))});
    }
    return table.text() + u'\n' + channelFindings(cohort).join(u'\n') + u'\n';
}

Status writeCohort(const CommandContext& context, const Snapshot& snapshot, const ChannelCohort& cohort)
{
    std::vector<std::string> header {"customer", "channel"};
    header.insert(header.end(), kStageNames.begin(), kStageNames.end());
    return writeTable(
        context.value("members"), header, static_cast<Index>(cohort.people.size()),
        [&](Index row, std::vector<std::string>& cells) {
            const ChannelPerson& person = cohort.people[static_cast<std::size_t>(row)];
            cells = {snapshot.customerCode(person.customer), cohort.channels[person.channel].channel};
            for (std::size_t stage = 0; stage < kChannelStages; ++stage) {
                cells.emplace_back(person.stages.test(stage) ? "1" : "0");
            }
        },
        context.job);
}

Status readOptions(const CommandContext& context, ChannelCohortOptions& options, int& months)
{
    options.includeAnonymous = context.isSet("include-anonymous");
    options.chosenPeople = isChoice(context.value("where"));
    const Result<std::int64_t> asked = context.integer("months", months);
    if (!asked) {
        return asked.error();
    }
    if (*asked < 1 || *asked > 600) {
        return badOption("months", *asked, "1 to 600");
    }
    months = static_cast<int>(*asked);
    Status status = readRange(context, options.from, options.to, options.asOf);
    status = status ? readDays(context, "net-days", options.netDays) : status;
    return status ? readDays(context, "repurchase-days", options.repurchaseDays) : status;
}

/// Of the last months up to the last day that is looked at.
Day firstDayOf(const ChannelCohortOptions& options, int months, Day asOf)
{
    const Day seen = options.asOf != kMissingDay ? options.asOf : asOf;
    return addMonths(options.to != kMissingDay ? options.to : seen, -months) + 1;
}

}  // namespace

Result<Answer> runChannels(const CommandContext& context)
{
    ChannelCohortOptions options;
    int months = 12;
    if (Status status = readOptions(context, options, months); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    const Snapshot& snapshot = *opened->snapshot;
    if (options.from == kMissingDay) {
        options.from = firstDayOf(options, months, snapshot.frame().asOf);
    }
    options.population = std::move(opened->population);
    Result<AdReports> reports = adReports(opened->clinic.workspace(), snapshot, context.job);
    if (!reports) {
        return reports.error();
    }
    const Result<ChannelCohort> cohort
        = channelCohort(snapshot, spendBook(*std::move(reports)), options, context.job);
    if (!cohort) {
        return cohort.error();
    }
    if (context.isSet("members")) {
        if (Status written = writeCohort(context, snapshot, *cohort); !written) {
            return written.error();
        }
    }
    Answer answer;
    answer.options = {{"from", isoDate(cohort->from)}, {"to", isoDate(cohort->to)},
                      {"net_days", options.netDays},   {"repurchase_days", options.repurchaseDays},
                      {"where", whereJson(context)},   {"include_anonymous", options.includeAnonymous}};
    answer.result["channels"] = Json::array();
    for (const ChannelFigures& figures : cohort->channels) {
        answer.result["channels"].push_back(figuresJson(figures, *cohort));
    }
    answer.result["total"] = figuresJson(cohort->total, *cohort);
    const auto found = channelContradiction(*cohort);
    answer.result["contradiction"]
        = found ? Json(cohort->channels[static_cast<std::size_t>(found->channel)].channel) : Json();
    answer.used = cohort->total.people();
    answer.exclude("not_selected", cohort->notSelected);
    answer.exclude("anonymous", cohort->anonymous);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = cohort->asOf;
    answer.text = cohortText(*cohort);
    return answer;
}

}  // namespace meitrace

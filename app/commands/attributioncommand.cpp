// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// attribution: which channels brought them
#include "analytics/journey/attribution.h"
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/spending.h"
#include "analytics/workbench/tables.h"
#include "app/commands/choosing.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "ui/text/channeltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <map>

namespace meitrace {

namespace {

struct Attribution {
    Q_DECLARE_TR_FUNCTIONS(Attribution)
};

using Align = TextTable::Align;

// Those beside each other in the table of the command.
constexpr std::array<CreditModel, 6> kShown {CreditModel::First, CreditModel::Last,   CreditModel::Linear,
                                             CreditModel::Decay, CreditModel::Markov, CreditModel::Shapley};

/// "40,40": percent for the first and the last touch
Status readEdges(const CommandContext& context, PositionEdges& edges)
{
    if (!context.isSet("position")) {
        return Done {};
    }
    const QStringList parts = context.parser.value(QStringLiteral("position")).split(u',');
    bool first = false;
    bool last = false;
    edges = {.first = parts.value(0).toDouble(&first) / 100, .last = parts.value(1).toDouble(&last) / 100};
    return parts.size() == 2 && first && last && edges.isValid()
        ? Status(Done {})
        : Status(badOption("position", context.value("position"), "40,40"));
}

Status readAttribution(const CommandContext& context, AttributionOptions& options)
{
    using Scope = std::pair<const char*, ConversionScope>;
    using Direct = std::pair<const char*, DirectTouches>;
    using Repeats = std::pair<const char*, TouchRepeats>;
    TouchOptions& touches = options.touches;
    const Result<std::int64_t> order = context.integer("order", options.order);
    if (!order) {
        return order.error();
    }
    options.order = static_cast<int>(*order);
    touches.includeAnonymous = context.isSet("include-anonymous");
    touches.sinceConversion = !context.isSet("all-touches");
    int halfLife = static_cast<int>(options.settings.halfLife / kDayMillis);
    Status status = readRange(context, touches.from, touches.to, touches.asOf);
    status = status ? readPredicate(context, "conversion", touches.conversion) : status;
    status = status ? readPredicate(context, "touch", touches.touches) : status;
    status = status ? readDays(context, "window", touches.windowDays) : status;
    status = status ? readDays(context, "money-days", touches.moneyDays) : status;
    status = status ? readDays(context, "half-life", halfLife) : status;
    options.settings.halfLife = halfLife * kDayMillis;
    status = status ? readEdges(context, options.settings.edges) : status;
    status = status
        ? choose(context, "scope",
                 std::array {Scope {"first", ConversionScope::First}, Scope {"all", ConversionScope::Every},
                             Scope {"repeat", ConversionScope::Repeat}},
                 touches.scope)
        : status;
    status = status
        ? choose(context, "direct",
                 std::array {Direct {"last_non_direct", DirectTouches::LastNonDirect},
                             Direct {"drop", DirectTouches::Drop}, Direct {"keep", DirectTouches::Keep}},
                 touches.direct)
        : status;
    return status
        ? choose(context, "repeats",
                 std::array {Repeats {"collapse", TouchRepeats::Collapse},
                             Repeats {"keep", TouchRepeats::Keep}, Repeats {"first", TouchRepeats::First}},
                 touches.repeats)
        : status;
}

/// Spend by channel on the days of the conversions.
std::map<std::string, Fen> spendOf(const SpendBook& book, const TouchOptions& touches, Day asOf)
{
    std::map<std::string, Fen> sums;
    const Day last = touches.to == kMissingDay ? asOf : touches.to;
    for (const AdSpend& spend : book.spend) {
        if ((touches.from == kMissingDay || spend.day >= touches.from) && spend.day <= last) {
            sums[std::string(book.channels.text(spend.channel))] += spend.amount;
        }
    }
    return sums;
}

bool isKnown(const AttributionResult& result, CreditModel model)
{
    const CreditGap gap = model == CreditModel::Markov ? result.markov
        : model == CreditModel::Shapley                ? result.shapley
                                                       : CreditGap::None;
    return gap == CreditGap::None || gap == CreditGap::NoEffect;
}

Json channelJson(const AttributionResult& result, const AttributedChannel& channel, const Fen* spend)
{
    Json json {{"channel", channel.channel.empty() ? Json() : Json(channel.channel)},
               {"kind",
                channel.kind == AttributedChannel::Kind::Named       ? "channel"
                    : channel.kind == AttributedChannel::Kind::Other ? "other"
                                                                     : "unattributed"}};
    Json intervals = Json::object();
    Json money = Json::object();
    for (std::size_t model = 0; model < kCreditModels; ++model) {
        const bool known = isKnown(result, static_cast<CreditModel>(model));
        const ModelCredit& credit = channel.credit[model];
        json[kCreditModelNames[model]] = known ? Json(credit.conversions) : Json();
        if (known) {
            intervals[kCreditModelNames[model]] = {credit.low, credit.high};
            money[kCreditModelNames[model]] = credit.money;
        }
    }
    json["intervals"] = std::move(intervals);
    json["money_minor"] = std::move(money);
    const ModelCredit& last = channel.by(CreditModel::Last);
    const bool spent = spend != nullptr && *spend > 0;
    json["paths"] = {{"converting", channel.converting}, {"lost", channel.lost}};
    json["spend_minor"] = spend != nullptr ? Json(*spend) : Json();
    json["cost_per_conversion_minor"] = spent && last.conversions > 0
        ? Json(std::llround(static_cast<double>(*spend) / last.conversions))
        : Json();
    json["roas"] = spent ? Json(static_cast<double>(last.money) / static_cast<double>(*spend)) : Json();
    return json;
}

Json attributionJson(const AttributionResult& result, const std::map<std::string, Fen>& spend)
{
    Json json {{"conversions", result.conversions},
               {"converted", result.converted},
               {"money_minor", result.money},
               {"money_not_over", result.moneyOpen},
               {"lost", result.lost},
               {"open", result.open},
               {"conversion_rate", result.conversionRate}};
    json["channels"] = Json::array();
    Json effects = Json::object();
    for (const AttributedChannel& channel : result.channels) {
        const auto spent = spend.find(channel.channel);
        json["channels"].push_back(channelJson(
            result, channel,
            spent != spend.end() && channel.kind == AttributedChannel::Kind::Named ? &spent->second
                                                                                   : nullptr));
        if (channel.kind == AttributedChannel::Kind::Named && isKnown(result, CreditModel::Markov)) {
            effects[channel.channel] = channel.removalEffect;
        }
    }
    json["removal_effect"] = effects;
    json["routes"] = Json::array();
    for (const ChannelRoute& route : result.routes) {
        Json names = Json::array();
        for (const int number : route.channels) {
            names.push_back(result.channels[static_cast<std::size_t>(number)].channel);
        }
        json["routes"].push_back({{"channels", names},
                                  {"converting", route.converting},
                                  {"lost", route.lost},
                                  {"money_minor", route.money}});
    }
    json["bits_per_step"]
        = {{"order_1", numberOrNull(result.orders.first)}, {"order_2", numberOrNull(result.orders.second)}};
    return json;
}

QString attributionText(const AttributionResult& result, const std::map<std::string, Fen>& spend)
{
    QStringList heads {Attribution::tr("Channel")};
    for (const CreditModel model : kShown) {
        heads << creditModelName(model);
    }
    heads << Attribution::tr("Money, last touch") << Attribution::tr("Spend")
          << Attribution::tr("Cost per conversion");
    TextTable table(heads, {Align::Left});
    for (const AttributedChannel& channel : result.channels) {
        QStringList cells {attributedName(channel)};
        for (const CreditModel model : kShown) {
            cells << (isKnown(result, model) ? QLocale().toString(channel.by(model).conversions, 'f', 1)
                                             : QStringLiteral("–"));
        }
        const auto spent = spend.find(channel.channel);
        const Fen amount
            = spent != spend.end() && channel.kind == AttributedChannel::Kind::Named ? spent->second : 0;
        cells << moneyText(channel.by(CreditModel::Last).money)
              << (amount > 0 ? moneyText(amount) : QStringLiteral("–"))
              << costText(amount, std::llround(channel.by(CreditModel::Last).conversions));
        table.row(cells);
    }
    return table.text() + u'\n' + attributionFindings(result).join(u'\n') + u'\n';
}

Status writeAttributed(const CommandContext& context, const Snapshot& snapshot,
                       const AttributionOptions& options, const AttributionResult& result)
{
    std::vector<std::pair<Index, std::string>> rows;
    for (std::size_t i = 0; i < result.channels.size(); ++i) {
        const Result<Bitset> members = attributionMembers(
            snapshot, options, result, {.channel = static_cast<int>(i), .role = AttributionPlace::Role::Last},
            context.job);
        if (!members) {
            return members.error();
        }
        members->forEach([&](Index customer) { rows.emplace_back(customer, result.channels[i].channel); });
    }
    std::sort(rows.begin(), rows.end());
    return writeTable(
        context.value("members"), {"customer", "last_touch"}, static_cast<Index>(rows.size()),
        [&](Index row, std::vector<std::string>& cells) {
            const auto& [customer, channel] = rows[static_cast<std::size_t>(row)];
            cells = {snapshot.customerCode(customer), channel};
        },
        context.job);
}

}  // namespace

Result<Answer> runAttribution(const CommandContext& context)
{
    AttributionOptions options;
    if (Status status = readAttribution(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.touches.asOf, options.touches.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    const Snapshot& snapshot = *opened->snapshot;
    options.touches.population = std::move(opened->population);
    const Result<AttributionResult> result = attribution(snapshot, options, context.job);
    Result<AdReports> reports = adReports(opened->clinic.workspace(), snapshot, context.job);
    if (!result || !reports) {
        return result ? reports.error() : result.error();
    }
    if (context.isSet("members")) {
        if (Status written = writeAttributed(context, snapshot, options, *result); !written) {
            return written.error();
        }
    }
    const Day asOf = options.touches.asOf == kMissingDay ? snapshot.frame().asOf : options.touches.asOf;
    const auto spend = isChoice(context.value("where"))
        ? std::map<std::string, Fen>()
        : spendOf(spendBook(*std::move(reports)), options.touches, asOf);
    Answer answer;
    answer.options = {{"conversion", printed(options.touches.conversion)},
                      {"touch", printed(options.touches.touches)},
                      {"window_days", options.touches.windowDays},
                      {"money_days", options.touches.moneyDays},
                      {"half_life_days", options.settings.halfLife / kDayMillis},
                      {"order", options.order},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.touches.includeAnonymous}};
    answer.result = attributionJson(*result, spend);
    answer.used = result->converted + result->lost;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.exclude("open_paths", result->open);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = asOf;
    answer.text = attributionText(*result, spend);
    return answer;
}

}  // namespace meitrace

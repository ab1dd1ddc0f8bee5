// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/channeltext.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace meitrace {

namespace {

struct ChannelText {
    Q_DECLARE_TR_FUNCTIONS(ChannelText)
};

QString dash()
{
    return QStringLiteral("–");
}
constexpr Index kFewestDeals = 30;

QString ratioText(double ratio)
{
    return QLocale().toString(ratio, 'f', std::abs(ratio) < 9.95 ? 1 : 0);
}

double perSpend(double fen, const ChannelFigures& figures)
{
    return fen / static_cast<double>(figures.spend);
}

/// The models a marketer compares first.
constexpr std::array<CreditModel, 4> kCompared {CreditModel::First, CreditModel::Last, CreditModel::Linear,
                                                CreditModel::Markov};

bool isShown(const AttributionResult& result, CreditModel model)
{
    return model != CreditModel::Markov || result.markov == CreditGap::None;
}

}  // namespace

QString creditModelName(CreditModel model)
{
    switch (model) {
    case CreditModel::First:
        return ChannelText::tr("First touch");
    case CreditModel::Last:
        return ChannelText::tr("Last touch");
    case CreditModel::Linear:
        return ChannelText::tr("Linear");
    case CreditModel::Position:
        return ChannelText::tr("Position (U)");
    case CreditModel::LatePosition:
        return ChannelText::tr("Late position (J)");
    case CreditModel::EarlyPosition:
        return ChannelText::tr("Early position");
    case CreditModel::Decay:
        return ChannelText::tr("Time decay");
    case CreditModel::Participation:
        return ChannelText::tr("Participation");
    case CreditModel::Markov:
        return ChannelText::tr("Data-driven (Markov)");
    case CreditModel::Shapley:
        return ChannelText::tr("Data-driven (Shapley)");
    }
    return {};
}

QString creditModelHint(CreditModel model)
{
    switch (model) {
    case CreditModel::First:
        return ChannelText::tr("All to the channel of the first touch");
    case CreditModel::Last:
        return ChannelText::tr(
            "All to the channel of the last touch; direct visits only where there is nothing else");
    case CreditModel::Linear:
        return ChannelText::tr("The same to every touch");
    case CreditModel::Position:
        return ChannelText::tr("40 % to the first touch, 40 % to the last, the rest between them");
    case CreditModel::LatePosition:
        return ChannelText::tr("20 % to the first touch, 60 % to the last, the rest between them");
    case CreditModel::EarlyPosition:
        return ChannelText::tr("60 % to the first touch, 20 % to the last, the rest between them");
    case CreditModel::Decay:
        return ChannelText::tr("The later the touch, the more: half as much every 14 days back");
    case CreditModel::Participation:
        return ChannelText::tr("All to every channel of the path; adds up to more than the conversions");
    case CreditModel::Markov:
        return ChannelText::tr(
            "By how many conversions would be lost if nobody came to the channel any more");
    case CreditModel::Shapley:
        return ChannelText::tr("By how much the rate of conversion rises where the channel joins others");
    }
    return {};
}

QString attributedName(const AttributedChannel& channel)
{
    switch (channel.kind) {
    case AttributedChannel::Kind::Named:
        return channelName(channel.channel);
    case AttributedChannel::Kind::Other:
        return ChannelText::tr("(other channels)");
    case AttributedChannel::Kind::Unattributed:
        return ChannelText::tr("(no touch known)");
    }
    return {};
}

QString cohortChannelName(const ChannelFigures& figures)
{
    return figures.channel.empty() ? ChannelText::tr("(channel not known)") : channelName(figures.channel);
}

QString channelStageName(ChannelStage stage)
{
    switch (stage) {
    case ChannelStage::Lead:
        return ChannelText::tr("Leads");
    case ChannelStage::Wechat:
        return ChannelText::tr("On WeChat");
    case ChannelStage::Booking:
        return ChannelText::tr("Booked");
    case ChannelStage::Arrival:
        return ChannelText::tr("Arrived");
    case ChannelStage::Deal:
        return ChannelText::tr("Deals");
    case ChannelStage::Repeat:
        return ChannelText::tr("Bought again");
    }
    return {};
}

QString costText(Fen spend, Index count)
{
    return spend <= 0 || count == 0 ? dash()
                                    : roundMoneyText(static_cast<double>(spend) / static_cast<double>(count));
}

QString returnText(const ChannelFigures& figures)
{
    return figures.spend <= 0 ? dash() : ratioText(perSpend(static_cast<double>(figures.net), figures));
}

QString returnRangeText(const ChannelFigures& figures)
{
    return figures.spend <= 0
        ? dash()
        : ChannelText::tr("%1–%2").arg(ratioText(perSpend(figures.netRange.low, figures)),
                                       ratioText(perSpend(figures.netRange.high, figures)));
}

QString placeText(const ChannelFigures& figures)
{
    if (figures.bestPlace == 0) {
        return dash();
    }
    return figures.bestPlace == figures.worstPlace
        ? countText(figures.bestPlace)
        : ChannelText::tr("%1–%2").arg(countText(figures.bestPlace), countText(figures.worstPlace));
}

QString paybackText(const ChannelFigures& figures, int matureMonths)
{
    if (figures.spend <= 0) {
        return dash();
    }
    if (figures.paybackMonths > 0) {
        return ChannelText::tr("%n month(s)", "", figures.paybackMonths);
    }
    return matureMonths == 0 ? ChannelText::tr("too early to say")
                             : ChannelText::tr("not in %n month(s)", "", matureMonths);
}

QString contradictionText(const ChannelCohort& cohort, const ChannelContradiction& found)
{
    const ChannelFigures& figures = cohort.channels[static_cast<std::size_t>(found.channel)];
    const Index deals = figures.at(ChannelStage::Deal);
    const QString name = cohortChannelName(figures);
    const QString lead = costText(figures.spend, figures.at(ChannelStage::Lead));
    return deals == 0
        ? ChannelText::tr("%1: a lead costs %2 (number %3 of %4 paid media), and none of them bought.")
              .arg(name, lead, countText(found.placeByLead), countText(found.media))
        : ChannelText::tr(
              "%1: a lead costs %2 (number %3 of %4 paid media), but a deal %5, more than anywhere else.")
              .arg(name, lead, countText(found.placeByLead), countText(found.media),
                   costText(figures.spend, deals));
}

QString cutText(const ChannelFigures& figures, double share)
{
    const SpendCut cut = spendCut(figures, share);
    return ChannelText::
        tr("Spending %1 less on %2 saves %3 and costs %4 to %5 deals, if deals fall in step with the money.")
            .arg(percentText(share), cohortChannelName(figures),
                 roundMoneyText(static_cast<double>(cut.saved)),
                 countText(std::llround(std::floor(cut.fewerLow))),
                 countText(std::llround(std::ceil(cut.fewerHigh))));
}

QStringList channelFindings(const ChannelCohort& cohort)
{
    QStringList findings;
    if (const auto found = channelContradiction(cohort)) {
        findings << contradictionText(cohort, *found);
    }
    const ChannelFigures* best = nullptr;
    int ranked = 0;
    for (const ChannelFigures& figures : cohort.channels) {
        ranked += figures.bestPlace > 0 ? 1 : 0;
        best = figures.bestPlace == 1 && figures.worstPlace == 1 ? &figures : best;
    }
    if (best != nullptr && ranked > 1) {
        findings << ChannelText::tr("%1 brings back most for what is spent: %2 times (%3), surely more than "
                                    "any other channel.")
                        .arg(cohortChannelName(*best), returnText(*best), returnRangeText(*best));
    } else if (ranked > 1) {
        findings << ChannelText::tr("No channel is surely the best: the ranges of the first ones overlap. "
                                    "The places in between are noise, not a ranking.");
    }
    const Index people = cohort.total.people();
    if (people > 0 && cohort.total.mature < people) {
        findings
            << ChannelText::tr(
                   "Only %1 of these people have had their days of money; what they bring will still grow.")
                   .arg(percentText(static_cast<double>(cohort.total.mature) / static_cast<double>(people)));
    }
    if (!cohort.spendKnown) {
        findings << ChannelText::tr(
            "What was spent on a choice of customers is not known; costs are left out.");
    } else if (cohort.total.spend == 0) {
        findings << ChannelText::tr("No ad report tells of these days; costs are left out.");
    }
    return findings;
}

QString creditGapText(CreditGap gap)
{
    switch (gap) {
    case CreditGap::None:
        return {};
    case CreditGap::NoConversions:
        return ChannelText::tr(
            "No conversion has a touch before it, so the data cannot say which channel matters.");
    case CreditGap::NoLost:
        return ChannelText::tr(
            "Every path converted. Without those that did not, the data cannot say which channel matters.");
    case CreditGap::NoEffect:
        return ChannelText::tr("No channel has an effect of its own; Markov shows what linear does.");
    }
    return {};
}

QStringList attributionFindings(const AttributionResult& result)
{
    QStringList findings;
    const AttributedChannel* widest = nullptr;
    double width = 0;
    CreditModel least = CreditModel::First;
    CreditModel most = CreditModel::First;
    for (const AttributedChannel& channel : result.channels) {
        const auto byCredit = [&](CreditModel a, CreditModel b) {
            return channel.by(a).conversions < channel.by(b).conversions;
        };
        std::vector<CreditModel> models;
        std::copy_if(kCompared.begin(), kCompared.end(), std::back_inserter(models),
                     [&](CreditModel model) { return isShown(result, model); });
        const auto [low, high] = std::minmax_element(models.begin(), models.end(), byCredit);
        const double spread = channel.by(*high).conversions - channel.by(*low).conversions;
        if (channel.kind == AttributedChannel::Kind::Named && spread > width) {
            widest = &channel;
            width = spread;
            least = *low;
            most = *high;
        }
    }
    if (result.conversions < kFewestDeals) {
        findings << ChannelText::tr("Only %n conversion(s): too few for a comparison of channels.", "",
                                    static_cast<int>(result.conversions));
    } else if (widest != nullptr) {
        findings << ChannelText::tr("The models disagree most about %1: %2 conversions by “%3”, %4 by “%5”.")
                        .arg(attributedName(*widest), countText(std::llround(widest->by(least).conversions)),
                             creditModelName(least), countText(std::llround(widest->by(most).conversions)),
                             creditModelName(most));
    }
    if (const AttributedChannel& last = result.channels.back();
        last.kind == AttributedChannel::Kind::Unattributed && last.converting > 0) {
        findings << ChannelText::tr("%1 of %2 conversions have no known touch before them.")
                        .arg(countText(last.converting), countText(result.conversions));
    }
    if (const QString gap = creditGapText(result.markov); !gap.isEmpty()) {
        findings << gap;
    }
    if (result.orders.second > 0 && result.orders.second < result.orders.first * 0.98) {
        findings << ChannelText::tr("Where people come from matters too: a chain that looks two channels "
                                    "back foretells the next step better (order 2).");
    }
    findings << ChannelText::tr("All of this describes what went before; it does not say what would have "
                                "come without a channel. Only a group that is left out tells that.");
    return findings;
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/attributionview.h"

#include "analytics/stats/proportion.h"
#include "ui/text/channeltext.h"
#include "ui/text/figures.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/moneyaxis.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace meitrace {

namespace {

struct AttributionView {
    Q_DECLARE_TR_FUNCTIONS(AttributionView)
};

constexpr std::array<CreditModel, 4> kFirstModels {CreditModel::First, CreditModel::Last, CreditModel::Linear,
                                                   CreditModel::Markov};
constexpr std::array<CreditModel, 6> kMoreModels {CreditModel::Position,      CreditModel::LatePosition,
                                                  CreditModel::EarlyPosition, CreditModel::Decay,
                                                  CreditModel::Participation, CreditModel::Shapley};
constexpr int kMostBars = 8;
QString dash()
{
    return QStringLiteral("–");
}

QString conversionsText(double conversions)
{
    return QLocale().toString(conversions, 'f', 1);
}

}  // namespace

bool isKnown(const AttributionResult& result, CreditModel model)
{
    const CreditGap gap = model == CreditModel::Markov ? result.markov
        : model == CreditModel::Shapley                ? result.shapley
                                                       : CreditGap::None;
    return gap == CreditGap::None || gap == CreditGap::NoEffect;
}

AttributionTable::AttributionTable(QObject* parent)
    : ReadOnlyTable(static_cast<int>(kFirstModels.size()) + 2, parent)
    , m_models(kFirstModels.begin(), kFirstModels.end())
{
}

void AttributionTable::setResult(const AttributionResult& result, Unit unit, bool allModels)
{
    beginResetModel();
    m_result = result;
    m_unit = unit;
    m_models.assign(kFirstModels.begin(), kFirstModels.end());
    if (allModels) {
        m_models.insert(m_models.end(), kMoreModels.begin(), kMoreModels.end());
    }
    setColumns(static_cast<int>(m_models.size()) + 2);
    endResetModel();
}

int AttributionTable::channelAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_result.channels.size()) ? row : -1;
}

std::optional<CreditModel> AttributionTable::modelAt(int column) const
{
    return column >= 1 && column <= static_cast<int>(m_models.size())
        ? std::optional(m_models[static_cast<std::size_t>(column) - 1])
        : std::nullopt;
}

int AttributionTable::count() const
{
    return m_result.channels.empty() ? 0 : static_cast<int>(m_result.channels.size()) + 1;
}

QString AttributionTable::title(int column) const
{
    if (column == 0) {
        return AttributionView::tr("Channel");
    }
    const std::optional<CreditModel> model = modelAt(column);
    return model ? creditModelName(*model) : AttributionView::tr("Lowest to highest");
}

QString AttributionTable::creditText(const ModelCredit& credit) const
{
    return m_unit == Unit::Money ? roundMoneyText(static_cast<double>(credit.money))
                                 : conversionsText(credit.conversions);
}

QString AttributionTable::sumText(CreditModel model) const
{
    if (model == CreditModel::Participation) {
        return {};
    }
    return m_unit == Unit::Money ? roundMoneyText(static_cast<double>(m_result.money))
                                 : countText(m_result.conversions);
}

QString AttributionTable::rangeText(const AttributedChannel& channel) const
{
    std::vector<CreditModel> models;
    std::copy_if(kFirstModels.begin(), kFirstModels.end(), std::back_inserter(models),
                 [this](CreditModel model) { return isKnown(m_result, model); });
    const auto less = [&](CreditModel a, CreditModel b) {
        return m_unit == Unit::Money ? channel.by(a).money < channel.by(b).money
                                     : channel.by(a).conversions < channel.by(b).conversions;
    };
    const auto [low, high] = std::minmax_element(models.begin(), models.end(), less);
    return AttributionView::tr("%1–%2").arg(creditText(channel.by(*low)), creditText(channel.by(*high)));
}

QString AttributionTable::text(int row, int column) const
{
    const int number = channelAt(row);
    const std::optional<CreditModel> model = modelAt(column);
    if (number < 0) {
        return column == 0              ? AttributionView::tr("All conversions")
            : !model                    ? QString()
            : isKnown(m_result, *model) ? sumText(*model)
                                        : dash();
    }
    const AttributedChannel& channel = m_result.channels[static_cast<std::size_t>(number)];
    if (column == 0) {
        return attributedName(channel);
    }
    if (!model) {
        return rangeText(channel);
    }
    return isKnown(m_result, *model) ? creditText(channel.by(*model)) : dash();
}

QVariant AttributionTable::mark(int row, int column, int role) const
{
    const int number = channelAt(row);
    const std::optional<CreditModel> model = modelAt(column);
    if (number < 0 || !model || !isKnown(m_result, *model)) {
        return {};
    }
    const AttributedChannel& channel = m_result.channels[static_cast<std::size_t>(number)];
    const ModelCredit& credit = channel.by(*model);
    if (role == BarRole && m_result.conversions > 0) {
        return std::clamp(credit.conversions / static_cast<double>(m_result.conversions), 0.0, 1.0);
    }
    if (role == Qt::ToolTipRole) {
        QString tip = creditModelHint(*model) + u'\n'
            + AttributionView::tr("%1 conversions, 95 % range %2 to %3; %4")
                  .arg(conversionsText(credit.conversions), conversionsText(credit.low),
                       conversionsText(credit.high), roundMoneyText(static_cast<double>(credit.money)));
        if (*model == CreditModel::Markov && channel.kind == AttributedChannel::Kind::Named) {
            tip += u'\n'
                + AttributionView::tr("Without it %1 of the conversions would be lost")
                      .arg(percentText(channel.removalEffect));
        }
        return tip;
    }
    return {};
}

RouteTable::RouteTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void RouteTable::setResult(const AttributionResult& result)
{
    beginResetModel();
    m_result = result;
    endResetModel();
}

int RouteTable::count() const
{
    return static_cast<int>(m_result.routes.size());
}

QString RouteTable::title(int column) const
{
    return QStringList {AttributionView::tr("Path"), AttributionView::tr("Converted"),
                        AttributionView::tr("Did not"), AttributionView::tr("Rate"),
                        AttributionView::tr("Money")}
        .value(column);
}

QString RouteTable::text(int row, int column) const
{
    const ChannelRoute& route = m_result.routes[static_cast<std::size_t>(row)];
    switch (column) {
    case Route:
        return routeText(m_result, route);
    case Converted:
        return countText(route.converting);
    case Lost:
        return countText(route.lost);
    case Rate:
        return percentText(proportion(route.converting, route.converting + route.lost));
    default:
        return roundMoneyText(static_cast<double>(route.money));
    }
}

QVariant RouteTable::mark(int row, int column, int role) const
{
    const ChannelRoute& route = m_result.routes[static_cast<std::size_t>(row)];
    const Index all = route.converting + route.lost;
    if (role == BarRole && column == Rate) {
        return proportion(route.converting, all);
    }
    if (role == Qt::ToolTipRole && column == Rate) {
        const Interval interval = wilson(route.converting, all);
        return AttributionView::tr("%1 of %2; 95 % range %3 to %4")
            .arg(countText(route.converting), countText(all), percentText(interval.low),
                 percentText(interval.high));
    }
    return {};
}

QString routeText(const AttributionResult& result, const ChannelRoute& route)
{
    QStringList names;
    for (const int number : route.channels) {
        names << attributedName(result.channels[static_cast<std::size_t>(number)]);
    }
    return names.join(QStringLiteral(" → "));
}

BarData attributionBars(const AttributionResult& result, AttributionTable::Unit unit)
{
    BarData bars;
    const bool money = unit == AttributionTable::Unit::Money;
    bars.valueTitle = money ? moneyAxisTitle() : AttributionView::tr("Conversions");
    bars.categoryHeader = AttributionView::tr("Channel");
    std::vector<const AttributedChannel*> shown;
    for (const AttributedChannel& channel : result.channels) {
        if (channel.kind == AttributedChannel::Kind::Named && static_cast<int>(shown.size()) < kMostBars) {
            shown.push_back(&channel);
            bars.categories << attributedName(channel);
        }
    }
    for (const CreditModel model : kFirstModels) {
        if (!isKnown(result, model)) {
            continue;
        }
        BarSeries series {.name = creditModelName(model), .values = {}};
        for (const AttributedChannel* channel : shown) {
            const ModelCredit& credit = channel->by(model);
            series.values << (money ? static_cast<double>(credit.money) / moneyAxisUnit()
                                    : credit.conversions);
        }
        bars.series << series;
    }
    return bars;
}

QString attributionCaption(const AttributionResult& result, const AttributionOptions& options)
{
    QString text
        = AttributionView::tr("%1 conversions of %2; touches of %3 days before. %4 paths did not convert")
              .arg(countText(result.conversions), customersText(result.converted),
                   countText(options.touches.windowDays), countText(result.lost));
    text += result.open > 0 ? AttributionView::tr(", %1 may yet.").arg(countText(result.open))
                            : QStringLiteral(".");
    if (result.moneyOpen > 0) {
        text += u' '
            + AttributionView::tr("The money of %1 conversions will still grow.")
                  .arg(countText(result.moneyOpen));
    }
    return text;
}

QString attributionPlaceTitle(const AttributionResult& result, const AttributionPlace& place)
{
    const QString end = place.end == TouchPath::End::Converted ? AttributionView::tr("converted")
                                                               : AttributionView::tr("did not convert");
    if (place.route >= 0) {
        return AttributionView::tr("%1: %2").arg(
            routeText(result, result.routes[static_cast<std::size_t>(place.route)]), end);
    }
    if (place.channel < 0) {
        return AttributionView::tr("All paths: %1").arg(end);
    }
    const QString name = attributedName(result.channels[static_cast<std::size_t>(place.channel)]);
    switch (place.role) {
    case AttributionPlace::Role::First:
        return AttributionView::tr("First touch %1: %2").arg(name, end);
    case AttributionPlace::Role::Last:
        return AttributionView::tr("Last touch %1: %2").arg(name, end);
    case AttributionPlace::Role::Any:
        break;
    }
    return AttributionView::tr("%1 on the way: %2").arg(name, end);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/attribution.h"
#include "ui/charts/barchart.h"
#include "ui/viewmodels/readonlytable.h"

#include <optional>
#include <vector>

namespace meitrace {

/// Credit of channels, as the page shows it.

/// Channels and their credit by model, with their sums below.
class AttributionTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum class Unit { Conversions, Money };

    explicit AttributionTable(QObject* parent = nullptr);

    /// allModels: also those that stand behind “more”
    void setResult(const AttributionResult& result, Unit unit, bool allModels);
    /// Number of the channel in the result; -1: the sums
    [[nodiscard]] int channelAt(int row) const;
    /// nullopt: the column is no model
    [[nodiscard]] std::optional<CreditModel> modelAt(int column) const;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != 0; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] QString creditText(const ModelCredit& credit) const;
    [[nodiscard]] QString sumText(CreditModel model) const;
    [[nodiscard]] QString rangeText(const AttributedChannel& channel) const;

    AttributionResult m_result;
    Unit m_unit = Unit::Conversions;
    std::vector<CreditModel> m_models;
};

/// The most frequent sequences of channels.
class RouteTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Route, Converted, Lost, Rate, Money, kColumns };

    explicit RouteTable(QObject* parent = nullptr);

    void setResult(const AttributionResult& result);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Route; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    AttributionResult m_result;
};

/// Whether the data let a model say something.
bool isKnown(const AttributionResult& result, CreditModel model);
/// "Xiaohongshu → Meituan"
QString routeText(const AttributionResult& result, const ChannelRoute& route);
/// The channels with most credit, by the models a marketer compares first.
BarData attributionBars(const AttributionResult& result, AttributionTable::Unit unit);
QString attributionCaption(const AttributionResult& result, const AttributionOptions& options);
QString attributionPlaceTitle(const AttributionResult& result, const AttributionPlace& place);

}  // namespace meitrace

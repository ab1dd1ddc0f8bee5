// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/analysistab.h"
#include "ui/viewmodels/attributionview.h"

#include <memory>

class QLabel;

namespace meitrace {

class BarChart;
class Card;
class ChartToggle;
class DataTable;
class SegmentedControl;

/// Which channels had a part in the conversions, by several models side by side, and the paths through them.
class AttributionTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit AttributionTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const AttributionOptions& options);
    /// nullptr before the first
    [[nodiscard]] const AttributionResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a figure, as a click on it does.
    void showPlace(const AttributionPlace& place);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        AttributionOptions options;
        AttributionResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<AttributionOptions>> choices() const;
    void useUsualConversion();
    void take(const Result<Shown>& shown);
    void showTables();
    void openCredit(const QModelIndex& index);

    AttributionOptions m_options;
    bool m_isChosen = false;  ///< somebody chose the conversion
    Card* m_chartCard;
    BarChart* m_chart;
    ChartToggle* m_toggle;
    SegmentedControl* m_unit;
    Card* m_readingCard;
    QLabel* m_reading;
    Card* m_tableCard;
    SegmentedControl* m_models;
    DataTable* m_table;
    AttributionTable* m_credits;
    Card* m_routeCard;
    DataTable* m_routeTable;
    RouteTable* m_routes;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

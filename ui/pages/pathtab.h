// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/paths.h"
#include "ui/pages/activitychoices.h"
#include "ui/pages/analysistab.h"

#include <QStringList>

#include <memory>

class QLabel;
class QPushButton;

namespace meitrace {

class Card;
class ChartToggle;
class Sankey;
struct RegionId;

/// The ways customers took as a flow from step to step. Clicked nodes are a route, and its people are one
/// click away.
class PathTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit PathTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    [[nodiscard]] const PathOptions& options() const { return m_options; }
    void setOptions(const PathOptions& options);
    /// nullptr before the first
    [[nodiscard]] const PathResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// Lights a node or a link, or a route of several nodes, and counts who went there.
    void select(const PathPlace& place);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        PathOptions options;
        PathResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<PathOptions>> choices() const;
    void take(const Result<Shown>& shown);
    void clickPart(const RegionId& id);
    void showRoute();
    void takeRoute(const Result<Bitset>& members, const SnapshotPtr& snapshot);

    PathOptions m_options;
    QStringList m_hidden = usuallyLeftOut();
    QLabel* m_findings;
    Card* m_chartCard;
    Sankey* m_chart;
    ChartToggle* m_toggle;
    Card* m_routeCard;
    QLabel* m_routeFigures;
    QPushButton* m_routePeople;
    PathPlace m_place;
    Bitset m_members;  ///< of m_place
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "analytics/workbench/analysisoutcome.h"
#include "ui/charts/chartstyle.h"
#include "ui/pages/page.h"

#include <memory>
#include <optional>

class QLabel;

namespace meitrace {

class AnalysisTab;
class BusyOverlay;
class Card;
class ChartToggle;
class CurrentStack;
class CustomersPanel;
class EmptyState;
class FilterBar;
class FunnelChart;
class FunnelChanges;
class FunnelEditor;
class FunnelFigures;
class FunnelReasons;
class MonitorTab;
class RetentionTab;
class RhythmTab;
class SavedBar;
class TabBar;
class TrendTab;

/// Who is lost at each step and who comes back, and who they are.
class FunnelsPage final : public Page {
    Q_OBJECT

public:
    explicit FunnelsPage(Session& session, QWidget* parent = nullptr);

    /// The figures on show; nullptr before the first.
    [[nodiscard]] const FunnelResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    [[nodiscard]] CustomersPanel* panel() const { return m_panel; }
    [[nodiscard]] FunnelReasons* reasons() const { return m_reasons; }
    /// The customers of one part of a step (0-based), as a click on it does.
    void showPart(int step, FunnelClass part, int split = -1);
    [[nodiscard]] RetentionTab* retentionTab() const { return m_retention; }
    [[nodiscard]] TrendTab* trendTab() const { return m_trend; }
    [[nodiscard]] MonitorTab* monitorTab() const { return m_monitor; }
    [[nodiscard]] RhythmTab* rhythmTab() const { return m_rhythm; }
    /// "funnel", "trends", "rhythm" or "retention"
    void goToPart(const QString& part) override;
    /// Counts anew, as after a change of the steps.
    void recount() { count(); }
    /// Shows the controls of a saved funnel and counts it; its days and filters are the session's.
    void setDefinition(const AnalysisDefinition& definition);

protected:
    void refresh() override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Shown {
        FunnelOptions options;
        FunnelResult result;
        Index recoverable = 0;               ///< of those lost at the worst step, who may be contacted
        std::optional<FunnelResult> before;  ///< of the period before, where it is compared
        double spend = 0;                    ///< net paid by a customer of the last step, in fen
        AnalysisDefinition definition {};
        AnalysisOutcome outcome {};
    };

    void buildFunnel(QWidget* stage);
    void connectFunnel();
    void count();
    void take(const Result<Shown>& shown);
    void showChips();
    void showWhatIf(int step, double rate);
    static Result<Shown> work(const SnapshotPtr& snapshot, const FunnelOptions& options,
                              const std::optional<DaySpan>& days, bool compare, Job& job);
    /// Room for the panel: the figures in two rows, the editor away.
    void arrange(bool besidePanel);

    /// Those beside the funnel
    [[nodiscard]] QVector<AnalysisTab*> analyses() const;

    TabBar* m_tabs;
    CurrentStack* m_stack;
    RetentionTab* m_retention;
    TrendTab* m_trend;
    MonitorTab* m_monitor;
    RhythmTab* m_rhythm;
    FilterBar* m_chips;
    bool m_compare = false;
    FunnelFigures* m_figures;
    FunnelEditor* m_editor;
    FunnelChanges* m_changes;
    Card* m_definition;
    Card* m_chartCard;
    FunnelChart* m_chart;
    ChartToggle* m_toggle = nullptr;
    QLabel* m_whatIf;
    FunnelReasons* m_reasons;
    EmptyState* m_empty;
    BusyOverlay* m_busy;
    CustomersPanel* m_panel;
    SavedBar* m_saved;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

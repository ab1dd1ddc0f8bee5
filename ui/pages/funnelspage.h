// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "ui/charts/chartstyle.h"
#include "ui/pages/page.h"

#include <memory>

class QGridLayout;

namespace meitrace {

class BusyOverlay;
class Card;
class CustomersPanel;
class EmptyState;
class FunnelChart;
class FunnelEditor;
class KpiCard;

/// Who is lost at each step, and who they are.
class FunnelsPage final : public Page {
    Q_OBJECT

public:
    explicit FunnelsPage(Session& session, QWidget* parent = nullptr);

    /// The figures on show; nullptr before the first.
    [[nodiscard]] const FunnelResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    [[nodiscard]] CustomersPanel* panel() const { return m_panel; }
    /// The customers of one part of a step (0-based), as a click on it does.
    void showPart(int step, FunnelClass part, int split = -1);

protected:
    void refresh() override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Shown {
        FunnelOptions options;
        FunnelResult result;
        Index recoverable = 0;  ///< of those lost at the worst step, who may be contacted
    };

    void count();
    void take(const Result<Shown>& shown);
    void showFigures();
    /// Room for the panel: the figures in two rows, the editor away.
    void arrange(bool besidePanel);

    QGridLayout* m_figures;
    int m_columns = 0;  ///< of m_figures
    FunnelEditor* m_editor;
    Card* m_definition;
    Card* m_chartCard;
    FunnelChart* m_chart;
    EmptyState* m_empty;
    BusyOverlay* m_busy;
    KpiCard* m_rate;
    KpiCard* m_worst;
    KpiCard* m_time;
    KpiCard* m_recoverable;
    CustomersPanel* m_panel;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

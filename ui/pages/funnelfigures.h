// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"

#include <QWidget>

class QGridLayout;

namespace meitrace {

class KpiCard;

/// The four figures over a funnel: how many get through, where most are lost, how long it takes, who can be
/// won back.
class FunnelFigures final : public QWidget {
    Q_OBJECT

public:
    explicit FunnelFigures(QWidget* parent = nullptr);

    /// recoverable: of those lost at the worst step, who may be contacted
    void setFigures(const FunnelResult& result, const FunnelOptions& options, Index recoverable);
    /// In rows of so many.
    void arrange(int columns);

signals:
    /// The customers lost at the worst step are wanted.
    void lostRequested();

private:
    QGridLayout* m_grid;
    int m_columns = 0;
    KpiCard* m_rate;
    KpiCard* m_worst;
    KpiCard* m_time;
    KpiCard* m_recoverable;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/lifecycle.h"
#include "ui/charts/barchart.h"
#include "ui/viewmodels/readonlytable.h"

#include <optional>

namespace meitrace {

/// The life cycle as the page shows it.

QString lifeStateName(LifeState state);
/// What the state means, for a tooltip
QString lifeStateHint(LifeState state, int lostAfter);
/// The active customers of each period, by state; a period that is not over is hatched.
BarData lifecycleBars(const LifecycleResult& result, const LifecycleOptions& options);
/// Which state a series of lifecycleBars() stands for
LifeState lifecycleBarState(int series);
QString lifecycleCaption(const LifecycleResult& result, const LifecycleOptions& options);
QString lifecyclePlaceTitle(const LifecycleResult& result, const LifecycleOptions& options, int period,
                            LifeState state);
/// The last whole period: who is active, who came, who went; what is lost.
QStringList lifecycleFindings(const LifecycleResult& result, const LifecycleOptions& options);

/// Periods, the latest first, with all states.
class LifecycleTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    explicit LifecycleTable(QObject* parent = nullptr);

    void setResult(const LifecycleResult& result, const LifecycleOptions& options);
    /// Number of the period in the result
    [[nodiscard]] int periodAt(int row) const;
    /// nullopt: the column is no state
    [[nodiscard]] static std::optional<LifeState> stateAt(int column);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != 0; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    LifecycleResult m_result;
    LifecycleOptions m_options;
};

}  // namespace meitrace

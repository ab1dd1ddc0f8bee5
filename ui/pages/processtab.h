// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/process.h"
#include "ui/pages/activitychoices.h"
#include "ui/pages/analysistab.h"

#include <memory>

class QLabel;

namespace meitrace {

class ActivityTable;
class Card;
class ChartToggle;
class DataTable;
class HeatGrid;
class SegmentedControl;
class VariantTable;

/// Whole paths by how many take them, or what follows what and how long it waits. Each figure leads to its
/// customers.
class ProcessTab final : public AnalysisTab {
    Q_OBJECT

public:
    enum class Part { Variants, Follows };

    ProcessTab(Part part, Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const ProcessOptions& options);
    /// nullptr before the first
    [[nodiscard]] const ProcessResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a part of the result, as a click on it does.
    void showPlace(const ProcessPlace& place);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        ProcessOptions options;
        ProcessResult result;
    };

    [[nodiscard]] std::vector<ChoiceOf<ProcessOptions>> choices() const;
    void buildVariants();
    void buildFollows();
    void take(const Result<Shown>& shown);
    void showHeat();

    Part m_part;
    ProcessOptions m_options;
    QStringList m_hidden = usuallyLeftOut();
    QLabel* m_findings;
    Card* m_card;
    // Whole paths
    DataTable* m_table = nullptr;
    VariantTable* m_variants = nullptr;
    // What follows what
    HeatGrid* m_grid = nullptr;
    ChartToggle* m_toggle = nullptr;
    SegmentedControl* m_which = nullptr;
    Card* m_activityCard = nullptr;
    DataTable* m_activityTable = nullptr;
    ActivityTable* m_activities = nullptr;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisdefinition.h"
#include "models/frame/bitset.h"
#include "ui/charts/chartstyle.h"
#include "ui/pages/choices.h"
#include "ui/pages/page.h"
#include "ui/viewmodels/rfmview.h"

#include <QTimer>

#include <functional>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace meitrace {

class BarChart;
class BusyOverlay;
class Card;
class DataTable;
class EmptyState;
class FilterBar;
class HeatGrid;
class SavedBar;
class SegmentTableModel;
struct RfmClasses;

/// Customers by how lately, how often and for how much they came: a grid, the named segments, and their
/// sizes over the last months. Every number leads to its customers.
class SegmentsPage final : public Page {
    Q_OBJECT

public:
    explicit SegmentsPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const RfmOptions& options() const { return m_options; }
    /// Computes anew when the page is in sight.
    void setOptions(const RfmOptions& options);
    /// Shows saved segments; their days and filters are the session's.
    void setDefinition(const AnalysisDefinition& definition);
    /// nullptr while there is none
    [[nodiscard]] const RfmHistory* history() const { return m_history ? &*m_history : nullptr; }

signals:
    /// members: of the session's snapshot; title: which set
    void customersRequested(const meitrace::Bitset& members, const QString& title);

protected:
    void refresh() override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildCards();
    void connectParts();
    void take(const Result<RfmHistory>& result);
    void showResult();
    [[nodiscard]] AnalysisDefinition definition() const;
    void showError(const Error& error);
    void showSentence();
    [[nodiscard]] std::vector<ChoiceOf<RfmOptions>> choices() const;
    void arrange();
    void requestCells();
    void requestSegments();
    void requestBar(const RegionId& part);
    void request(const Bitset& members, const QString& title);
    // segmentcuts.cpp
    void readClasses();
    void adjustClasses();
    void noteClasses(const RfmClasses& before, const RfmClasses& after);
    void keepClasses(const RfmClasses& classes, std::function<void()> done);

    RfmOptions m_options;
    Day m_ownAsOf = kMissingDay;  ///< where no days are chosen for all pages
    QString m_classesOf;          ///< the workspace whose classes m_options has
    std::optional<RfmHistory> m_history;
    SnapshotPtr m_snapshot;  ///< that m_history is of
    SnapshotPtr m_asked;     ///< that is computed on
    FilterBar* m_chips;
    QWidget* m_stage;
    QWidget* m_cards;
    QBoxLayout* m_pair;
    QLabel* m_conclusion;
    Card* m_gridCard;
    Card* m_segmentCard;
    Card* m_monthCard;
    HeatGrid* m_grid;
    DataTable* m_table;
    SegmentTableModel* m_segments;
    QPushButton* m_show;
    QPushButton* m_adjust;
    QLabel* m_sentence;
    BarChart* m_months;
    EmptyState* m_empty;
    BusyOverlay* m_busy = nullptr;
    SavedBar* m_saved;
    QTimer m_cellsChosen;
};

}  // namespace meitrace

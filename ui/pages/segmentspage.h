// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/bitset.h"
#include "ui/charts/chartstyle.h"
#include "ui/pages/page.h"
#include "ui/viewmodels/rfmview.h"

#include <QTimer>

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
class SegmentTableModel;

/// Customers by how lately, how often and for how much they came: a grid, the named segments, and their
/// sizes over the last months. Every number leads to its customers.
class SegmentsPage final : public Page {
    Q_OBJECT

public:
    explicit SegmentsPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const RfmOptions& options() const { return m_options; }
    /// Computes anew when the page is in sight.
    void setOptions(const RfmOptions& options);
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
    void showError(const Error& error);
    void showChips();
    void showSentence();
    void openMenu(const QString& key, const QPoint& corner);
    void arrange();
    void requestCells();
    void requestSegments();
    void requestBar(const RegionId& part);
    void request(const Bitset& members, const QString& title);

    RfmOptions m_options;
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
    QLabel* m_sentence;
    BarChart* m_months;
    EmptyState* m_empty;
    BusyOverlay* m_busy;
    QTimer m_cellsChosen;
};

}  // namespace meitrace

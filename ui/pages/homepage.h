// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/bitset.h"
#include "ui/pages/choices.h"
#include "ui/pages/page.h"
#include "ui/viewmodels/homeview.h"

#include <optional>

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace meitrace {

class BusyOverlay;
class Card;
class EmptyState;
class FilterBar;
class HomeLooks;
class HomeSide;
class KpiCard;
class LineChart;
class SavedBar;

/// The clinic's month at a glance: its figures against an earlier month, how they went, what stands out, what
/// waits, and which files came last. A figure that counts customers leads to them.
class HomePage final : public Page {
    Q_OBJECT

public:
    explicit HomePage(Session& session, QWidget* parent = nullptr);

    /// nullptr while there is none
    [[nodiscard]] const HomeState* state() const { return m_state ? &*m_state : nullptr; }
    void setQuestion(const HomeQuestion& question);
    /// Asks what a saved analysis asked; its days and filters are the session's already.
    void setDefinition(const AnalysisDefinition& definition);

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
    [[nodiscard]] AnalysisDefinition definition() const;
    void take(const Result<HomeState>& result);
    void showState();
    void showCards();
    [[nodiscard]] std::vector<ChoiceOf<HomeQuestion>> choices() const;
    void arrange();
    void readAnalyses();
    void requestMembers(int definition);

    HomeQuestion m_question;
    Day m_ownMonth = kMissingDay;  ///< of an opened analysis that names its month; no days are chosen then
    std::optional<HomeState> m_state;
    HomeLooks* m_looks;
    SnapshotPtr m_snapshot;  ///< that m_state is of
    SnapshotPtr m_asked;     ///< that is computed on
    FilterBar* m_chips;
    QWidget* m_stage;
    QWidget* m_content;
    QGridLayout* m_grid;
    QVector<KpiCard*> m_kpis;
    QLabel* m_gaps;
    QLabel* m_caption;
    QBoxLayout* m_lower;
    HomeSide* m_side;
    Card* m_trendCard;
    QLabel* m_visitsName;
    LineChart* m_visits;
    QLabel* m_moneyName;
    LineChart* m_money;
    EmptyState* m_empty;
    BusyOverlay* m_busy = nullptr;
    SavedBar* m_saved;
};

}  // namespace meitrace

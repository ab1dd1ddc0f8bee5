// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisoutcome.h"
#include "ui/session/session.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;

namespace meitrace {

class BusyOverlay;
class Card;
class ChartToggle;
class CompareBars;
class EmptyState;
class SavedBar;

/// A set of customers on show.
struct CompareSet {
    Bitset members;  ///< of the session's snapshot
    QString title;
    QString rule;  ///< audience rule that holds for them and nobody else; empty where there is none
};

/// How a set of customers differs from all others: shares in the set and in the rest, as bars or as a table.
/// Small groups are not shown. A set that has a rule can be saved and compared again with newer data.
class CompareDialog final : public QDialog {
    Q_OBJECT

public:
    CompareDialog(Session& session, const CompareSet& set, QWidget* parent = nullptr);
    /// Opens a saved comparison.
    CompareDialog(Session& session, const QString& analysis, QWidget* parent = nullptr);

private:
    explicit CompareDialog(Session& session, QWidget* parent);

    struct Compared {
        PersonaResult persona;
        AnalysisOutcome outcome;  ///< empty where nothing was asked that can be saved
    };
    using Work = std::function<Result<Compared>(Job&)>;

    void build();
    void ask(const AnalysisDefinition& definition);
    void compare(const Bitset& members);
    void take(const Result<Compared>& compared);

    Session& m_session;
    std::optional<AnalysisDefinition> m_asked;
    Card* m_card;
    QLabel* m_conclusion;
    CompareBars* m_bars;
    ChartToggle* m_toggle;
    EmptyState* m_empty;
    BusyOverlay* m_busy;
    SavedBar* m_saved;
    QLabel* m_hint;
};

}  // namespace meitrace

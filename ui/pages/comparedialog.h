// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/persona.h"
#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QScrollArea;

namespace meitrace {

class BusyOverlay;
class Card;
class ChartToggle;
class CompareBars;
class EmptyState;

/// How a set of customers differs from all others: shares in the set and in the rest, as bars or as a table.
/// Small groups are not shown.
class CompareDialog final : public QDialog {
    Q_OBJECT

public:
    /// members: of the session's snapshot; title: which set
    CompareDialog(Session& session, const Bitset& members, const QString& title, QWidget* parent = nullptr);

private:
    void build();
    void start(const Bitset& members);
    void take(const Result<PersonaResult>& result);

    Session& m_session;
    Card* m_card;
    QLabel* m_conclusion;
    CompareBars* m_bars;
    ChartToggle* m_toggle;
    EmptyState* m_empty;
    BusyOverlay* m_busy;
};

}  // namespace meitrace

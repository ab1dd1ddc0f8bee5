// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

namespace meitrace {

class Card;
class CardDifferenceTable;
class DataTable;
struct ReconcileReport;
class TotalTable;

/// What the files state themselves beside what was read of them, and balances of cards that do not add up.
class ReconcileTab final : public QWidget {
    Q_OBJECT

public:
    explicit ReconcileTab(Session& session, QWidget* parent = nullptr);

    void refresh();
    void retranslate();
    /// Totals and cards that do not add up; 0 while nothing was compared.
    [[nodiscard]] int differences() const { return m_differences; }

signals:
    /// The files were compared.
    void compared();

private:
    void take(const Result<ReconcileReport>& report);
    void describe();

    Session& m_session;
    Card* m_card;
    DataTable* m_table;
    TotalTable* m_model;
    Card* m_cardsCard;
    DataTable* m_cardsTable;
    CardDifferenceTable* m_cards;
    std::shared_ptr<const ReconcileReport> m_report;
    int m_differences = 0;
};

}  // namespace meitrace

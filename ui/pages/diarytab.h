// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

namespace meitrace {

class Card;
class DataTable;
class DiaryTable;
class MovedFigureTable;

/// What every load changed, and which figures of the past came out differently.
class DiaryTab final : public QWidget {
    Q_OBJECT

public:
    explicit DiaryTab(Session& session, QWidget* parent = nullptr);

    void refresh();
    void retranslate();

private:
    void showEntry(int row);

    Session& m_session;
    Card* m_card;
    DataTable* m_table;
    DiaryTable* m_model;
    Card* m_movedCard;
    DataTable* m_movedTable;
    MovedFigureTable* m_moved;
    int m_shown = -1;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QPushButton;

namespace meitrace {

class Card;
class DataTable;
class QuarantineTable;

/// The rows that were set aside: why, and the way back through a file that is mended and loaded again.
class ProblemRows final : public QWidget {
    Q_OBJECT

public:
    explicit ProblemRows(Session& session, QWidget* parent = nullptr);

    void refresh();
    void retranslate();

private:
    void save();

    Session& m_session;
    Card* m_card;
    DataTable* m_table;
    QuarantineTable* m_model;
    QPushButton* m_save;
    QPushButton* m_load;
};

}  // namespace meitrace

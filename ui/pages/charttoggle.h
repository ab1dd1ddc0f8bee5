// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QStandardItemModel;

namespace meitrace {

class Card;
class Chart;
class DataTable;

/// A chart in a card that can be seen as a table, by a button or Ctrl+T. Copying takes the card as a picture.
class ChartToggle final : public QWidget {
    Q_OBJECT

public:
    /// Puts itself into the card, with the chart in it.
    ChartToggle(Card* card, Chart* chart);

    [[nodiscard]] bool showsTable() const;
    void toggle();
    /// The data of the chart are others.
    void refresh();
    void retranslate();
    /// The whole card as a picture, and its figures as text beside it
    void copy() const;

private:
    Card* m_card;
    Chart* m_chart;
    DataTable* m_table;
    QStandardItemModel* m_model;
    QPushButton* m_button;
    QPushButton* m_copy;
};

}  // namespace meitrace

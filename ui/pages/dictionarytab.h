// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace meitrace {

class Card;
class DataTable;
class DictionaryTable;
class SearchField;

/// What every field of every kind of file is, in both languages, and the headers by which it is recognised.
class DictionaryTab final : public QWidget {
    Q_OBJECT

public:
    explicit DictionaryTab(QWidget* parent = nullptr);

    void retranslate();

protected:
    /// The dictionary is made when somebody looks at it.
    void showEvent(QShowEvent* event) override;

private:
    void filter();

    Card* m_card;
    SearchField* m_search;
    QComboBox* m_kind;
    DataTable* m_table;
    DictionaryTable* m_model;
};

}  // namespace meitrace

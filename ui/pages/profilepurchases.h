// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerfile.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace meitrace {

class CardTable;
class DataTable;
class PurchaseTable;

/// What a customer bought, had done, and has still to come.
class ProfilePurchases final : public QWidget {
    Q_OBJECT

public:
    explicit ProfilePurchases(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const CustomerFile>& file, const Zone& zone);
    void retranslate();

private:
    QLabel* m_cardTitle;
    QLabel* m_left;
    DataTable* m_cardTable;
    CardTable* m_cards;
    QLabel* m_title;
    DataTable* m_table;
    PurchaseTable* m_purchases;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerfile.h"
#include "ui/session/session.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace meitrace {

class DataTable;
class DecisionTable;
class FactTable;
class HandleTable;

/// The records that make up one customer, what each file says of her, and what people decided about her:
/// records are split off here, and decisions taken back.
class ProfileRecords final : public QWidget {
    Q_OBJECT

public:
    explicit ProfileRecords(Session& session, QWidget* parent = nullptr);

    void show(const std::shared_ptr<const CustomerFile>& file, const Zone& zone);
    void retranslate();

private:
    void updateButtons();
    [[nodiscard]] std::vector<std::uint32_t> chosen() const;
    void split();
    void takeBack();

    Session& m_session;
    std::shared_ptr<const CustomerFile> m_file;
    QLabel* m_title;
    DataTable* m_table;
    HandleTable* m_handles;
    QLabel* m_hint;
    QPushButton* m_split;
    QLabel* m_factTitle;
    DataTable* m_factTable;
    FactTable* m_facts;
    QLabel* m_decisionTitle;
    DataTable* m_decisionTable;
    DecisionTable* m_decisions;
    QPushButton* m_takeBack;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/mending.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meitrace {

class DataTable;
class MendTable;

/// Mends rows that were set aside for one reason: what stands in them, and what is to stand there instead.
class MendingDialog final : public QDialog {
    Q_OBJECT

public:
    explicit MendingDialog(const ProblemGroup& group, QWidget* parent = nullptr);

signals:
    void chosen(const std::vector<meitrace::CellMend>& mends);

private:
    void build(const ProblemGroup& group);
    void showState();

    MendTable* m_model;
    DataTable* m_table;
    QLineEdit* m_all;
    QPushButton* m_fill;
    QCheckBox* m_emptied;
    QLabel* m_says;
    QPushButton* m_mend;
};

}  // namespace meitrace

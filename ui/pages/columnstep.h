// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/intake.h"

#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace meitrace {

/// Step 3: which column is which field. Columns that were taken by a similar name are to be confirmed.
class ColumnStep final : public QWidget {
    Q_OBJECT

public:
    explicit ColumnStep(QWidget* parent = nullptr);
    void show(const IntakeFile& file);
    /// Whoever uses keys stands at the first column to be confirmed; false where there is none.
    bool standAtOpen();

signals:
    void chosen(const meitrace::Mapping& mapping);
    void rememberChosen(bool remember);

private:
    /// A column of the file.
    struct Row {
        std::string header;
        QComboBox* field = nullptr;
        QWidget* ground
            = nullptr;  ///< the tint of one to be confirmed; nullptr where there is nothing to confirm
        QWidget* mark = nullptr;
        QPushButton* confirm = nullptr;
    };

    Row makeRow(const IntakeFile& file, std::size_t column);
    void markRow(Row& row, int place);
    void choose(const std::string& header, int field);
    void confirm(const std::string& header);
    void dropMarks();
    void showMissing();

    Mapping m_mapping;
    std::set<std::string> m_toConfirm;  ///< headers
    QLabel* m_missing;
    QCheckBox* m_remember;
    QWidget* m_content;
    QGridLayout* m_grid;
    QScrollArea* m_scroll;
    std::vector<Row> m_rows;
};

}  // namespace meitrace

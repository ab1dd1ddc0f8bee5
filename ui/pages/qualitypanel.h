// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/viewmodels/qualityview.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace meitrace {

class BarChart;
class DataTable;
class SidePanel;

/// What is behind a check of the data: what it means, what to do, how many in which month, and the rows.
/// Hidden until show() is asked for.
class QualityPanel final : public QWidget {
    Q_OBJECT

public:
    explicit QualityPanel(Session& session, QWidget* parent = nullptr);

    void showFinding(const QualityFinding& finding);

signals:
    void closed();
    /// The rows that were set aside are what is to be mended.
    void asideRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showTrend(const QualityFinding& finding);
    void takeRows(const Result<std::vector<QualityRow>>& rows);

    Session& m_session;
    QualityFinding m_finding;
    SidePanel* m_panel;
    QLabel* m_count;
    QLabel* m_meaning;
    QLabel* m_advice;
    QLabel* m_trendTitle;
    BarChart* m_trend;
    QLabel* m_places;
    DataTable* m_table;
    QualityRowTable* m_rows;
    QLabel* m_note;
    QPushButton* m_aside;
};

}  // namespace meitrace

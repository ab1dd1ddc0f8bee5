// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/viewmodels/qualityview.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace meitrace {

class Card;
class DataTable;

/// Every check of the data with what it found, and how full the fields of the sources are. What is behind a
/// check opens in a panel: rows and trend, or the customers.
class QualityTab final : public QWidget {
    Q_OBJECT

public:
    explicit QualityTab(Session& session, QWidget* parent = nullptr);

    /// Checks now, unless these data were checked already.
    void refresh();
    void retranslate();
    /// nullptr while the data are not checked yet
    [[nodiscard]] const std::shared_ptr<const QualityReport>& report() const { return m_report; }
    /// Opens what is behind a check.
    void open(const QString& check);

signals:
    /// The data were checked.
    void checked();
    /// Show what is behind a check.
    void findingOpened(const meitrace::QualityFinding& finding);

private:
    void start();
    void take(const Result<QualityReport>& report);
    void openRow(int row);

    Session& m_session;
    Card* m_card;
    DataTable* m_table;
    QualityTable* m_model;
    Card* m_fillCard;
    DataTable* m_fillTable;
    FillTable* m_fill;
    QTimer m_later;
    SnapshotPtr m_asked;    ///< snapshot that is checked or being checked
    SnapshotPtr m_checked;  ///< snapshot the report is of
    std::shared_ptr<const QualityReport> m_report;
};

}  // namespace meitrace

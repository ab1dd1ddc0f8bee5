// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tone.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace meitrace {

/// What one key figure shows; every text is final.
struct KpiFigure {
    QString label {};             ///< "Lead to sale"
    QString value {};             ///< "15.7%"
    QString change {};            ///< "↑ 0.3 points", "33.0% did not arrive"; may be empty
    Tone tone = Tone::Neutral;    ///< of the change
    QString target {};            ///< "Target 62%"; may be empty
    double targetShare = -1;      ///< 0..1 draws the bar; negative hides it
    double timeShare = -1;        ///< 0..1 draws the mark "today" on the bar; negative hides it
    QString help {};              ///< behind "?"
    bool opensCustomers = false;  ///< the whole card can be clicked
};

/// One key figure.
///     kpi->setFigure({.label = tr("Recoverable"), .value = QStringLiteral("1,406"), .opensCustomers =
///     true}); connect(kpi, &KpiCard::activated, this, &FunnelPage::openRecoverable);
class KpiCard final : public QFrame {
    Q_OBJECT

public:
    explicit KpiCard(QWidget* parent = nullptr);
    explicit KpiCard(const KpiFigure& figure, QWidget* parent = nullptr);

    void setFigure(const KpiFigure& figure);
    const KpiFigure& figure() const { return m_figure; }

signals:
    void activated();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    KpiFigure m_figure;
    QLabel* m_label;
    QPushButton* m_help;
    QLabel* m_value;
    QLabel* m_change;
    QLabel* m_target;
    QWidget* m_bar;
};

}  // namespace meitrace

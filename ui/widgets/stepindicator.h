// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace meitrace {

/// Numbered steps of a wizard; earlier ones get a check mark and can be clicked.
class StepIndicator final : public QWidget {
    Q_OBJECT

public:
    explicit StepIndicator(const QStringList& steps = {}, QWidget* parent = nullptr);

    void setSteps(const QStringList& steps);
    int current() const { return m_current; }
    void setCurrent(int index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void stepClicked(int index);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF stepRect(int index) const;
    void drawStep(QPainter& painter, int i) const;
    void drawLink(QPainter& painter, int i) const;
    void describe();

    QStringList m_steps;
    int m_current = 0;
};

}  // namespace meitrace

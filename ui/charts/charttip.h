// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartstyle.h"

#include <QWidget>

namespace meitrace {

/// Card beside the mouse with label, value, details and a hint. Takes no focus and no clicks.
class ChartTip final : public QWidget {
    Q_OBJECT

public:
    explicit ChartTip(QWidget* owner);

    void showFor(const ChartRegion& region, const QString& hint, const QPoint& globalPos);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize wantedSize() const;

    QString m_label;
    QString m_value;
    QStringList m_details;
    QString m_hint;
};

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace meitrace {

class ProgressRow;

/// Lies over a widget while its content is computed: nothing for 300 ms, then dim, after one second a bar
/// with the stage and a cancel button. What was there stays visible beneath.
///     auto* busy = new BusyOverlay(card);
///     busy->begin(tr("Updating"));  busy->setProgress(0.3, stage);  busy->end();
class BusyOverlay final : public QWidget {
    Q_OBJECT

public:
    static constexpr int kDimAfterMs = 300;
    static constexpr int kBarAfterMs = 1000;

    explicit BusyOverlay(QWidget* over);

    void begin(const QString& title);
    void setProgress(double share, const QString& stage);
    void end();
    bool isBusy() const { return m_busy; }

signals:
    void cancelRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_busy = false;
    QTimer m_dim;
    QTimer m_showBar;
    QWidget* m_box;
    ProgressRow* m_row;
};

}  // namespace meitrace

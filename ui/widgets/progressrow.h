// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace meitrace {

/// Title, bar, stage line and a cancel button.
///     row->setTitle(tr("Importing %1").arg(file));
///     row->setProgress(0.42, tr("%1 of %2 rows").arg(…));   // negative share: busy without a measure
class ProgressRow final : public QWidget {
    Q_OBJECT

public:
    explicit ProgressRow(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setProgress(double share, const QString& stage);
    void setCancellable(bool cancellable);

signals:
    void cancelRequested();

private:
    QLabel* m_title;
    QProgressBar* m_bar;
    QLabel* m_stage;
    QPushButton* m_cancel;
};

}  // namespace meitrace

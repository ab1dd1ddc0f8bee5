// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace meitrace {

class Card;

/// What is seen while no workspace is open: three steps to begin with, and what was open lately.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecent(const QStringList& files);

signals:
    void sampleRequested();
    void newRequested();
    void openRequested();
    void fileRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_title;
    QLabel* m_tagline;
    Card* m_start;
    QVector<QLabel*> m_steps;
    QPushButton* m_sample;
    QPushButton* m_new;
    QPushButton* m_open;
    Card* m_recent;
};

}  // namespace meitrace

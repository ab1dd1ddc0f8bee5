// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tone.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace meitrace {

/// One sentence across the page that needs attention, with up to a few actions and a cross.
///     notice->setNotice(Tone::Warn, tr("Data were last updated 5 days ago."));
///     connect(notice->addAction(tr("Import file")), &QPushButton::clicked, …);
class NoticeBar final : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Shows the bar and drops earlier actions. Neutral and Accent use the information sign.
    void setNotice(Tone tone, const QString& text);
    QPushButton* addAction(const QString& text);
    void setClosable(bool closable);
    QString text() const;

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Accent;
    QHBoxLayout* m_row;
    QWidget* m_sign;
    QLabel* m_text;
    QWidget* m_actions;
    QPushButton* m_close;
};

/// Draws one of our icons in a colour of the theme; a label for pictures.
class IconLabel final : public QWidget {
    Q_OBJECT

public:
    IconLabel(QString name, Tone tone, int pixels, QWidget* parent = nullptr);
    void setIcon(const QString& name, Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Tone m_tone;
};

}  // namespace meitrace

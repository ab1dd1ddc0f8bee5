// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace meitrace {

/// White panel with a title row (title, "?", note at the right, actions) over a body.
///     auto* card = new Card(tr("Sources"));
///     card->setHelp(tr("One line per file that was read."));
///     card->body()->addWidget(table);
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    /// Shown behind "?"; empty hides it.
    void setHelp(const QString& text);
    /// Caption at the right end of the title row.
    void setNote(const QString& text);
    /// At the right end of the title row, after the note. The card takes the widget.
    void addAction(QWidget* widget);
    /// Line under the body: window, order rule, unit, dates, what was left out.
    void setCaption(const QString& text);
    /// 20 instead of 16 pixels around the content.
    void setHero(bool hero);

    QVBoxLayout* body() const { return m_body; }

private:
    void updateHeader();

    bool m_hero = false;
    QVBoxLayout* m_all;
    QWidget* m_header;
    QHBoxLayout* m_headerRow;
    QLabel* m_title;
    QPushButton* m_help;
    QLabel* m_note;
    QVBoxLayout* m_body;
    QLabel* m_caption;
};

}  // namespace meitrace

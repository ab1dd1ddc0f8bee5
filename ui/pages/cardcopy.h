// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>

class QWidget;

namespace meitrace {

/// The card, panel or key figure a widget stands in; nullptr where it stands in none.
QWidget* cardOf(QWidget* widget);

/// A card as a picture to be sent to others, two pixels per point. Names of people are masked in it whatever
/// the screen shows, and so are numbers that were uncovered.
QImage maskedPicture(QWidget& card);

/// Puts the card around a widget on the clipboard: as a picture, and as text what the widget holds. False
/// where there is no card.
bool copyCard(QWidget* widget);

/// Copies what has the focus: a selected text as text, else the card around it; a toast says so. False where
/// there was nothing to copy.
bool copyFocused();

/// While it lives, Ctrl+C copies the card that has the focus, on every page and in every dialog. Where a part
/// of a text is selected that text is copied as usual.
class CardCopy final : public QObject {
    Q_OBJECT

public:
    explicit CardCopy(QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace meitrace

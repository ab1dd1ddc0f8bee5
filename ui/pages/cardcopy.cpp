// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/cardcopy.h"

#include "ui/charts/chart.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <utility>
#include <vector>

namespace meitrace {

namespace {

constexpr int kPixelsPerPoint = 2;

/// What the figures of a card are as text; a table says what is selected in it.
QString textOf(const QWidget& widget, const QWidget& card)
{
    const auto* table = qobject_cast<const DataTable*>(&widget);
    const auto* chart = qobject_cast<const Chart*>(&widget);
    if (table == nullptr && chart == nullptr) {
        for (const Chart* inside : card.findChildren<Chart*>()) {
            chart = inside->isVisible() ? inside : chart;
        }
        for (const DataTable* inside : card.findChildren<DataTable*>()) {
            table = inside->isVisible() ? inside : table;
        }
    }
    return table != nullptr ? table->selectionAsText() : chart != nullptr ? chart->table().text() : QString();
}

/// Fields copy what is selected in them themselves.
bool copiesItself(const QWidget* widget)
{
    const auto* label = qobject_cast<const QLabel*>(widget);
    return qobject_cast<const QLineEdit*>(widget) != nullptr
        || qobject_cast<const QTextEdit*>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit*>(widget) != nullptr
        || (label != nullptr && label->hasSelectedText());
}

}  // namespace

QWidget* cardOf(QWidget* widget)
{
    while (widget != nullptr && widget->property("card") != QVariant(true)) {
        widget = widget->isWindow() ? nullptr : widget->parentWidget();
    }
    return widget;
}

QImage maskedPicture(QWidget& card)
{
    const MaskingScope masked;
    std::vector<std::pair<QLabel*, QString>> shown;
    for (QLabel* label : card.findChildren<QLabel*>()) {
        const QString text = maskedText(*label);
        if (text != label->text()) {
            shown.emplace_back(label, label->text());
            label->setText(text);
        }
    }
    QImage image(card.size() * kPixelsPerPoint, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPixelsPerPoint);
    image.fill(Theme::current().tokens().window);
    card.render(&image);
    for (const auto& [label, text] : shown) {
        label->setText(text);
    }
    return image;
}

bool copyCard(QWidget* widget)
{
    QWidget* card = cardOf(widget);
    if (card == nullptr) {
        return false;
    }
    auto* both = new QMimeData;
    both->setImageData(maskedPicture(*card));
    const QString text = textOf(*widget, *card);
    if (!text.isEmpty()) {
        both->setText(text);
    }
    QApplication::clipboard()->setMimeData(both);
    return true;
}

bool copyFocused()
{
    QWidget* widget = QApplication::focusWidget();
    if (widget == nullptr) {
        return false;
    }
    if (copiesItself(widget)) {
        return QMetaObject::invokeMethod(widget, "copy");
    }
    if (!copyCard(widget)) {
        return false;
    }
    Toast::show(widget->window(), CardCopy::tr("Copied as a picture, names masked"));
    return true;
}

CardCopy::CardCopy(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool CardCopy::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        auto* widget = qobject_cast<QWidget*>(watched);
        if (widget != nullptr && widget->hasFocus() && !copiesItself(widget) && copyFocused()) {
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSet>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QTranslator>
#include <QWidget>

namespace meitrace::test {

/// Texts of the program in Chinese while it lives; English where the folder of the build has no translation.
class Spoken {
public:
    explicit Spoken(bool chinese)
        : m_before(QLocale())
    {
        QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                    : QLocale(QLocale::English, QLocale::UnitedStates));
        if (chinese && m_translator.load(qEnvironmentVariable("MEITRACE_QM"))) {
            QApplication::installTranslator(&m_translator);
        }
    }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;
    ~Spoken()
    {
        QApplication::removeTranslator(&m_translator);
        QLocale::setDefault(m_before);
    }

private:
    QLocale m_before;
    QTranslator m_translator;
};

/// Whether a list of choices is too narrow for the one that is chosen; one that is narrow on purpose never
/// is.
inline bool cutsItsChoice(const QComboBox& box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect words
        = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    return box.sizeAdjustPolicy() != QComboBox::AdjustToMinimumContentsLengthWithIcon
        && box.fontMetrics().horizontalAdvance(box.currentText()) > words.width();
}

/// Empty, or which label, button or choice is smaller than its words.
inline QString clippedText(const QWidget& page)
{
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&page)) {
            continue;
        }
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (label != nullptr && !label->text().isEmpty() && label->maximumWidth() == QWIDGETSIZE_MAX) {
            const int high
                = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            if (label->height() < high
                || (!label->wordWrap() && label->width() < label->sizeHint().width())) {
                return QStringLiteral("label: ") + label->text();
            }
        }
        const auto* box = qobject_cast<const QComboBox*>(widget);
        if (box != nullptr && cutsItsChoice(*box)) {
            return QStringLiteral("choice: ") + box->currentText();
        }
        if (button != nullptr && !button->text().isEmpty() && button->width() < button->sizeHint().width()) {
            return QStringLiteral("button: ") + button->text();
        }
    }
    return {};
}

/// Empty, or which visible child reaches out of its parent; what scrolls may.
inline QString outsideParent(const QWidget& page)
{
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        const QWidget* parent = widget->parentWidget();
        if (!widget->isVisibleTo(&page) || parent == nullptr || widget->isWindow()
            || parent->objectName() == QStringLiteral("qt_scrollarea_viewport")
            || (parent->parentWidget() != nullptr
                && qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()) != nullptr)) {
            continue;
        }
        if (!parent->rect().adjusted(-1, -1, 1, 1).contains(widget->geometry())) {
            return QStringLiteral("%1 %2 in %3")
                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                     QLatin1String(parent->metaObject()->className()));
        }
    }
    return {};
}

/// Empty, or which control a screen reader could not name.
inline QString unnamedControl(const QWidget& page)
{
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&page) || (widget->focusPolicy() & Qt::TabFocus) == 0
            || qobject_cast<QScrollArea*>(widget) != nullptr
            || widget->objectName().startsWith(QStringLiteral("qt_"))) {  // part of another control
            continue;
        }
        QAccessibleInterface* speaks = QAccessible::queryAccessibleInterface(widget);
        if (speaks == nullptr || speaks->text(QAccessible::Name).trimmed().isEmpty()) {
            return QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                               widget->objectName());
        }
    }
    return {};
}

/// Empty, or what Tab does not reach, or that it never comes round.
inline QString tabProblem(QWidget& page)
{
    QSet<const QWidget*> wanted;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        if (widget->isVisibleTo(&page) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0
            && widget->focusProxy() == nullptr && qobject_cast<const QScrollArea*>(widget) == nullptr) {
            wanted.insert(widget);
        }
    }
    const auto all = wanted.size();
    QWidget* first = nullptr;
    for (int step = 0; step < all * 3 + 10; ++step) {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &page,
                        Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || (now == first && step > 0)) {
            break;
        }
        first = first == nullptr ? now : first;
        wanted.remove(now);
    }
    for (const QWidget* left : std::as_const(wanted)) {
        // One of a group of radio buttons stands for all of them.
        if (!left->inherits("QRadioButton")) {
            return QStringLiteral("Tab does not reach %1 %2")
                .arg(QLatin1String(left->metaObject()->className()), left->objectName());
        }
    }
    return {};
}

}  // namespace meitrace::test

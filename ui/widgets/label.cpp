// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include <QAccessibleWidget>
#include <QStyle>

namespace meitrace {

namespace {

const char* roleName(TextRole role)
{
    switch (role) {
    case TextRole::Title:
        return "title";
    case TextRole::Kpi:
        return "kpi";
    case TextRole::Count:
        return "count";
    case TextRole::Section:
        return "section";
    case TextRole::Body:
        return "body";
    case TextRole::Strong:
        return "strong";
    case TextRole::Quiet:
        return "quiet";
    case TextRole::Caption:
        return "caption";
    case TextRole::Group:
        return "group";
    }
    return "body";
}

const char* toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return "";
    case Tone::Accent:
        return "accent";
    case Tone::Good:
        return "good";
    case Tone::Warn:
        return "warn";
    case Tone::Bad:
        return "bad";
    }
    return "";
}

/// The text of a heading is its name.
class HeadingAccessible final : public QAccessibleWidget {
public:
    explicit HeadingAccessible(QWidget* widget)
        : QAccessibleWidget(widget, QAccessible::Heading)
    {
    }

    QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Name) {
            return qobject_cast<QLabel*>(widget())->text();
        }
        return QAccessibleWidget::text(what);
    }
};

QAccessibleInterface* headingFactory(const QString& className, QObject* object)
{
    Q_UNUSED(className)
    auto* label = qobject_cast<HeadingLabel*>(object);
    return label != nullptr ? new HeadingAccessible(label) : nullptr;
}

}  // namespace

HeadingLabel::HeadingLabel(const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(headingFactory);
        return true;
    }();
    Q_UNUSED(installed)
}

QLabel* textLabel(const QString& text, TextRole role, QWidget* parent)
{
    const bool heading = role == TextRole::Title || role == TextRole::Section;
    QLabel* label = heading ? new HeadingLabel(text, parent) : new QLabel(text, parent);
    label->setProperty("role", QString::fromLatin1(roleName(role)));
    return label;
}

void setTone(QLabel* label, Tone tone)
{
    label->setProperty("tone", QString::fromLatin1(toneName(tone)));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void setMaskedText(QLabel* label, const QString& masked)
{
    label->setProperty("maskedText", masked);
}

QString maskedText(const QLabel& label)
{
    const QString masked = label.property("maskedText").toString();
    return masked.isEmpty() ? label.text() : masked;
}

QFrame* hairline(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("line", true);
    if (orientation == Qt::Horizontal) {
        line->setFixedHeight(1);
    } else {
        line->setFixedWidth(1);
    }
    return line;
}

}  // namespace meitrace

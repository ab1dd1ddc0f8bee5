// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/words.h"

#include <QToolTip>

namespace meitrace {

QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& iconName, QWidget* parent)
{
    static constexpr const char* kNames[] = {"secondary", "primary", "ghost", "danger", "link"};
    static constexpr IconTone kTones[]
        = {IconTone::Text, IconTone::OnAccent, IconTone::Quiet, IconTone::Bad, IconTone::Accent};
    const auto index = static_cast<std::size_t>(kind);
    auto* button = new QPushButton(parent);
    button->setProperty("kind", QString::fromLatin1(kNames[index]));
    button->setAutoDefault(false);
    if (iconName.isEmpty()) {
        button->setText(text);
    } else {
        button->setIcon(icon(iconName, kTones[index]));
        // An en-space keeps the words off the icon.
        button->setText(text.isEmpty() ? text : QChar(0x2002) + text);
        button->setAccessibleName(text);
        Theme::current().follow(button, [button] {
            const int side = Theme::current().px(size::kButtonIcon);
            button->setIconSize(QSize(side, side));
        });
    }
    return button;
}

QPushButton* iconButton(const QString& iconName, const QString& name, QWidget* parent)
{
    auto* button = makeButton({}, ButtonKind::Ghost, iconName, parent);
    button->setProperty("kind", QStringLiteral("icon"));
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QPushButton* helpButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = iconButton(QStringLiteral("help"), name, parent);
    setHelpText(button, text, name);
    QObject::connect(button, &QPushButton::clicked, button, [button] {
        QToolTip::showText(button->mapToGlobal(QPoint(0, button->height())), button->toolTip(), button, {},
                           20000);
    });
    return button;
}

void setHelpText(QPushButton* help, const QString& text, const QString& name)
{
    help->setVisible(!text.isEmpty());
    help->setAccessibleName(name.isEmpty() ? words::help()
                                           : QStringLiteral("%1: %2").arg(words::help(), name));
    help->setAccessibleDescription(text);
    help->setToolTip(QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped()));
}

}  // namespace meitrace

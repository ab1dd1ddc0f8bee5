// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/choices.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/filterbar.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace meitrace {

namespace {

struct Choices {
    Q_DECLARE_TR_FUNCTIONS(Choices)
};

}  // namespace

QString Choice::text() const
{
    return Choices::tr("%1: %2", "setting, its value").arg(title, names[static_cast<std::size_t>(current)]);
}

void Choice::add(const QString& name, bool isCurrent)
{
    current = isCurrent ? static_cast<int>(names.size()) : current;
    names.push_back(name);
}

void openChoiceMenu(QWidget* parent, const Choice& choice, const QPoint& corner,
                    std::function<void(int)> chosen)
{
    auto* menu = new QMenu(choice.title, parent);
    menu->setObjectName(QStringLiteral("menu.") + choice.key);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const QString& name : choice.names) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(static_cast<int>(group->actions().size()) == choice.current);
        group->addAction(action);
        if (action->isChecked()) {
            menu->setActiveAction(action);
        }
    }
    QObject::connect(group, &QActionGroup::triggered, parent,
                     [group, chosen = std::move(chosen)](QAction* action) {
                         chosen(static_cast<int>(group->actions().indexOf(action)));
                     });
    menu->popup(corner);
}

void showChoiceChips(FilterBar& bar, const std::vector<const Choice*>& choices)
{
    QVector<FilterChip> chips;
    for (const Choice* choice : choices) {
        chips.append({.key = choice->key, .text = choice->text(), .active = choice->current != 0});
    }
    bar.setFilters(chips);
    for (const FilterChip& chip : std::as_const(chips)) {
        bar.chip(chip.key)->setObjectName(QStringLiteral("btn.") + chip.key);
    }
}

}  // namespace meitrace

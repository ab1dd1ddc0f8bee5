// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/regions.h"

#include "ui/widgets/filterbar.h"
#include "ui/widgets/navitem.h"
#include "ui/widgets/sidepanel.h"

#include <QApplication>
#include <QScrollArea>

#include <algorithm>

namespace meitrace {

namespace {

bool takesFocus(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0
        && widget.focusProxy() == nullptr && qobject_cast<const QScrollArea*>(&widget) == nullptr;
}

/// Filters stand in the content, but are a part of their own.
bool isIn(const QWidget& region, const QWidget* widget)
{
    if (widget == nullptr || (&region != widget && !region.isAncestorOf(widget))) {
        return false;
    }
    for (const QWidget* at = widget; at != &region; at = at->parentWidget()) {
        if (qobject_cast<const FilterBar*>(at) != nullptr) {
            return false;
        }
    }
    return true;
}

/// In the order of Tab: the chain of focus goes round the whole window.
QWidget* firstIn(QWidget& region)
{
    if (takesFocus(region)) {
        return &region;
    }
    for (NavItem* item : region.findChildren<NavItem*>()) {
        if (item->isChecked() && takesFocus(*item)) {
            return item;
        }
    }
    QWidget* widget = region.nextInFocusChain();
    while (widget != &region && !(isIn(region, widget) && takesFocus(*widget))) {
        widget = widget->nextInFocusChain();
    }
    return widget == &region ? nullptr : widget;
}

}  // namespace

QVector<QWidget*> windowRegions(QWidget& navigation, QWidget& page)
{
    QVector<QWidget*> all {&navigation};
    for (FilterBar* bar : page.findChildren<FilterBar*>()) {
        all << bar;
    }
    all << page.findChild<QWidget*>(QStringLiteral("page.content"));
    for (SidePanel* panel : page.findChildren<SidePanel*>()) {
        all << panel;
    }
    all.removeIf([](QWidget* region) {
        return region == nullptr || !region->isVisible() || firstIn(*region) == nullptr;
    });
    return all;
}

void stepRegion(QWidget& navigation, QWidget& page, int direction)
{
    const QVector<QWidget*> all = windowRegions(navigation, page);
    if (all.isEmpty()) {
        return;
    }
    const auto here = std::find_if(all.begin(), all.end(), [](const QWidget* region) {
        return isIn(*region, QApplication::focusWidget());
    });
    const qsizetype at = here == all.end() ? (direction > 0 ? -1 : 0) : here - all.begin();
    QWidget* region = all[(at + direction + all.size()) % all.size()];
    firstIn(*region)->setFocus(Qt::TabFocusReason);
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/pages.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace meitrace::test {

namespace {

struct Page {
    const char* name;
    void (*fill)(QWidget*, bool);
};

constexpr Page kPages[] = {
    {"controls", fillControls}, {"tables", fillTables}, {"funnels", fillFunnels},
    {"heat", fillHeat},         {"series", fillSeries}, {"people", fillPeople},
};

}  // namespace

int galleryPageCount()
{
    return static_cast<int>(std::size(kPages));
}

QString galleryPageName(int page)
{
    return QString::fromLatin1(kPages[page].name);
}

std::unique_ptr<QWidget> galleryPage(int page, bool chinese)
{
    auto widget = std::make_unique<QWidget>();
    widget->setAttribute(Qt::WA_DontShowOnScreen);
    auto* all = new QVBoxLayout(widget.get());
    const Theme& theme = Theme::current();
    all->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(24));
    all->setSpacing(theme.px(16));
    kPages[page].fill(widget.get(), chinese);
    const int wide = theme.px(1180);
    widget->ensurePolished();
    widget->resize(
        wide, all->hasHeightForWidth() ? std::max(all->heightForWidth(wide), 100) : all->sizeHint().height());
    widget->show();
    QApplication::sendPostedEvents();
    widget->resize(wide, all->hasHeightForWidth() ? all->heightForWidth(wide) : all->sizeHint().height());
    QApplication::sendPostedEvents();
    return widget;
}

}  // namespace meitrace::test

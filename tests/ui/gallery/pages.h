// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <memory>

namespace meitrace::test {

int galleryPageCount();
QString galleryPageName(int page);
/// Laid out and shown offscreen at 1180 pixels width times the zoom.
std::unique_ptr<QWidget> galleryPage(int page, bool chinese);

/// Their contents.
void fillControls(QWidget* page, bool chinese);
void fillTables(QWidget* page, bool chinese);
void fillFunnels(QWidget* page, bool chinese);
void fillHeat(QWidget* page, bool chinese);
void fillSeries(QWidget* page, bool chinese);
void fillPeople(QWidget* page, bool chinese);

}  // namespace meitrace::test

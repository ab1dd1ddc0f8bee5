// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace meitrace {

class Page;
class Session;

/// A page of the window and its place in the sidebar.
struct WindowPage {
    const char* icon;
    const char* group;  ///< heading it stands under; empty = above all headings
    const char* name;   ///< both texts are marked for translation
    Page* (*make)(Session& session);

    [[nodiscard]] QString groupText() const;
    [[nodiscard]] QString nameText() const;
};

/// In the order of the sidebar; pages of one group stand together.
const std::vector<WindowPage>& windowPages();

}  // namespace meitrace

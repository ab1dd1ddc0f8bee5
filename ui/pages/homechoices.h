// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewmodels/homeview.h"

#include <QString>

#include <vector>

namespace meitrace {

/// One chip of the home page with its menu.
struct HomeChoice {
    QString key;    ///< "month"
    QString title;  ///< "Month"
    std::vector<QString> names {};
    std::vector<HomeQuestion> questions {};  ///< what each name stands for
    int current = 0;                         ///< 0 is the ordinary choice

    /// "Compare with: month before"
    [[nodiscard]] QString text() const;
};

/// Month (at most the last 36), what it is compared with, and the steps of the trend.
std::vector<HomeChoice> homeChoices(const HomeQuestion& question, Day firstDay, Day asOf);

}  // namespace meitrace

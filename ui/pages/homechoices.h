// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/choices.h"
#include "ui/viewmodels/homeview.h"

namespace meitrace {

/// What the month is compared with, and the steps of the trend.
std::vector<ChoiceOf<HomeQuestion>> homeChoices(const HomeQuestion& question);

}  // namespace meitrace

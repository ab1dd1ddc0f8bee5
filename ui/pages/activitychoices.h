// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"
#include "ui/pages/choices.h"

namespace meitrace {

/// Whose paths, how their steps are told apart, and what becomes of repeated ones.
std::vector<ChoiceOf<ActivityOptions>> activityChoices(const ActivityOptions& options);

}  // namespace meitrace

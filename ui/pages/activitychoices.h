// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"
#include "analytics/workbench/overview.h"
#include "ui/pages/choices.h"

#include <QStringList>

namespace meitrace {

/// Whose paths, how their steps are told apart, and what becomes of repeated ones.
std::vector<ChoiceOf<ActivityOptions>> activityChoices(const ActivityOptions& options);

/// Kinds of event that are no step of a path: what the clinic writes down about a customer.
QStringList usuallyLeftOut();
/// Hides these kinds of event, with all their values.
std::vector<LabelRule> leftOutRules(const QStringList& types);
/// "Left out: 2 kinds of event", with the key "hidden"
Choice leftOutChoice(const QStringList& types);
/// The list of all kinds of event in the data, to choose from those that are left out.
void openLeftOut(QWidget* parent, const Overview& overview, const QStringList& types, const QPoint& corner,
                 std::function<void(const QStringList&)> chosen);

}  // namespace meitrace

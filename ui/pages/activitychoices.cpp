// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activitychoices.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct ActivityChoices {
    Q_DECLARE_TR_FUNCTIONS(ActivityChoices)
};

ChoiceOf<ActivityOptions> unitChoice(const ActivityOptions& options)
{
    ChoiceOf<ActivityOptions> choice {
        {.key = QStringLiteral("unit"), .title = ActivityChoices::tr("Path of a")}};
    for (const auto& [kind, name] : {std::pair {UnitKind::Customer, ActivityChoices::tr("customer")},
                                     std::pair {UnitKind::Visit, ActivityChoices::tr("visit")},
                                     std::pair {UnitKind::Session, ActivityChoices::tr("web session")}}) {
        ActivityOptions chosen = options;
        chosen.unit.kind = kind;
        choice.add(name, chosen, options.unit.kind == kind);
    }
    return choice;
}

}  // namespace

std::vector<ChoiceOf<ActivityOptions>> activityChoices(const ActivityOptions& options)
{
    return {unitChoice(options),
            memberChoice<ActivityOptions, std::optional<EventField>>(
                QStringLiteral("property"), ActivityChoices::tr("Told apart by"), options,
                &ActivityOptions::property,
                {{std::nullopt, ActivityChoices::tr("event")},
                 {EventField::Channel, ActivityChoices::tr("event and channel")},
                 {EventField::Item, ActivityChoices::tr("event and item")},
                 {EventField::Store, ActivityChoices::tr("event and store")}}),
            memberChoice<ActivityOptions, ActivityRepeats>(
                QStringLiteral("repeats"), ActivityChoices::tr("Repeats"), options, &ActivityOptions::repeats,
                {{ActivityRepeats::Collapse, ActivityChoices::tr("in a row are one")},
                 {ActivityRepeats::First, ActivityChoices::tr("only the first time")},
                 {ActivityRepeats::Keep, ActivityChoices::tr("all counted")}})};
}

}  // namespace meitrace

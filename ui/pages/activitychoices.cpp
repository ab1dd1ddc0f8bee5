// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activitychoices.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/widgets/checklistpopup.h"

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

QStringList usuallyLeftOut()
{
    return {QStringLiteral("consent_given"), QStringLiteral("consent_withdrawn")};
}

std::vector<LabelRule> leftOutRules(const QStringList& types)
{
    std::vector<LabelRule> rules;
    for (const QString& type : types) {
        rules.push_back({type.toStdString(), {}});
        rules.push_back({type.toStdString() + ": *", {}});
    }
    return rules;
}

Choice leftOutChoice(const QStringList& types)
{
    Choice choice {.key = QStringLiteral("hidden"),
                   .title = ActivityChoices::tr("Left out"),
                   .names = {ActivityChoices::tr("nothing")}};
    choice.add(ActivityChoices::tr("%n kind(s) of event", "", static_cast<int>(types.size())),
               !types.isEmpty());
    return choice;
}

void openLeftOut(QWidget* parent, const Overview& overview, const QStringList& types, const QPoint& corner,
                 std::function<void(const QStringList&)> chosen)
{
    auto* popup = new CheckListPopup({.title = ActivityChoices::tr("Leave out of the paths"),
                                      .search = ActivityChoices::tr("Find an event"),
                                      .apply = ActivityChoices::tr("Apply"),
                                      .waiting = {},
                                      .nothing = ActivityChoices::tr("No such event")},
                                     parent);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    QVector<CheckListPopup::Row> rows;
    for (const auto& [type, events] : overview.eventsByType) {
        const QString code = fromUtf8(type);
        rows.append({code, capitalised(eventName(type)), countText(events), types.contains(code)});
    }
    popup->setRows(rows);
    QObject::connect(popup, &CheckListPopup::chosen, parent, std::move(chosen));
    popup->openAt(corner);
}

}  // namespace meitrace

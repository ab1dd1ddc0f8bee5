// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/casekeytext.h"

#include "analytics/features/circumstance.h"
#include "models/frame/eventcolumns.h"
#include "ui/text/fieldtext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"

#include <QCoreApplication>
#include <QLocale>

namespace meitrace {

namespace {

struct CaseKeys {
    Q_DECLARE_TR_FUNCTIONS(CaseKeys)
};

QString kindName(CircumstanceKind kind)
{
    switch (kind) {
    case CircumstanceKind::HourBlock:
        return CaseKeys::tr("hour of the day");
    case CircumstanceKind::Opening:
        return CaseKeys::tr("opening hours");
    case CircumstanceKind::Weekday:
        return CaseKeys::tr("weekday");
    case CircumstanceKind::FirstReply:
        return CaseKeys::tr("first answer");
    case CircumstanceKind::BookedAhead:
        return CaseKeys::tr("booked ahead");
    case CircumstanceKind::FirstVisit:
        return CaseKeys::tr("first or return visit");
    }
    return {};
}

/// "00:00–04:00" of "00-04"
QString hoursText(std::string_view block)
{
    const QString text = fromUtf8(block);
    return QStringLiteral("%1:00–%2:00").arg(text.section(u'-', 0, 0), text.section(u'-', 1, 1));
}

QString replyText(std::string_view value)
{
    return value == "5m"   ? CaseKeys::tr("answered within 5 minutes")
        : value == "30m"   ? CaseKeys::tr("answered after 5 to 30 minutes")
        : value == "2h"    ? CaseKeys::tr("answered after 30 minutes to 2 hours")
        : value == "24h"   ? CaseKeys::tr("answered after 2 to 24 hours")
        : value == "later" ? CaseKeys::tr("answered after more than a day")
                           : CaseKeys::tr("never answered");
}

QString circumstanceText(const Circumstance& circumstance, std::string_view value)
{
    switch (circumstance.kind) {
    case CircumstanceKind::HourBlock:
        return hoursText(value);
    case CircumstanceKind::Opening:
        return (value == "inside" ? CaseKeys::tr("while open (%1:00–%2:00)")
                                  : CaseKeys::tr("while closed (open %1:00–%2:00)"))
            .arg(circumstance.opens)
            .arg(circumstance.closes);
    case CircumstanceKind::Weekday:
        return QLocale().standaloneDayName(fromUtf8(value).toInt());
    case CircumstanceKind::FirstReply:
        return replyText(value);
    case CircumstanceKind::BookedAhead:
        return value == "0-3" ? CaseKeys::tr("booked up to 3 days ahead")
            : value == "4-10" ? CaseKeys::tr("booked 4 to 10 days ahead")
                              : CaseKeys::tr("booked 11 days ahead or more");
    case CircumstanceKind::FirstVisit:
        return value == "first" ? CaseKeys::tr("before the first visit")
                                : CaseKeys::tr("after the first visit");
    }
    return {};
}

/// Empty: a field by which nobody tells cases apart
QString fieldTitle(EventField field)
{
    switch (field) {
    case EventField::Channel:
        return CaseKeys::tr("channel");
    case EventField::Store:
        return CaseKeys::tr("store");
    case EventField::Staff:
        return CaseKeys::tr("staff");
    case EventField::Item:
        return CaseKeys::tr("item");
    case EventField::Campaign:
        return CaseKeys::tr("campaign");
    case EventField::Device:
        return CaseKeys::tr("device");
    case EventField::Page:
        return CaseKeys::tr("page");
    default:
        return {};
    }
}

}  // namespace

QString caseKeyName(std::string_view key)
{
    if (const std::optional<Circumstance> circumstance = parseCircumstance(key)) {
        return kindName(circumstance->kind);
    }
    const std::optional<EventField> field = eventFieldByName(key);
    const QString name = field ? fieldTitle(*field) : QString();
    return name.isEmpty() ? attributeName(key) : name;
}

QString caseValueText(std::string_view key, std::string_view value)
{
    if (const std::optional<Circumstance> circumstance = parseCircumstance(key)) {
        return circumstanceText(*circumstance, value);
    }
    if (const std::optional<EventField> field = eventFieldByName(key)) {
        return fieldValueText(*field, value);
    }
    return attributeValueName(key, value);
}

}  // namespace meitrace

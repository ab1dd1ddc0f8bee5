// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/scope.h"

#include "models/base/calendar.h"

#include <QStringList>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kMostDays = 36'525;

struct KindName {
    ScopePeriod::Kind kind;
    const char* name;
};
constexpr std::array<KindName, 5> kKinds {{{ScopePeriod::Kind::Whole, "whole"},
                                           {ScopePeriod::Kind::ThisMonth, "this_month"},
                                           {ScopePeriod::Kind::LastMonth, "last_month"},
                                           {ScopePeriod::Kind::LastDays, "last_days"},
                                           {ScopePeriod::Kind::Own, "own"}}};
constexpr std::array<const char*, kFilterFields.size()> kFields {"store", "channel", "item", "audience"};

QString dayOf(Day day)
{
    return QString::fromStdString(isoDate(day));
}

ScopePeriod periodOf(const QVariantMap& map)
{
    ScopePeriod period;
    const QString name = map.value(QStringLiteral("period")).toString();
    for (const KindName& known : kKinds) {
        period.kind = name == QLatin1String(known.name) ? known.kind : period.kind;
    }
    if (period.kind == ScopePeriod::Kind::LastDays) {
        period.days = map.value(QStringLiteral("days")).toInt();
        return period.days > 0 && period.days <= kMostDays ? period : ScopePeriod {};
    }
    if (period.kind == ScopePeriod::Kind::Own) {
        const auto from = parseIsoDate(map.value(QStringLiteral("from")).toString().toStdString());
        const auto to = parseIsoDate(map.value(QStringLiteral("to")).toString().toStdString());
        return from && to && *from <= *to ? ScopePeriod::ofDays({*from, *to}) : ScopePeriod {};
    }
    return period;
}

}  // namespace

ScopePeriod ScopePeriod::ofMonth(Day day, Day asOf)
{
    const Day first = monthStart(day);
    if (first == monthStart(asOf)) {
        return {.kind = Kind::ThisMonth};
    }
    if (first == monthStart(asOf, -1)) {
        return {.kind = Kind::LastMonth};
    }
    return ofDays({first, monthStart(day, 1) - 1});
}

std::optional<DaySpan> ScopePeriod::span(Day asOf) const
{
    switch (kind) {
    case Kind::Whole:
        return {};
    case Kind::ThisMonth:
        return DaySpan {monthStart(asOf), asOf};
    case Kind::LastMonth:
        return DaySpan {monthStart(asOf, -1), monthStart(asOf) - 1};
    case Kind::LastDays:
        return DaySpan {asOf - days + 1, asOf};
    case Kind::Own:
        break;
    }
    return DaySpan {own.from, std::max(own.from, std::min(own.to, asOf))};
}

bool Scope::renameAudience(const std::string& from, const std::string& to)
{
    std::vector<std::string>& names = customers.of(FilterField::Audience);
    const auto named = std::find(names.begin(), names.end(), from);
    if (named == names.end()) {
        return false;
    }
    *named = to;
    return true;
}

QVariantMap Scope::toMap() const
{
    QVariantMap map;
    for (const KindName& known : kKinds) {
        if (known.kind == period.kind) {
            map.insert(QStringLiteral("period"), QLatin1String(known.name));
        }
    }
    if (period.kind == ScopePeriod::Kind::LastDays) {
        map.insert(QStringLiteral("days"), period.days);
    }
    if (period.kind == ScopePeriod::Kind::Own) {
        map.insert(QStringLiteral("from"), dayOf(period.own.from));
        map.insert(QStringLiteral("to"), dayOf(period.own.to));
    }
    for (const FilterField field : kFilterFields) {
        QStringList values;
        for (const std::string& value : customers.of(field)) {
            values << QString::fromStdString(value);
        }
        if (!values.isEmpty()) {
            map.insert(QLatin1String(kFields[static_cast<std::size_t>(field)]), values);
        }
    }
    return map;
}

Scope Scope::fromMap(const QVariantMap& map)
{
    Scope scope;
    scope.period = periodOf(map);
    for (const FilterField field : kFilterFields) {
        const QStringList values
            = map.value(QLatin1String(kFields[static_cast<std::size_t>(field)])).toStringList();
        for (const QString& value : values) {
            scope.customers.of(field).push_back(value.toStdString());
        }
    }
    return scope;
}

}  // namespace meitrace

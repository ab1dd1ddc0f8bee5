// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/scopetext.h"

#include "models/base/calendar.h"
#include "ui/text/figures.h"
#include "ui/text/kpitext.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QStringList>

namespace meitrace {

namespace {

struct ScopeText {
    Q_DECLARE_TR_FUNCTIONS(ScopeText)
};

constexpr std::size_t kMostNamed = 2;

QString valueNames(FilterField field, const std::vector<std::string>& values)
{
    QStringList names;
    for (const std::string& value : values) {
        names << filterValueName(field, value);
    }
    return names.join(ScopeText::tr(", ", "between values of a filter"));
}

QString titled(FilterField field, const QString& what)
{
    return ScopeText::tr("%1: %2", "filter, its values").arg(filterFieldName(field), what);
}

}  // namespace

QString periodName(const ScopePeriod& period)
{
    switch (period.kind) {
    case ScopePeriod::Kind::Whole:
        return ScopeText::tr("All dates");
    case ScopePeriod::Kind::ThisMonth:
        return ScopeText::tr("This month");
    case ScopePeriod::Kind::LastMonth:
        return ScopeText::tr("Last month");
    case ScopePeriod::Kind::LastDays:
        return ScopeText::tr("Last %1 days").arg(period.days);
    case ScopePeriod::Kind::Own:
        break;
    }
    const DaySpan& span = period.own;
    const bool isMonth = span.from == monthStart(span.from) && span.to == monthStart(span.from, 1) - 1;
    return isMonth ? monthText(span.from) : periodText(KpiPeriod {span.from, span.to});
}

QString filterFieldName(FilterField field)
{
    switch (field) {
    case FilterField::Store:
        return ScopeText::tr("Clinic");
    case FilterField::Channel:
        return ScopeText::tr("First channel");
    case FilterField::Item:
        return ScopeText::tr("Item");
    case FilterField::Audience:
        break;
    }
    return ScopeText::tr("Audience");
}

QString filterValueName(FilterField field, const std::string& value)
{
    switch (field) {
    case FilterField::Channel:
        return channelName(value);
    case FilterField::Item:
        return itemName(value);
    case FilterField::Store:
    case FilterField::Audience:
        break;
    }
    return fromUtf8(value);
}

QString filterText(FilterField field, const std::vector<std::string>& values)
{
    return titled(field,
                  values.size() > kMostNamed
                      ? ScopeText::tr("%1 chosen", "number of values of a filter").arg(values.size())
                      : valueNames(field, values));
}

QString filterSentence(const CustomerFilter& filter)
{
    QStringList parts;
    for (const FilterField field : kFilterFields) {
        if (!filter.of(field).empty()) {
            parts << titled(field, valueNames(field, filter.of(field)));
        }
    }
    return parts.join(ScopeText::tr("; ", "between filters"));
}

}  // namespace meitrace

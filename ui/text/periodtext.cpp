// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/periodtext.h"

#include "models/base/calendar.h"
#include "ui/text/figures.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace meitrace {

namespace {

struct PeriodText {
    Q_DECLARE_TR_FUNCTIONS(PeriodText)
};

}  // namespace

QString periodText(PeriodUnit unit, Day start)
{
    const CivilDate date = civilFromDay(start);
    switch (unit) {
    case PeriodUnit::Days:
    case PeriodUnit::Weeks:
        break;
    case PeriodUnit::Months:
        return QLocale().toString(QDate(date.year, static_cast<int>(date.month), 1),
                                  PeriodText::tr("MMM yyyy", "format of a month"));
    case PeriodUnit::Quarters:
        return PeriodText::tr("Q%1 %2", "quarter, year")
            .arg((static_cast<int>(date.month) - 1) / 3 + 1)
            .arg(date.year);
    case PeriodUnit::Years:
        return QString::number(date.year);
    }
    return dayText(start);
}

}  // namespace meitrace

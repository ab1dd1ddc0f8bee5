// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homechoices.h"

#include "ui/text/kpitext.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct HomeChoices {
    Q_DECLARE_TR_FUNCTIONS(HomeChoices)
};

constexpr int kMonths = 36;

void add(HomeChoice& choice, const QString& name, const HomeQuestion& question, bool isCurrent)
{
    choice.current = isCurrent ? static_cast<int>(choice.names.size()) : choice.current;
    choice.names.push_back(name);
    choice.questions.push_back(question);
}

}  // namespace

QString HomeChoice::text() const
{
    return HomeChoices::tr("%1: %2", "what is chosen, choice")
        .arg(title, names[static_cast<std::size_t>(current)]);
}

std::vector<HomeChoice> homeChoices(const HomeQuestion& question, Day firstDay, Day asOf)
{
    HomeChoice months {.key = QStringLiteral("month"), .title = HomeChoices::tr("Month")};
    for (int i = 0; i < kMonths && (i == 0 || monthStart(asOf, -i) >= monthStart(firstDay)); ++i) {
        HomeQuestion other = question;
        other.month = i == 0 ? kMissingDay : monthStart(asOf, -i);
        add(months, monthText(monthStart(asOf, -i)), other, question.month == other.month);
    }
    HomeChoice compare {.key = QStringLiteral("compare"), .title = HomeChoices::tr("Compare with")};
    for (const auto& [name, value] : {std::pair {HomeChoices::tr("month before"), KpiCompare::Previous},
                                      {HomeChoices::tr("year before"), KpiCompare::Year}}) {
        HomeQuestion other = question;
        other.compare = value;
        add(compare, name, other, question.compare == value);
    }
    HomeChoice span {.key = QStringLiteral("span"), .title = HomeChoices::tr("Trend")};
    for (const auto& [name, value] : {std::pair {HomeChoices::tr("by month"), KpiSpan::Month},
                                      {HomeChoices::tr("by week"), KpiSpan::Week}}) {
        HomeQuestion other = question;
        other.span = value;
        add(span, name, other, question.span == value);
    }
    return {months, compare, span};
}

}  // namespace meitrace

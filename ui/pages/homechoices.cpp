// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homechoices.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct HomeChoices {
    Q_DECLARE_TR_FUNCTIONS(HomeChoices)
};

}  // namespace

std::vector<ChoiceOf<HomeQuestion>> homeChoices(const HomeQuestion& question)
{
    ChoiceOf<HomeQuestion> compare {
        {.key = QStringLiteral("compare"), .title = HomeChoices::tr("Compare with")}};
    for (const auto& [name, value] : {std::pair {HomeChoices::tr("month before"), KpiCompare::Previous},
                                      {HomeChoices::tr("year before"), KpiCompare::Year}}) {
        HomeQuestion other = question;
        other.compare = value;
        compare.add(name, other, question.compare == value);
    }
    ChoiceOf<HomeQuestion> span {{.key = QStringLiteral("span"), .title = HomeChoices::tr("Trend")}};
    for (const auto& [name, value] : {std::pair {HomeChoices::tr("by month"), KpiSpan::Month},
                                      {HomeChoices::tr("by week"), KpiSpan::Week}}) {
        HomeQuestion other = question;
        other.span = value;
        span.add(name, other, question.span == value);
    }
    return {compare, span};
}

}  // namespace meitrace

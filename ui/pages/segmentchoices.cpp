// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/segmentchoices.h"

#include "ui/text/figures.h"
#include "ui/viewmodels/rfmview.h"

#include <QCoreApplication>

#include <array>
#include <functional>
#include <utility>

namespace meitrace {

namespace {

struct SegmentChoices {
    Q_DECLARE_TR_FUNCTIONS(SegmentChoices)
};

}  // namespace

std::vector<ChoiceOf<RfmOptions>> rfmChoices(const RfmOptions& options, bool hasMargins)
{
    std::vector<std::pair<RfmValue, QString>> money {
        {RfmValue::Cash, SegmentChoices::tr("received, refunds deducted")},
        {RfmValue::Delivered, SegmentChoices::tr("delivered")}};
    if (hasMargins || options.value == RfmValue::Margin) {
        money.emplace_back(RfmValue::Margin, SegmentChoices::tr("gross margin"));
    }
    return {
        memberChoice<RfmOptions, int>(QStringLiteral("window"), SegmentChoices::tr("Window"), options,
                                      &RfmOptions::windowMonths,
                                      {{24, SegmentChoices::tr("24 months")},
                                       {6, SegmentChoices::tr("6 months")},
                                       {12, SegmentChoices::tr("12 months")},
                                       {36, SegmentChoices::tr("36 months")},
                                       {0, SegmentChoices::tr("all data")}}),
        memberChoice<RfmOptions, RfmValue>(QStringLiteral("money"), SegmentChoices::tr("Money"), options,
                                           &RfmOptions::value, money),
        memberChoice<RfmOptions, RfmFrequency>(
            QStringLiteral("frequency"), SegmentChoices::tr("How often"), options, &RfmOptions::frequency,
            {{RfmFrequency::Visits, SegmentChoices::tr("visits")},
             {RfmFrequency::Orders, SegmentChoices::tr("bills")},
             {RfmFrequency::Treatments, SegmentChoices::tr("treatments")}}),
        memberChoice<RfmOptions, RfmMethod>(QStringLiteral("method"), SegmentChoices::tr("Classes"), options,
                                            &RfmOptions::method,
                                            {{RfmMethod::Auto, SegmentChoices::tr("automatic")},
                                             {RfmMethod::Quantile, SegmentChoices::tr("equal groups")},
                                             {RfmMethod::Fixed, SegmentChoices::tr("fixed bounds")},
                                             {RfmMethod::Breaks, SegmentChoices::tr("natural gaps")}}),
        memberChoice<RfmOptions, RfmGrid>(QStringLiteral("names"), SegmentChoices::tr("Names"), options,
                                          &RfmOptions::grid,
                                          {{RfmGrid::Eight, SegmentChoices::tr("eight segments")},
                                           {RfmGrid::Eleven, SegmentChoices::tr("eleven segments")}}),
    };
}

}  // namespace meitrace

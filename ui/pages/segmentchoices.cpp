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

constexpr int kMonthEnds = 6;

/// Adds a choice of one member of the options.
template <typename Value>
RfmChoice choiceOf(const QString& key, const QString& title, const RfmOptions& options,
                   Value RfmOptions::*member, const std::vector<std::pair<Value, QString>>& values)
{
    RfmChoice choice;
    choice.key = key;
    choice.title = title;
    for (const auto& [value, name] : values) {
        if (options.*member == value) {
            choice.current = static_cast<int>(choice.names.size());
        }
        choice.names.push_back(name);
        choice.options.push_back(options);
        choice.options.back().*member = value;
    }
    return choice;
}

RfmChoice dayChoice(const RfmOptions& options, Day last)
{
    std::vector<std::pair<Day, QString>> days;
    days.emplace_back(kMissingDay,
                      last == kMissingDay ? SegmentChoices::tr("last day of the data") : dayText(last));
    if (last != kMissingDay) {
        const std::vector<Day> ends = monthEnds(last, kMonthEnds);
        for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
            if (*end != last) {
                days.emplace_back(*end, dayText(*end));
            }
        }
    }
    return choiceOf<Day>(QStringLiteral("asof"), SegmentChoices::tr("As of"), options, &RfmOptions::asOf,
                         days);
}

}  // namespace

QString RfmChoice::text() const
{
    return SegmentChoices::tr("%1: %2", "setting, its value")
        .arg(title, names[static_cast<std::size_t>(current)]);
}

std::vector<RfmChoice> rfmChoices(const RfmOptions& options, Day last)
{
    return {
        dayChoice(options, last),
        choiceOf<int>(QStringLiteral("window"), SegmentChoices::tr("Window"), options,
                      &RfmOptions::windowMonths,
                      {{24, SegmentChoices::tr("24 months")},
                       {6, SegmentChoices::tr("6 months")},
                       {12, SegmentChoices::tr("12 months")},
                       {36, SegmentChoices::tr("36 months")},
                       {0, SegmentChoices::tr("all data")}}),
        choiceOf<RfmValue>(QStringLiteral("money"), SegmentChoices::tr("Money"), options, &RfmOptions::value,
                           {{RfmValue::Cash, SegmentChoices::tr("received, refunds deducted")},
                            {RfmValue::Delivered, SegmentChoices::tr("delivered")}}),
        choiceOf<RfmFrequency>(QStringLiteral("frequency"), SegmentChoices::tr("How often"), options,
                               &RfmOptions::frequency,
                               {{RfmFrequency::Visits, SegmentChoices::tr("visits")},
                                {RfmFrequency::Orders, SegmentChoices::tr("bills")},
                                {RfmFrequency::Treatments, SegmentChoices::tr("treatments")}}),
        choiceOf<RfmMethod>(QStringLiteral("method"), SegmentChoices::tr("Classes"), options,
                            &RfmOptions::method,
                            {{RfmMethod::Auto, SegmentChoices::tr("automatic")},
                             {RfmMethod::Quantile, SegmentChoices::tr("equal groups")},
                             {RfmMethod::Fixed, SegmentChoices::tr("fixed bounds")},
                             {RfmMethod::Breaks, SegmentChoices::tr("natural gaps")}}),
        choiceOf<RfmGrid>(QStringLiteral("names"), SegmentChoices::tr("Names"), options, &RfmOptions::grid,
                          {{RfmGrid::Eight, SegmentChoices::tr("eight segments")},
                           {RfmGrid::Eleven, SegmentChoices::tr("eleven segments")}}),
    };
}

}  // namespace meitrace

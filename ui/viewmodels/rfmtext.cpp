// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/rfmview.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct RfmText {
    Q_DECLARE_TR_FUNCTIONS(RfmText)
};

constexpr Index kFew = 30;

/// Customers and money of some segments.
struct Sum {
    Index customers = 0;
    Fen spend = 0;
};

Sum sumOf(const RfmResult& result, const std::vector<std::string_view>& codes)
{
    Sum sum;
    for (const RfmSegment& segment : result.segments) {
        if (std::find(codes.begin(), codes.end(), segment.code) != codes.end()) {
            sum.customers += segment.customers;
            sum.spend += segment.spend;
        }
    }
    return sum;
}

QString countedText(const RfmOptions& options)
{
    switch (options.frequency) {
    case RfmFrequency::Visits:
        return RfmText::tr("days with a bill or a treatment");
    case RfmFrequency::Orders:
        return RfmText::tr("bills");
    case RfmFrequency::Treatments:
        return RfmText::tr("treatments");
    }
    return {};
}

QString moneyText(RfmValue value)
{
    switch (value) {
    case RfmValue::Cash:
        return RfmText::tr("received, refunds deducted");
    case RfmValue::Delivered:
        return RfmText::tr("of treatments delivered");
    case RfmValue::Margin:
        return RfmText::tr("left of treatments after their costs");
    }
    return {};
}

QString cutText(const RfmResult& result)
{
    switch (result.recencyCuts.method) {
    case RfmMethod::Fixed:
        return RfmText::tr("R in fixed classes");
    case RfmMethod::Breaks:
        return RfmText::tr("R cut where the data have gaps");
    case RfmMethod::Auto:
    case RfmMethod::Quantile:
        break;
    }
    return RfmText::tr("R in %1 groups of about the same size").arg(result.bins);
}

}  // namespace

QString rfmConclusion(const RfmHistory& history)
{
    const RfmResult& now = history.now;
    if (now.scored < kFew) {
        return RfmText::tr("Fewer than 30 customers: the numbers are shown, no conclusion is drawn.");
    }
    const bool eight = history.options.grid == RfmGrid::Eight;
    Fen all = 0;
    for (const RfmSegment& segment : now.segments) {
        all += segment.spend;
    }
    using SegmentCodes = std::vector<std::string_view>;
    const Sum best = sumOf(now, eight ? SegmentCodes {"vip"} : SegmentCodes {"champions", "loyal"});
    const Sum away
        = sumOf(now, eight ? SegmentCodes {"vip_keep", "vip_rescue"} : SegmentCodes {"at_risk", "cant_lose"});
    const auto share
        = [](double part, double whole) { return percentText(whole > 0 ? part / whole : std::nan("")); };
    const QString first
        = RfmText::tr("%1 of the customers bring %2 of the money (%3).")
              .arg(share(static_cast<double>(best.customers), static_cast<double>(now.scored)),
                   share(static_cast<double>(best.spend), static_cast<double>(all)),
                   eight ? segmentName("vip")
                         : RfmText::tr("%1 and %2").arg(segmentName("champions"), segmentName("loyal")));
    const QString second
        = (eight ? RfmText::tr("%Ln customer(s) who spent much stayed away for long, with %1 spent before.",
                               "", static_cast<int>(away.customers))
                 : RfmText::tr("%Ln customer(s) who came often stayed away for long, with %1 spent before.",
                               "", static_cast<int>(away.customers)))
              .arg(roundMoneyText(static_cast<double>(away.spend)));
    return RfmText::tr("%1 %2", "two sentences").arg(first, second);
}

QString rfmCaption(const RfmHistory& history)
{
    const RfmResult& now = history.now;
    QStringList out;
    const auto leftOut = [&out](Index customers, const QString& why) {
        if (customers > 0) {
            out.append(RfmText::tr("%1 %2", "number, reason").arg(countText(customers), why));
        }
    };
    leftOut(now.noEvent, RfmText::tr("without a purchase"));
    leftOut(now.beforeWindow, RfmText::tr("who last came before that"));
    leftOut(now.noMargin, RfmText::tr("treated with items whose margin is not known"));
    leftOut(now.anonymous, RfmText::tr("known by a device only"));
    leftOut(now.notSelected, RfmText::tr("not looked at (test persons, visitors not recognised, filters)"));
    const QString counted = RfmText::tr("Counted: %1, %2; money %3; %4.", "what, days, whose money, cuts")
                                .arg(countedText(history.options), daysText(now.from, now.asOf),
                                     moneyText(history.options.value), cutText(now));
    const QString people = out.isEmpty()
        ? RfmText::tr("%1, nobody left out.").arg(customersText(now.scored))
        : RfmText::tr("%1; left out: %2.")
              .arg(customersText(now.scored), out.join(RfmText::tr(", ", "between parts of a list")));
    return RfmText::tr("%1 %2", "two sentences").arg(counted, people);
}

NoSegments noSegments(const Error& error)
{
    if (error.code == ErrorCode::BadOption && error.subject == "value") {
        return {RfmText::tr("Margins are not known for anybody's treatments."),
                RfmText::tr("Choose other money above, or import a list of items with their margins.")};
    }
    if (error.code != ErrorCode::EmptyInput) {
        return {sentence(error), {}};
    }
    if (error.subject == "treat") {
        return {RfmText::tr("Nobody was treated in the chosen months."),
                RfmText::tr("Choose more months above, or import the file of treatments delivered.")};
    }
    return {RfmText::tr("Nobody bought anything in the chosen months."),
            RfmText::tr("Choose more months above, or import the file of bill lines.")};
}

}  // namespace meitrace

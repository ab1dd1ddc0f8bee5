// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The last page of the journey report: what its words mean.
#include "ui/report/journeytext.h"
#include "ui/text/figures.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct JourneyTerms {
    Q_DECLARE_TR_FUNCTIONS(JourneyTerms)
};

QString comparedText(const JourneyData& data)
{
    if (data.before) {
        return JourneyTerms::tr(
                   "%1 is compared with %2. Both are seen equally long after their end, so that an "
                   "older period has no advantage.")
            .arg(periodText(data.now.period), periodText(data.before->period));
    }
    return data.request.compare == ReportCompare::None
        ? JourneyTerms::tr("No comparison was asked for.")
        : JourneyTerms::tr("There are no customers in the period before, so nothing is compared.");
}

}  // namespace

std::vector<std::pair<QString, QString>> journeyTerms(const JourneyData& data)
{
    return {
        {JourneyTerms::tr("Filters"),
         data.leftOut > 0
             ? JourneyTerms::tr(
                   "Known customers without test persons and without those outside the filter: %1 of %2.")
                   .arg(countText(data.known - data.leftOut), countText(data.known))
             : JourneyTerms::tr("All %1 known customers.").arg(countText(data.known))},
        {JourneyTerms::tr("Period"),
         JourneyTerms::tr("%1, %2 days. Whole civil days of the clinic.")
             .arg(periodText(data.now.period), countText(data.now.period.days()))},
        {JourneyTerms::tr("Comparison"), comparedText(data)},
        {JourneyTerms::tr("Customer"),
         JourneyTerms::tr(
             "A person, not a record. Records of one person are brought together by chart number, "
             "identity card, WeChat id, login, phone and e-mail, the surest key first. Different full "
             "names or birth dates keep records apart, also when relatives share a phone. Decisions of "
             "people come before all rules and can be taken back.")},
        {JourneyTerms::tr("Known customer"),
         JourneyTerms::tr("A person with a key besides a device, a masked number or the last digits of one, "
                          "or who left a lead.")},
        {JourneyTerms::tr("Lost, still open"),
         JourneyTerms::tr(
             "Lost: the time from the first step has run out, and the next step did not come. Still "
             "open: the time is not over yet. Reached, lost and still open together are those who "
             "came to the step before.")},
        {JourneyTerms::tr("95 % certain"),
         JourneyTerms::tr(
             "The range in which the true share lies with 95 % certainty (Wilson; for differences "
             "Newcombe). Below 30 customers no conclusion is drawn.")},
        {JourneyTerms::tr("Recoverable"),
         JourneyTerms::tr(
             "Customers who were lost at any step of the funnel, gave a sign of life in the last %1 days "
             "(any event of their own, no message sent to them) and agreed to marketing on at least "
             "one channel.")
             .arg(countText(Recoverable::kRecentDays))},
        {JourneyTerms::tr("Net paid"),
         JourneyTerms::tr(
             "Bills, deposits and top-ups less refunds, without gifts. A deposit or top-up that also stands "
             "on a bill counts once.")},
        {JourneyTerms::tr("RFM"),
         JourneyTerms::tr(
             "Recency, frequency and money: when a customer came last, on how many days, and how much was "
             "paid. Each is better or worse than the median of all buyers, which makes eight segments.")},
        {JourneyTerms::tr("Uncertain rows"),
         JourneyTerms::tr(
             "Rows that cannot be read safely are set aside with their reason and can be mended and "
             "loaded again. Nothing is dropped silently.")},
        {JourneyTerms::tr("Privacy"),
         JourneyTerms::tr(
             "This report holds sums only: no names, no phone numbers, no customer numbers. Small groups "
             "may still point to a person; treat the paper as confidential.")},
    };
}

}  // namespace meitrace

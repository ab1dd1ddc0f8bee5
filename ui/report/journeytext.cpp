// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/journeytext.h"

#include "analytics/stats/proportion.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/funnelview.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <array>
#include <cmath>

namespace meitrace {

namespace {

struct JourneyText {
    Q_DECLARE_TR_FUNCTIONS(JourneyText)
};

constexpr Index kFew = 30;

constexpr std::array<const char*, stage::kCount> kStages {
    QT_TRANSLATE_NOOP("JourneyText", "Exposure"),     QT_TRANSLATE_NOOP("JourneyText", "Engagement"),
    QT_TRANSLATE_NOOP("JourneyText", "Lead"),         QT_TRANSLATE_NOOP("JourneyText", "Contact"),
    QT_TRANSLATE_NOOP("JourneyText", "Booking"),      QT_TRANSLATE_NOOP("JourneyText", "Arrival"),
    QT_TRANSLATE_NOOP("JourneyText", "Consultation"), QT_TRANSLATE_NOOP("JourneyText", "Sale"),
    QT_TRANSLATE_NOOP("JourneyText", "Treatment"),    QT_TRANSLATE_NOOP("JourneyText", "Aftercare"),
    QT_TRANSLATE_NOOP("JourneyText", "Repurchase"),   QT_TRANSLATE_NOOP("JourneyText", "Referral")};

QDate dateOf(Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

QString rangeText(const Interval& interval)
{
    return JourneyText::tr("95 % certain: %1 to %2")
        .arg(percentText(interval.low), percentText(interval.high));
}

QString stepName(const JourneyFigures& figures, int step)
{
    return funnelStepName(figures.options.steps[static_cast<std::size_t>(step)]);
}

/// The period where it is old enough to say who is lost, else the year.
const JourneyFigures& judged(const JourneyData& data)
{
    const bool isMature = !data.now.funnel.steps.empty()
        && data.now.funnel.steps.back().maturedOfFirst.of >= kFew
        && data.now.funnel.steps.back().maturedOfFirst.of == data.now.funnel.steps.back().ofFirst.of;
    return isMature ? data.now : data.year;
}

QString lossFinding(const JourneyData& data)
{
    const JourneyFigures& figures = judged(data);
    if (figures.funnel.steps.empty() || figures.funnel.steps.front().reached < kFew) {
        return {};
    }
    const int worst = worstFunnelStep(figures.funnel);
    if (worst == 0) {
        return {};
    }
    const FunnelStep& step = figures.funnel.steps[static_cast<std::size_t>(worst)];
    return JourneyText::tr(
               "Most customers are lost between \"%1\" and \"%2\": %3 of the %4 who had come so far, "
               "that is %5 (%6). Counted over %7.")
        .arg(stepName(figures, worst - 1), stepName(figures, worst), countText(step.lost),
             countText(step.previous), percentText(proportion(step.lost, step.previous)),
             rangeText(wilson(step.lost, step.previous)), periodText(figures.period));
}

QString changeFinding(const JourneyData& data)
{
    if (!data.before || data.now.funnel.steps.empty()) {
        return {};
    }
    const FunnelRate& now = data.now.funnel.steps.back().ofFirst;
    const FunnelRate& before = data.before->funnel.steps.back().ofFirst;
    if (now.of < kFew || before.of < kFew) {
        return {};
    }
    const Interval range = newcombe({now.hits, now.of}, {before.hits, before.of});
    const QString change = pointsText(now.rate - before.rate, range);
    const QString first
        = JourneyText::tr(
              "%1 of those who left their details have bought; in %2 it was %3 after the same time.")
              .arg(percentText(now.rate), periodText(data.before->period), percentText(before.rate));
    const QString second = range.low > 0 || range.high < 0
        ? JourneyText::tr("The change, %1 with 95 % certainty, is more than chance.").arg(change)
        : JourneyText::tr("The change, %1 with 95 % certainty, may be chance.").arg(change);
    return JourneyText::tr("%1 %2", "two sentences").arg(first, second);
}

QString recoverableFinding(const JourneyData& data)
{
    const Recoverable& back = data.recoverable;
    if (back.reachable == 0) {
        return {};
    }
    const auto most = std::max_element(back.steps.begin(), back.steps.end());
    const QString first
        = JourneyText::tr("%1 of the %2 customers who were ever lost on the way gave a sign of life in "
                          "the last %3 days and may be contacted.")
              .arg(countText(back.reachable), countText(back.lost), countText(Recoverable::kRecentDays));
    const QString step = stepName(data.now, static_cast<int>(most - back.steps.begin()));
    const QString second = *most == back.reachable
        ? JourneyText::tr("They all stopped before \"%1\".").arg(step)
        : JourneyText::tr("Most of them, %1, stopped before \"%2\".").arg(countText(*most), step);
    return JourneyText::tr("%1 %2", "two sentences").arg(first, second);
}

QString observedText(const JourneyData& data)
{
    return JourneyText::tr("data seen up to %1").arg(reportDay(data.request.asOf));
}

}  // namespace

QString reportDay(Day day)
{
    return QLocale().toString(dateOf(day), JourneyText::tr("MMM d, yyyy"));
}

QString periodText(const ReportPeriod& period)
{
    const bool isMonth = monthStart(period.from) == period.from && monthStart(period.from, 1) == period.to;
    return isMonth
        ? QLocale().toString(dateOf(period.from), JourneyText::tr("MMMM yyyy"))
        : JourneyText::tr("%1 to %2", "days").arg(reportDay(period.from), reportDay(period.to - 1));
}

QString stageName(int stage)
{
    return QCoreApplication::translate("JourneyText", kStages[static_cast<std::size_t>(stage)]);
}

QString pointsText(double difference, const Interval& range)
{
    const auto number = [](double value) {
        const QString sign = value < 0 ? QStringLiteral("−") : QStringLiteral("+");
        return sign + QLocale().toString(std::abs(value) * 100, 'f', 1);
    };
    return JourneyText::tr("%1 points (%2 to %3)")
        .arg(number(difference), number(range.low), number(range.high));
}

QStringList journeyFindings(const JourneyData& data)
{
    if (data.year.sequences.customers < kFew) {
        return {JourneyText::tr("Fewer than 30 customers: the numbers are shown, no conclusion is drawn.")};
    }
    QStringList findings;
    for (const QString& one : {lossFinding(data), changeFinding(data), recoverableFinding(data)}) {
        if (!one.isEmpty()) {
            findings << one;
        }
    }
    if (findings.size() < 3 && data.rfm && data.rfm->now.scored >= kFew) {
        findings << rfmConclusion(*data.rfm);
    }
    return findings.isEmpty() ? QStringList {JourneyText::tr("Nothing stands out in this period.")}
                              : findings;
}

QString leftOutText(const JourneyData& data)
{
    QStringList parts;
    const auto add = [&parts](Index count, const QString& why) {
        if (count > 0) {
            parts << JourneyText::tr("%1 %2", "number, reason").arg(countText(count), why);
        }
    };
    add(data.anonymous, JourneyText::tr("visitors not recognised"));
    add(data.leftOut, JourneyText::tr("test persons or customers outside the filter"));
    add(data.now.sequences.withoutStage, JourneyText::tr("customers without an event in the period"));
    add(data.overview.quarantineOpen, JourneyText::tr("rows set aside because they could not be read"));
    const QString left = parts.isEmpty()
        ? JourneyText::tr("Nothing is left out.")
        : JourneyText::tr("Left out: %1.").arg(parts.join(JourneyText::tr(", ", "between parts of a list")));
    return data.request.filter.empty()
        ? left
        : JourneyText::tr("Only customers by the filter %1. %2", "filter, sentence about the others")
              .arg(fromUtf8(data.request.filter), left);
}

QString summaryDefinition(const JourneyData& data)
{
    return JourneyText::tr(
               "Customers: known persons with an event from lead to referral in %1. Recoverable: lost "
               "at any step of the funnel, whenever they entered; a sign of life in the last %2 "
               "days; marketing consent on at least one channel; as of %3. Net paid: bills, "
               "deposits and top-ups less refunds.")
        .arg(periodText(data.now.period), countText(Recoverable::kRecentDays), reportDay(data.request.asOf));
}

QString funnelDefinition(const JourneyData& data)
{
    const JourneyFigures& now = data.now;
    QString text
        = JourneyText::tr("Customers whose first step lies in %1; %2 from the first step to the last, in "
                          "order, each customer once; %3. Still open: their time has not run out.")
              .arg(periodText(now.period),
                   now.options.window ? spanText(*now.options.window) : JourneyText::tr("any time"),
                   observedText(data));
    if (data.before) {
        text = JourneyText::tr("%1 %2", "two sentences")
                   .arg(text,
                        JourneyText::tr("%1 is seen up to %2, equally long after its end.")
                            .arg(periodText(data.before->period), reportDay(data.before->asOf)));
    }
    return text;
}

QString pathsDefinition(const JourneyData& data)
{
    return JourneyText::tr("Customers with a lead in the twelve months %1, from it on; each stage where it "
                           "first came; %2. Bars "
                           "and bands are as wide as the number of customers.")
        .arg(periodText(data.year.period), observedText(data));
}

QString painDefinition(const JourneyData& data)
{
    return JourneyText::
        tr("Twelve months, %1. Groups surely lost more often than all others of their step. At stake: lost "
           "beyond the usual × share that paid × what they paid in the middle within %2 days; at most, not "
           "to "
           "be added up.")
            .arg(periodText(data.year.period), countText(data.pain.options.moneyDays));
}

QString channelsDefinition(const JourneyData& data)
{
    return JourneyText::tr(
               "Conversions of twelve months, %1; touches up to %2 days before. Every model divides the same "
               "conversions; none says what a channel caused.")
        .arg(periodText(data.year.period), countText(data.credit.options.touches.windowDays));
}

QString sequencesDefinition(const JourneyData& data)
{
    return JourneyText::tr(
               "Stages of a customer in %1 in the order in which each first came, from lead to referral; "
               "repeats are not shown. Repurchase: a sale on a later day than the first ever. Days: "
               "median from the first stage to the last. Net paid in the period; %2.")
        .arg(periodText(data.now.period), observedText(data));
}

QString segmentsDefinition(const JourneyData& data)
{
    return data.rfm ? rfmCaption(*data.rfm)
                    : JourneyText::tr("Nobody bought in the 24 months before the end of the period.");
}

QString sourcesDefinition(const JourneyData& data)
{
    return JourneyText::tr(
               "Every row of every file has exactly one fate; rows read is the sum of the columns behind "
               "it. All files loaded so far, %1.")
        .arg(observedText(data));
}

QString wordsDefinition()
{
    return JourneyText::tr(
        "The same definitions hold on the pages of the program and in the figures of this report.");
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/feedbackview.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct FeedbackView {
    Q_DECLARE_TR_FUNCTIONS(FeedbackView)
};

double rateOf(const Share& share)
{
    return proportion(share.hits, share.n);
}

QString numberText(double number, int digits)
{
    return std::isfinite(number) ? QLocale().toString(number, 'f', digits) : QStringLiteral("—");
}

QString npsText(double nps)
{
    return std::isfinite(nps)
        ? (nps > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(std::lround(nps * 100))
        : QStringLiteral("—");
}

bool isWorse(const FeedbackGroup& group)
{
    return group.verdict == FeedbackVerdict::Low || group.complainedVerdict == FeedbackVerdict::High;
}

QString verdictText(const FeedbackGroup& group)
{
    if (group.verdict == FeedbackVerdict::Low) {
        return FeedbackView::tr("Less satisfied than chance explains");
    }
    if (group.complainedVerdict == FeedbackVerdict::High) {
        return FeedbackView::tr("More complaints than chance explains");
    }
    if (group.verdict == FeedbackVerdict::High) {
        return FeedbackView::tr("More satisfied than chance explains");
    }
    return group.verdict == FeedbackVerdict::TooFew && group.complainedVerdict == FeedbackVerdict::TooFew
        ? FeedbackView::tr("Too few to tell")
        : FeedbackView::tr("Usual");
}

QString whoText(const FeedbackGroup& group)
{
    return FeedbackView::tr("%1 “%2”").arg(feedbackKeyName(group.key), feedbackValueName(group));
}

void addStandingOut(const FeedbackResult& result, QStringList& sentences)
{
    int told = 0;
    for (const FeedbackGroup& group : result.groups) {
        if (group.key == FeedbackKey::Week || !isWorse(group) || told == 2) {
            continue;
        }
        ++told;
        sentences << (group.verdict == FeedbackVerdict::Low
                          ? FeedbackView::tr("%1: %2 satisfied of %3 answers, less than chance explains.")
                                .arg(whoText(group), percentText(rateOf(group.satisfied)),
                                     countText(group.satisfied.n))
                          : FeedbackView::tr("%1: complaints about %2 of %3 treatment days, more than chance "
                                             "explains.")
                                .arg(whoText(group), percentText(rateOf(group.complained)),
                                     countText(group.complained.n)));
    }
    if (told == 0) {
        sentences << FeedbackView::tr(
            "No item, member of staff or store differs from the others by more than chance explains.");
    }
}

}  // namespace

QString feedbackRangeText(const Interval& interval)
{
    return FeedbackView::tr("%1 to %2").arg(percentText(interval.low), percentText(interval.high));
}

QString feedbackKeyName(FeedbackKey key)
{
    switch (key) {
    case FeedbackKey::Item:
        return FeedbackView::tr("Item");
    case FeedbackKey::Staff:
        return FeedbackView::tr("Staff");
    case FeedbackKey::Store:
        return FeedbackView::tr("Store");
    case FeedbackKey::Week:
        break;
    }
    return FeedbackView::tr("Week");
}

QString feedbackValueName(const FeedbackGroup& group)
{
    return group.key == FeedbackKey::Week ? dayText(group.week)
        : group.key == FeedbackKey::Item  ? itemName(group.value)
                                          : fromUtf8(group.value);
}

QString feedbackCauseName(FeedbackCause cause)
{
    switch (cause) {
    case FeedbackCause::Satisfied:
        return FeedbackView::tr("Answered, satisfied (4 or 5)");
    case FeedbackCause::Unsatisfied:
        return FeedbackView::tr("Answered, not satisfied");
    case FeedbackCause::NoComplaint:
        return FeedbackView::tr("No complaint");
    case FeedbackCause::Complaint:
        return FeedbackView::tr("Complained");
    case FeedbackCause::CalledNextDay:
        return FeedbackView::tr("Called on the day or the next");
    case FeedbackCause::CalledIn3:
        return FeedbackView::tr("Called after 2 or 3 days");
    case FeedbackCause::CalledIn7:
        return FeedbackView::tr("Called after 4 to 7 days");
    case FeedbackCause::CalledIn14:
        return FeedbackView::tr("Called after 8 to 14 days");
    case FeedbackCause::NotCalled:
        break;
    }
    return FeedbackView::tr("Not called within 14 days");
}

QString feedbackPlaceTitle(const FeedbackResult& result, const FeedbackPlace& place)
{
    using Who = FeedbackPlace::Who;
    if (place.who == Who::CameBack || place.who == Who::StayedAway) {
        return (place.who == Who::CameBack ? FeedbackView::tr("%1: came back")
                                           : FeedbackView::tr("%1: did not come back"))
            .arg(feedbackCauseName(place.cause));
    }
    const QString whose = place.group < 0
        ? FeedbackView::tr("All answers")
        : feedbackValueName(result.groups[static_cast<std::size_t>(place.group)]);
    return (place.who == Who::Answered          ? FeedbackView::tr("%1: answered")
                : place.who == Who::Unsatisfied ? FeedbackView::tr("%1: not satisfied")
                                                : FeedbackView::tr("%1: complained"))
        .arg(whose);
}

QString feedbackCaption(const FeedbackResult& result, const FeedbackOptions& options)
{
    QStringList parts;
    parts << FeedbackView::tr("%1 answers and %2 complaints of %3")
                 .arg(countText(result.answers), countText(result.complaints),
                      customersText(result.customers));
    parts << FeedbackView::tr("about treatments of the %1 days before").arg(options.backDays);
    if (result.unlinked > 0) {
        parts << FeedbackView::tr("%1 answers have none and stand in their week only")
                     .arg(countText(result.unlinked));
    }
    return parts.join(FeedbackView::tr("; "));
}

QStringList feedbackFindings(const FeedbackResult& result, const FeedbackOptions& options)
{
    QStringList sentences;
    if (result.all.satisfied.n > 0) {
        sentences << FeedbackView::tr("%1 of %2 answers are satisfied (%3), NPS %4.")
                         .arg(percentText(rateOf(result.all.satisfied)), countText(result.all.satisfied.n),
                              feedbackRangeText(result.all.interval), npsText(result.all.nps()));
    }
    addStandingOut(result, sentences);
    if (!result.open.empty()) {
        sentences << FeedbackView::tr("%1 low answers and complaints still wait, the oldest for %2 days.")
                         .arg(countText(static_cast<std::int64_t>(result.open.size())),
                              countText(result.open.back().age));
    }
    const Share& happy = result.cameBack[static_cast<std::size_t>(FeedbackCause::Satisfied)];
    const Share& unhappy = result.cameBack[static_cast<std::size_t>(FeedbackCause::Unsatisfied)];
    if (happy.n >= options.support && unhappy.n >= options.support) {
        const Interval difference = newcombe(unhappy, happy);
        sentences << (difference.high < 0 || difference.low > 0
                          ? FeedbackView::tr(
                              "Of the satisfied %1 bought again within %2 days, of the others %3.")
                          : FeedbackView::tr("Of the satisfied %1 bought again within %2 days, of the others "
                                             "%3: that may be chance."))
                         .arg(percentText(rateOf(happy)), countText(options.comeBackDays),
                              percentText(rateOf(unhappy)));
    }
    return sentences;
}

std::vector<int> feedbackWeekGroups(const FeedbackResult& result, const FeedbackOptions& options)
{
    std::vector<int> numbers;
    for (std::size_t i = 0; i < result.groups.size(); ++i) {
        const FeedbackGroup& group = result.groups[i];
        if (group.key == FeedbackKey::Week && group.satisfied.n >= options.support / 2) {
            numbers.push_back(static_cast<int>(i));
        }
    }
    return numbers;
}

LineData feedbackWeeks(const FeedbackResult& result, const std::vector<int>& weeks)
{
    LineSeries series;
    series.name = FeedbackView::tr("Satisfied");
    LineData data;
    for (const int number : weeks) {
        const FeedbackGroup& group = result.groups[static_cast<std::size_t>(number)];
        const auto x = static_cast<double>(data.xLabels.size());
        data.xLabels << dayText(group.week);
        series.points << QPointF(x, rateOf(group.satisfied));
        series.low << QPointF(x, group.band.low);
        series.high << QPointF(x, group.band.high);
    }
    data.series << series;
    data.kind = NumberKind::Percent;
    data.xTitle = FeedbackView::tr("Week from");
    data.yTitle = FeedbackView::tr("Satisfied; the band is what chance explains");
    return data;
}

FeedbackTable::FeedbackTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void FeedbackTable::setResult(const FeedbackResult& result, FeedbackKey key)
{
    beginResetModel();
    m_key = key;
    m_groups.clear();
    m_numbers.clear();
    for (std::size_t i = 0; i < result.groups.size(); ++i) {
        if (result.groups[i].key == key) {
            m_groups.push_back(result.groups[i]);
            m_numbers.push_back(static_cast<int>(i));
        }
    }
    endResetModel();
}

FeedbackPlace FeedbackTable::placeAt(int row, int column) const
{
    using Who = FeedbackPlace::Who;
    return {.who = column == Complaints ? Who::Complained
                : column == Satisfied   ? Who::Unsatisfied
                                        : Who::Answered,
            .group = m_numbers[static_cast<std::size_t>(row)]};
}

int FeedbackTable::count() const
{
    return static_cast<int>(m_groups.size());
}

QString FeedbackTable::title(int column) const
{
    return QStringList {feedbackKeyName(m_key),         FeedbackView::tr("Answers"),
                        FeedbackView::tr("Satisfied"),  FeedbackView::tr("Between"),
                        FeedbackView::tr("Mean grade"), FeedbackView::tr("NPS"),
                        FeedbackView::tr("Complaints"), FeedbackView::tr("Beside all others")}
        .value(column);
}

QString FeedbackTable::text(int row, int column) const
{
    const FeedbackGroup& group = m_groups[static_cast<std::size_t>(row)];
    switch (column) {
    case Value:
        return feedbackValueName(group);
    case Answers:
        return countText(group.satisfied.n);
    case Satisfied:
        return percentText(rateOf(group.satisfied));
    case Range:
        return group.satisfied.n == 0 ? QStringLiteral("—") : feedbackRangeText(group.interval);
    case Mean:
        return numberText(group.mean, 2);
    case Nps:
        return npsText(group.nps());
    case Complaints:
        return group.complained.n == 0
            ? QStringLiteral("—")
            : FeedbackView::tr("%1 (%2)").arg(countText(group.complained.hits),
                                              percentText(rateOf(group.complained)));
    default:
        return verdictText(group);
    }
}

QVariant FeedbackTable::mark(int row, int column, int role) const
{
    const FeedbackGroup& group = m_groups[static_cast<std::size_t>(row)];
    if (role == BarRole && column == Satisfied && group.satisfied.n > 0) {
        return rateOf(group.satisfied);
    }
    if (role == PillRole && column == Verdict) {
        return static_cast<int>(isWorse(group)                               ? Tone::Bad
                                    : group.verdict == FeedbackVerdict::High ? Tone::Good
                                                                             : Tone::Neutral);
    }
    if (role != Qt::ToolTipRole) {
        return {};
    }
    switch (column) {
    case Satisfied:
    case Verdict:
        return FeedbackView::tr("%1 of %2 answers with 4 or 5; chance lets expect %3 of so many")
            .arg(countText(group.satisfied.hits), countText(group.satisfied.n),
                 feedbackRangeText(group.band));
    case Nps:
        return FeedbackView::tr("%1 with 9 or 10, %2 with 0 to 6, of %3 asked")
            .arg(countText(group.promoters), countText(group.detractors), countText(group.asked));
    case Complaints:
        return FeedbackView::tr("%1 of %2 treatment days were complained of")
            .arg(countText(group.complained.hits), countText(group.complained.n));
    default:
        return {};
    }
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/painview.h"

#include "ui/text/casekeytext.h"
#include "ui/text/figures.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/funnelview.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace meitrace {

namespace {

struct PainView {
    Q_DECLARE_TR_FUNCTIONS(PainView)
};

constexpr std::size_t kMostSentences = 3;

struct Advice {
    const char* key;
    const char* text;
};
constexpr std::array<Advice, 9> kAdvice {{
    {"hour_block", QT_TRANSLATE_NOOP("PainView", "Somebody, or an automatic first answer, at these hours")},
    {"opening", QT_TRANSLATE_NOOP("PainView", "Somebody, or an automatic first answer, while closed")},
    {"weekday", QT_TRANSLATE_NOOP("PainView", "See who is on duty on this day")},
    {"first_reply", QT_TRANSLATE_NOOP("PainView", "Answer within five minutes")},
    {"booked_ahead", QT_TRANSLATE_NOOP("PainView", "Offer an earlier slot; remind two days before")},
    {"first_visit", QT_TRANSLATE_NOOP("PainView", "See what the others are offered")},
    {"channel",
     QT_TRANSLATE_NOOP("PainView", "Ask this channel for other customers, or ask more before booking")},
    {"staff",
     QT_TRANSLATE_NOOP("PainView", "See first whether the customers differ, then listen to talks together")},
    {"item", QT_TRANSLATE_NOOP("PainView", "See what is asked about this item: price, fear, time")},
}};

double rateOf(const Share& share)
{
    return proportion(share.hits, share.n);
}

QString stepTitle(const PainOptions& options, int step)
{
    return PainView::tr("%1 → %2").arg(
        funnelStepName(options.funnel.steps[static_cast<std::size_t>(step) - 1]),
        funnelStepName(options.funnel.steps[static_cast<std::size_t>(step)]));
}

const std::string& keyOf(const PainOptions& options, const PainPoint& point)
{
    return options.keys[point.key];
}

QString aboutText(double number)
{
    return countText(std::llround(number));
}

}  // namespace

QString painWhere(const PainOptions& options, const PainPoint& point)
{
    return stepTitle(options, point.step);
}

QString painWho(const PainOptions& options, const PainPoint& point)
{
    const std::string& key = keyOf(options, point);
    return PainView::tr("%1 (%2)").arg(capitalised(caseValueText(key, point.value)), caseKeyName(key));
}

QString painAdvice(const PainOptions& options, const PainPoint& point)
{
    const std::string& key = keyOf(options, point);
    const auto* const found = std::find_if(kAdvice.begin(), kAdvice.end(), [&key](const Advice& advice) {
        return key.substr(0, key.find(':')) == advice.key;
    });
    return found == kAdvice.end() ? PainView::tr("See what differs with them")
                                  : QCoreApplication::translate("PainView", found->text);
}

QString painPlaceTitle(const PainOptions& options, const PainPoint& point)
{
    return PainView::tr("%1, %2: lost")
        .arg(painWhere(options, point), caseValueText(keyOf(options, point), point.value));
}

QString painSentence(const PainPoint& point, const PainOptions& options)
{
    const QString where = painWhere(options, point);
    const QString who = caseValueText(keyOf(options, point), point.value);
    const QString lost = percentText(rateOf(point.lost));
    const QString others = percentText(rateOf(point.others));
    const QString beyond = aboutText(point.excess);
    return point.atStake > 0
        ? PainView::tr(
              "%1, %2: %3 lost instead of %4 among the others, %5 customers beyond the usual, at most "
              "%6.")
              .arg(where, who, lost, others, beyond, roundMoneyText(static_cast<double>(point.atStake)))
        : PainView::tr("%1, %2: %3 lost instead of %4 among the others, %5 customers beyond the usual.")
              .arg(where, who, lost, others, beyond);
}

QStringList painFindings(const PainResult& result, const PainOptions& options)
{
    QStringList sentences;
    for (std::size_t i = 0; i < std::min(kMostSentences, result.points.size()); ++i) {
        sentences << painSentence(result.points[i], options);
    }
    sentences << (sentences.isEmpty()
                      ? PainView::tr("No group is lost surely more often than the others.")
                      : PainView::tr(
                          "One loss may stand in several rows, and a difference is no cause by itself."));
    return sentences;
}

QString painCaption(const PainResult& result, const PainOptions& options)
{
    const QString window
        = options.funnel.window ? spanText(*options.funnel.window) : PainView::tr("no limit");
    return PainView::tr("%1 groups compared, %2 lost more than others; %3 window; money of %4 days")
        .arg(countText(result.compared), countText(static_cast<std::int64_t>(result.points.size())), window,
             countText(options.moneyDays));
}

PainTable::PainTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void PainTable::setResult(const PainResult& result, const PainOptions& options)
{
    beginResetModel();
    m_points = result.points;
    m_options = options;
    m_options.funnel.population = {};
    endResetModel();
}

int PainTable::count() const
{
    return static_cast<int>(m_points.size());
}

bool PainTable::isNumber(int column) const
{
    return column != Where && column != Who && column != Advice;
}

QString PainTable::title(int column) const
{
    return QStringList {PainView::tr("Where"),         PainView::tr("Who"),          PainView::tr("Lost"),
                        PainView::tr("Others lost"),   PainView::tr("Beyond usual"), PainView::tr("At stake"),
                        PainView::tr("Wait / others"), PainView::tr("Look at first")}
        .value(column);
}

QString PainTable::text(int row, int column) const
{
    const PainPoint& point = m_points[static_cast<std::size_t>(row)];
    switch (column) {
    case Where:
        return painWhere(m_options, point);
    case Who:
        return painWho(m_options, point);
    case Lost:
        return percentText(rateOf(point.lost));
    case Others:
        return percentText(rateOf(point.others));
    case Beyond:
        return aboutText(point.excess);
    case AtStake:
        return point.atStake > 0 ? roundMoneyText(static_cast<double>(point.atStake)) : QStringLiteral("—");
    case Wait:
        return PainView::tr("%1 / %2").arg(shortDurationText(point.wait.median),
                                           shortDurationText(point.waitOthers.median));
    default:
        return painAdvice(m_options, point);
    }
}

QString PainTable::tip(const PainPoint& point, int column) const
{
    switch (column) {
    case Lost:
    case Others: {
        const Share& share = column == Lost ? point.lost : point.others;
        return PainView::tr(
                   "%1 of %2 lost. The difference lies between %3 and %4 with 95 % certainty; chance of "
                   "noise %5.")
            .arg(countText(share.hits), countText(share.n), percentText(point.difference.low),
                 percentText(point.difference.high), percentText(point.q));
    }
    case Beyond:
        return PainView::tr("Usual would be %1: half of all cases are in groups that lose no more.")
            .arg(percentText(point.expected));
    case AtStake:
        return PainView::tr(
                   "Lost beyond the usual × share of those who got through that paid within %1 days × "
                   "what they paid in the middle. At most: the lost may be other customers.")
            .arg(m_options.moneyDays);
    case Wait:
        return PainView::tr("Time in the middle from the step before, of those who got through");
    default:
        return {};
    }
}

QVariant PainTable::mark(int row, int column, int role) const
{
    const PainPoint& point = m_points[static_cast<std::size_t>(row)];
    if (role == BarRole && (column == Lost || column == Others)) {
        return rateOf(column == Lost ? point.lost : point.others);
    }
    if (role == Qt::ToolTipRole) {
        const QString text = tip(point, column);
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    return {};
}

PainStepTable::PainStepTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void PainStepTable::setResult(const PainResult& result, const PainOptions& options)
{
    beginResetModel();
    m_steps = result.steps;
    m_options = options;
    m_options.funnel.population = {};
    endResetModel();
}

int PainStepTable::count() const
{
    return std::max(0, static_cast<int>(m_steps.size()) - 1);
}

QString PainStepTable::title(int column) const
{
    return QStringList {PainView::tr("Step"),       PainView::tr("Came so far"),
                        PainView::tr("Lost"),       PainView::tr("Lost, share"),
                        PainView::tr("Later paid"), PainView::tr("Paid, middle")}
        .value(column);
}

QString PainStepTable::text(int row, int column) const
{
    const PainStep& step = m_steps[static_cast<std::size_t>(row) + 1];
    switch (column) {
    case Where:
        return stepTitle(m_options, row + 1);
    case Before:
        return countText(step.previous);
    case Lost:
        return countText(step.lost);
    case LostShare:
        return percentText(proportion(step.lost, step.previous));
    case Payers:
        return percentText(rateOf(step.payers));
    default:
        return step.payers.hits > 0 ? roundMoneyText(static_cast<double>(step.medianNet))
                                    : QStringLiteral("—");
    }
}

QVariant PainStepTable::mark(int row, int column, int role) const
{
    const PainStep& step = m_steps[static_cast<std::size_t>(row) + 1];
    if (role == BarRole && column == LostShare && step.previous > 0) {
        return proportion(step.lost, step.previous);
    }
    if (role == Qt::ToolTipRole && column == Payers) {
        return PainView::tr("%1 of %2 who got through")
            .arg(countText(step.payers.hits), countText(step.payers.n));
    }
    return {};
}

}  // namespace meitrace

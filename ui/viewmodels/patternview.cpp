// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/patternview.h"

#include "ui/text/figures.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/funnelview.h"
#include "ui/viewmodels/pathview.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct PatternView {
    Q_DECLARE_TR_FUNCTIONS(PatternView)
};

constexpr std::size_t kMostSentences = 2;
constexpr double kLeastShown = 1e-9;  // never "0 %": it is always a chance

bool leadsThere(const Pattern& pattern)
{
    return pattern.lift.ratio > 1;
}

double rateOf(const Share& share)
{
    return proportion(share.hits, share.n);
}

QString ratioText(double ratio)
{
    return std::isfinite(ratio) ? QLocale().toString(ratio, 'f', 1) : QStringLiteral("—");
}

QString timesText(double ratio)
{
    return PatternView::tr("%1×").arg(ratioText(ratio));
}

QString rangeText(const Interval& interval)
{
    return PatternView::tr("%1 to %2×").arg(ratioText(interval.low), ratioText(interval.high));
}

QString sentenceOf(const Pattern& pattern, const PatternOptions& options)
{
    return PatternView::tr("Of those with “%1” %2 reach “%3”, of all %4: %5 as many (%6).")
        .arg(patternText(pattern, options.activities), percentText(rateOf(pattern.with)),
             patternOutcome(options), percentText(rateOf(pattern.all)), timesText(pattern.lift.ratio),
             rangeText(pattern.lift.interval));
}

}  // namespace

QString patternText(const Pattern& pattern, const ActivityOptions& options)
{
    QStringList names;
    for (const std::string& label : pattern.sequence) {
        names << activityName(label, options);
    }
    return names.join(QStringLiteral(" → "));
}

QString patternOutcome(const PatternOptions& options)
{
    return funnelStepName(options.outcome);
}

QString patternCaption(const PatternResult& result, const PatternOptions& options)
{
    QStringList parts;
    parts << PatternView::tr("%1 reached “%2”, %3 did not and were watched as long")
                 .arg(customersText(result.reached), patternOutcome(options), countText(result.others));
    parts << PatternView::tr("%1 sequences compared").arg(countText(result.compared));
    if (result.withoutHistory > 0) {
        parts << PatternView::tr("%1 reached it without a step before").arg(countText(result.withoutHistory));
    }
    if (result.tooShort > 0) {
        parts << PatternView::tr("%1 not known long enough").arg(countText(result.tooShort));
    }
    if (result.reachedBefore > 0) {
        parts << PatternView::tr("%1 reached it before").arg(countText(result.reachedBefore));
    }
    if (!result.passedOver.empty()) {
        QStringList names;
        for (const std::string& label : result.passedOver) {
            names << activityName(label, options.activities);
        }
        parts << PatternView::tr("steps nearly all of them take, passed over: %1")
                     .arg(names.join(PatternView::tr(", ")));
    }
    return parts.join(PatternView::tr("; "));
}

QStringList patternFindings(const PatternResult& result, const PatternOptions& options)
{
    if (result.compared == 0) {
        return {PatternView::tr("Too few customers on one of the sides to tell anything.")};
    }
    if (result.patterns.empty()) {
        return {PatternView::tr("No sequence goes surely with “%1”.").arg(patternOutcome(options))};
    }
    QStringList sentences;
    for (const Pattern& pattern : result.patterns) {
        if (leadsThere(pattern) && sentences.size() < static_cast<qsizetype>(kMostSentences)) {
            sentences << sentenceOf(pattern, options);
        }
    }
    const auto away = std::find_if(result.patterns.begin(), result.patterns.end(),
                                   [](const Pattern& pattern) { return !leadsThere(pattern); });
    if (away != result.patterns.end()) {
        sentences << sentenceOf(*away, options);
    }
    sentences << PatternView::tr(
        "This goes along with it and need not be the reason: who is keener may look more.");
    return sentences;
}

PatternTable::PatternTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void PatternTable::setResult(const PatternResult& result, const PatternOptions& options)
{
    beginResetModel();
    m_patterns = result.patterns;
    m_outcome = patternOutcome(options);
    m_texts.clear();
    for (const Pattern& pattern : m_patterns) {
        m_texts << patternText(pattern, options.activities);
    }
    endResetModel();
}

int PatternTable::count() const
{
    return static_cast<int>(m_patterns.size());
}

QString PatternTable::title(int column) const
{
    return QStringList {PatternView::tr("Sequence"),       PatternView::tr("Customers"),
                        PatternView::tr("Reached it"),     PatternView::tr("Of all"),
                        PatternView::tr("Times as many"),  PatternView::tr("Between"),
                        PatternView::tr("Chance of noise")}
        .value(column);
}

QString PatternTable::text(int row, int column) const
{
    const Pattern& pattern = m_patterns[static_cast<std::size_t>(row)];
    switch (column) {
    case Sequence:
        return m_texts[row];
    case Customers:
        return countText(pattern.with.n);
    case Rate:
        return percentText(rateOf(pattern.with));
    case Everybody:
        return percentText(rateOf(pattern.all));
    case Times:
        return timesText(pattern.lift.ratio);
    case Range:
        return rangeText(pattern.lift.interval);
    default:
        return percentText(std::max(pattern.q, kLeastShown));
    }
}

QVariant PatternTable::mark(int row, int column, int role) const
{
    const Pattern& pattern = m_patterns[static_cast<std::size_t>(row)];
    if (role == BarRole && (column == Rate || column == Everybody)) {
        return rateOf(column == Rate ? pattern.with : pattern.all);
    }
    if (role == ToneRole && column == Times) {
        return static_cast<int>(leadsThere(pattern) ? Tone::Good : Tone::Bad);
    }
    if (role == Qt::ToolTipRole && (column == Rate || column == Times)) {
        return PatternView::tr("%1 of %2 with this sequence reached “%3”; %4 of all %5")
            .arg(countText(pattern.with.hits), countText(pattern.with.n), m_outcome,
                 countText(pattern.all.hits), countText(pattern.all.n));
    }
    return {};
}

}  // namespace meitrace

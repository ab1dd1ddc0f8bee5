// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/analysisview.h"

#include "analytics/workbench/audiencebook.h"
#include "ui/text/figures.h"
#include "ui/text/kpitext.h"
#include "ui/text/names.h"
#include "ui/viewmodels/funnelview.h"
#include "ui/viewmodels/personaview.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace meitrace {

namespace {

struct AnalysisView {
    Q_DECLARE_TR_FUNCTIONS(AnalysisView)
};

struct Kind {
    std::string_view code;
    const char* name;
    const char* page;
    const char* icon;
};

constexpr std::array<Kind, 4> kKinds {
    {{"funnel", QT_TRANSLATE_NOOP("AnalysisView", "Funnel"), "funnels", "funnel"},
     {"rfm", QT_TRANSLATE_NOOP("AnalysisView", "Segments"), "segments", "segments"},
     {"kpi", QT_TRANSLATE_NOOP("AnalysisView", "Month's figures"), "home", "home"},
     {"persona", QT_TRANSLATE_NOOP("AnalysisView", "Comparison with the rest"), "audiences", "compare"}}};

const Kind& analysisKind(std::string_view code)
{
    const auto* const found
        = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.code == code; });
    return found == kKinds.end() ? kKinds.front() : *found;
}

QString stepName(const std::string& step)
{
    const Result<EventPredicate> predicate = parseEventPredicate(step);
    return predicate ? funnelStepName(*predicate) : fromUtf8(step);
}

/// "Lead → deal"
QString wayName(const FunnelOptions& funnel)
{
    return funnel.steps.empty() ? AnalysisView::tr("Funnel")
                                : AnalysisView::tr("%1 → %2").arg(funnelStepName(funnel.steps.front()),
                                                                  funnelStepName(funnel.steps.back()));
}

QString wayName(const SavedAnalysis& analysis)
{
    const Result<AnalysisDefinition> definition = parseDefinition(analysis.definition);
    const auto* funnel = definition ? std::get_if<FunnelOptions>(&definition->options) : nullptr;
    return wayName(funnel != nullptr ? *funnel : FunnelOptions {});
}

int roiDaysOf(const SavedAnalysis& analysis)
{
    const Result<AnalysisDefinition> definition = parseDefinition(analysis.definition);
    const auto* figures = definition ? std::get_if<KpiOptions>(&definition->options) : nullptr;
    return figures != nullptr ? figures->roiDays : KpiOptions {}.roiDays;
}

QString periodText(const AnalysisPeriod& period)
{
    switch (period.kind) {
    case AnalysisPeriod::Kind::Whole:
        return {};
    case AnalysisPeriod::Kind::ThisMonth:
        return AnalysisView::tr("this month");
    case AnalysisPeriod::Kind::LastMonth:
        return AnalysisView::tr("last month");
    case AnalysisPeriod::Kind::LastDays:
        return AnalysisView::tr("last %1 days").arg(period.days);
    case AnalysisPeriod::Kind::Own:
        return daysText(period.from, period.to);
    }
    return {};
}

QString withSign(double value, const QString& size)
{
    return (value > 0 ? QStringLiteral("+") : QString(QChar(u'\u2212'))) + size;
}

}  // namespace

QString analysisKindName(std::string_view kind)
{
    return AnalysisView::tr(analysisKind(kind).name);
}

QString analysisPage(std::string_view kind)
{
    return QLatin1String(analysisKind(kind).page);
}

QString analysisIcon(std::string_view kind)
{
    return QLatin1String(analysisKind(kind).icon);
}

QString figureName(const AnalysisFigure& figure, const SavedAnalysis& of)
{
    if (figure.name == "kpi") {
        const int place = kpiIndex(figure.subject);
        return place < 0 ? fromUtf8(figure.subject)
                         : kpiName(kpiDefinitions()[static_cast<std::size_t>(place)], roiDaysOf(of));
    }
    if (figure.name == "reached") {
        return stepName(figure.subject);
    }
    if (figure.name == "of_first") {
        return wayName(of);
    }
    if (figure.name == "matured_of_first") {
        return AnalysisView::tr("%1, of those whose time has run out", "way through a funnel")
            .arg(wayName(of));
    }
    if (figure.name == "median") {
        return AnalysisView::tr("Median time");
    }
    if (figure.name == "of_first_other") {
        return AnalysisView::tr("Through: all others");
    }
    if (figure.name == "of_first_missing") {
        return AnalysisView::tr("Through: not known");
    }
    if (figure.name == "of_first_where") {
        return AnalysisView::tr("Through: %1", "value of a split").arg(channelName(figure.subject));
    }
    if (figure.name == "scored") {
        return AnalysisView::tr("Customers in segments");
    }
    if (figure.name == "spend") {
        return AnalysisView::tr("Spend of all segments");
    }
    if (figure.name == "members") {
        return AnalysisView::tr("Customers in the set");
    }
    if (figure.name == "rest") {
        return AnalysisView::tr("Customers in the rest");
    }
    if (figure.name == "share_in" || figure.name == "share_in_since") {
        return savedTraitText(figure.subject, figure.name == "share_in_since");
    }
    return figure.name == "segment" ? capitalised(segmentName(figure.subject)) : fromUtf8(figure.name);
}

QString figureText(const AnalysisFigure& figure)
{
    if (std::isnan(figure.value)) {
        return QStringLiteral("—");
    }
    switch (figure.unit) {
    case FigureUnit::Count:
        return countText(std::llround(figure.value));
    case FigureUnit::Share:
        return percentText(figure.value);
    case FigureUnit::Seconds:
        return shortDurationText(figure.value * 1000);
    case FigureUnit::Money:
        return roundMoneyText(figure.value);
    case FigureUnit::Number:
        return QLocale().toString(figure.value, 'f', 2);
    }
    return {};
}

QString figureChange(const FigurePair& pair)
{
    const double change = pair.now.value - pair.before.value;
    if (std::isnan(change) || pair.isSame()) {
        return {};
    }
    AnalysisFigure size = pair.now;
    size.value = std::abs(change);
    if (pair.now.unit == FigureUnit::Share) {
        return withSign(change,
                        AnalysisView::tr("%1 points").arg(QLocale().toString(size.value * 100, 'f', 1)));
    }
    return withSign(change, figureText(size));
}

QString setName(const std::string& rule)
{
    return fromUtf8(audienceOfRule(rule).value_or(rule));
}

QString proposedAnalysisName(const AnalysisDefinition& definition)
{
    QStringList parts;
    if (const auto* funnel = std::get_if<FunnelOptions>(&definition.options)) {
        parts << wayName(*funnel);
        if (!funnel->split.empty()) {
            parts << AnalysisView::tr("by %1").arg(funnel->split == "channel" ? AnalysisView::tr("channel")
                                                                              : attributeName(funnel->split));
        }
    } else if (const auto* rfm = std::get_if<RfmOptions>(&definition.options)) {
        parts << (rfm->grid == RfmGrid::Eight ? AnalysisView::tr("Eight segments")
                                              : AnalysisView::tr("Eleven segments"));
        if (definition.period.kind == AnalysisPeriod::Kind::Whole && rfm->asOf != kMissingDay) {
            parts << dayText(rfm->asOf);
        }
    } else if (const auto* figures = std::get_if<KpiOptions>(&definition.options)) {
        parts << AnalysisView::tr("Month's figures");
        if (definition.period.kind == AnalysisPeriod::Kind::Whole && figures->month != kMissingDay) {
            parts << monthText(figures->month);
        }
    }
    if (const auto* persona = std::get_if<PersonaQuestion>(&definition.options)) {
        parts << AnalysisView::tr("%1 and the rest", "a set of customers").arg(setName(persona->of));
    }
    if (const QString period = periodText(definition.period); !period.isEmpty()) {
        parts << period;
    }
    return parts.join(AnalysisView::tr(", ", "between parts of a name"));
}

QString savedWhenText(const SavedAnalysis& analysis, const Zone& zone)
{
    return AnalysisView::tr("Saved %1, data up to %2")
        .arg(dayText(zone.dayOf(analysis.countedAt, 0)), dayText(analysis.outcome.asOf));
}

ComparisonTable::ComparisonTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void ComparisonTable::setComparison(const AnalysisComparison& comparison)
{
    beginResetModel();
    m_comparison = comparison;
    m_pairs = pairedFigures(comparison.saved.outcome, comparison.now);
    const auto same = std::remove_if(m_pairs.begin(), m_pairs.end(),
                                     [](const FigurePair& pair) { return pair.isSame(); });
    m_unchanged = static_cast<int>(m_pairs.end() - same);
    m_pairs.erase(same, m_pairs.end());
    endResetModel();
}

int ComparisonTable::count() const
{
    return static_cast<int>(m_pairs.size());
}

QString ComparisonTable::title(int column) const
{
    switch (column) {
    case Figure:
        return tr("Figure");
    case Before:
        return tr("When saved, %1").arg(dayText(m_comparison.saved.outcome.asOf));
    case Now:
        return tr("Now, %1").arg(dayText(m_comparison.now.asOf));
    case Change:
        return tr("Change");
    default:
        return {};
    }
}

QString ComparisonTable::text(int row, int column) const
{
    const FigurePair& pair = m_pairs[static_cast<std::size_t>(row)];
    switch (column) {
    case Figure:
        return figureName(pair.now, m_comparison.saved);
    case Before:
        return figureText(pair.before);
    case Now:
        return figureText(pair.now);
    case Change:
        return figureChange(pair);
    default:
        return {};
    }
}

bool ComparisonTable::isNumber(int column) const
{
    return column != Figure;
}

}  // namespace meitrace

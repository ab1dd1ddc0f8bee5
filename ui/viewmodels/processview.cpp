// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/processview.h"

#include "ui/text/figures.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/pathview.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace meitrace {

namespace {

struct ProcessView {
    Q_DECLARE_TR_FUNCTIONS(ProcessView)
};

constexpr Index kFew = 30;

double shareOf(Index part, Index whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

const ProcessActivity& activityAt(const ProcessResult& result, int number)
{
    return result.activities[static_cast<std::size_t>(number)];
}

QString nameAt(const ProcessResult& result, int number, const ActivityOptions& options)
{
    return processActivityName(activityAt(result, number), options);
}

HeatCell heatCell(double share, const QString& detail)
{
    HeatCell cell;
    cell.value = share;
    cell.text = percentText(share);
    cell.detail = detail;
    return cell;
}

QString countAndTime(const QString& count, double seconds)
{
    return count + u'\n' + ProcessView::tr("median %1").arg(shortDurationText(seconds * 1000));
}

/// The step between two different activities that takes longest, of those that many take.
const ProcessFollow* slowest(const ProcessResult& result)
{
    const ProcessFollow* worst = nullptr;
    for (const ProcessFollow& follow : result.follows) {
        const bool counts = follow.from != follow.to && follow.units >= std::max(kFew, result.units / 50)
            && !activityAt(result, follow.from).isOther && !activityAt(result, follow.to).isOther;
        if (counts && (worst == nullptr || follow.medianSeconds > worst->medianSeconds)) {
            worst = &follow;
        }
    }
    return worst;
}

}  // namespace

QString processActivityName(const ProcessActivity& activity, const ActivityOptions& options)
{
    return activity.isOther ? ProcessView::tr("Other") : activityName(activity.label, options);
}

QString variantText(const ProcessResult& result, const ProcessVariant& variant,
                    const ActivityOptions& options)
{
    QStringList names;
    for (const int number : variant.sequence) {
        names << nameAt(result, number, options);
    }
    if (variant.goesOn) {
        names << ProcessView::tr("and on");
    }
    return names.join(QStringLiteral(" → "));
}

HeatData processHeat(const ProcessResult& result, const ActivityOptions& options, bool eventually)
{
    HeatData heat;
    const auto n = static_cast<int>(result.activities.size());
    heat.cells.resize(qsizetype {n} * n);
    for (const ProcessActivity& activity : result.activities) {
        heat.rowNames << processActivityName(activity, options);
        heat.columnNames << heat.rowNames.back();
        heat.rowNotes << countText(eventually ? activity.units : activity.events);
    }
    const auto cellAt = [&](int from, int to) -> HeatCell& { return heat.cells[qsizetype {from} * n + to]; };
    if (eventually) {
        for (const ProcessOrder& order : result.orders) {
            cellAt(order.from, order.to) = heatCell(
                order.share,
                countAndTime(ProcessView::tr("%1 paths").arg(countText(order.units)), order.medianSeconds));
        }
    } else {
        for (const ProcessFollow& follow : result.follows) {
            cellAt(follow.from, follow.to) = heatCell(
                shareOf(follow.count, activityAt(result, follow.from).events),
                countAndTime(ProcessView::tr("%1 times").arg(countText(follow.count)), follow.medianSeconds));
        }
    }
    heat.rowTitle = ProcessView::tr("What was done");
    heat.columnTitle = eventually ? ProcessView::tr("what came at any time later")
                                  : ProcessView::tr("what came right after");
    heat.valueName
        = eventually ? ProcessView::tr("of the paths with it") : ProcessView::tr("of the times it was done");
    heat.low = 0;
    heat.format = [](double share) { return percentText(share); };
    return heat;
}

ProcessPlace processPlace(const ProcessResult& result, const RegionId& cell, bool eventually)
{
    ProcessPlace place;
    const auto isHere = [&](const auto& pair) { return pair.from == cell.row && pair.to == cell.column; };
    if (eventually) {
        const auto found = std::find_if(result.orders.begin(), result.orders.end(), isHere);
        place.order = found == result.orders.end() ? -1 : static_cast<int>(found - result.orders.begin());
    } else {
        const auto found = std::find_if(result.follows.begin(), result.follows.end(), isHere);
        place.follow = found == result.follows.end() ? -1 : static_cast<int>(found - result.follows.begin());
    }
    return place;
}

QString processPlaceTitle(const ProcessResult& result, const ProcessPlace& place,
                          const ActivityOptions& options)
{
    const auto name = [&](int number) { return nameAt(result, number, options); };
    if (place.activity >= 0) {
        return name(place.activity);
    }
    if (place.follow >= 0) {
        const ProcessFollow& follow = result.follows[static_cast<std::size_t>(place.follow)];
        return ProcessView::tr("“%1”, right after it “%2”").arg(name(follow.from), name(follow.to));
    }
    if (place.order >= 0) {
        const ProcessOrder& order = result.orders[static_cast<std::size_t>(place.order)];
        return ProcessView::tr("“%1”, later “%2”").arg(name(order.from), name(order.to));
    }
    return place.variant >= 0
        ? variantText(result, result.variants[static_cast<std::size_t>(place.variant)], options)
        : QString();
}

QString processCaption(const ProcessResult& result, const ActivityOptions& options)
{
    const QString repeats = options.repeats == ActivityRepeats::Collapse
        ? ProcessView::tr("repeated steps in a row are one")
        : options.repeats == ActivityRepeats::First ? ProcessView::tr("each step only the first time")
                                                    : ProcessView::tr("every step counts");
    return ProcessView::tr("%1 paths of %2; %3")
        .arg(countText(result.units), customersText(result.customers), repeats);
}

QStringList processFindings(const ProcessResult& result, const ActivityOptions& options)
{
    if (result.units < kFew) {
        return {ProcessView::tr("Fewer than 30 paths; treat with care.")};
    }
    QStringList sentences;
    const ProcessVariant& first = result.variants.front();
    sentences << ProcessView::tr("%1 paths go %2 different ways; the most frequent one has %3 of them.")
                     .arg(countText(result.units), countText(result.different), percentText(first.share));
    if (result.medianSeconds > 0) {
        sentences << ProcessView::tr("Half of the paths take longer than %1 from first to last step.")
                         .arg(shortDurationText(result.medianSeconds * 1000));
    }
    if (const ProcessFollow* worst = slowest(result); worst != nullptr && worst->medianSeconds > 0) {
        sentences << ProcessView::tr(
                         "The longest wait is from “%1” to “%2”: median %3, a quarter longer than %4.")
                         .arg(nameAt(result, worst->from, options), nameAt(result, worst->to, options),
                              shortDurationText(worst->medianSeconds * 1000),
                              shortDurationText(worst->upperSeconds * 1000));
    }
    return sentences;
}

VariantTable::VariantTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void VariantTable::setResult(const ProcessResult& result, const ActivityOptions& options)
{
    beginResetModel();
    m_variants = result.variants;
    m_texts.clear();
    for (const ProcessVariant& variant : m_variants) {
        m_texts << variantText(result, variant, options);
    }
    endResetModel();
}

int VariantTable::count() const
{
    return static_cast<int>(m_variants.size());
}

QString VariantTable::title(int column) const
{
    return QStringList {ProcessView::tr("Path"), ProcessView::tr("Paths"), ProcessView::tr("Share"),
                        ProcessView::tr("Together"), ProcessView::tr("Median time")}
        .value(column);
}

QString VariantTable::text(int row, int column) const
{
    const ProcessVariant& variant = m_variants[static_cast<std::size_t>(row)];
    switch (column) {
    case Path:
        return m_texts[row];
    case Units:
        return countText(variant.units);
    case Share:
        return percentText(variant.share);
    case Together:
        return percentText(variant.cumulative);
    default:
        return variant.sequence.size() > 1 ? shortDurationText(variant.medianSeconds * 1000) : QString();
    }
}

QVariant VariantTable::mark(int row, int column, int role) const
{
    return role == BarRole && column == Share ? QVariant(m_variants[static_cast<std::size_t>(row)].share)
                                              : QVariant();
}

ActivityTable::ActivityTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void ActivityTable::setResult(const ProcessResult& result, const ActivityOptions& options)
{
    beginResetModel();
    m_activities = result.activities;
    m_names.clear();
    for (const ProcessActivity& activity : m_activities) {
        m_names << processActivityName(activity, options);
    }
    endResetModel();
}

int ActivityTable::count() const
{
    return static_cast<int>(m_activities.size());
}

QString ActivityTable::title(int column) const
{
    return QStringList {ProcessView::tr("Event"),
                        ProcessView::tr("Times"),
                        ProcessView::tr("Customers"),
                        ProcessView::tr("First of the path"),
                        ProcessView::tr("Last of the path"),
                        ProcessView::tr("Done again"),
                        ProcessView::tr("Median wait before it")}
        .value(column);
}

QString ActivityTable::text(int row, int column) const
{
    const ProcessActivity& activity = m_activities[static_cast<std::size_t>(row)];
    switch (column) {
    case Name:
        return m_names[row];
    case Events:
        return countText(activity.events);
    case Customers:
        return countText(activity.customers);
    case First:
        return countText(activity.starts);
    case Last:
        return countText(activity.ends);
    case Again:
        return countText(activity.returns);
    default:
        return activity.medianWait > 0 ? shortDurationText(activity.medianWait * 1000) : QString();
    }
}

}  // namespace meitrace

// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnelplan.h"

#include "ui/charts/nicerange.h"

#include <QLocale>

#include <algorithm>

namespace meitrace {

namespace {

constexpr double kBarShare = 0.62;

double share(const FunnelGroup& group, double count)
{
    const auto first = static_cast<double>(group.steps.isEmpty() ? 0 : group.steps.constFirst().reached);
    return first > 0 ? count / first : 0;
}

/// Splits a bar of full length into reached, open and lost; along is where it grows to.
FunnelPlan::Bar splitBar(const FunnelGroup& group, int step, const QRectF& full, bool down)
{
    const FunnelBar& s = group.steps[step];
    const double length = down ? full.width() : full.height();
    const double reached = share(group, static_cast<double>(s.reached)) * length;
    const double open = share(group, static_cast<double>(s.open)) * length;
    const double lost = share(group, static_cast<double>(s.lost)) * length;
    const auto piece = [&](double from, double to) {
        return down ? QRectF(full.left() + from, full.top(), to - from, full.height())
                    : QRectF(full.left(), full.bottom() - to, full.width(), to - from);
    };
    FunnelPlan::Bar bar;
    bar.reached = piece(0, reached);
    bar.open = piece(reached, reached + open);
    bar.lost = piece(reached + open, reached + open + lost);
    if (s.compareShare >= 0) {
        bar.compare = piece(0, std::min(1.0, s.compareShare) * length);
    }
    return bar;
}

QRectF pillRect(const QPointF& centre, const QString& text, const ChartStyle& style)
{
    const double wide = textWidth(style.font(FontRole::CaptionStrong), text) + style.px(16);
    const double high = style.px(24);
    return {centre.x() - wide / 2, centre.y() - high / 2, wide, high};
}

QString rateText(const FunnelData& data, int step)
{
    const FunnelGroup& group = data.groups.constFirst();
    const auto before = static_cast<double>(group.steps[step - 1].reached);
    return percentLabel(before > 0 ? static_cast<double>(group.steps[step].reached) / before : 0);
}

void planColumns(FunnelPlan& plan, const FunnelData& data, const QSizeF& size, const ChartStyle& style)
{
    const qsizetype count = data.groups.constFirst().steps.size();
    const double column = size.width() / static_cast<double>(count);
    qsizetype lines = 0;
    for (int i = 0; i < count; ++i) {
        lines = std::max(lines, funnelLines(data, i).size());
    }
    plan.labelHeight = style.px(10) + lineHeight(style.font(FontRole::BodyStrong))
        + (data.groups.size() == 1 ? lineHeight(style.font(FontRole::FunnelCount)) + style.px(2) : 0)
        + static_cast<double>(lines) * lineHeight(style.font(FontRole::Caption));
    const double top = plan.legendHeight + style.px(4);
    plan.plot = QRectF(0, top, size.width(), std::max(40.0, size.height() - top - plan.labelHeight));
    const double block = std::min(column * (data.groups.size() > 1 ? 0.74 : kBarShare), style.px(170));
    const auto groups = static_cast<double>(data.groups.size());
    const double gap = data.groups.size() > 1 ? style.px(3) : 0;
    const double wide = std::max(2.0, (block - gap * (groups - 1)) / groups);
    for (int i = 0; i < count; ++i) {
        FunnelPlan::Step step;
        const double centre = column * (i + 0.5);
        for (int g = 0; g < data.groups.size(); ++g) {
            const QRectF full(centre - block / 2 + g * (wide + gap), plan.plot.top(), wide,
                              plan.plot.height());
            step.bars.append(splitBar(data.groups[g], i, full, false));
        }
        if (i > 0 && data.groups.size() == 1) {
            step.pill
                = pillRect(QPointF(column * i, plan.plot.bottom() - style.px(20)), rateText(data, i), style);
        }
        step.labels = QRectF(column * i + 2, plan.plot.bottom() + style.px(10), column - 4, plan.labelHeight);
        step.lines = funnelLines(data, i);
        plan.steps.append(step);
    }
}

void planRows(FunnelPlan& plan, const FunnelData& data, const QSizeF& size, const ChartStyle& style)
{
    const qsizetype count = data.groups.constFirst().steps.size();
    double name = 0;
    const FunnelGroup& first = data.groups.constFirst();
    for (const FunnelBar& step : first.steps) {
        name = std::max(name, textWidth(style.font(FontRole::BodyStrong), step.name));
    }
    name = std::min(name + style.px(34), size.width() * 0.32);
    const double words = std::min(size.width() * 0.36, style.px(230));
    const double top = plan.legendHeight + style.px(4);
    const double row = (size.height() - top) / static_cast<double>(count);
    // Rates have a column of their own before the bars, each between its two steps.
    const double rates = count > 1 && data.groups.size() == 1 ? style.px(66) : 0;
    plan.nameWidth = name;
    name += rates;
    plan.plot
        = QRectF(name, top, std::max(40.0, size.width() - name - words - style.px(12)), size.height() - top);
    const auto groups = static_cast<double>(data.groups.size());
    const double block = std::min(row * 0.6, style.px(16) * std::max(2.0, groups));
    const double high = block / groups;
    for (int i = 0; i < count; ++i) {
        FunnelPlan::Step step;
        const double middle = top + row * (i + 0.5);
        for (int g = 0; g < data.groups.size(); ++g) {
            const QRectF full(plan.plot.left(), middle - block / 2 + g * high, plan.plot.width(),
                              high - (groups > 1 ? 1 : 0));
            step.bars.append(splitBar(data.groups[g], i, full, true));
        }
        if (i > 0 && groups < 2) {
            step.pill = pillRect(QPointF(plan.plot.left() - rates / 2 - style.px(2), top + row * i),
                                 rateText(data, i), style);
        }
        step.labels = QRectF(plan.plot.right() + style.px(12), middle - row / 2, words, row);
        step.lines = funnelLines(data, i);
        plan.steps.append(step);
    }
}

}  // namespace

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QStringList funnelLines(const FunnelData& data, int step)
{
    QStringList lines;
    if (data.groups.size() > 1) {
        for (const FunnelGroup& group : data.groups) {
            const qint64 reached = group.steps[step].reached;
            lines.append(QStringLiteral("%1 / %2").arg(
                countText(reached), percentLabel(share(group, static_cast<double>(reached)))));
        }
        return lines;
    }
    const FunnelGroup& group = data.groups.constFirst();
    const FunnelBar& s = group.steps[step];
    if (step == 0) {
        lines.append(data.words.entered);
    } else {
        lines.append(data.words.ofFirst.arg(percentLabel(share(group, static_cast<double>(s.reached)))));
        lines.append(data.words.lost.arg(countText(s.lost)));
    }
    if (s.open > 0) {
        lines.append(data.words.open.arg(countText(s.open)));
    }
    if (!s.time.isEmpty()) {
        lines.append(data.words.time.arg(s.time));
    }
    if (!s.compareText.isEmpty()) {
        lines.append(s.compareText);
    }
    return lines;
}

QVector<LegendEntry> funnelLegend(const FunnelData& data, const ChartStyle& style)
{
    QVector<LegendEntry> entries;
    const Tokens& t = style.t();
    if (data.groups.size() > 1) {
        for (int g = 0; g < data.groups.size(); ++g) {
            entries.append({data.groups[g].name, categoryColour(t, g)});
        }
    } else {
        entries.append({data.words.reachedName, t.accent});
    }
    bool open = false;
    bool compare = false;
    for (const FunnelGroup& group : data.groups) {
        for (const FunnelBar& step : group.steps) {
            open = open || step.open > 0;
            compare = compare || step.compareShare >= 0;
        }
    }
    entries.append({data.words.lostName, t.fieldBorder, false, true});
    if (open) {
        entries.append({data.words.openName, mixed(t.surface, t.accent, 0.35)});
    }
    if (compare) {
        entries.append({data.words.compareName, t.text2, true});
    }
    return entries;
}

double funnelColumnWidth(const FunnelData& data, const ChartStyle& style)
{
    double wide = 0;
    for (int i = 0; i < data.groups.constFirst().steps.size(); ++i) {
        const QString name = QStringLiteral("%1  %2").arg(i + 1).arg(data.groups.constFirst().steps[i].name);
        wide = std::max(wide, textWidth(style.font(FontRole::BodyStrong), name));
        for (const QString& line : funnelLines(data, i)) {
            wide = std::max(wide, textWidth(style.font(FontRole::Caption), line));
        }
    }
    return wide + style.px(8);
}

FunnelPlan planFunnel(const FunnelData& data, const QSizeF& size, const ChartStyle& style)
{
    FunnelPlan plan;
    const auto count = static_cast<double>(data.groups.constFirst().steps.size());
    plan.legendHeight = drawLegend(nullptr, QRectF(0, 0, size.width(), 0), funnelLegend(data, style), style);
    plan.down = size.width() / count < funnelColumnWidth(data, style);
    if (plan.down) {
        planRows(plan, data, size, style);
    } else {
        planColumns(plan, data, size, style);
    }
    return plan;
}

}  // namespace meitrace

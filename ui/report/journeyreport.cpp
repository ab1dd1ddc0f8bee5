// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/journeyreport.h"

#include "ui/charts/chartstyle.h"
#include "ui/report/journeytext.h"
#include "ui/text/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <array>
#include <cmath>

namespace meitrace {

namespace {

struct JourneyReport {
    Q_DECLARE_TR_FUNCTIONS(JourneyReport)
};

constexpr double kCardGap = 10;
constexpr double kCardPad = 10;
constexpr double kCardHigh = 112;

struct Figure {
    QString label;
    QString value;
    QString note;
};

void drawFigure(QPainter& painter, const QRectF& box, const Figure& figure)
{
    const Tokens& t = printTokens();
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(box, 6, 6);
    const QRectF inside = box.adjusted(kCardPad, kCardPad - 2, -kCardPad, -kCardPad);
    const QFont caption = paperFont(PaperFont::Caption);
    drawWrapped(painter, inside, figure.label, caption, t.text2);
    const QFont big = paperFont(PaperFont::Figure);
    const double high = lineHeight(big);
    const double top = inside.top() + 1.9 * lineHeight(caption);
    painter.setPen(t.text);
    drawFitted(painter, QRectF(inside.left(), top, inside.width(), high), Qt::AlignLeft | Qt::AlignVCenter,
               figure.value, big);
    drawWrapped(painter, QRectF(inside.left(), top + high, inside.width(), inside.bottom() - top - high),
                figure.note, paperFont(PaperFont::Small), t.text2);
}

/// "+12.3 %" against the other period; empty without one
QString changeNote(const JourneyData& data)
{
    if (!data.before || data.before->sequences.customers == 0) {
        return {};
    }
    const double change = static_cast<double>(data.now.sequences.customers)
            / static_cast<double>(data.before->sequences.customers)
        - 1;
    return JourneyReport::tr("%1 against %2 (%3)")
        .arg((change < 0 ? QStringLiteral("−") : QStringLiteral("+")) + changeText(std::abs(change)),
             periodText(data.before->period), countText(data.before->sequences.customers));
}

std::array<Figure, 4> figuresOf(const JourneyData& data)
{
    const bool hasFunnel = !data.now.funnel.steps.empty();
    const FunnelStep last = hasFunnel ? data.now.funnel.steps.back() : FunnelStep {};
    const bool any = hasFunnel && last.ofFirst.of > 0;
    const double none = std::nan("");
    Index open = 0;
    for (std::size_t i = 1; i < data.now.funnel.steps.size(); ++i) {
        open += data.now.funnel.steps[i].open;
    }
    QString rateNote = any
        ? JourneyReport::tr("95 % certain: %1 to %2")
              .arg(percentText(last.ofFirst.interval.low), percentText(last.ofFirst.interval.high))
        : QString();
    if (open > 0) {
        rateNote += u'\n' + JourneyReport::tr("%1 still open").arg(countText(open));
    }
    return {{{JourneyReport::tr("Customers on their way"), countText(data.now.sequences.customers),
              changeNote(data)},
             {JourneyReport::tr("From lead to sale"), percentText(any ? last.ofFirst.rate : none), rateNote},
             {JourneyReport::tr("Median time from lead to sale"),
              shortDurationText(any && last.sinceFirst.n > 0 ? last.sinceFirst.median : none),
              any && last.sinceFirst.n > 0
                  ? JourneyReport::tr("half of them between %1 and %2")
                        .arg(shortDurationText(last.sinceFirst.p25), shortDurationText(last.sinceFirst.p75))
                  : QString()},
             {JourneyReport::tr("Recoverable customers"), countText(data.recoverable.reachable),
              JourneyReport::tr("of %1 ever lost; %2 of them active in the last %3 days")
                  .arg(countText(data.recoverable.lost), countText(data.recoverable.recent),
                       countText(Recoverable::kRecentDays))}}};
}

void addFigures(PaperFlow& flow, const JourneyData& data)
{
    flow.block(kCardHigh, [figures = figuresOf(data)](QPainter& painter, const QRectF& box) {
        const double wide = (box.width() - 3 * kCardGap) / 4;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            drawFigure(painter,
                       QRectF(box.left() + static_cast<double>(i) * (wide + kCardGap), box.top(), wide,
                              box.height()),
                       figures[i]);
        }
    });
}

void addFinding(PaperFlow& flow, int number, const QString& text)
{
    constexpr double kIndent = 26;
    const QFont font = paperFont(PaperFont::Body);
    const double high = wrappedHeight(text, font, flow.width() - kIndent);
    flow.block(high + 6, [number, text, font](QPainter& painter, const QRectF& box) {
        const Tokens& t = printTokens();
        const QRectF disc(box.left(), box.top() + 1, 18, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accentSoft);
        painter.drawEllipse(disc);
        painter.setPen(t.accent);
        drawFitted(painter, disc, Qt::AlignCenter, QString::number(number),
                   paperFont(PaperFont::CaptionStrong));
        drawWrapped(painter, box.adjusted(kIndent, 0, 0, 0), text, font, t.text);
    });
}

}  // namespace

void addSummary(PaperFlow& flow, const JourneyData& data, const QString& clinic)
{
    flow.section(JourneyReport::tr("Customer journey report"), summaryDefinition(data));
    flow.text(JourneyReport::tr("%1, %2", "clinic, period").arg(clinic, periodText(data.now.period)),
              PaperFont::Section, true);
    flow.gap(16);
    addFigures(flow, data);
    flow.gap(20);
    flow.heading(JourneyReport::tr("What the figures say"));
    flow.gap(4);
    const QStringList findings = journeyFindings(data);
    for (qsizetype i = 0; i < findings.size(); ++i) {
        addFinding(flow, static_cast<int>(i) + 1, findings[i]);
    }
    flow.gap(14);
    flow.heading(JourneyReport::tr("What it is based on"));
    flow.text(JourneyReport::tr("%1 events of %2 known customers, %3 to %4.")
                  .arg(countText(data.overview.events), countText(data.known), reportDay(data.overview.from),
                       reportDay(data.request.asOf)));
    flow.gap(2);
    flow.text(leftOutText(data));
    flow.gap(8);
    addSourceSums(flow, data);
}

ReportDocument journeyReport(const JourneyData& data, const QString& clinic, const QDateTime& made)
{
    PaperFlow flow;
    addSummary(flow, data, clinic);
    addPaths(flow, data);
    addFunnel(flow, data);
    addPainPoints(flow, data);
    addSequences(flow, data);
    addChannels(flow, data);
    addSegments(flow, data);
    addNextSteps(flow, data);
    addSources(flow, data);
    addTerms(flow, data);
    const QString period = periodText(data.now.period);
    const QString day = QLocale().toString(made, JourneyReport::tr("MMM d, yyyy, HH:mm"));
    return {ReportHead {.title = JourneyReport::tr("Customer journey report, %1").arg(period),
                        .clinic = clinic,
                        .period = period,
                        .stamp = JourneyReport::tr("Made on %1, data up to %2, run %3")
                                     .arg(day, reportDay(data.request.asOf), fromUtf8(data.run))},
            flow.take()};
}

}  // namespace meitrace
